import * as z from 'zod';
import type { Day } from '../complaint/moment.ts';
import { CHINA } from './official/china.ts';
import { calendarOf, type DayFile } from './official/day-file.ts';
import de from './official/date-holidays/de.json' with { type: 'json' };
import gb from './official/date-holidays/gb.json' with { type: 'json' };
import hk from './official/date-holidays/hk.json' with { type: 'json' };
import jp from './official/date-holidays/jp.json' with { type: 'json' };
import my from './official/date-holidays/my.json' with { type: 'json' };
import sg from './official/date-holidays/sg.json' with { type: 'json' };
import tw from './official/date-holidays/tw.json' with { type: 'json' };
import us from './official/date-holidays/us.json' with { type: 'json' };
import type { Holiday, OfficialCalendar } from './official/official-calendar.ts';

/** The countries whose official days come with the product. A country more is a file of days and a line here. */
export const Country = z.enum(['CN', 'TW', 'HK', 'SG', 'MY', 'JP', 'GB', 'DE', 'US']);
export type Country = z.infer<typeof Country>;

const FILES: Readonly<Record<Exclude<Country, 'CN'>, DayFile>> = {
  DE: de,
  GB: gb,
  HK: hk,
  JP: jp,
  MY: my,
  SG: sg,
  TW: tw,
  US: us,
};

/**
 * Why nobody can say yet whether a date is open: its year is not published; the data do not know its year whole; it is off in
 * some regions and none is chosen; it is off in a part of the region, or nobody vouches for the list that says so.
 */
export type Doubt = 'notPublished' | 'incomplete' | 'noRegion' | 'partOfRegion';

/** What the official calendar says of a date. A day named outside the years that are known whole carries its doubt. */
export type OfficialDay =
  | { kind: 'holiday' | 'makeUp'; holiday: Holiday; doubt?: Doubt }
  | { kind: 'ordinary' }
  | { kind: 'unknown'; doubt: Doubt; holiday?: Holiday };

/**
 * What a country's official calendar says of a date, in one of its regions (`regionsOf`) where it has any.
 * `officialDay('2026-02-14')` → make-up workday before Spring Festival; `officialDay('2026-02-17')` → holiday;
 * `officialDay('2026-08-31', 'GB')` → unknown, `noRegion`: a holiday in England, not in Scotland.
 * The last days of a year may be `unknown` until the next year's notice is out, because that notice may move them.
 */
export function officialDay(date: Day, country: Country = 'CN', region?: string): OfficialDay {
  return dayIn(calendarOfCountry(country), date, region);
}

/** The same for any calendar of official days. */
export function dayIn(calendar: OfficialCalendar, date: Day, region?: string): OfficialDay {
  const ofYear = doubtOfYear(calendar, date);
  const found = entryOf(calendar, date, region);
  switch (found?.kind) {
    case 'holiday':
    case 'makeUp':
      return { kind: found.kind, holiday: found.holiday, ...(ofYear && { doubt: ofYear }) };
    case 'unsure':
      return { kind: 'unknown', doubt: ofYear ?? found.doubt ?? 'partOfRegion', holiday: found.holiday };
    case 'open':
    case undefined:
      return ofYear === null ? { kind: 'ordinary' } : { kind: 'unknown', doubt: ofYear };
  }
}

/** What the region says of a date, else the country. Where no region is chosen, what any of them says is not sure. */
function entryOf(calendar: OfficialCalendar, date: Day, region: string | undefined): Entry | undefined {
  const regions = calendar.regions ?? {};
  const chosen = region === undefined ? undefined : own(regions, region);
  const ofCountry = own(calendar.days, date);
  if (chosen) return own(chosen.days, date) ?? ofCountry;
  const somewhere = Object.values(regions).find(({ days }) => Object.hasOwn(days, date))?.days[date];
  return somewhere ? { kind: 'unsure', holiday: somewhere.holiday, doubt: 'noRegion' } : ofCountry;
}

type Entry = OfficialCalendar['days'][string] & { doubt?: Doubt };

function doubtOfYear(calendar: OfficialCalendar, date: Day): Doubt | null {
  if (calendar.years === null || date < `${String(calendar.years.first)}-01-01`) return 'incomplete';
  return date < openFrom(calendar) ? null : 'notPublished';
}

/** A part of a country with days of its own; `name` as the country writes it, null: the days of the whole country alone. */
export interface OfficialRegion {
  code: string;
  name: string | null;
}

/** The regions of a country to choose from, by name; none where its days hold everywhere. */
export function regionsOf(country: Country): OfficialRegion[] {
  return Object.entries(calendarOfCountry(country).regions ?? {})
    .map(([code, { name }]) => ({ code, name }))
    .toSorted((a, b) => ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}

/** False where of no year all days are known, so that every date is in doubt. */
export function hasKnownYears(country: Country): boolean {
  return calendarOfCountry(country).years !== null;
}

/** The first date from which a country's official days are not published; the first of all where no year is known whole. */
export function unpublishedFrom(country: Country): Day {
  return openFrom(calendarOfCountry(country));
}

/** The latest year whose holidays in China the data know. */
export const LAST_PUBLISHED_YEAR = CHINA.years.last;

/** The first date from which China's official days are not published. */
export const UNPUBLISHED_FROM: Day = openFrom(CHINA);

function openFrom({ years, openFrom: monthDay }: OfficialCalendar): Day {
  if (years === null) return '0001-01-01';
  return monthDay === null ? `${String(years.last + 1)}-01-01` : `${String(years.last)}-${monthDay}`;
}

/** Files are laid out by date when they are first asked for. */
const laidOut = new Map<Country, OfficialCalendar>();

/** All official days of a country as its data hold them. */
export function calendarOfCountry(country: Country): OfficialCalendar {
  if (country === 'CN') return CHINA;
  const calendar = laidOut.get(country) ?? calendarOf(FILES[country]);
  laidOut.set(country, calendar);
  return calendar;
}

function own<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
