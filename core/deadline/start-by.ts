import type { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import type { SettledTarget } from '../policy/choose-target.ts';
import type { FirstDay } from '../working-time/add-working-days.ts';
import { lastStartForDays, lastStartForMinutes } from '../working-time/last-start.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { addDays, dayAt, epochOf, toEpoch, toMoment } from '../working-time/zoned-time.ts';

/**
 * When must it start to be done by `dueAt`? The latest start whose deadline is not after `dueAt`. What `layOutTarget` counts
 * forwards this counts backwards. 24 working hours to be done by Mon 2026-10-12 10:20 → Wed 2026-09-30 17:50.
 * Refuses: `notConfigured` for a blank, `immediately` where there is nothing to count, `missingFirstDay` for days without
 * the first-day rule, `neverOpens` where the open time before does not suffice.
 */
export function startBy({
  dueAt,
  target,
  calendar,
  firstDay,
}: {
  dueAt: Moment;
  target: SettledTarget;
  calendar: WorkingCalendar;
  firstDay: FirstDay | null;
}): Outcome<Moment, 'notConfigured' | 'immediately' | 'missingFirstDay' | 'neverOpens'> {
  switch (target.unit) {
    case 'notConfigured':
      return refuse('notConfigured');
    case 'immediately':
      return refuse('immediately');
    case 'workMinutes':
      return lastStartForMinutes(calendar, dueAt, target.amount);
    case 'clockMinutes':
      return done(toMoment(toEpoch(dueAt) - target.amount * 60_000, calendar.zone));
    case 'workDays':
      return firstDay === null ? refuse('missingFirstDay') : lastStartForDays(calendar, dueAt, target.amount, firstDay);
    case 'calendarDays':
      return firstDay === null
        ? refuse('missingFirstDay')
        : done(lastDays(dueAt, target.amount, firstDay, calendar.zone));
  }
}

/** Calendar days end with the last second of their day: a due time before that leaves the day out. */
function lastDays(dueAt: Moment, count: number, firstDay: FirstDay, zone: string): Moment {
  const due = toEpoch(dueAt);
  const dueDay = dayAt(due, zone);
  const lastWhole = due >= epochOf(dueDay, '24:00', zone) - 1000 ? dueDay : addDays(dueDay, -1);
  const start = addDays(lastWhole, firstDay === 'nextDay' ? -count : 1 - count);
  return toMoment(epochOf(start, '24:00', zone) - 1000, zone);
}
