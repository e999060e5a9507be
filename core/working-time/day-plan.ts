import type { Day } from '../complaint/moment.ts';
import { officialDay, type Doubt } from './official-days.ts';
import type { Holiday } from './official/official-calendar.ts';
import type { CalendarLevel, Window, WorkingCalendar } from './working-calendar.ts';
import { weekdayOf } from './zoned-time.ts';

/** When a date is open, and what decides it. */
export interface DayPlan {
  date: Day;
  windows: readonly Window[];
  reason: 'override' | 'holiday' | 'makeUp' | 'week';
  /** The note of an override; empty otherwise. */
  note: string;
  /** Whose override it is; `company` where there is none. */
  level: CalendarLevel;
  /** The holiday that closes the date or to which its make-up workday belongs; of a date in doubt the one that is doubtful. */
  holiday: Holiday | null;
  /** True when the official days cannot say yet whether the date is open and no override settles it. */
  isProvisional: boolean;
  /** Why it is provisional; null where it is not. */
  doubt: Doubt | null;
}

/**
 * The windows of a date: the last override of that date, else the official day, else the week of the season.
 * A make-up workday takes `makeUpWindows`, whatever weekday it falls on.
 */
export function planOfDay(calendar: WorkingCalendar, date: Day): DayPlan {
  const plan = { date, note: '', level: 'company' as const, holiday: null, isProvisional: false, doubt: null };
  const override = calendar.overrides.findLast((entry) => entry.date === date);
  if (override) {
    const { windows, note, level = 'company' } = override;
    return { ...plan, windows, reason: 'override', note, level };
  }
  const hours = hoursOf(calendar, date);
  const week = { ...plan, windows: hours.week[weekdayOf(date)], reason: 'week' as const };
  if (calendar.country === null) return week;
  const official = officialDay(date, calendar.country, calendar.region);
  const doubt = official.kind === 'ordinary' ? null : (official.doubt ?? null);
  const sure = { isProvisional: doubt !== null, doubt };
  switch (official.kind) {
    case 'holiday':
      return { ...plan, ...sure, windows: [], reason: 'holiday', holiday: official.holiday };
    case 'makeUp':
      return { ...plan, ...sure, windows: hours.makeUpWindows, reason: 'makeUp', holiday: official.holiday };
    case 'ordinary':
      return week;
    case 'unknown':
      // A day off that may be one of a region changes nothing on a date that is closed anyway.
      if (week.windows.length === 0 && isOfRegion(official.doubt)) return week;
      return { ...week, ...sure, holiday: official.holiday ?? null };
  }
}

function isOfRegion(doubt: Doubt): boolean {
  return doubt === 'noRegion' || doubt === 'partOfRegion';
}

/** The ordinary hours, or those of the last season that holds the date. */
function hoursOf(calendar: WorkingCalendar, date: Day): Pick<WorkingCalendar, 'week' | 'makeUpWindows'> {
  const inSeason = calendar.seasons?.findLast(({ from, to }) => from <= date && (to === null || date <= to));
  return inSeason ?? calendar;
}
