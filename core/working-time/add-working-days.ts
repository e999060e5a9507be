import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import { openDaysAfter } from './open-windows.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { WalkedDay, WorkingWalk } from './working-walk.ts';
import { dayAt, epochOf, toEpoch, toMoment } from './zoned-time.ts';

/** Which working day is day 1: the first one after the day of receipt, or the day of receipt itself where it still has open time. */
export type FirstDay = 'nextDay' | 'sameDay';

/**
 * The closing time of the `count`-th working day. A working day is a date with open time, whatever its length. With
 * `sameDay` a receipt after closing time begins on the next working day, so that a deadline never lies before its start.
 * Thu 2026-09-17 + 3 days, `nextDay` → Mon 2026-09-21 18:00, since Sun 09-20 is a make-up workday.
 * Refuses with `neverOpens` when the calendar has not that many working days.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  receivedAt: DayOrMoment,
  count: number,
  firstDay: FirstDay,
): Outcome<WorkingWalk, 'neverOpens'> {
  const received = isDay(receivedAt) ? epochOf(receivedAt, '00:00', calendar.zone) : toEpoch(receivedAt);
  const receiptDay = dayAt(received, calendar.zone);
  const days: WalkedDay[] = [];
  let counted = 0;
  for (const day of openDaysAfter(calendar, received)) {
    if (firstDay === 'nextDay' && day.plan.date === receiptDay) continue;
    days.push(day);
    const closing = day.spans.at(-1);
    if (closing === undefined) continue;
    counted += 1;
    if (counted < count) continue;
    const isProvisional = days.some((passed) => passed.plan.isProvisional);
    return done({ dueAt: toMoment(closing.to, calendar.zone), days, isProvisional });
  }
  return refuse('neverOpens');
}
