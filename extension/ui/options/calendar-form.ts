import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import { windowsFor } from '../../../core/working-time/own-days.ts';
import { Windows, type Window, type WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { SUGGESTED_WINDOWS } from '../../../core/working-time/suggested-windows.ts';
import { WEEKDAYS, type Weekday } from '../settings/hours-form.ts';

/** The week of a company as it is edited: the spans of each day. */
export type WeekForm = Record<Weekday, Window[]>;

/** The week that is stored; a common one, to be confirmed, where none is. */
export function weekFormOf(calendar: WorkingCalendar | null): WeekForm {
  const on = (day: Weekday): Window[] => calendar?.week[day] ?? (day <= 5 ? [...SUGGESTED_WINDOWS] : []);
  return { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
}

/** The days of which the spans make no sense: out of order, overlapping, ending before they begin. */
export function badDays(week: WeekForm): Weekday[] {
  return WEEKDAYS.filter((day) => !Windows.safeParse(week[day]).success);
}

/** The day with one span more, behind the last one. */
export function withSpan(windows: readonly Window[]): Window[] {
  const last = windows.at(-1);
  if (last === undefined) return [...SUGGESTED_WINDOWS];
  const from = last.to < '22:00' ? last.to : '22:00';
  return [...windows, { from, to: from < '18:00' ? '18:00' : '23:00' }];
}

/** The company's settings with another calendar. Of seasons and single cases nothing is lost. */
export function withCalendar(
  company: CompanySettings,
  part: Partial<Pick<WorkingCalendar, 'country' | 'makeUpWindows' | 'overrides'>> & {
    week?: WeekForm;
    region?: string | null;
  },
  zone: string,
): CompanySettings {
  const { region, ...others } = part;
  const week = weekFormOf(company.calendar);
  const before: WorkingCalendar = company.calendar ?? {
    zone,
    week,
    country: null,
    makeUpWindows: windowsFor('open', week),
    overrides: [],
  };
  const { region: regionBefore, ...rest } = before;
  const chosen = region === undefined ? (regionBefore ?? null) : region;
  return { ...company, calendar: { ...rest, ...others, ...(chosen !== null && { region: chosen }) } };
}
