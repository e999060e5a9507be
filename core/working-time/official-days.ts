import noticed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from '../complaint/moment.ts';

/** The official holidays that have a name of their own in the catalogues; `other` is one that the table below does not know. */
export type Holiday = (typeof HOLIDAY_BY_NAME)[keyof typeof HOLIDAY_BY_NAME] | 'other';

/** What the State Council's yearly notice says of a date; `unknown` when its year is not published (or older than the data). */
export type OfficialDay =
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'makeUp'; holiday: Holiday }
  | { kind: 'ordinary' }
  | { kind: 'unknown' };

const HOLIDAYS: Readonly<Record<string, string>> = noticed.holidays;
const MAKE_UP_DAYS: Readonly<Record<string, string>> = noticed.workdays;
const DATES = [...Object.keys(HOLIDAYS), ...Object.keys(MAKE_UP_DAYS)];

/** A year is published when the data hold a date of it before December: its last days may come from the next year's notice. */
const PUBLISHED_YEARS = new Set(DATES.filter((date) => date.slice(5) < '12').map((date) => date.slice(0, 4)));

/** The earliest day of December that a notice for the following year ever touched, as `MM-DD`. */
const NEW_YEAR_REACHES_BACK_TO = DATES.map((date) => date.slice(5))
  .filter((monthDay) => monthDay >= '12')
  .reduce((earliest, monthDay) => (monthDay < earliest ? monthDay : earliest), '12-31');

/**
 * What China's official calendar says of a date, from the data of `chinese-days`.
 * `officialDay('2026-02-14')` → make-up workday before Spring Festival; `officialDay('2026-02-17')` → holiday.
 * The last days of a year are `unknown` until the next year's notice is out, because that notice may move them.
 */
export function officialDay(date: Day): OfficialDay {
  const makeUp = MAKE_UP_DAYS[date];
  if (makeUp !== undefined) return { kind: 'makeUp', holiday: holidayNamed(makeUp) };
  const holiday = HOLIDAYS[date];
  if (holiday !== undefined) return { kind: 'holiday', holiday: holidayNamed(holiday) };
  return isPublished(date) ? { kind: 'ordinary' } : { kind: 'unknown' };
}

/** The latest year whose holidays the data know. */
export const LAST_PUBLISHED_YEAR = Math.max(...[...PUBLISHED_YEARS].map(Number));

/** The first date from which China's official days are not published. */
export const UNPUBLISHED_FROM: Day = `${LAST_PUBLISHED_YEAR}-${NEW_YEAR_REACHES_BACK_TO}`;

function isPublished(date: Day): boolean {
  const year = date.slice(0, 4);
  if (!PUBLISHED_YEARS.has(year)) return false;
  return date.slice(5) < NEW_YEAR_REACHES_BACK_TO || PUBLISHED_YEARS.has(String(Number(year) + 1));
}

/** By the English name in the data. */
const HOLIDAY_BY_NAME = {
  "New Year's Day": 'newYear',
  'Spring Festival': 'springFestival',
  'Tomb-sweeping Day': 'qingming',
  'Labour Day': 'labourDay',
  'Dragon Boat Festival': 'dragonBoat',
  'Mid-autumn Festival': 'midAutumn',
  'National Day': 'nationalDay',
  'Anti-Fascist 70th Day': 'victoryDay',
} as const;

/** The data write a name as `Spring Festival,春节,4`: English, Chinese, days of statutory leave. */
function holidayNamed(entry: string): Holiday {
  const name = entry.split(',')[0] ?? '';
  return Object.hasOwn(HOLIDAY_BY_NAME, name) ? HOLIDAY_BY_NAME[name as keyof typeof HOLIDAY_BY_NAME] : 'other';
}
