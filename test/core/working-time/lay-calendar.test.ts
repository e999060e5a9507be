import { describe, expect, expectTypeOf, it } from 'vitest';
import { calendarVersion } from '../../../core/working-time/calendar-version.ts';
import { planOfDay } from '../../../core/working-time/day-plan.ts';
import { layCalendar, type CalendarLayer, type LaidCalendar } from '../../../core/working-time/lay-calendar.ts';
import { openDaysAfter } from '../../../core/working-time/open-windows.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';
import { CHINA_OFFICE, CLOSED, OFFICE_HOURS } from './calendars.ts';

const half = [{ from: '09:00', to: '12:00' }];
const on = (date: string, windows: typeof half, note = '') => ({ date, windows, note });
const company = { ...CHINA_OFFICE, overrides: [on('2026-03-04', half, 'company'), on('2026-10-01', half, 'duty')] };
const department: CalendarLayer = {
  level: 'department',
  days: [on('2026-03-04', [], 'stock-taking'), on('2026-03-05', half)],
};
const single: CalendarLayer = { level: 'case', days: [on('2026-03-05', OFFICE_HOURS, 'customer on site')] };

describe('layers of a calendar', () => {
  const laid = layCalendar(company, [department, single]);

  it.each([
    ['2026-03-04', [], 'override', 'department', 'stock-taking'],
    ['2026-03-05', OFFICE_HOURS, 'override', 'case', 'customer on site'],
    ['2026-10-01', half, 'override', 'company', 'duty'],
    ['2026-10-02', [], 'holiday', 'company', ''],
    ['2026-10-10', OFFICE_HOURS, 'makeUp', 'company', ''],
    ['2026-03-06', OFFICE_HOURS, 'week', 'company', ''],
  ])('%s is decided by the topmost layer that knows it', (date, windows, reason, level, note) => {
    expect(planOfDay(laid, date)).toMatchObject({ windows, reason, level, note });
  });

  it('lie in their own order, however they are given', () => {
    expect(layCalendar(company, [single, department])).toEqual(laid);
  });

  it('leave the company’s calendar alone, and cost nothing where there are none', () => {
    const before = structuredClone(company);
    layCalendar(company, [department]);
    expect(company).toEqual(before);
    expect(layCalendar(company, [{ level: 'case', days: [] }])).toBe(company);
  });

  it('make a calendar that may be stored', () => {
    expect(WorkingCalendar.parse(laid)).toEqual(laid);
  });
});

describe('seasons', () => {
  const summerDay = [
    { from: '08:00', to: '11:30' },
    { from: '15:00', to: '18:30' },
  ];
  const summer = { 1: summerDay, 2: summerDay, 3: summerDay, 4: summerDay, 5: summerDay, 6: [], 7: [] };
  const calendar: WorkingCalendar = {
    ...CHINA_OFFICE,
    seasons: [{ from: '2026-06-01', to: '2026-09-30', week: summer, makeUpWindows: half }],
  };

  it.each([
    ['2026-05-29', OFFICE_HOURS],
    ['2026-06-01', summerDay],
    ['2026-09-20', half],
    ['2026-09-30', summerDay],
    ['2026-10-08', OFFICE_HOURS],
    ['2026-10-10', OFFICE_HOURS],
    ['2026-06-19', []],
  ])('%s has the hours of its season', (date, windows) => {
    expect(planOfDay(calendar, date).windows).toEqual(windows);
  });

  it('without an end change the hours from a day on, and leave the time used before as it was', () => {
    const short = { 1: half, 2: half, 3: half, 4: half, 5: half, 6: [], 7: [] };
    const changed = { ...CHINA_OFFICE, seasons: [{ from: '2026-03-05', to: null, week: short, makeUpWindows: [] }] };
    expect(workingMinutesBetween(changed, '2026-03-03T09:00:00+08:00', '2026-03-05T00:00:00+08:00')).toBe(900);
    expect(workingMinutesBetween(changed, '2026-03-05T00:00:00+08:00', '2026-03-07T00:00:00+08:00')).toBe(360);
  });

  it('open a calendar that is otherwise closed', () => {
    const onlySummer = {
      ...CLOSED,
      seasons: [{ from: '2026-06-01', to: '2026-06-02', week: summer, makeUpWindows: [] }],
    };
    const open = [];
    for (const { plan, spans } of openDaysAfter(onlySummer, Date.parse('2026-05-30T00:00:00+08:00')))
      if (spans.length > 0) open.push(plan.date);
    expect(open).toEqual(['2026-06-01', '2026-06-02']);
  });

  it('are checked where a person writes them', () => {
    const accepts = (season: object) =>
      WorkingCalendar.safeParse({
        ...CHINA_OFFICE,
        seasons: [{ from: '2026-06-01', to: null, week: summer, makeUpWindows: [], ...season }],
      }).success;
    expect([accepts({}), accepts({ to: '2026-05-01' }), accepts({ name: 'x' })]).toEqual([true, false, false]);
  });
});

describe('the version of a calendar', () => {
  it('is the same for the same hours, however they were written', () => {
    const { zone, week, ...rest } = CHINA_OFFICE;
    const named = (calendar: WorkingCalendar) => calendarVersion(layCalendar(calendar, []));
    expect(named({ ...rest, week: structuredClone(week), zone })).toBe(named(CHINA_OFFICE));
    expect(named(CHINA_OFFICE)).toMatch(/^[0-9a-f]{8}$/);
  });

  it('is another for other hours, days or a country', () => {
    const versions = [
      CHINA_OFFICE,
      company,
      { ...CHINA_OFFICE, country: null },
      { ...CHINA_OFFICE, zone: 'Asia/Taipei' },
      layCalendar(company, [department]),
    ].map((calendar) => calendarVersion(layCalendar(calendar, [])));
    expect(new Set(versions).size).toBe(versions.length);
  });

  it('cannot be asked of a calendar whose layers nobody has laid', () => {
    expectTypeOf<Parameters<typeof calendarVersion>[0]>().toEqualTypeOf<LaidCalendar>();
    expectTypeOf<WorkingCalendar>().not.toExtend<LaidCalendar>();
    expectTypeOf<LaidCalendar>().toExtend<WorkingCalendar>();
  });
});
