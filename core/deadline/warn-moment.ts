import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { WarnPoint } from '../policy/warn-point.ts';
import { epochOf, toEpoch, toMoment } from '../working-time/zoned-time.ts';

/** From when a deadline counts as due soon. Never before the start: a short target is due soon from its first minute. */
export function warnMoment(dueAt: Moment, startedAt: DayOrMoment | null, minutes: number, zone: string): Moment {
  const warn = toEpoch(dueAt) - minutes * 60_000;
  const start = startedAt?.includes('T') ? toEpoch(startedAt) : -Infinity;
  return toMoment(Math.max(warn, start), zone);
}

/**
 * The moments at which a deadline warns, each once, the earliest first: from that one on it counts as due soon. A share counts by the
 * clock from the start (its day's beginning where only the day is known) to the due time: 0.5 of 9:00–17:00 → 13:00. None where
 * a share has no start to count from.
 */
export function warnMoments(
  dueAt: Moment,
  startedAt: DayOrMoment | null,
  points: readonly WarnPoint[],
  zone: string,
): Moment[] {
  const moments = points.flatMap((point): Moment[] => {
    if ('minutes' in point) return [warnMoment(dueAt, startedAt, point.minutes, zone)];
    if (startedAt === null) return [];
    const start = isDay(startedAt) ? epochOf(startedAt, '00:00', zone) : toEpoch(startedAt);
    const due = toEpoch(dueAt);
    return [toMoment(Math.min(due, start + Math.round((due - start) * point.share)), zone)];
  });
  return [...new Set(moments)].toSorted((a, b) => toEpoch(a) - toEpoch(b));
}
