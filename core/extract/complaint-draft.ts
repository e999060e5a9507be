import * as z from 'zod';
import { Field } from '../complaint/field.ts';

/** A quotation: the words a value came from, and where they stand. Offsets count UTF-16 units in the block's own text. */
export const Evidence = z.strictObject({
  /** Index into `PageCapture.blocks`; null when the words come from the mail head (`from`, `sentAtText`, attachments). */
  block: z.int().nonnegative().nullable(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().max(40_000),
});
export type Evidence = z.infer<typeof Evidence>;

export const DraftValue = z.strictObject({
  /** The value as the record keeps it (see `ComplaintValues`). */
  value: z.string().min(1).max(40_000),
  evidence: Evidence,
  /** 0 to 1. Below 0.5 the panel asks the clerk to look. */
  confidence: z.number().min(0).max(1),
  /** Why it is doubtful, as a wording code: `ambiguousDate`, `assumedYear`, `fromMailHead` …; null when it is not. */
  doubt: z.string().max(60).nullable(),
});
export type DraftValue = z.infer<typeof DraftValue>;

/** What was read out of a capture: for each field the candidates, best first. A field without a candidate is absent. */
export const ComplaintDraft = z.strictObject({
  values: z.partialRecord(Field, z.array(DraftValue).min(1)),
  /** Is this a complaint at all? `score` 0 to 1; `signals` are the words that speak for or against. */
  isComplaint: z.strictObject({
    score: z.number().min(0).max(1),
    signals: z.array(z.strictObject({ quote: z.string(), speaksFor: z.boolean() })),
  }),
});
export type ComplaintDraft = z.infer<typeof ComplaintDraft>;
