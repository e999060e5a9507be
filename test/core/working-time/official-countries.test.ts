import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planOfDay } from '../../../core/working-time/day-plan.ts';
import {
  Country,
  hasKnownYears,
  officialDay,
  regionsOf,
  unpublishedFrom,
} from '../../../core/working-time/official-days.ts';
import { countryOfZone } from '../../../core/working-time/official-zones.ts';
import { calendarOf, DayFile } from '../../../core/working-time/official/day-file.ts';
import { OfficialCalendar } from '../../../core/working-time/official/official-calendar.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { addDays, weekdayOf } from '../../../core/working-time/zoned-time.ts';
import { holidayFiles } from '../../support/holiday-files.ts';
import { ROOT } from '../../support/import-graph.ts';
import { CHINA_OFFICE } from './calendars.ts';

const ABROAD = Country.options.filter((country) => country !== 'CN');
const pathOf = (country: Country) => `core/working-time/official/date-holidays/${country.toLowerCase()}.json`;
const stored = (country: Country) => DayFile.parse(JSON.parse(readFileSync(join(ROOT, pathOf(country)), 'utf8')));
const files = await holidayFiles();

/** Dates from the notices and laws themselves, not from the package. `off`, `on`, or the doubt. */
const FACTS = [
  // 行政院核定之 114 年、115 年政府行政機關辦公日曆表
  ['TW', null, '2025-01-27', 'off'],
  ['TW', null, '2025-02-08', 'makeUp'],
  ['TW', null, '2025-05-30', 'off'],
  ['TW', null, '2025-09-29', 'off'],
  ['TW', null, '2025-10-24', 'off'],
  ['TW', null, '2026-02-16', 'off'],
  ['TW', null, '2026-02-20', 'off'],
  ['TW', null, '2026-02-21', 'on'],
  ['TW', null, '2026-02-23', 'on'],
  ['TW', null, '2026-02-27', 'off'],
  ['TW', null, '2026-04-03', 'off'],
  ['TW', null, '2026-04-06', 'off'],
  ['TW', null, '2026-05-01', 'off'],
  ['TW', null, '2026-09-28', 'off'],
  ['TW', null, '2026-10-09', 'off'],
  ['TW', null, '2026-10-26', 'off'],
  ['TW', null, '2026-12-25', 'off'],
  ['TW', null, '2027-01-05', 'notPublished'],
  ['TW', null, '2024-05-06', 'incomplete'],
  // General holidays, Hong Kong Government
  ['HK', null, '2025-10-07', 'off'],
  ['HK', null, '2026-04-07', 'off'],
  ['HK', null, '2026-05-25', 'off'],
  ['HK', null, '2026-09-26', 'off'],
  ['HK', null, '2026-10-19', 'off'],
  ['HK', null, '2026-02-20', 'on'],
  ['HK', null, '2027-02-09', 'off'],
  // Public holidays, Ministry of Manpower of Singapore
  ['SG', null, '2025-05-03', 'off'],
  ['SG', null, '2026-05-27', 'off'],
  ['SG', null, '2026-06-01', 'off'],
  ['SG', null, '2026-08-10', 'off'],
  ['SG', null, '2026-11-09', 'off'],
  ['SG', null, '2026-02-19', 'on'],
  ['SG', null, '2027-03-02', 'notPublished'],
  // 国民の祝日, 内閣府
  ['JP', null, '2025-02-24', 'off'],
  ['JP', null, '2026-05-06', 'off'],
  ['JP', null, '2026-09-22', 'off'],
  ['JP', null, '2027-03-22', 'off'],
  ['JP', null, '2026-09-24', 'on'],
  ['JP', null, '2028-03-21', 'notPublished'],
  // gov.uk/bank-holidays
  ['GB', 'ENG', '2026-08-31', 'off'],
  ['GB', 'WLS', '2026-08-31', 'off'],
  ['GB', 'NIR', '2026-08-31', 'off'],
  ['GB', 'SCT', '2026-08-31', 'on'],
  ['GB', 'SCT', '2026-08-03', 'off'],
  ['GB', 'ENG', '2026-08-03', 'on'],
  ['GB', 'SCT', '2026-06-15', 'off'],
  ['GB', 'SCT', '2026-01-02', 'off'],
  ['GB', 'SCT', '2027-01-04', 'off'],
  ['GB', 'SCT', '2025-12-01', 'off'],
  ['GB', 'SCT', '2026-04-06', 'on'],
  ['GB', 'ENG', '2026-04-06', 'off'],
  ['GB', 'NIR', '2026-07-13', 'off'],
  ['GB', 'NIR', '2026-03-17', 'off'],
  ['GB', 'ENG', '2026-12-28', 'off'],
  ['GB', 'ENG', '2027-12-28', 'off'],
  ['GB', null, '2026-12-28', 'off'],
  ['GB', null, '2026-08-31', 'noRegion'],
  ['GB', null, '2026-04-06', 'noRegion'],
  ['GB', null, '2026-09-01', 'on'],
  // Feiertagsgesetze der Länder
  ['DE', 'BY', '2026-06-04', 'off'],
  ['DE', 'NW', '2026-06-04', 'off'],
  ['DE', 'HH', '2026-06-04', 'on'],
  ['DE', 'SN', '2026-06-04', 'partOfRegion'],
  ['DE', 'TH-EIC', '2026-06-04', 'off'],
  ['DE', 'BY', '2025-08-15', 'partOfRegion'],
  ['DE', 'BY-KATH', '2025-08-15', 'off'],
  ['DE', 'BY-EVANG', '2025-08-15', 'on'],
  ['DE', 'SL', '2025-08-15', 'off'],
  ['DE', 'BY-A', '2025-08-08', 'off'],
  ['DE', 'SN', '2026-11-18', 'off'],
  ['DE', 'BE', '2025-05-08', 'off'],
  ['DE', 'BE', '2027-03-08', 'off'],
  ['DE', 'NI', '2025-10-31', 'off'],
  ['DE', 'BW', '2025-10-31', 'on'],
  ['DE', 'ST', '2026-01-06', 'off'],
  ['DE', null, '2026-06-04', 'noRegion'],
  ['DE', null, '2026-05-14', 'off'],
  ['DE', null, '2026-12-24', 'on'],
  // Federal holidays, U.S. Office of Personnel Management
  ['US', 'FED', '2026-07-03', 'off'],
  ['US', 'FED', '2027-06-18', 'off'],
  ['US', 'FED', '2027-07-05', 'off'],
  ['US', 'FED', '2027-12-24', 'off'],
  ['US', 'FED', '2027-12-31', 'off'],
  ['US', 'FED', '2028-11-10', 'off'],
  ['US', 'FED', '2026-10-12', 'off'],
  ['US', 'FED', '2026-11-27', 'on'],
  ['US', 'CA', '2026-11-27', 'partOfRegion'],
  ['US', 'CA', '2026-10-12', 'partOfRegion'],
  ['US', 'OH', '2026-10-12', 'off'],
  ['US', null, '2026-10-12', 'noRegion'],
  ['US', null, '2026-11-26', 'off'],
  // Malaysia: moved days and states' days in lieu are not known whole in any year.
  ['MY', '10', '2026-12-11', 'incomplete'],
  ['MY', null, '2026-03-04', 'incomplete'],
] as const;

describe('official days of other countries', () => {
  it.each(FACTS)('%s %s, %s: %s', (country, region, date, expected) => {
    const day = officialDay(date, country, region ?? undefined);
    const said = { holiday: 'off', ordinary: 'on', makeUp: 'makeUp', unknown: 'unknown' }[day.kind];
    expect('doubt' in day ? day.doubt : said).toBe(expected);
  });

  it.each([
    ['TW', '2026-02-16', '農曆除夕'],
    ['HK', '2026-04-07', '復活節星期一翌日'],
    ['JP', '2026-09-22', '国民の休日'],
    ['DE', '2026-10-03', 'Tag der Deutschen Einheit'],
    ['US', '2026-07-03', 'Independence Day (substitute day)'],
  ] as const)('%s names %s as the country does: %s', (country, date, name) => {
    expect(officialDay(date, country)).toEqual({ kind: 'holiday', holiday: { name } });
  });

  it('names the day that is in doubt', () => {
    const holiday = { name: 'Summer bank holiday' };
    expect(officialDay('2026-08-31', 'GB')).toEqual({ kind: 'unknown', doubt: 'noRegion', holiday });
  });

  it('keeps a day that can be told of a year that is not published, with its doubt', () => {
    const day = officialDay('2027-02-05', 'TW');
    expect(day).toEqual({ kind: 'holiday', holiday: { name: '農曆除夕' }, doubt: 'notPublished' });
  });

  it.each([
    ['TW', '2027-01-01'],
    ['HK', '2028-01-01'],
    ['SG', '2027-01-01'],
    ['JP', '2028-01-01'],
    ['GB', '2028-01-01'],
    ['DE', '2029-01-01'],
    ['US', '2029-01-01'],
  ] as const)('%s is published up to %s', (country, date) => {
    expect(unpublishedFrom(country)).toBe(date);
    const before = officialDay(addDays(date, -15), country);
    expect('doubt' in before).toBe(false);
  });

  it('of Malaysia alone no year is known whole', () => {
    expect(Country.options.filter((country) => !hasKnownYears(country))).toEqual(['MY']);
  });

  it('no region leaves more open than any region, and never says less', () => {
    for (const country of ABROAD)
      for (const { code } of regionsOf(country))
        for (let date = '2026-01-01'; date < '2027-01-01'; date = addDays(date, 1)) {
          const whole = officialDay(date, country);
          if ('doubt' in whole) continue;
          expect(officialDay(date, country, code), `${country} ${code} ${date}`).toEqual(whole);
        }
  });

  it.each(['GB', 'SG', 'JP'] as const)('%s gives a weekday for a holiday that falls on a Sunday', (country) => {
    const { days, years } = stored(country);
    const known = Object.values(days.holiday ?? {})
      .flat()
      .filter((date) => Number(date.slice(0, 4)) <= (years?.last ?? 0));
    const sundays = known.filter((date) => weekdayOf(date) === 7);
    expect(sundays.length).toBeGreaterThan(0);
    const isMadeGood = (sunday: string) =>
      [1, 2, 3].some(
        (later) =>
          officialDay(addDays(sunday, later), country, country === 'GB' ? 'ENG' : undefined).kind === 'holiday',
      );
    expect(sundays.filter((sunday) => !isMadeGood(sunday))).toEqual([]);
  });
});

describe('the files of days', () => {
  it.each(ABROAD)('%s is what the generator makes of the package', (country) => {
    expect(readFileSync(join(ROOT, pathOf(country)), 'utf8')).toBe(files.get(pathOf(country)));
  });

  it('are one for every country but China', () => {
    expect([...files.keys()].toSorted()).toEqual(ABROAD.map(pathOf).toSorted());
  });

  it.each(ABROAD)('%s names its country, source and licence, and makes a calendar', (country) => {
    const file = stored(country);
    expect(file).toMatchObject({ country, licence: 'CC BY-SA 3.0' });
    expect(file.source).toContain('date-holidays');
    const calendar = calendarOf(file);
    expect(OfficialCalendar.parse(calendar)).toEqual(calendar);
  });

  it('have their licence beside them, and it is told where third parties are listed', () => {
    const note = readFileSync(join(ROOT, 'core/working-time/official/date-holidays/LICENSE.md'), 'utf8');
    const list = readFileSync(join(ROOT, 'docs/THIRD-PARTY.md'), 'utf8');
    expect(note).toContain('creativecommons.org/licenses/by-sa/3.0');
    expect(list).toContain('CC BY-SA 3.0');
    for (const country of ABROAD) expect(list).toMatch(new RegExp(`\\| ${country} +\\|`));
  });

  it('are small: all of them together less than 60 KB', () => {
    const bytes = [...files.values()].reduce((sum, text) => sum + JSON.stringify(JSON.parse(text)).length, 0);
    expect(bytes).toBeLessThan(60_000);
  });
});

describe('regions', () => {
  it('are offered where a country has them, by name', () => {
    expect(regionsOf('GB').map(({ name }) => name)).toEqual(['England', 'Northern Ireland', 'Scotland', 'Wales']);
    expect(regionsOf('US')[0]).toEqual({ code: 'FED', name: null });
    expect(ABROAD.filter((country) => regionsOf(country).length > 0)).toEqual(['MY', 'GB', 'DE', 'US']);
    expect(regionsOf('CN')).toEqual([]);
  });

  it('are checked where a calendar is stored', () => {
    const accepts = (part: object) => WorkingCalendar.safeParse({ ...CHINA_OFFICE, ...part }).success;
    expect(accepts({ country: 'GB', region: 'SCT' })).toBe(true);
    expect(accepts({ country: 'GB' })).toBe(true);
    expect(accepts({ country: 'GB', region: 'BY' })).toBe(false);
    expect(accepts({ country: 'CN', region: 'SCT' })).toBe(false);
    expect(accepts({ country: null, region: 'SCT' })).toBe(false);
  });

  it('a calendar stored before there were any is read as it was', () => {
    expect(WorkingCalendar.parse(CHINA_OFFICE)).toEqual(CHINA_OFFICE);
  });
});

describe('a date in doubt', () => {
  const office = (country: Country, region?: string): WorkingCalendar =>
    WorkingCalendar.parse({ ...CHINA_OFFICE, country, ...(region && { region }) });

  it('is open for now, provisional, with its reason', () => {
    const plan = planOfDay(office('GB'), '2026-08-31');
    expect(plan).toMatchObject({ reason: 'week', isProvisional: true, doubt: 'noRegion' });
    expect(plan.windows).not.toEqual([]);
    expect(plan.holiday).toEqual({ name: 'Summer bank holiday' });
  });

  it('is certain once the region is chosen, or an own entry settles it', () => {
    expect(planOfDay(office('GB', 'SCT'), '2026-08-31')).toMatchObject({ reason: 'week', isProvisional: false });
    expect(planOfDay(office('GB', 'ENG'), '2026-08-31')).toMatchObject({ reason: 'holiday', isProvisional: false });
    const overrides = [{ date: '2026-08-31', windows: [], note: '' }];
    expect(planOfDay({ ...office('GB'), overrides }, '2026-08-31')).toMatchObject({ reason: 'override', doubt: null });
  });

  it('on a weekend is none: it is closed either way', () => {
    expect(planOfDay(office('DE'), '2026-08-15')).toMatchObject({ windows: [], isProvisional: false });
    expect(planOfDay(office('DE', 'BY'), '2026-08-15')).toMatchObject({ windows: [], isProvisional: false });
  });

  it('of a year that is not published stays so on a day that is listed as a holiday', () => {
    const plan = planOfDay(office('TW'), '2027-02-05');
    expect(plan).toMatchObject({ reason: 'holiday', windows: [], isProvisional: true, doubt: 'notPublished' });
  });
});

describe('the country of a time zone', () => {
  it.each([
    ['Asia/Shanghai', 'CN'],
    ['Asia/Urumqi', 'CN'],
    ['Asia/Taipei', 'TW'],
    ['Asia/Hong_Kong', 'HK'],
    ['Asia/Singapore', 'SG'],
    ['Asia/Kuala_Lumpur', 'MY'],
    ['Asia/Tokyo', 'JP'],
    ['Europe/London', 'GB'],
    ['Europe/Berlin', 'DE'],
    ['America/Los_Angeles', 'US'],
    ['America/Indiana/Knox', 'US'],
    ['America/Toronto', null],
    ['Asia/Macau', null],
    ['Europe/Paris', null],
    ['UTC', null],
  ])('%s → %s', (zone, country) => {
    expect(countryOfZone(zone)).toBe(country);
  });
});
