import noticed from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { KnownHoliday, OfficialCalendar } from './official-calendar.ts';

/** By the English name in the data. */
const HOLIDAY_BY_NAME: Readonly<Record<string, KnownHoliday>> = {
  "New Year's Day": 'newYear',
  'Spring Festival': 'springFestival',
  'Tomb-sweeping Day': 'qingming',
  'Labour Day': 'labourDay',
  'Dragon Boat Festival': 'dragonBoat',
  'Mid-autumn Festival': 'midAutumn',
  'National Day': 'nationalDay',
  'Anti-Fascist 70th Day': 'victoryDay',
};

const DATES = [...Object.keys(noticed.holidays), ...Object.keys(noticed.workdays)];

/** A year is published when the data hold a date of it before December: its last days may come from the next year's notice. */
const YEARS = DATES.filter((date) => date.slice(5) < '12').map((date) => Number(date.slice(0, 4)));

/** The earliest day of December that a notice for the following year ever touched, as `MM-DD`. */
const NEW_YEAR_REACHES_BACK_TO = DATES.map((date) => date.slice(5))
  .filter((monthDay) => monthDay >= '12')
  .reduce((earliest, monthDay) => (monthDay < earliest ? monthDay : earliest), '12-31');

/** China's official days: the State Council's yearly notices, from the data of `chinese-days`. */
export const CHINA = {
  country: 'CN',
  source: '国务院办公厅关于部分节假日安排的通知 (chinese-days)',
  licence: 'MIT',
  years: { first: Math.min(...YEARS), last: Math.max(...YEARS) },
  openFrom: NEW_YEAR_REACHES_BACK_TO,
  days: { ...entries(noticed.holidays, 'holiday'), ...entries(noticed.workdays, 'makeUp') },
} satisfies OfficialCalendar;

/** The data write a name as `Spring Festival,春节,4`: English, Chinese, days of statutory leave. */
function entries(named: Readonly<Record<string, string>>, kind: 'holiday' | 'makeUp'): OfficialCalendar['days'] {
  return Object.fromEntries(
    Object.entries(named).map(([date, text]) => {
      const [english = '', chinese = english] = text.split(',');
      return [date, { kind, holiday: HOLIDAY_BY_NAME[english] ?? { name: chinese } }];
    }),
  );
}
