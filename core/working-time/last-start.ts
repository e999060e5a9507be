import type { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import type { FirstDay } from './add-working-days.ts';
import { openDaysBefore } from './open-days-before.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { epochOf, toEpoch, toMoment } from './zoned-time.ts';

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
 * The latest moment from which `count` working days end by `dueAt`; the inverse of `addWorkingDays`. A day counts only when
 * its last closing is not after `dueAt`. With `nextDay` that is the last second of the day before day 1, with `sameDay`
 * the last second before day 1 closes. Refuses with `neverOpens` when there are not that many working days before.
 */
export function lastStartForDays(
  calendar: WorkingCalendar,
  dueAt: Moment,
  count: number,
  firstDay: FirstDay,
): Outcome<Moment, 'neverOpens'> {
  const due = toEpoch(dueAt);
  let counted = 0;
  for (const { plan, spans } of openDaysBefore(calendar, due + 1)) {
    const closing = spans.at(-1)?.to;
    if (closing === undefined || !closesBy(plan.windows.at(-1)?.to, plan.date, calendar.zone, due)) continue;
    counted += 1;
    if (counted < count) continue;
    const edge = firstDay === 'nextDay' ? epochOf(plan.date, '00:00', calendar.zone) : closing;
    return done(toMoment(edge - 1000, calendar.zone));
  }
  return refuse('neverOpens');
}

function closesBy(closing: string | undefined, date: string, zone: string, due: number): boolean {
  return closing !== undefined && epochOf(date, closing, zone) <= due;
}
