import type { Day } from '../complaint/moment.ts';
import { officialDay, type Holiday } from './official-days.ts';
import type { Window, WorkingCalendar } from './working-calendar.ts';
import { weekdayOf } from './zoned-time.ts';

/** When a date is open, and what decides it. */
export interface DayPlan {
  date: Day;
  windows: readonly Window[];
  reason: 'override' | 'holiday' | 'makeUp' | 'week';
  /** The company's own note of an override; empty otherwise. */
  note: string;
  holiday: Holiday | null;
  /** True when the official days of the date's year are not published and no override settles the date. */
  isProvisional: boolean;
}

/**
 * The windows of a date: the last override of that date, else the official day, else the week.
 * A make-up workday takes `makeUpWindows`, whatever weekday it falls on.
 */
export function planOfDay(calendar: WorkingCalendar, date: Day): DayPlan {
  const plan = { date, note: '', holiday: null, isProvisional: false };
  const override = calendar.overrides.findLast((entry) => entry.date === date);
  if (override) return { ...plan, windows: override.windows, reason: 'override', note: override.note };

  const week = { ...plan, windows: calendar.week[weekdayOf(date)], reason: 'week' as const };
  if (calendar.country === null) return week;
  const official = officialDay(date);
  switch (official.kind) {
    case 'holiday':
      return { ...plan, windows: [], reason: 'holiday', holiday: official.holiday };
    case 'makeUp':
      return { ...plan, windows: calendar.makeUpWindows, reason: 'makeUp', holiday: official.holiday };
    case 'ordinary':
      return week;
    case 'unknown':
      return { ...week, isProvisional: true };
  }
}
