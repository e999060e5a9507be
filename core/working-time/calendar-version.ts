import { calendarOfCountry, type Country } from './official-days.ts';
import type { LaidCalendar } from './lay-calendar.ts';
import type { OfficialCalendar } from './official/official-calendar.ts';

/**
 * A short name for exactly these working hours and these official days: kept beside a promise, it tells later that the
 * calendar has changed since (hours edited, a year's holidays published, a second notice for the same year). Equal calendars have equal names. Of the calendar with
 * all its layers: the company's alone would be another name where a department has days of its own.
 */
export function calendarVersion(calendar: LaidCalendar): string {
  const official = calendar.country === null ? '' : officialVersion(calendar.country, calendar.region);
  return hash(`${official} ${stable(calendar)}`);
}

/** The same for the official days that hold in a region, or in all of them where none is chosen. */
function officialVersion(country: Country, region: string | undefined): string {
  const official = calendarOfCountry(country);
  const known = named.get(official) ?? new Map<string, string>();
  named.set(official, known);
  const { years, openFrom, days, regions = {} } = official;
  const ofRegions = region !== undefined && Object.hasOwn(regions, region) ? regions[region] : regions;
  const version = known.get(region ?? '') ?? hash(stable({ years, openFrom, days, regions: ofRegions }));
  known.set(region ?? '', version);
  return version;
}

/** Names of official days already worked out: they are many, and asked for with every promise. */
const named = new WeakMap<OfficialCalendar, Map<string, string>>();

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
