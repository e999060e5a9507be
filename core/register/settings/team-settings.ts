import * as z from 'zod';
import { Field } from '../../complaint/field.ts';
import { Id } from '../../policy/rule-source.ts';

/** A word of the team's own for one of the policy's categories, grades, states or departments (by id). */
export const LearnedWord = z.strictObject({
  of: z.enum(['category', 'grade', 'status', 'department']),
  word: z.string().trim().min(1).max(100),
  means: Id,
});
export type LearnedWord = z.infer<typeof LearnedWord>;

/** What a column of the team's ledgers holds, as a person said; no fields: nothing of ours. */
export const LearnedHeader = z.strictObject({
  header: z.string().trim().min(1).max(255),
  fields: z.array(Field).max(2),
});
export type LearnedHeader = z.infer<typeof LearnedHeader>;

/** What a team has settled for its register besides the answers to its policy; kept in the workbook. */
export const TeamSettings = z.strictObject({
  /** Law packs whose clocks run beside the policy's, by id. */
  laws: z.array(Id),
  /** How complaints are numbered (`numberPattern`); null: by the day, `YYYYMMDD-nnn`. */
  numberPattern: z.string().nullable(),
  words: z.array(LearnedWord),
  headers: z.array(LearnedHeader),
});
export type TeamSettings = z.infer<typeof TeamSettings>;

/** A team that has settled nothing. */
export const NO_TEAM: TeamSettings = { laws: [], numberPattern: null, words: [], headers: [] };
