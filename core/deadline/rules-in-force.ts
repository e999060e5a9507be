import type { CompanySettings } from '../policy/company-settings.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { calendarVersion } from '../working-time/calendar-version.ts';
import { layCalendar, type CalendarLayer } from '../working-time/lay-calendar.ts';

/**
 * What to write into a `promised` entry beside the time, so that `deadlinesOf` can tell later that the rules have changed:
 * the version of the policy, and of the calendar with the same layers for which the deadline was computed. Without a calendar
 * there is none to name.
 */
export function rulesInForce(
  pack: Pick<PolicyPack, 'version'>,
  company: CompanySettings | null,
  layers: readonly CalendarLayer[],
): { policyVersion: string; calendarVersion?: string } {
  const calendar = company?.calendar ?? null;
  if (calendar === null) return { policyVersion: pack.version };
  return { policyVersion: pack.version, calendarVersion: calendarVersion(layCalendar(calendar, layers)) };
}

/** The layers of one complaint: the days of the department that has it, and those agreed for it alone. */
export function layersOf(
  company: Pick<CompanySettings, 'departmentDays'> | null,
  { department, caseDays = [] }: { department: string | null; caseDays?: CalendarLayer['days'] },
): CalendarLayer[] {
  const days = company?.departmentDays ?? {};
  const own = department !== null && Object.hasOwn(days, department) ? (days[department] ?? []) : [];
  return [
    { level: 'department', days: own },
    { level: 'case', days: caseDays },
  ];
}
