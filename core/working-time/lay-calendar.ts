import type { CalendarLevel, DayOverrides, WorkingCalendar } from './working-calendar.ts';

/** Dates of their own that a department, or a single complaint, has beside the company's calendar. */
export interface CalendarLayer {
  level: CalendarLevel;
  days: DayOverrides;
}

/**
 * One calendar out of the company's and what lies over it. From the ground up: official days, company, department, case –
 * the later layer wins a date, in whatever order the layers are given; within a layer the last entry of a date.
 * `layCalendar(company, [{ level: 'department', days: [{ date: '2026-03-04', windows: [], note: 'stock-taking' }] }])`
 */
export function layCalendar(company: WorkingCalendar, layers: readonly CalendarLayer[]): WorkingCalendar {
  if (layers.every(({ days }) => days.length === 0)) return company;
  const laid = LEVELS.flatMap((level) =>
    layers.filter((layer) => layer.level === level).flatMap(({ days }) => days.map((day) => ({ ...day, level }))),
  );
  return { ...company, overrides: [...company.overrides, ...laid] };
}

const LEVELS: readonly CalendarLevel[] = ['company', 'department', 'case'];
