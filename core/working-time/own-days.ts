import { SUGGESTED_WINDOWS } from './suggested-windows.ts';
import type { DayOverrides, Week, Window } from './working-calendar.ts';

export const DAY_KINDS = ['closed', 'halfDay', 'open'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** What an own day is, as a person would call it. */
export function kindOfDay(windows: readonly Window[]): DayKind {
  if (windows.length === 0) return 'closed';
  return windows.length === 1 && (windows[0]?.to ?? '') <= '13:00' ? 'halfDay' : 'open';
}

/** The spans with which an own day of a kind begins: those of the week's first working day, of a half day its first one. */
export function windowsFor(kind: DayKind, week: Week): Window[] {
  const usual = WEEKDAYS.map((day) => week[day]).find((windows) => windows.length > 0) ?? [...SUGGESTED_WINDOWS];
  if (kind === 'closed') return [];
  return kind === 'halfDay' ? usual.slice(0, 1) : usual;
}

/** Own days in the order of the calendar; of one date the last entry counts. */
export function withDay(days: DayOverrides, day: DayOverrides[number]): DayOverrides {
  return [...days.filter(({ date }) => date !== day.date), day].sort((one, other) => (one.date < other.date ? -1 : 1));
}
