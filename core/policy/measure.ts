import * as z from 'zod';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

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
