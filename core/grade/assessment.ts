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

/** What else made a rule hold, beside words: what was settled about the complaint before. */
export const SettledFact = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['category', 'grade', 'lane']), id: z.string() }),
  z.strictObject({ kind: z.literal('axis'), axis: z.string(), id: z.string() }),
  z.strictObject({ kind: z.literal('known'), field: Field }),
]);
export type SettledFact = z.infer<typeof SettledFact>;

/** A choice together with its reasons, from the same computation. `rule` is null when nothing fired and the default stands. */
export const Choice = z.strictObject({
  id: z.string(),
  rule: z.string().nullable(),
  source: z.string().nullable(),
  words: z.array(MatchedWords),
  /** Absent when words alone decided. */
  facts: z.array(SettledFact).optional(),
  /** A person chose it; `rule` and `words` are then those of the same proposal, or none. */
  isOwn: z.literal(true).optional(),
});
export type Choice = z.infer<typeof Choice>;

/** The value on one of the pack's axes. */
export const AxisChoice = Choice.extend({ axis: z.string() });
export type AxisChoice = z.infer<typeof AxisChoice>;

/** Where a test of validity stands: `missing` fields are to be asked for, `toConfirm` awaits a person's word. */
export const ValidityState = z.strictObject({
  test: z.string(),
  state: z.enum(['met', 'missing', 'toConfirm']),
  /** The fields that met the test, or one of which would. */
  fields: z.array(Field),
  source: z.string(),
});
export type ValidityState = z.infer<typeof ValidityState>;

/** A sum in another currency than a rule's threshold: not compared, so whether the rule for `grade` holds is for a person to say. */
export const OpenSum = z.strictObject({
  rule: z.string(),
  grade: z.string(),
  source: z.string(),
  /** In which the rule counts. */
  currency: z.string(),
  words: z.array(MatchedWords),
});
export type OpenSum = z.infer<typeof OpenSum>;

/** The initial assessment (初步判断) of a complaint by a policy pack. `category` is null when no word speaks for any. */
export const Assessment = z.strictObject({
  category: Choice.nullable(),
  /** Categories for which nearly as much speaks as for the proposed one, best first: a person should confirm. Absent when there are none. */
  nearCategories: z.array(Choice).min(1).optional(),
  grade: Choice,
  /** The special lanes it falls into, in the pack's order. */
  lanes: z.array(Choice).optional(),
  /** One entry for each axis on which a value was found. */
  axes: z.array(AxisChoice).optional(),
  validity: z.array(ValidityState).optional(),
  /** Absent when all sums could be compared. */
  openSums: z.array(OpenSum).min(1).optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/** An assessment as it comes from the rules: with all its parts. */
export interface InitialAssessment extends Assessment {
  lanes: Choice[];
  axes: AxisChoice[];
  validity: ValidityState[];
}
