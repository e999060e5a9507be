import noticed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Day } from '../complaint/moment.ts';

/** Names of an official holiday; the library has Chinese and English, the traditional form is ours. */
export interface HolidayName {
  'zh-CN': string;
  'zh-TW': string;
  en: string;
}

/** What the State Council's yearly notice says of a date; `unknown` when its year is not published (or older than the data). */
export type OfficialDay =
  | { kind: 'holiday'; name: HolidayName }
  | { kind: 'makeUp'; name: HolidayName }
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
  if (makeUp !== undefined) return { kind: 'makeUp', name: holidayName(makeUp) };
  const holiday = HOLIDAYS[date];
  if (holiday !== undefined) return { kind: 'holiday', name: holidayName(holiday) };
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

const TRADITIONAL: Readonly<Record<string, string>> = {
  元旦: '元旦',
  春节: '春節',
  清明: '清明節',
  劳动节: '勞動節',
  端午: '端午節',
  中秋: '中秋節',
  国庆节: '國慶節',
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: '抗戰勝利70週年紀念日',
};

/** The data write a name as `Spring Festival,春节,4`: English, Chinese, days of statutory leave. */
function holidayName(entry: string): HolidayName {
  const [en = entry, chinese = en] = entry.split(',');
  return { 'zh-CN': chinese, 'zh-TW': TRADITIONAL[chinese] ?? chinese, en };
}
