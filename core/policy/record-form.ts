import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

const Fields = z.array(Field).min(1);
const Lines = z.int().min(1).max(12);

/** A part of a paper form. Labels that are left out are those of the field. `lines`: how many are left for writing by hand. */
export const FormPart = z.discriminatedUnion('kind', [
  /** Short values, two beside each other; several fields in one item stand for one blank. */
  z.strictObject({
    kind: z.literal('fields'),
    items: z.array(z.strictObject({ fields: Fields, label: Localized.optional() })).min(1),
  }),
  /** A box across the page. */
  z.strictObject({ kind: z.literal('text'), fields: Fields, label: Localized.optional(), lines: Lines }),
  /** A box that is only ever filled by hand. */
  z.strictObject({ kind: z.literal('blank'), label: Localized, lines: Lines }),
  /** Boxes to tick, by the policy's own lists. */
  z.strictObject({
    kind: z.literal('choice'),
    of: z.enum(['channel', 'category', 'grade', 'verdict', 'satisfaction']),
  }),
  z.strictObject({ kind: z.literal('checklist'), checklist: Id }),
  /** All lists of the policy for the investigation that hold for every complaint. */
  z.strictObject({ kind: z.literal('investigationLists') }),
  /** Conditions that must all be met before a complaint counts as learnt from (四不放过). */
  z.strictObject({ kind: z.literal('noLetOffs') }),
  /** What must be there before closing. */
  z.strictObject({ kind: z.literal('gates') }),
  /** Milestones with deadline, when it was done, and how it stands. */
  z.strictObject({ kind: z.literal('deadlines') }),
  /** What the log tells, entry by entry. */
  z.strictObject({ kind: z.literal('events'), lines: Lines }),
  /** Measures with who and until when. */
  z.strictObject({ kind: z.literal('measures'), lines: Lines }),
  /** The approvals of the policy, each with opinion, signature and date. */
  z.strictObject({ kind: z.literal('approvals') }),
  /** An opinion in writing with signature and date. */
  z.strictObject({ kind: z.literal('opinion'), label: Localized, lines: Lines }),
  /** Signatures beside each other. */
  z.strictObject({ kind: z.literal('signatures'), labels: z.array(Localized).min(1).max(4) }),
]);
export type FormPart = z.infer<typeof FormPart>;

/** The form on which a company keeps a complaint (客户投诉处理记录表), as data: sections with their parts, top to bottom. */
export const RecordForm = z.strictObject({
  title: Localized,
  sections: z.array(z.strictObject({ label: Localized, parts: z.array(FormPart).min(1) })).min(1),
  source: Source,
});
export type RecordForm = z.infer<typeof RecordForm>;
