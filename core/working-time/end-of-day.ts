import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { atClockTime, clockTimeAt, type ClockTime } from './clock-time.ts';
import { openDayOf, type OpenDay } from './open-windows.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { dayAt, toEpoch, type Epoch } from './zoned-time.ts';

/** Which working day is day 1: the first one after the day of receipt, or the day of receipt itself where it still has open time. */
export type FirstDay = 'nextDay' | 'sameDay';

/** When the last day of a limit in days ends: with its last window, or at the time of day at which the limit began. */
export type DayEnds = 'lastWindow' | 'sameClockTime';

/**
 * Why a limit ends when it does on its last day.
 * - `lastWindow`: that is the rule; `noClockTime`: of the start only the day is known; `onlyDay`: with `sameDay` the first day is
 *   also the last one, and at the time of day of the start it would end as it begins. All three: at the last closing.
 * - `atClockTime`: that time is open. `beforeOpening` → at opening. `inBreak` → when the break is over. `afterClosing` → at
 *   closing.
 * - `startedOutside`: it began on a day without working hours, or (first day `sameDay`) after closing, and so counts from the
 *   next opening: a whole day later by the clock of work, which is the last closing with `nextDay`, and the opening with `sameDay`.
 */
export type EndReason =
  | 'lastWindow'
  | 'noClockTime'
  | 'onlyDay'
  | 'atClockTime'
  | 'beforeOpening'
  | 'inBreak'
  | 'afterClosing'
  | 'startedOutside';

/** The end of a limit on its last day. `time`: the time of day of the start; empty where it plays no part. */
export interface DayEnd {
  at: Epoch;
  reason: EndReason;
  time: ClockTime;
}

/**
 * When a limit of `count` working days that began at `start` ends on the last of them, `day` (with all its open time). Never after the day's
 * last closing, never before the start; a later start never ends earlier.
 * From Tue 10:00, one working day with `nextDay` and `sameClockTime` → Wed 10:00; from Tue 12:30, in the break → Wed 13:30.
 */
export function endOfDay(
  calendar: WorkingCalendar,
  start: DayOrMoment,
  day: OpenDay,
  { count, firstDay, dayEnds }: { count: number; firstDay: FirstDay; dayEnds: DayEnds },
): DayEnd {
  const [opening, closing] = [day.spans[0], day.spans.at(-1)];
  if (!opening || !closing) throw new Error(`${day.plan.date} has no open time to end in`);
  if (dayEnds === 'lastWindow') return { at: closing.to, reason: 'lastWindow', time: '' };
  if (isDay(start)) return { at: closing.to, reason: 'noClockTime', time: '' };
  const begun = toEpoch(start);
  const time = clockTimeAt(begun, calendar.zone);
  if (firstDay === 'sameDay' && count === 1) return { at: closing.to, reason: 'onlyDay', time };
  const ownClosing = openDayOf(calendar, dayAt(begun, calendar.zone)).spans.at(-1)?.to;
  if (firstDay === 'nextDay' && ownClosing === undefined) return { at: closing.to, reason: 'startedOutside', time };
  if (firstDay === 'sameDay' && (ownClosing === undefined || ownClosing <= begun)) {
    return { at: opening.from, reason: 'startedOutside', time };
  }
  return atTime(day, time, calendar.zone);
}

/** The time of day on a day, moved into its windows. */
function atTime({ plan, spans }: OpenDay, time: ClockTime, zone: string): DayEnd {
  const wanted = atClockTime(plan.date, time, zone);
  const span = spans.find(({ to }) => wanted <= to);
  if (!span) return { at: spans.at(-1)?.to ?? wanted, reason: 'afterClosing', time };
  if (wanted >= span.from) return { at: wanted, reason: 'atClockTime', time };
  return { at: span.from, reason: span === spans[0] ? 'beforeOpening' : 'inBreak', time };
}
