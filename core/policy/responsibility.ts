import * as z from 'zod';
import { Condition } from './condition.ts';
import { Localized } from './localized.ts';
import { Id, Source } from './rule-source.ts';

/** A row of the responsibility matrix: which departments answer for what. */
export const ResponsibilityRule = z.strictObject({
  id: Id,
  label: Localized,
  when: Condition,
  departments: z.array(Id).min(1),
  share: z.enum(['main', 'corresponding', 'joint']),
  source: Source,
});
export type ResponsibilityRule = z.infer<typeof ResponsibilityRule>;

/** A reward or penalty that the policy knows. */
export const AccountabilityMeasure = z.strictObject({
  id: Id,
  label: Localized,
  kind: z.enum(['reward', 'penalty']),
  of: z.enum(['person', 'department']),
  /** From 1, mildest, upwards; null when the document gives no order. */
  severity: z.int().positive().nullable(),
  when: Localized.nullable(),
  /** Yuan. Null: not configured, no document sets it. Absent: it bears no sum (a warning, a certificate, points). */
  amount: z.number().nullable().optional(),
  source: Source,
});

export const Accountability = z.strictObject({
  measures: z.array(AccountabilityMeasure),
  /** Conditions that must all be met before a complaint counts as learnt from (四不放过 …); editable. */
  noLetOffs: z.array(z.strictObject({ id: Id, label: Localized, source: Source })),
  appeal: z.strictObject({ to: Id, label: Localized, source: Source }).nullable(),
  /** Share of complaint handling in a person's performance, in per cent; null: left blank. */
  performanceShare: z.strictObject({ percent: z.number().nullable(), source: Source }).nullable(),
});
export type Accountability = z.infer<typeof Accountability>;
