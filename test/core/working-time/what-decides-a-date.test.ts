import { describe, expect, it } from 'vitest';
import { planOfDay } from '../../../core/working-time/day-plan.ts';
import { LAST_PUBLISHED_YEAR } from '../../../core/working-time/official-days.ts';
import type { Season, WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { CHINA_OFFICE, OFFICE_HOURS } from './calendars.ts';

const MORNING = [{ from: '09:00', to: '12:00' }];
const EVENING = [{ from: '18:00', to: '22:00' }];
const allWeek = (windows: Season['week'][1]): Season['week'] => ({
  ...{ 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
});
const season = (from: string, to: string | null, windows: Season['week'][1], makeUpWindows = windows): Season => ({
  ...{ from, to, week: allWeek(windows), makeUpWindows },
});
const unpublished = `${String(LAST_PUBLISHED_YEAR + 1)}-03-01`;

describe('what decides a date', () => {
  const own = (date: string, windows: typeof MORNING, note = ''): WorkingCalendar => ({
    ...CHINA_OFFICE,
    overrides: [{ date, windows, note }],
  });

  it.each([
    ['an ordinary Tuesday: the week', CHINA_OFFICE, '2026-03-03', 'week', OFFICE_HOURS],
    ['an ordinary Saturday: the week, closed', CHINA_OFFICE, '2026-03-07', 'week', []],
    ['a Monday in Golden Week: the holiday', CHINA_OFFICE, '2026-10-05', 'holiday', []],
    ['a Saturday in Golden Week: the holiday too', CHINA_OFFICE, '2026-10-03', 'holiday', []],
    ['a make-up Sunday: the make-up hours', CHINA_OFFICE, '2026-09-20', 'makeUp', OFFICE_HOURS],
    ['a factory on duty in Golden Week', own('2026-10-05', MORNING), '2026-10-05', 'override', MORNING],
    ['a company that does not work the make-up day', own('2026-09-20', []), '2026-09-20', 'override', []],
    ['a power station on call that Saturday', own('2026-03-07', EVENING), '2026-03-07', 'override', EVENING],
    ['the day after an override: the week again', own('2026-03-02', []), '2026-03-03', 'week', OFFICE_HOURS],
  ])('%s', (_, calendar, date, reason, windows) => {
    expect(planOfDay(calendar, date)).toMatchObject({ date, reason, windows });
  });

  it('names the holiday that closes a date and the one a make-up day belongs to, and none for an own entry', () => {
    const named = (calendar: WorkingCalendar, date: string) => planOfDay(calendar, date).holiday;
    expect(named(CHINA_OFFICE, '2026-02-17')).toBe('springFestival');
    expect(named(CHINA_OFFICE, '2026-02-14')).toBe('springFestival');
    expect(named(CHINA_OFFICE, '2026-03-03')).toBeNull();
    expect(named(own('2026-02-17', MORNING), '2026-02-17')).toBeNull();
  });

  it('shows the note of an own entry on its date alone', () => {
    const calendar = own('2026-03-04', [], 'boiler inspection');
    expect(planOfDay(calendar, '2026-03-04')).toMatchObject({ note: 'boiler inspection', level: 'company' });
    expect(planOfDay(calendar, '2026-03-05').note).toBe('');
  });

  it('closes a make-up day where the company has no hours for it, and still says that it is one', () => {
    const plan = planOfDay({ ...CHINA_OFFICE, makeUpWindows: [] }, '2026-02-14');
    expect(plan).toMatchObject({ reason: 'makeUp', windows: [] });
  });

  it('knows no holidays without a country', () => {
    const calendar = { ...CHINA_OFFICE, country: null };
    expect(planOfDay(calendar, '2026-10-01')).toMatchObject({ reason: 'week', windows: OFFICE_HOURS, holiday: null });
    expect(planOfDay(calendar, '2026-02-14')).toMatchObject({ reason: 'week', windows: [] });
  });
});

describe('a date of a year whose notice is not out', () => {
  it('has the hours of the week for now, marked as provisional', () => {
    expect(planOfDay(CHINA_OFFICE, unpublished)).toMatchObject({ reason: 'week', isProvisional: true });
  });

  it('is settled by an own entry', () => {
    const calendar = { ...CHINA_OFFICE, overrides: [{ date: unpublished, windows: MORNING, note: '' }] };
    expect(planOfDay(calendar, unpublished)).toMatchObject({ reason: 'override', isProvisional: false });
  });

  it('is as good as any other where no country is followed', () => {
    expect(planOfDay({ ...CHINA_OFFICE, country: null }, unpublished).isProvisional).toBe(false);
  });

  it.each(['2026-03-03', '2026-10-01', '2026-10-10'])('%s is not one of them', (date) => {
    expect(planOfDay(CHINA_OFFICE, date).isProvisional).toBe(false);
  });
});

describe('hours of a season', () => {
  const summer = season('2026-06-01', '2026-09-30', MORNING, EVENING);
  const august = season('2026-08-01', '2026-08-31', EVENING);
  const calendar = { ...CHINA_OFFICE, seasons: [summer, august] };

  it.each([
    ['the day before it begins', '2026-05-31', []],
    ['its first day', '2026-06-01', MORNING],
    ['its weekend, where the season opens it', '2026-06-06', MORNING],
    ['a later season within it', '2026-08-01', EVENING],
    ['the last day of that one', '2026-08-31', EVENING],
    ['after that one the outer again', '2026-09-01', MORNING],
    ['its last day', '2026-09-30', MORNING],
    ['a holiday in it stays closed', '2026-06-19', []],
    ['a make-up day in it has the season’s make-up hours', '2026-09-20', EVENING],
    ['a make-up day outside has the ordinary ones', '2026-10-10', OFFICE_HOURS],
  ])('%s', (_, date, windows) => {
    expect(planOfDay(calendar, date).windows).toEqual(windows);
  });

  it('the season given last wins, not the shorter one', () => {
    expect(planOfDay({ ...CHINA_OFFICE, seasons: [august, summer] }, '2026-08-15').windows).toEqual(MORNING);
  });

  it('gives way to an own entry of the date', () => {
    const overrides = [{ date: '2026-06-02', windows: [], note: 'power cut' }];
    expect(planOfDay({ ...calendar, overrides }, '2026-06-02')).toMatchObject({ reason: 'override', windows: [] });
  });

  it('of a single day changes that day alone', () => {
    const one = { ...CHINA_OFFICE, seasons: [season('2026-03-04', '2026-03-04', EVENING)] };
    const hours = ['2026-03-03', '2026-03-04', '2026-03-05'].map((date) => planOfDay(one, date).windows);
    expect(hours).toEqual([OFFICE_HOURS, EVENING, OFFICE_HOURS]);
  });
});
