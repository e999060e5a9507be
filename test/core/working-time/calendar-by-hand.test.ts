import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarVersion } from '../../../core/working-time/calendar-version.ts';
import { planOfDay } from '../../../core/working-time/day-plan.ts';
import { layCalendar } from '../../../core/working-time/lay-calendar.ts';
import { addByTheClock, cutOut, lengthOf, unionOf, within } from '../../../core/working-time/span-set.ts';
import { TimeOfDay, WorkingCalendar, type CalendarLevel } from '../../../core/working-time/working-calendar.ts';
import { CHINA_OFFICE, OFFICE_HOURS } from './calendars.ts';

const accepts = (change: object) => WorkingCalendar.safeParse({ ...CHINA_OFFICE, ...change }).success;
const season = { from: '2026-06-01', to: '2026-09-30', week: CHINA_OFFICE.week, makeUpWindows: OFFICE_HOURS };

describe('what may be written into a calendar', () => {
  it.each(['00:00', '09:05', '19:59', '23:59', '24:00'])('the time %s', (text) => {
    expect(TimeOfDay.safeParse(text).success).toBe(true);
  });

  it.each(['9:00', '24:01', '25:00', '12:60', '09:00:00', ' 09:00', '09:00\n', '０９:００', '', '09.00'])(
    'not the time %j',
    (text) => {
      expect(TimeOfDay.safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['a day without hours', { makeUpWindows: [] }, true],
    ['hours that end as they begin', { makeUpWindows: [{ from: '09:00', to: '09:00' }] }, false],
    ['hours with a name of their own', { makeUpWindows: [{ from: '09:00', to: '10:00', name: 'am' }] }, false],
    ['a week without Sunday', { week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] } }, false],
    ['a week with an eighth day', { week: { ...CHINA_OFFICE.week, 8: [] } }, false],
    ['no country', { country: null }, true],
    ['a country in small letters', { country: 'cn' }, false],
    ['a country that comes with no days', { country: 'ZZ' }, false],
    ['a season without end', { seasons: [{ ...season, to: null }] }, true],
    ['a season of one day', { seasons: [{ ...season, to: season.from }] }, true],
    ['a season that ends before it begins', { seasons: [{ ...season, to: '2026-05-31' }] }, false],
    ['a season without its make-up hours', { seasons: [{ ...season, makeUpWindows: undefined }] }, false],
    ['a note of 200 letters', { overrides: [{ date: '2026-03-04', windows: [], note: 'n'.repeat(200) }] }, true],
    ['a note of 201', { overrides: [{ date: '2026-03-04', windows: [], note: 'n'.repeat(201) }] }, false],
    ['a 29 February of a common year', { overrides: [{ date: '2026-02-29', windows: [], note: '' }] }, false],
    ['a 29 February of a leap year', { overrides: [{ date: '2028-02-29', windows: [], note: '' }] }, true],
    ['a level nobody has', { overrides: [{ date: '2026-03-04', windows: [], note: '', level: 'group' }] }, false],
  ])('%s', (_, change, expected) => {
    expect(accepts(change)).toBe(expected);
  });
});

describe('layers by rank', () => {
  const level = fc.constantFrom<CalendarLevel>('company', 'department', 'case');
  const day = fc.record({ date: fc.constantFrom('2026-03-04', '2026-03-05'), note: fc.string({ maxLength: 5 }) });
  const layer = fc.record({
    level,
    days: fc.array(
      day.map((given) => ({ ...given, windows: [] })),
      { maxLength: 3 },
    ),
  });
  const RANK: Record<CalendarLevel, number> = { company: 0, department: 1, case: 2 };

  it('a date is decided by the highest level that names it, there by the last entry', () => {
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 5 }), fc.constantFrom('2026-03-04', '2026-03-05'), (layers, date) => {
        const named = layers.flatMap(({ level, days }) => days.map((entry) => ({ ...entry, level })));
        const top = named
          .filter((entry) => entry.date === date)
          .reduce<(typeof named)[number] | null>(
            (best, entry) => (best && RANK[best.level] > RANK[entry.level] ? best : entry),
            null,
          );
        const plan = planOfDay(layCalendar(CHINA_OFFICE, layers), date);
        if (top) expect(plan).toMatchObject({ reason: 'override', level: top.level, note: top.note });
        else expect(plan.reason).toBe('week');
      }),
    );
  });

  it('laid in two goes, the later go lies on top whatever its level', () => {
    const days = (note: string) => [{ date: '2026-03-04', windows: [], note }];
    const once = layCalendar(CHINA_OFFICE, [{ level: 'case', days: days('case') }]);
    const twice = layCalendar(once, [{ level: 'department', days: days('department') }]);
    expect(planOfDay(twice, '2026-03-04').note).toBe('department');
  });
});

describe('the version of a calendar', () => {
  const version = (change: object) => calendarVersion(layCalendar({ ...CHINA_OFFICE, ...change }, []));
  const override = { date: '2026-03-04', windows: OFFICE_HOURS, note: 'a' };

  it.each([
    ['an hour moved by a minute', { makeUpWindows: [{ from: '09:01', to: '12:00' }] }],
    ['one date more', { overrides: [override] }],
    ['another note', { overrides: [{ ...override, note: 'b' }] }],
    ['a season', { seasons: [season] }],
    ['two days of the week exchanged', { week: { ...CHINA_OFFICE.week, 5: [], 6: OFFICE_HOURS } }],
  ])('changes with %s', (_, change) => {
    const others = [version({}), version({ overrides: [{ ...override, note: 'c' }] })];
    expect(others).not.toContain(version(change));
  });

  it('tells the order of own entries apart, since the last one of a date wins', () => {
    const [a, b] = [override, { ...override, windows: [] }];
    expect(version({ overrides: [a, b] })).not.toBe(version({ overrides: [b, a] }));
  });

  it('takes a part left out and a part left empty by name for the same', () => {
    expect(version({ seasons: undefined })).toBe(version({}));
  });
});

describe('sets of stretches as pauses give them', () => {
  const hour = (from: number, to: number) => ({ from, to });

  it.each([
    ['two customers asked at once', [hour(9, 12), hour(10, 11)], [hour(9, 12)]],
    ['one question after the other', [hour(9, 10), hour(10, 11)], [hour(9, 11)]],
    ['questions with a gap', [hour(13, 14), hour(9, 10)], [hour(9, 10), hour(13, 14)]],
    ['a question withdrawn at once', [hour(9, 9)], []],
    ['an end before its beginning', [hour(10, 9)], []],
    ['none', [], []],
  ])('%s', (_, pauses, union) => {
    expect(unionOf(pauses)).toEqual(union);
  });

  it('leave what they were given as it was', () => {
    const given = [hour(10, 12), hour(9, 11)];
    const before = structuredClone(given);
    unionOf(given);
    expect(given).toEqual(before);
  });

  it('joined twice are the same, and in any order', () => {
    const spans = fc.array(fc.tuple(fc.nat(99), fc.nat(30)).map(([from, length]) => hour(from, from + length)));
    fc.assert(
      fc.property(spans, (list) => {
        expect(unionOf(unionOf(list))).toEqual(unionOf(list));
        expect(unionOf(list.toReversed())).toEqual(unionOf(list));
      }),
    );
  });

  it.each([
    ['nothing out', [], [hour(9, 18)], []],
    ['lunch', [hour(12, 13)], [hour(9, 12), hour(13, 18)], [hour(12, 13)]],
    ['the whole day', [hour(0, 24)], [], [hour(9, 18)]],
    ['what only touches it', [hour(8, 9), hour(18, 19)], [hour(9, 18)], []],
    ['the edges', [hour(8, 10), hour(17, 20)], [hour(10, 17)], [hour(9, 10), hour(17, 18)]],
  ])('a day with %s', (_, union, left, taken) => {
    expect(cutOut(hour(9, 18), union)).toEqual(left);
    expect(within(hour(9, 18), union)).toEqual(taken);
    expect(lengthOf(left) + lengthOf(taken)).toBe(9);
  });

  it('a clock with no time to run ends where it stands, outside a pause and at the edge of one', () => {
    expect(addByTheClock(5, 0, [hour(10, 20)])).toBe(5);
    expect(addByTheClock(10, 0, [hour(10, 20)])).toBe(10);
  });
});
