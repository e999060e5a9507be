import type { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import { lastAtClockTime, latestClockTimeBy, type ClockTime } from './clock-time.ts';
import type { DayEnds, FirstDay } from './end-of-day.ts';
import { openDaysBefore } from './open-days-before.ts';
import { openDayOf, type OpenSpan } from './open-windows.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { epochOf, toEpoch, toMoment, type Epoch } from './zoned-time.ts';

/**
 * The latest moment from which `minutes` of open time still fit before `dueAt`; the inverse of `addWorkingMinutes`.
 * One working hour to be done by Sat 2026-02-14 09:30 (a make-up workday) must start by Fri 2026-02-13 17:30.
 * Refuses with `neverOpens` when there is not that much open time before.
 */
export function lastStartForMinutes(
  calendar: WorkingCalendar,
  dueAt: Moment,
  minutes: number,
): Outcome<Moment, 'neverOpens'> {
  let left = minutes * 60_000;
  for (const { spans } of openDaysBefore(calendar, toEpoch(dueAt))) {
    for (const { from, to } of spans.toReversed()) {
      if (to - from >= left) return done(toMoment(to - left, calendar.zone));
      left -= to - from;
    }
  }
  return refuse('neverOpens');
}

/**
 * The latest moment from which `count` working days end by `dueAt`; the inverse of `addWorkingDays`, without pauses. A day that
 * ends with its last window counts only when that closing is not after `dueAt`. With `nextDay` that is the last second of the
 * day before day 1, with `sameDay` the last second before day 1 closes. Where days end at the time of day of the start
 * (`dayEnds`), a due time within a day is met by a start at that time of day. Refuses with `neverOpens` when there are not
 * that many working days before.
 */
export function lastStartForDays(
  calendar: WorkingCalendar,
  dueAt: Moment,
  count: number,
  firstDay: FirstDay,
  dayEnds: DayEnds = 'lastWindow',
): Outcome<Moment, 'neverOpens'> {
  const due = toEpoch(dueAt);
  const { zone } = calendar;
  const mayEndWithin = dayEnds === 'sameClockTime' && !(firstDay === 'sameDay' && count === 1);
  /** The time of day until which a start is early enough; null: any. */
  let until: ClockTime | null = null;
  let counted = 0;
  for (const { plan } of openDaysBefore(calendar, due + 1)) {
    const { spans } = openDayOf(calendar, plan.date);
    const closing = spans.at(-1)?.to;
    if (closing === undefined || (counted === 0 && !isReached(spans, due, mayEndWithin))) continue;
    if (counted === 0 && due < closing) until = latestClockTimeBy(lastEndBy(spans, due), zone);
    counted += 1;
    // With the day of the start not counted, a due time within a day takes one working day more: that of the start.
    if (counted < count + (until !== null && firstDay === 'nextDay' ? 1 : 0)) continue;
    const byClock = until === null ? Infinity : lastAtClockTime(plan.date, until, zone);
    const dayBefore = until === null ? epochOf(plan.date, '00:00', zone) - 1000 : Infinity;
    return done(toMoment(Math.min(byClock, firstDay === 'sameDay' ? closing - 1000 : dayBefore), zone));
  }
  return refuse('neverOpens');
}

/** True when a limit in days may end on the day by `due`: with its closing, or already from its opening on. */
function isReached(spans: readonly OpenSpan[], due: Epoch, mayEndWithin: boolean): boolean {
  const edge = mayEndWithin ? spans[0]?.from : spans.at(-1)?.to;
  return edge !== undefined && edge <= due;
}

/** The last moment by `due` at which a limit may end: `due` itself, or the closing before it where it falls in a break. */
function lastEndBy(spans: readonly OpenSpan[], due: Epoch): Epoch {
  const last = spans.findLast(({ from }) => from <= due);
  return last === undefined ? due : Math.min(due, last.to);
}
