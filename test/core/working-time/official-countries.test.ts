import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import { Country, officialDay, unpublishedFrom } from '../../../core/working-time/official-days.ts';
import { OfficialCalendar } from '../../../core/working-time/official/official-calendar.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { addDays, weekdayOf } from '../../../core/working-time/zoned-time.ts';
import { holidayFiles } from '../../support/holiday-files.ts';
import { ROOT } from '../../support/import-graph.ts';
import { CHINA_OFFICE } from './calendars.ts';

const ABROAD = Country.options.filter((country) => country !== 'CN');
const files = await holidayFiles();
const pathOf = (country: Country) => `core/working-time/official/${country.toLowerCase()}.json`;
const stored = (country: Country) =>
  OfficialCalendar.parse(JSON.parse(readFileSync(join(ROOT, pathOf(country)), 'utf8')));

describe('official days of other countries', () => {
  it.each([
    ['TW', '2026-02-16', '農曆除夕'],
    ['TW', '2025-04-04', '兒童節 / 清明節'],
    ['HK', '2026-04-07', '復活節星期一翌日'],
    ['HK', '2027-02-09', '農曆年初四'],
    ['SG', '2026-08-10', 'National Day (substitute day)'],
    ['MY', '2026-08-31', 'Hari Kebangsaan'],
    ['GB', '2026-12-28', 'Boxing Day (substitute day)'],
    ['US', '2026-07-03', 'Independence Day (substitute day)'],
    ['US', '2027-12-31', "New Year's Day (substitute day)"],
    ['JP', '2026-09-22', '国民の休日'],
    ['DE', '2026-10-03', 'Tag der Deutschen Einheit'],
  ] as const)('%s is closed on %s: %s', (country, date, name) => {
    expect(officialDay(date, country)).toEqual({ kind: 'holiday', holiday: { name } });
  });

  it.each([
    ['HK', '2026-02-20'],
    ['SG', '2026-02-19'],
    ['US', '2026-11-27'],
    ['GB', '2026-07-03'],
    ['JP', '2026-09-24'],
    ['DE', '2026-12-24'],
  ] as const)('%s works on %s', (country, date) => {
    expect(officialDay(date, country)).toEqual({ kind: 'ordinary' });
  });

  it.each([
    ['TW', '2024-01-01'],
    ['HK', '2029-01-01'],
    ['SG', '2027-01-01'],
    ['MY', '2026-01-01'],
    ['GB', '2029-01-01'],
    ['US', '2028-01-01'],
    ['JP', '2029-01-01'],
    ['DE', '2029-01-01'],
  ] as const)('of %s not all days are known from %s on', (country, date) => {
    expect(unpublishedFrom(country)).toBe(date);
    expect(officialDay(addDays(date, 9), country)).toEqual({ kind: 'unknown' });
  });

  it.each(ABROAD)('%s is what the generator makes of the package', (country) => {
    expect(readFileSync(join(ROOT, pathOf(country)), 'utf8')).toBe(files.get(pathOf(country)));
  });

  it.each(ABROAD)('%s names its country, its source and a licence, and lists its days in order', (country) => {
    const { source, licence, days, ...head } = stored(country);
    expect(head.country).toBe(country);
    expect([source, licence].join()).toMatch(/date-holidays \d.*CC BY-SA 3\.0/);
    expect(Object.keys(days)).toEqual(Object.keys(days).toSorted());
  });

  it.each(ABROAD)('%s has no make-up workdays, and from seven to twenty-five days off in a known year', (country) => {
    const { days, years } = stored(country);
    expect(Object.values(days).every(({ kind }) => kind === 'holiday')).toBe(true);
    for (let year = years.first; year <= years.last; year += 1) {
      const off = Object.keys(days).filter((date) => date.startsWith(String(year)));
      expect(off.length, String(year)).toBeGreaterThanOrEqual(7);
      expect(off.length, String(year)).toBeLessThanOrEqual(25);
    }
  });

  it('all keep the New Year, and each its own days', () => {
    const lists = ABROAD.map((country) => {
      expect(officialDay('2026-01-01', country).kind).toBe('holiday');
      return Object.keys(stored(country).days).join();
    });
    expect(new Set(lists).size).toBe(ABROAD.length);
  });

  it.each(['GB', 'SG', 'JP'] as const)('%s gives a weekday for a holiday that falls on a Sunday', (country) => {
    const { days, years } = stored(country);
    const known = Object.keys(days).filter((date) => Number(date.slice(0, 4)) <= years.last);
    const sundays = known.filter((date) => weekdayOf(date) === 7);
    expect(sundays.length).toBeGreaterThan(0);
    const within = (sunday: string) =>
      [1, 2, 3].some((later) => officialDay(addDays(sunday, later), country).kind === 'holiday');
    expect(sundays.filter((sunday) => !within(sunday))).toEqual([]);
  });
});

describe('a company abroad', () => {
  const office = (country: Country, zone: string): WorkingCalendar =>
    WorkingCalendar.parse({ ...CHINA_OFFICE, country, zone, makeUpWindows: [] });

  it.each([
    ['HK', 'Asia/Hong_Kong', '2026-04-02', 2, '2026-04-09T18:00:00+08:00', false],
    ['SG', 'Asia/Singapore', '2026-08-07', 1, '2026-08-11T18:00:00+08:00', false],
    ['GB', 'Europe/London', '2026-12-24', 1, '2026-12-29T18:00:00+00:00', false],
    ['US', 'America/New_York', '2026-07-02', 1, '2026-07-06T18:00:00-04:00', false],
    ['JP', 'Asia/Tokyo', '2026-05-01', 1, '2026-05-07T18:00:00+09:00', false],
    ['DE', 'Europe/Berlin', '2026-04-02', 1, '2026-04-07T18:00:00+02:00', false],
    ['TW', 'Asia/Taipei', '2026-02-13', 1, '2026-02-23T18:00:00+08:00', true],
    ['MY', 'Asia/Kuala_Lumpur', '2026-08-28', 1, '2026-09-01T18:00:00+08:00', true],
    ['SG', 'Asia/Singapore', '2027-03-08', 1, '2027-03-10T18:00:00+08:00', true],
  ] as const)('%s (%s): a complaint of %s, %i working days', (country, zone, from, count, dueAt, isProvisional) => {
    const walk = addWorkingDays(office(country, zone), from, count, 'nextDay');
    expect(walk).toMatchObject({ ok: true, value: { dueAt, isProvisional } });
  });

  it('adds a day that the data do not know by an own entry', () => {
    const taipei = office('TW', 'Asia/Taipei');
    const due = (calendar: WorkingCalendar) => addWorkingDays(calendar, '2026-09-25', 1, 'nextDay');
    const overrides = [{ date: '2026-09-28', windows: [], note: '教師節' }];
    expect(due(taipei)).toMatchObject({ value: { dueAt: '2026-09-28T18:00:00+08:00', isProvisional: true } });
    expect(due({ ...taipei, overrides })).toMatchObject({ value: { dueAt: '2026-09-29T18:00:00+08:00' } });
  });

  it('keeps its own holidays, not China’s', () => {
    const due = (country: Country) => addWorkingDays(office(country, 'Asia/Shanghai'), '2026-09-30', 1, 'nextDay');
    expect(due('CN')).toMatchObject({ value: { dueAt: '2026-10-08T18:00:00+08:00' } });
    expect(due('HK')).toMatchObject({ value: { dueAt: '2026-10-02T18:00:00+08:00' } });
    expect(due('US')).toMatchObject({ value: { dueAt: '2026-10-01T18:00:00+08:00' } });
  });
});
