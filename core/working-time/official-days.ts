import * as z from 'zod';
import type { Day } from '../complaint/moment.ts';
import { CHINA } from './official/china.ts';
import type { KnownHoliday, OfficialCalendar } from './official/official-calendar.ts';

/** The countries whose official days come with the product. A country more is a file of days and a line here. */
export const Country = z.enum(['CN']);
export type Country = z.infer<typeof Country>;

const CALENDARS: Readonly<Record<Country, OfficialCalendar>> = { CN: CHINA };

/** A holiday that has a name in the catalogues, or one by the name that its country gives it. */
export type Holiday = KnownHoliday | { name: string };

/** What the official calendar says of a date; `unknown` when its year is not published (or older than the data). */
export type OfficialDay =
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'makeUp'; holiday: Holiday }
  | { kind: 'ordinary' }
  | { kind: 'unknown' };

/**
 * What a country's official calendar says of a date.
 * `officialDay('2026-02-14')` → make-up workday before Spring Festival; `officialDay('2026-02-17')` → holiday.
 * The last days of a year may be `unknown` until the next year's notice is out, because that notice may move them.
 */
export function officialDay(date: Day, country: Country = 'CN'): OfficialDay {
  return dayIn(CALENDARS[country], date);
}

/** The same for any calendar of official days. */
export function dayIn(calendar: OfficialCalendar, date: Day): OfficialDay {
  const entry = Object.hasOwn(calendar.days, date) ? calendar.days[date] : undefined;
  if (entry) return { kind: entry.kind, holiday: entry.holiday };
  const isKnown = date >= `${String(calendar.years.first)}-01-01` && date < openFrom(calendar);
  return isKnown ? { kind: 'ordinary' } : { kind: 'unknown' };
}

/** The first date from which a country's official days are not published. */
export function unpublishedFrom(country: Country): Day {
  return openFrom(CALENDARS[country]);
}

/** The latest year whose holidays in China the data know. */
export const LAST_PUBLISHED_YEAR = CHINA.years.last;

/** The first date from which China's official days are not published. */
export const UNPUBLISHED_FROM: Day = openFrom(CHINA);

function openFrom({ years, openFrom: monthDay }: OfficialCalendar): Day {
  return monthDay === null ? `${String(years.last + 1)}-01-01` : `${String(years.last)}-${monthDay}`;
}
