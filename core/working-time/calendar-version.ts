import { unpublishedFrom } from './official-days.ts';
import type { LaidCalendar } from './lay-calendar.ts';

/**
 * A short name for exactly these working hours and these official days: kept beside a promise, it tells later that the
 * calendar has changed since (hours edited, or a year's holidays published). Equal calendars have equal names. Of the calendar with
 * all its layers: the company's alone would be another name where a department has days of its own.
 */
export function calendarVersion(calendar: LaidCalendar): string {
  const published = calendar.country === null ? '' : unpublishedFrom(calendar.country);
  return hash(`${published} ${stable(calendar)}`);
}

/** JSON with the keys in order, so that it does not matter how the calendar was written. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${stable(inner)}`)
    .join(',')}}`;
}

/** FNV-1a, 32 bits, as eight hexadecimal digits. */
function hash(text: string): string {
  let found = 0x811c9dc5;
  for (const character of text) found = Math.imul(found ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (found >>> 0).toString(16).padStart(8, '0');
}
