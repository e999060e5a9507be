import * as z from 'zod';
import { Id } from './rule-source.ts';
import { LONGEST_MINUTES, Minutes } from './target.ts';

/** When to warn: so many minutes of the clock before the deadline, or when this share of the time from start to deadline has passed. */
export const WarnPoint = z.union([
  z.strictObject({ minutes: Minutes }),
  z.strictObject({ share: z.number().gt(0).lt(1) }),
]);
export type WarnPoint = z.infer<typeof WarnPoint>;

/** The warn points of one clock, by grade id or `default`. */
export const WarnPoints = z.record(z.string(), z.array(WarnPoint).min(1).max(10));
export type WarnPoints = z.infer<typeof WarnPoints>;

/** Who is told when a deadline is near or past: minutes of the clock before (negative) or after it. */
export const EscalationStep = z.strictObject({
  minutes: z.int().min(-LONGEST_MINUTES).max(LONGEST_MINUTES),
  tell: Id,
});

/** The warn points of a clock for a grade: its own, the `default` ones, else the one of `warnMinutes`. */
export function warnPointsOf(
  { warnMinutes, warnings = {} }: { warnMinutes: number; warnings?: WarnPoints | undefined },
  grade: string,
): WarnPoint[] {
  const own = Object.hasOwn(warnings, grade) ? warnings[grade] : undefined;
  return own ?? warnings['default'] ?? [{ minutes: warnMinutes }];
}
