import * as z from 'zod';
import { Axis } from './axis.ts';
import { Guidance } from './guidance.ts';
import { Localized } from './localized.ts';
import { Milestone } from './policy-pack.ts';
import { Id } from './rule-source.ts';
import { SourceDocument } from './source-document.ts';

/** Where a clock of law stands. `secondary`: a page that reports the text; the text itself was not read. */
const LawSource = z.strictObject({
  title: Localized,
  /** Without a scheme; null where no page was kept. */
  address: z.string().min(1).nullable(),
  kind: z.enum(['official', 'secondary']),
});

/** Clocks of a law or standard, which a company may lay over its own policy. No grades, categories or ways of its own. */
export const LawPack = z.strictObject({
  schemaVersion: z.literal(1),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: Localized,
  description: Localized,
  /** Shown wherever these clocks are: verify the current text. */
  verify: Localized,
  sources: z.array(LawSource).min(1),
  /** How its clauses are called where a rule names them as its source. */
  documents: z.array(SourceDocument).min(1),
  /** Where the law tells kinds of cases apart that no policy knows. */
  axes: z.array(Axis),
  milestones: z.array(Milestone).min(1),
  guidance: z.array(Guidance).min(1),
});
export type LawPack = z.infer<typeof LawPack>;
