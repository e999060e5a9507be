import type { CalendarLevel, DayOverrides, WorkingCalendar } from './working-calendar.ts';

/** Dates of their own that a department, or a single complaint, has beside the company's calendar. */
export interface CalendarLayer {
  level: CalendarLevel;
  days: DayOverrides;
}

declare const LAID: unique symbol;

/**
 * A calendar of which all layers are known – official days, company, department, case – even where a layer is empty. Only
 * `layCalendar` makes one, so that nobody compares or names the company's calendar where the department's days count.
 */
export type LaidCalendar = WorkingCalendar & { readonly [LAID]: true };

/**
 * One calendar out of the company's and what lies over it. From the ground up: official days, company, department, case –
 * the later layer wins a date, in whatever order the layers are given; within a layer the last entry of a date. Where there are
 * no days to lay, the company's calendar itself.
 * `layCalendar(company, [{ level: 'department', days: [{ date: '2026-03-04', windows: [], note: 'stock-taking' }] }])`
 */
export function layCalendar(company: WorkingCalendar, layers: readonly CalendarLayer[]): LaidCalendar {
  if (layers.every(({ days }) => days.length === 0)) return company as LaidCalendar;
  const laid = LEVELS.flatMap((level) =>
    layers.filter((layer) => layer.level === level).flatMap(({ days }) => days.map((day) => ({ ...day, level }))),
  );
  return { ...company, overrides: [...company.overrides, ...laid] } as LaidCalendar;
}

const LEVELS: readonly CalendarLevel[] = ['company', 'department', 'case'];
