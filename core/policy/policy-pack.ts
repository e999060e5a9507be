import * as z from 'zod';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Field } from '../complaint/field.ts';
import { Localized } from './localized.ts';

const Id = z.string().regex(/^[a-z][A-Za-z0-9_-]*$/);
/** Where a rule stands: a clause of a source document (`S0-18`), a standard, or `product` for a default of ours. */
const Source = z.string().min(1);

/** A length of time to a deadline. A blank of the source document is `notConfigured`: shown as such, never guessed. */
export const Target = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('workMinutes'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('clockMinutes'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('workDays'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('calendarDays'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('immediately') }),
  z.strictObject({ unit: z.literal('notConfigured') }),
]);
export type Target = z.infer<typeof Target>;

export const Milestone = z.strictObject({
  id: Id,
  label: Localized,
  /** The field that holds when the clock starts, and the one that holds when it was done. */
  startsAt: Field,
  stopsAt: Field,
  /** Target by grade id; `default` serves all grades that are not named. */
  targets: z.record(z.string(), Target).refine((targets) => 'default' in targets, 'a default target is needed'),
  /** Warn this many minutes (of the clock) before the deadline. */
  warnMinutes: z.int().positive(),
  source: Source,
});
export type Milestone = z.infer<typeof Milestone>;

/** One condition; all parts that are given must hold. */
export const Condition = z.strictObject({
  /**
   * At least one of these words stands in the description or the demand (after folding) and is neither denied nor only
   * supposed. `…` in a word stands for a few characters of the same clause; English words take their usual endings.
   */
  anyWord: z.array(z.string().min(1)).min(1).optional(),
  /** The complaint's category is one of these. */
  category: z.array(Id).min(1).optional(),
  /** A quantity with one of these units is greater than `over`. */
  quantityOver: z.strictObject({ units: z.array(z.string().min(1)).min(1), over: z.number() }).optional(),
});
export type Condition = z.infer<typeof Condition>;

export const GradeRule = z.strictObject({ id: Id, grade: Id, when: Condition, reason: Localized, source: Source });
export type GradeRule = z.infer<typeof GradeRule>;

export const PolicyPack = z.strictObject({
  schemaVersion: z.literal(1),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  label: Localized,
  description: Localized,
  fields: z.array(
    z.strictObject({
      field: Field,
      mandatory: z.boolean(),
      /** Other fields that answer the question as well: an order number where a batch number is asked for. */
      answeredBy: z.array(Field).min(1).optional(),
      question: Localized,
      source: Source,
    }),
  ),
  categories: z.array(
    z.strictObject({
      id: Id,
      label: Localized,
      /** Words that speak for this category, with their weight; matched after folding, so simplified forms suffice. */
      words: z.record(z.string(), z.number().positive()),
      /** Names by which ledgers call this category, besides the labels. */
      synonyms: z.array(z.string()),
      source: Source,
    }),
  ),
  /** From mildest to gravest; the first is what a complaint gets when no rule fires. */
  grades: z.array(z.strictObject({ id: Id, label: Localized, synonyms: z.array(z.string()), source: Source })).min(1),
  gradeRules: z.array(GradeRule),
  statuses: z
    .array(
      z.strictObject({ id: Id, label: Localized, isOpen: z.boolean(), synonyms: z.array(z.string()), source: Source }),
    )
    .min(2),
  milestones: z.array(Milestone),
  examples: z.array(
    z.strictObject({
      name: z.string(),
      given: ComplaintValues,
      expect: z.strictObject({ category: Id.optional(), grade: Id.optional(), gradeRule: Id.optional() }),
    }),
  ),
});
export type PolicyPack = z.infer<typeof PolicyPack>;
