import * as z from 'zod';
import { WorkingCalendar } from '../working-time/working-calendar.ts';
import { Id } from './rule-source.ts';
import { Localized } from './localized.ts';
import { Days, Target } from './target.ts';
import { EscalationStep, WarnPoints } from './warn-point.ts';

/**
 * An answer to a question of `listBlanks`, by the kind of answer that it takes. Hours of an unknown kind and `notConfigured`
 * answer nothing and are refused. `cutOffDays` belongs to the way of reopening alone.
 */
export const BlankAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('calendar'), calendar: WorkingCalendar }),
  z.strictObject({
    kind: z.literal('target'),
    target: Target.refine(({ unit }) => unit !== 'notConfigured' && unit !== 'hoursOfUnknownKind'),
  }),
  z.strictObject({ kind: z.literal('choice'), option: z.string().min(1), cutOffDays: Days.nullable().optional() }),
  z.strictObject({ kind: z.literal('role'), role: Id }),
  z.strictObject({ kind: z.literal('number'), number: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('timesWithinDays'), times: z.int().positive(), withinDays: Days }),
  z.strictObject({ kind: z.literal('warnPoints'), points: WarnPoints }),
  z.strictObject({ kind: z.literal('ladder'), steps: z.array(EscalationStep).min(1).max(20) }),
  z.strictObject({ kind: z.literal('scale'), steps: z.array(z.strictObject({ id: Id, label: Localized })).min(2) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().trim().min(1).max(4_000) }),
]);
export type BlankAnswer = z.infer<typeof BlankAnswer>;
