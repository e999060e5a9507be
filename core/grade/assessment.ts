import * as z from 'zod';
import { Field } from '../complaint/field.ts';

/** Words that made a rule fire, and the field in which they stand. */
export const MatchedWords = z.strictObject({
  field: Field,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
});
export type MatchedWords = z.infer<typeof MatchedWords>;

/** A choice together with its reasons, from the same computation. `rule` is null when nothing fired and the default stands. */
export const Choice = z.strictObject({
  id: z.string(),
  rule: z.string().nullable(),
  source: z.string().nullable(),
  words: z.array(MatchedWords),
});
export type Choice = z.infer<typeof Choice>;

/** The initial assessment (初步判断) of a complaint by a policy pack. `category` is null when no word speaks for any. */
export const Assessment = z.strictObject({ category: Choice.nullable(), grade: Choice });
export type Assessment = z.infer<typeof Assessment>;
