import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Id } from './rule-source.ts';
import { Unit, Words } from './word.ts';

/** When a rule holds. All parts that are given must hold; a list holds when one of its members does. Empty: always. */
export const Condition = z.strictObject({
  /** At least one of these words stands in the description, demand, evidence or remarks (after folding; not negated, not hypothetical). */
  anyWord: Words.optional(),
  /** Several groups: at least one word of each. */
  eachOf: z.array(Words).min(2).optional(),
  /** Words of `anyWord` and `eachOf` count also where they are only supposed: a threat, 如果再不解决，我就起诉. */
  evenIfSupposed: z.literal(true).optional(),
  /** None of these words stands there. */
  noWord: Words.optional(),
  category: z.array(Id).min(1).optional(),
  grade: z.array(Id).min(1).optional(),
  lane: z.array(Id).min(1).optional(),
  /** Values on the pack's own axes, by axis id: origin, defect, harm, cause … */
  axis: z.record(Id, z.array(Id).min(1)).optional(),
  /** A quantity in one of these units is strictly greater than `over` (S1f-38: more than 20 箱 is a batch). */
  quantityOver: z.strictObject({ units: z.array(Unit).min(1), over: z.number() }).optional(),
  /** One text names two different days: the date on the box and the one on the bag (S1f-42). */
  unlikeDates: z.literal(true).optional(),
  /** All of these fields are known. */
  known: z.array(Field).min(1).optional(),
});
export type Condition = z.infer<typeof Condition>;
