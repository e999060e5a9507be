import * as z from 'zod';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';
import { Word, Words } from './word.ts';

/** The steps at which guidance, checklists and phrases are shown. */
export const HandlingStep = z.enum([
  'receipt',
  'acknowledgement',
  'assessment',
  'investigation',
  'planning',
  'talking',
  'approval',
  'execution',
  'followUp',
  'closing',
  'prevention',
  'review',
  'organisation',
]);
export type HandlingStep = z.infer<typeof HandlingStep>;

/** Conduct that the policy asks for, shown where it is needed. */
export const Guidance = z.strictObject({
  id: Id,
  step: HandlingStep,
  when: Condition,
  text: Localized,
  source: Source,
});
export type Guidance = z.infer<typeof Guidance>;

/** A list to tick off: evidence to collect, records to pull, papers to file. */
export const Checklist = z.strictObject({
  id: Id,
  step: HandlingStep,
  label: Localized,
  when: Condition,
  items: z.array(z.strictObject({ id: Id, label: Localized, source: Source })).min(1),
  source: Source,
});
export type Checklist = z.infer<typeof Checklist>;

/** Wording to use, and wording to avoid with what to say instead. Chinese words are matched in drafts after folding. */
export const Phrase = z.strictObject({
  id: Id,
  step: HandlingStep,
  use: z.boolean(),
  text: Localized,
  /** For phrases to avoid: the words that give them away in a draft. */
  words: z.array(Word),
  /** With one of these in the same clause, before or within, the words are none to avoid: 我帮您去找. */
  unless: z.array(Word).optional(),
  instead: Localized.nullable(),
  source: Source,
});
export type Phrase = z.infer<typeof Phrase>;

/** A reply to the complainant. Placeholders: {contactName} {customerName} {receivedAt} {productName} {complaintId} {dueAt} {companyName} {handler}. */
export const ReplyTemplate = z.strictObject({
  id: Id,
  step: HandlingStep,
  label: Localized,
  body: Localized,
  /** The clock whose due time {dueAt} states; absent: the reply states none. */
  milestone: Id.optional(),
  /** What such a reply must say, with the words that show it is there. */
  mustHave: z.array(z.strictObject({ id: Id, label: Localized, words: Words, source: Source })),
  source: Source,
});
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;

/** A paper that the policy calls for (record form, analysis report, flow chart …). */
export const Paper = z.strictObject({ id: Id, label: Localized, source: Source });
