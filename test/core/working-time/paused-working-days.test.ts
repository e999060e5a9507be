import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import type { FirstDay } from '../../../core/working-time/end-of-day.ts';
import { addDays, toEpoch, weekdayOf } from '../../../core/working-time/zoned-time.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { CHINA_OFFICE, CLOSED, OFFICE_HOURS } from './calendars.ts';

const at = (clock: string) => `${clock.replace(' ', 'T')}:00+08:00`;
const pause = (from: string, to: string) => ({ from: toEpoch(at(from)), to: toEpoch(at(to)) });
const walk = (from: string, count: number, rule: FirstDay, pauses: ReturnType<typeof pause>[] = []) => {
  const found = addWorkingDays(CHINA_OFFICE, from, count, rule, pauses);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};

describe('working days that stand still while the customer is asked', () => {
  it.each([
    ['not at all', [], '2026-03-06 18:00'],
    ['a whole working day', [pause('2026-03-05 09:00', '2026-03-05 18:00')], '2026-03-09 18:00'],
    ['that day from midnight to midnight', [pause('2026-03-05 00:00', '2026-03-06 00:00')], '2026-03-09 18:00'],
    ['an hour', [pause('2026-03-04 10:00', '2026-03-04 11:00')], '2026-03-09 10:00'],
    ['a lunch', [pause('2026-03-04 12:00', '2026-03-04 13:30')], '2026-03-06 18:00'],
    ['the night between', [pause('2026-03-04 18:00', '2026-03-05 09:00')], '2026-03-06 18:00'],
    ['on the day of receipt, before day 1', [pause('2026-03-03 09:00', '2026-03-03 18:00')], '2026-03-06 18:00'],
    ['from the last closing on', [pause('2026-03-06 18:00', '2026-03-10 18:00')], '2026-03-06 18:00'],
    ['over the end, into the next week', [pause('2026-03-06 17:00', '2026-03-09 10:00')], '2026-03-09 11:00'],
    ['all three days', [pause('2026-03-04 00:00', '2026-03-07 00:00')], '2026-03-11 18:00'],
    [
      'and again in the time added for it',
      [pause('2026-03-05 09:00', '2026-03-05 18:00'), pause('2026-03-09 09:00', '2026-03-09 12:00')],
      '2026-03-10 12:00',
    ],
  ])('%s', (_, pauses, end) => {
    expect(walk('2026-03-03', 3, 'nextDay', pauses).dueAt).toBe(at(end));
  });

  it('count the day of receipt’s own pause where that day is day 1', () => {
    const hour = [pause('2026-03-03 10:00', '2026-03-03 11:00')];
    expect(walk('2026-03-03T09:30:00+08:00', 1, 'sameDay', hour).dueAt).toBe(at('2026-03-04 10:00'));
  });

  it('tell where they would have ended and what was added', () => {
    const { extension } = walk('2026-03-03', 3, 'nextDay', [pause('2026-03-04 10:00', '2026-03-04 11:00')]);
    expect(extension).toMatchObject({ from: at('2026-03-06 18:00'), minutes: 60 });
    expect(extension?.days.at(-1)?.plan.date).toBe('2026-03-09');
    expect(walk('2026-03-03', 3, 'nextDay')).not.toHaveProperty('extension');
  });

  it('are provisional when only the time added reaches an unpublished date', () => {
    const found = walk('2026-12-23', 3, 'nextDay', [pause('2026-12-28 09:00', '2026-12-28 18:00')]);
    expect(walk('2026-12-23', 3, 'nextDay').isProvisional).toBe(false);
    expect(found).toMatchObject({ isProvisional: true, dueAt: at('2026-12-29 18:00') });
  });

  it('refuse when the calendar has no open time left to add', () => {
    const overrides = [{ date: '2026-03-05', windows: OFFICE_HOURS, note: 'the only day' }];
    const still = [pause('2026-03-05 09:00', '2026-03-05 10:00')];
    expect(addWorkingDays({ ...CLOSED, overrides }, '2026-03-03', 1, 'nextDay').ok).toBe(true);
    expect(addWorkingDays({ ...CLOSED, overrides }, '2026-03-03', 1, 'nextDay', still)).toMatchObject({
      ok: false,
      code: 'neverOpens',
    });
  });
});

describe('working days as a person counts them on a wall calendar', () => {
  const date = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days));
  const count = fc.integer({ min: 1, max: 40 });
  const openDays = fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, 6, 7), { minLength: 1 });
  const closedDates = fc.array(date, { maxLength: 20 });
  const calendarOf = (open: readonly number[], closed: readonly string[]): WorkingCalendar => {
    const on = (weekday: number) => (open.includes(weekday) ? OFFICE_HOURS : []);
    const week = { 1: on(1), 2: on(2), 3: on(3), 4: on(4), 5: on(5), 6: on(6), 7: on(7) };
    return { ...CLOSED, week, overrides: closed.map((date) => ({ date, windows: [], note: '' })) };
  };
  const end = (calendar: WorkingCalendar, from: string, days: number, rule: FirstDay) => {
    const found = addWorkingDays(calendar, from, days, rule);
    return found.ok ? found.value.dueAt : found.code;
  };

  it('day by day, leaving out what is closed', () => {
    fc.assert(
      fc.property(date, count, openDays, closedDates, (from, days, open, closed) => {
        let day = from;
        for (let left = days; left > 0;) {
          day = addDays(day, 1);
          if (open.includes(weekdayOf(day)) && !closed.includes(day)) left -= 1;
        }
        expect(end(calendarOf(open, closed), from, days, 'nextDay')).toBe(at(`${day} 18:00`));
      }),
    );
  });

  it('counting on from the end of a count is counting both', () => {
    fc.assert(
      fc.property(date, count, count, (from, a, b) => {
        const first = end(CHINA_OFFICE, from, a, 'nextDay');
        expect(end(CHINA_OFFICE, first, b, 'nextDay')).toBe(end(CHINA_OFFICE, from, a + b, 'nextDay'));
      }),
    );
  });

  it('with the day of receipt as day 1 they end one working day earlier when it is open, else at the same time', () => {
    fc.assert(
      fc.property(date, count, (from, days) => {
        const isOpen = end(CHINA_OFFICE, from, 1, 'sameDay').startsWith(from);
        const same = end(CHINA_OFFICE, from, isOpen ? days + 1 : days, 'sameDay');
        expect(same).toBe(end(CHINA_OFFICE, from, days, 'nextDay'));
      }),
    );
  });

  it('take the day of receipt from the calendar’s zone, not from how the moment was written', () => {
    expect(end(CHINA_OFFICE, '2026-03-03T16:30:00Z', 1, 'nextDay')).toBe(at('2026-03-05 18:00'));
    expect(end(CHINA_OFFICE, '2026-03-03T15:30:00Z', 1, 'nextDay')).toBe(at('2026-03-04 18:00'));
    expect(end(CHINA_OFFICE, '2026-03-04T01:00:00+14:00', 1, 'nextDay')).toBe(at('2026-03-04 18:00'));
  });
});
