import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import { atClockTime, clockTimeAt, lastAtClockTime, latestClockTimeBy } from './clock-time.ts';
import type { DayEnd, DayEnds, FirstDay } from './end-of-day.ts';
import type { OpenSpan } from './open-windows.ts';
import { addDays, dayAt, epochOf, toEpoch, toMoment } from './zoned-time.ts';

/** How a limit in calendar days counts. */
export interface CalendarDaysRule {
  count: number;
  firstDay: FirstDay;
  dayEnds: DayEnds;
}

/**
 * The end of a limit in calendar days, before pauses: midnight after its last day, or the time of day of the start on it; and
 * the stretch in which a pause counts. A start of which only the day is known, and one whose first day is also its last,
 * end at midnight either way. Sat 10:00 + 2 days, `nextDay`, `sameClockTime` → Mon 10:00.
 */
export function endOfCalendarDays(
  start: DayOrMoment,
  { count, firstDay, dayEnds }: CalendarDaysRule,
  zone: string,
): DayEnd & { counted: OpenSpan } {
  const begun = isDay(start) ? null : toEpoch(start);
  const day = begun === null ? start : dayAt(begun, zone);
  const last = addDays(day, firstDay === 'nextDay' ? count : count - 1);
  const time = begun === null ? '' : clockTimeAt(begun, zone);
  if (dayEnds === 'sameClockTime' && begun !== null && last !== day) {
    const at = atClockTime(last, time, zone);
    return { at, reason: 'atClockTime', time, counted: { from: begun, to: at } };
  }
  const at = epochOf(last, '24:00', zone);
  const from = epochOf(firstDay === 'nextDay' ? addDays(day, 1) : day, '00:00', zone);
  const missing = begun === null ? 'noClockTime' : 'onlyDay';
  const reason = dayEnds === 'sameClockTime' ? missing : 'lastWindow';
  return { at, reason, time, counted: { from: begun === null ? from : Math.max(from, begun), to: at } };
}

/**
 * The latest moment from which `count` calendar days end by `dueAt`; the inverse of `endOfCalendarDays`. Where days end with
 * midnight, a due time before the last second of its day leaves the day out.
 */
export function lastStartForCalendarDays(
  dueAt: Moment,
  { count, firstDay, dayEnds }: CalendarDaysRule,
  zone: string,
): Moment {
  const due = toEpoch(dueAt);
  const dueDay = dayAt(due, zone);
  const back = firstDay === 'nextDay' ? -count : 1 - count;
  const isWhole = due >= epochOf(dueDay, '24:00', zone) - 1000;
  if (dayEnds === 'sameClockTime' && back < 0) {
    return toMoment(lastAtClockTime(addDays(dueDay, back), latestClockTimeBy(due, zone), zone), zone);
  }
  const start = addDays(isWhole ? dueDay : addDays(dueDay, -1), back);
  return toMoment(epochOf(start, '24:00', zone) - 1000, zone);
}
