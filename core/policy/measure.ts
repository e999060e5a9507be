import * as z from 'zod';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/**
 * A figure of `core/statistics` that counts exactly what a measure of a policy says:
 * `received`, `founded` (of those received); `foundedShare` (founded of all received); `resolvedSatisfied` (closed with the
 * customer satisfied, of all received); `complaintRate` (received per thousand of a volume that the company enters);
 * `satisfaction` (satisfied of those who gave an answer), `satisfiedAtFollowUp` (satisfied of all who were asked); `onTime` (of
 * those that fell due) and `onTimeOfReceived` (of all received) of a milestone; `verdictShare` (of those closed, with one of these verdicts).
 */
export const Computes = z.discriminatedUnion('figure', [
  z.strictObject({
    figure: z.enum([
      ...(['received', 'founded', 'foundedShare', 'resolvedSatisfied', 'complaintRate'] as const),
      ...(['satisfaction', 'satisfiedAtFollowUp'] as const),
    ]),
  }),
  z.strictObject({ figure: z.enum(['onTime', 'onTimeOfReceived']), milestone: Id }),
  z.strictObject({ figure: z.literal('verdictShare'), verdicts: z.array(Id).min(1) }),
]);
export type Computes = z.infer<typeof Computes>;

/** A figure that the policy asks for, with its formula in words. `denominator` null: a plain count. `asks`: a number the company must enter. */
export const Measure = z.strictObject({
  id: Id,
  label: Localized,
  numerator: Localized,
  denominator: Localized.nullable(),
  asks: Localized.nullable(),
  by: z.array(
    z.enum([
      'month',
      'category',
      'productName',
      'productModel',
      'cause',
      'responsibleDept',
      'responsiblePerson',
      'grade',
      'outcome',
    ]),
  ),
  period: z.enum(['month', 'quarter', 'year', 'notConfigured']),
  /** What counts it. Null or absent: nothing in a register answers its words, and it is counted by hand, never approximated. */
  computes: Computes.nullable().optional(),
  source: Source,
});
export type Measure = z.infer<typeof Measure>;

/** So many like complaints within so many days raise an alarm; null: the document names no number. */
export const TrendAlarm = z.strictObject({
  id: Id,
  label: Localized,
  same: z.array(z.enum(['batchNo', 'productModel', 'productName', 'customerName', 'cause'])).min(1),
  times: z.int().positive().nullable(),
  withinDays: z.int().positive().nullable(),
  source: Source,
});
