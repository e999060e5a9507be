import type { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import type { SettledTarget } from '../policy/choose-target.ts';
import { isReckonable } from '../policy/target.ts';
import { lastStartForCalendarDays } from '../working-time/calendar-days.ts';
import type { DayEnds, FirstDay } from '../working-time/end-of-day.ts';
import { lastStartForDays, lastStartForMinutes } from '../working-time/last-start.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { toEpoch, toMoment } from '../working-time/zoned-time.ts';

/**
 * When must it start to be done by `dueAt`? The latest start whose deadline is not after `dueAt`. What `layOutTarget` counts
 * forwards this counts backwards. 24 working hours to be done by Mon 2026-10-12 10:20 → Wed 2026-09-30 17:50.
 * Refuses: `notConfigured` for a blank, `immediately` where there is nothing to count, `missingFirstDay` for days without
 * the first-day rule, `neverOpens` where the open time before does not suffice, `targetTooLong` beyond ten years.
 */
export function startBy({
  dueAt,
  target,
  calendar,
  firstDay,
  dayEnds,
}: {
  dueAt: Moment;
  target: SettledTarget;
  calendar: WorkingCalendar;
  firstDay: FirstDay | null;
  /** How the last day of a limit in days ends; null or absent: with its last window. */
  dayEnds?: DayEnds | null;
}): Outcome<Moment, 'notConfigured' | 'immediately' | 'missingFirstDay' | 'neverOpens' | 'targetTooLong'> {
  if (!isReckonable(target)) return refuse('targetTooLong');
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
      return firstDay === null
        ? refuse('missingFirstDay')
        : lastStartForDays(calendar, dueAt, target.amount, firstDay, dayEnds ?? 'lastWindow');
    case 'calendarDays': {
      if (firstDay === null) return refuse('missingFirstDay');
      const rule = { count: target.amount, firstDay, dayEnds: dayEnds ?? 'lastWindow' };
      return done(lastStartForCalendarDays(dueAt, rule, calendar.zone));
    }
  }
}
