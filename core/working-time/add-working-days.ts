import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import { addWorkingMinutes } from './add-working-minutes.ts';
import { endOfDay, type DayEnds, type FirstDay } from './end-of-day.ts';
import { openDayOf, openDaysAfter, type OpenSpan } from './open-windows.ts';
import { lengthOf, within } from './span-set.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { WalkedDay, WorkingWalk } from './working-walk.ts';
import { dayAt, epochOf, toEpoch, toMoment } from './zoned-time.ts';

/**
 * The end of the `count`-th working day: its closing time, or, where days end so (`dayEnds`), the time of day of the start. A
 * working day is a date with open time, whatever its length. With `sameDay` a receipt after closing time begins on the next
 * working day, so that a deadline never lies before its start.
 * Thu 2026-09-17 + 3 days, `nextDay` → Mon 2026-09-21 18:00, since Sun 09-20 is a make-up workday.
 * Open time that lies in `pauses` (in order, not overlapping) is added at the end, minute for minute: a whole day paused is
 * a whole day more, a weekend paused is nothing. It counts from day 1 on, or, where days end at the time of day of the start,
 * from the start.
 * Refuses with `neverOpens` when the calendar has not that many working days.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  receivedAt: DayOrMoment,
  count: number,
  firstDay: FirstDay,
  pauses: readonly OpenSpan[] = [],
  dayEnds: DayEnds = 'lastWindow',
): Outcome<WorkingWalk, 'neverOpens'> {
  const received = isDay(receivedAt) ? epochOf(receivedAt, '00:00', calendar.zone) : toEpoch(receivedAt);
  const receiptDay = dayAt(received, calendar.zone);
  const days: WalkedDay[] = [];
  const paused: OpenSpan[] = [];
  const runsFromStart = dayEnds === 'sameClockTime' && !isDay(receivedAt);
  let counted = 0;
  for (const day of openDaysAfter(calendar, received)) {
    const stood = day.spans.flatMap((span) => within(span, pauses));
    const isDayZero = firstDay === 'nextDay' && day.plan.date === receiptDay;
    if (!isDayZero || runsFromStart) paused.push(...stood);
    if (isDayZero) continue;
    days.push(stood.length === 0 ? day : { ...day, paused: stood });
    if (day.spans.length === 0) continue;
    counted += 1;
    if (counted < count) continue;
    const end = endOfDay(calendar, receivedAt, openDayOf(calendar, day.plan.date), { count, firstDay, dayEnds });
    const isProvisional = days.some((passed) => passed.plan.isProvisional);
    const walk = { dueAt: toMoment(end.at, calendar.zone), days, isProvisional, end };
    const standstill = lengthOf(within({ from: received, to: end.at }, paused));
    return standstill === 0 ? done(walk) : goOn(calendar, walk, standstill, pauses);
  }
  return refuse('neverOpens');
}

/** The rest of a walk that stood still on its way. */
function goOn(
  calendar: WorkingCalendar,
  { dueAt, isProvisional, ...walk }: WorkingWalk,
  standstill: number,
  pauses: readonly OpenSpan[],
): Outcome<WorkingWalk, 'neverOpens'> {
  const rest = addWorkingMinutes(calendar, dueAt, standstill / 60_000, pauses);
  if (!rest.ok) return rest;
  const extension = { from: dueAt, minutes: Math.round(standstill / 60_000), days: rest.value.days };
  const isUnsure = isProvisional || rest.value.isProvisional;
  return done({ ...walk, dueAt: rest.value.dueAt, isProvisional: isUnsure, extension });
}
