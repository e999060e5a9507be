import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutTarget } from '../../../core/deadline/lay-out-target.ts';
import { startBy } from '../../../core/deadline/start-by.ts';
import type { SettledTarget } from '../../../core/policy/choose-target.ts';
import type { DayEnds } from '../../../core/working-time/end-of-day.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { CHINA_OFFICE, CLOSED, OFFICE_HOURS } from '../working-time/calendars.ts';

const by = (
  dueAt: string,
  target: SettledTarget,
  firstDay: 'nextDay' | 'sameDay' | null = 'nextDay',
  calendar = CHINA_OFFICE,
  dayEnds: DayEnds | null = null,
) => {
  const found = startBy({ dueAt, target, calendar, firstDay, dayEnds });
  return found.ok ? found.value.slice(0, 19) : found.code;
};
const minutes = (amount: number): SettledTarget => ({ unit: 'workMinutes', amount });
const days = (amount: number): SettledTarget => ({ unit: 'workDays', amount });

describe('when must it start to be done by', () => {
  it.each([
    ['V1', '2026-02-14T09:30:00+08:00', minutes(60), '2026-02-13T17:30:00'],
    ['V4', '2026-03-03T14:10:00+08:00', minutes(60), '2026-03-03T11:40:00'],
    ['V5, at the latest at opening', '2026-03-04T10:00:00+08:00', minutes(60), '2026-03-04T09:00:00'],
    ['V6', '2026-10-12T10:20:00+08:00', minutes(1440), '2026-09-30T17:50:00'],
    ['due at night', '2026-03-03T23:00:00+08:00', minutes(60), '2026-03-03T17:00:00'],
    ['V7', '2026-10-01T17:50:00+08:00', { unit: 'clockMinutes', amount: 1440 }, '2026-09-30T17:50:00'],
    ['V8', '2026-09-21T18:00:00+08:00', days(3), '2026-09-17T23:59:59'],
    ['V9', '2026-02-14T18:00:00+08:00', days(2), '2026-02-12T23:59:59'],
    ['V11', '2026-10-10T18:00:00+08:00', days(3), '2026-10-07T23:59:59'],
    ['a due time before closing leaves the day out', '2026-03-05T17:59:00+08:00', days(1), '2026-03-03T23:59:59'],
    ['calendar days', '2026-10-03T23:59:59+08:00', { unit: 'calendarDays', amount: 3 }, '2026-09-30T23:59:59'],
    [
      'calendar days due at noon',
      '2026-10-03T12:00:00+08:00',
      { unit: 'calendarDays', amount: 3 },
      '2026-09-29T23:59:59',
    ],
  ] satisfies [string, string, SettledTarget, string][])('%s', (_, dueAt, target, expected) => {
    expect(by(dueAt, target)).toBe(expected);
  });

  it('where the day of receipt is day 1', () => {
    expect(by('2026-03-05T18:00:00+08:00', days(2), 'sameDay')).toBe('2026-03-04T17:59:59');
    expect(by('2026-03-05T23:59:59+08:00', { unit: 'calendarDays', amount: 2 }, 'sameDay')).toBe('2026-03-04T23:59:59');
  });

  it.each([
    ['a time of day', '2026-03-05T10:20:00+08:00', days(1), 'nextDay', '2026-03-04T10:20:00'],
    ['over a weekend', '2026-03-09T10:20:00+08:00', days(2), 'nextDay', '2026-03-05T10:20:00'],
    ['in a break', '2026-03-05T13:00:00+08:00', days(1), 'nextDay', '2026-03-04T12:00:00'],
    ['the end of a break', '2026-03-05T13:30:00+08:00', days(1), 'nextDay', '2026-03-04T13:30:00'],
    ['at opening', '2026-03-05T09:00:00+08:00', days(1), 'nextDay', '2026-03-04T09:00:00'],
    ['before opening', '2026-03-05T08:59:00+08:00', days(1), 'nextDay', '2026-03-03T23:59:59'],
    ['at closing', '2026-03-05T18:00:00+08:00', days(1), 'nextDay', '2026-03-04T23:59:59'],
    ['at closing on Monday', '2026-03-09T18:00:00+08:00', days(1), 'nextDay', '2026-03-08T23:59:59'],
    ['with the day of receipt', '2026-03-05T10:20:00+08:00', days(2), 'sameDay', '2026-03-04T10:20:00'],
    ['with the day of receipt alone', '2026-03-05T18:00:00+08:00', days(1), 'sameDay', '2026-03-05T17:59:59'],
    ['with it alone, due within', '2026-03-05T17:00:00+08:00', days(1), 'sameDay', '2026-03-04T17:59:59'],
    [
      ...(['calendar days', '2026-03-05T10:20:00+08:00', { unit: 'calendarDays', amount: 2 }] as const),
      ...(['nextDay', '2026-03-03T10:20:00'] as const),
    ],
    [
      ...(['calendar days with the first', '2026-03-05T10:20:00+08:00', { unit: 'calendarDays', amount: 2 }] as const),
      ...(['sameDay', '2026-03-04T10:20:00'] as const),
    ],
  ] satisfies [string, string, SettledTarget, 'nextDay' | 'sameDay', string][])(
    'where days end at the time of day of the start: %s',
    (_, dueAt, target, firstDay, expected) => {
      expect(by(dueAt, target, firstDay, CHINA_OFFICE, 'sameClockTime')).toBe(expected);
    },
  );

  it('refuses what cannot be counted', () => {
    expect(by('2026-03-05T18:00:00+08:00', { unit: 'notConfigured' })).toBe('notConfigured');
    expect(by('2026-03-05T18:00:00+08:00', { unit: 'immediately' })).toBe('immediately');
    expect(by('2026-03-05T18:00:00+08:00', days(1), null)).toBe('missingFirstDay');
    expect(by('2026-03-05T18:00:00+08:00', { unit: 'calendarDays', amount: 1 }, null)).toBe('missingFirstDay');
    expect(by('2026-03-05T18:00:00+08:00', minutes(1), null, CLOSED)).toBe('neverOpens');
    expect(by('2026-03-05T18:00:00+08:00', days(1), 'nextDay', CLOSED)).toBe('neverOpens');
  });
});

const ALWAYS = [{ from: '00:00', to: '24:00' }];
const NIGHT = [
  { from: '00:00', to: '02:30' },
  { from: '22:00', to: '24:00' },
];
const weekOf = (day: typeof ALWAYS) => ({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: OFFICE_HOURS });
const calendar: fc.Arbitrary<WorkingCalendar> = fc.record({
  zone: fc.constantFrom('Asia/Shanghai', 'Asia/Taipei', 'Europe/London', 'America/New_York', 'Pacific/Apia'),
  week: fc.constantFrom(weekOf(OFFICE_HOURS), weekOf(NIGHT), {
    1: ALWAYS,
    2: ALWAYS,
    3: ALWAYS,
    4: ALWAYS,
    5: ALWAYS,
    6: ALWAYS,
    7: ALWAYS,
  }),
  country: fc.constant(null),
  makeUpWindows: fc.constant([]),
  overrides: fc.constant([]),
});
const target: fc.Arbitrary<SettledTarget> = fc.oneof(
  fc.record({
    unit: fc.constantFrom('workMinutes' as const, 'clockMinutes' as const),
    amount: fc.integer({ min: 1, max: 5000 }),
  }),
  fc.record({
    unit: fc.constantFrom('workDays' as const, 'calendarDays' as const),
    amount: fc.integer({ min: 1, max: 15 }),
  }),
);
/** Any minute from before New Year 2028, a leap year, to after its end, with the changes of the clock in it. */
const minute = fc
  .integer({ min: 0, max: 400 * 1440 })
  .map((m) => new Date(Date.parse('2027-12-15T00:00:00Z') + m * 60_000).toISOString());

describe('backwards and forwards agree', () => {
  it('the start it gives is in time, and a minute later is too late', () => {
    fc.assert(
      fc.property(
        calendar,
        target,
        minute,
        fc.constantFrom('nextDay' as const, 'sameDay' as const),
        fc.constantFrom<DayEnds>('lastWindow', 'sameClockTime'),
        (hours, of, dueAt, firstDay, dayEnds) => {
          const company = { schemaVersion: 1 as const, policyId: 'x', calendar: hours, firstDay, dayEnds, targets: {} };
          const found = startBy({ dueAt, target: of, calendar: hours, firstDay, dayEnds });
          if (!found.ok) throw new Error(found.code);
          const due = (start: string) =>
            Date.parse(
              layOutTarget(
                { target: of, setBy: 'pack', source: 'x' },
                { kind: 'known', at: start },
                company,
                hours.zone,
              ).dueAt ?? '',
            );
          const later = new Date(Date.parse(found.value) + 60_000).toISOString();
          expect(due(found.value)).toBeLessThanOrEqual(Date.parse(dueAt));
          expect(due(later)).toBeGreaterThan(Date.parse(dueAt));
        },
      ),
      { numRuns: 800 },
    );
  });
});
