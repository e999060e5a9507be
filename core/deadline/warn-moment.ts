import type { DayOrMoment, Moment } from '../complaint/moment.ts';
import { toEpoch, toMoment } from '../working-time/zoned-time.ts';

/** From when a deadline counts as due soon. Never before the start: a short target is due soon from its first minute. */
export function warnMoment(dueAt: Moment, startedAt: DayOrMoment | null, minutes: number, zone: string): Moment {
  const warn = toEpoch(dueAt) - minutes * 60_000;
  const start = startedAt?.includes('T') ? toEpoch(startedAt) : -Infinity;
  return toMoment(Math.max(warn, start), zone);
}
