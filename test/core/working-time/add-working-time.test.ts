import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import { LAST_PUBLISHED_YEAR } from '../../../core/working-time/official-days.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';
import { CHINA_OFFICE, CLOSED } from './calendars.ts';

const minutes = (calendar: WorkingCalendar, from: string, amount: number) => {
  const walk = addWorkingMinutes(calendar, from, amount);
  return walk.ok ? walk.value.dueAt : walk.code;
};
const days = (from: string, count: number, first: 'nextDay' | 'sameDay') => {
  const walk = addWorkingDays(CHINA_OFFICE, from, count, first);
  return walk.ok ? walk.value.dueAt : walk.code;
};

describe('working minutes', () => {
  it('used up exactly at closing time end there, not at the next opening', () => {
    expect(minutes(CHINA_OFFICE, '2026-03-03T17:00:00+08:00', 60)).toBe('2026-03-03T18:00:00+08:00');
    expect(minutes(CHINA_OFFICE, '2026-03-03T11:00:00+08:00', 60)).toBe('2026-03-03T12:00:00+08:00');
  });

  it('received at the moment of closing start at the next opening', () => {
    expect(minutes(CHINA_OFFICE, '2026-03-03T18:00:00+08:00', 1)).toBe('2026-03-04T09:01:00+08:00');
  });

  it('keep the seconds of receipt', () => {
    expect(minutes(CHINA_OFFICE, '2026-03-03T10:00:30+08:00', 60)).toBe('2026-03-03T11:00:30+08:00');
  });

  it('count by the calendar’s zone, wherever the moment was written', () => {
    expect(minutes(CHINA_OFFICE, '2026-03-03T03:40:00Z', 60)).toBe('2026-03-03T14:10:00+08:00');
  });

  it('refuse a calendar that never opens, or not long enough', () => {
    expect(minutes(CLOSED, '2026-03-03T10:00:00+08:00', 1)).toBe('neverOpens');
    const overrides = [{ date: '2026-03-05', windows: [{ from: '10:00', to: '11:00' }], note: '' }];
    expect(minutes({ ...CLOSED, overrides }, '2026-03-03T10:00:00+08:00', 60)).toBe('2026-03-05T11:00:00+08:00');
    expect(minutes({ ...CLOSED, overrides }, '2026-03-03T10:00:00+08:00', 61)).toBe('neverOpens');
  });

  it('are provisional when they pass an unpublished date, and only then', () => {
    const at = (day: string) => {
      const walk = addWorkingMinutes(CHINA_OFFICE, `${LAST_PUBLISHED_YEAR}-12-${day}T09:00:00+08:00`, 30 * 60);
      return walk.ok && walk.value.isProvisional;
    };
    expect(at('10')).toBe(false);
    expect(at('28')).toBe(true);
  });
});

describe('working days', () => {
  it('count from the day after receipt, or with the day of receipt', () => {
    expect(days('2026-03-03', 1, 'nextDay')).toBe('2026-03-04T18:00:00+08:00');
    expect(days('2026-03-03', 1, 'sameDay')).toBe('2026-03-03T18:00:00+08:00');
    expect(days('2026-03-03T20:00:00+08:00', 1, 'nextDay')).toBe('2026-03-04T18:00:00+08:00');
  });

  it('never end before the receipt: after closing time the day of receipt no longer counts', () => {
    expect(days('2026-03-03T20:00:00+08:00', 1, 'sameDay')).toBe('2026-03-04T18:00:00+08:00');
    expect(days('2026-03-03T17:59:00+08:00', 1, 'sameDay')).toBe('2026-03-03T18:00:00+08:00');
  });

  it('received on a holiday begin with the next working day under either rule', () => {
    for (const rule of ['nextDay', 'sameDay'] as const) {
      expect(days('2026-10-03', 1, rule)).toBe('2026-10-08T18:00:00+08:00');
    }
  });

  it('end at the closing time of a half day', () => {
    const overrides = [{ date: '2026-03-04', windows: [{ from: '09:00', to: '12:00' }], note: 'inventory' }];
    const walk = addWorkingDays({ ...CHINA_OFFICE, overrides }, '2026-03-03', 1, 'nextDay');
    expect(walk).toMatchObject({ ok: true, value: { dueAt: '2026-03-04T12:00:00+08:00' } });
  });

  it('refuse a calendar that never opens', () => {
    expect(addWorkingDays(CLOSED, '2026-03-03', 1, 'nextDay')).toMatchObject({ ok: false, code: 'neverOpens' });
  });
});

describe('working minutes between', () => {
  it.each([
    ['2026-02-13T17:30:00+08:00', '2026-02-14T09:30:00+08:00', 60],
    ['2026-03-03T12:00:00+08:00', '2026-03-03T13:30:00+08:00', 0],
    ['2026-03-03T09:00:00+08:00', '2026-03-03T09:01:59+08:00', 1],
    ['2026-03-03T10:00:00+08:00', '2026-03-03T09:00:00+08:00', -60],
    ['2026-09-30T18:00:00+08:00', '2026-10-08T09:00:00+08:00', 0],
  ])('%s to %s is %i', (from, to, expected) => {
    expect(workingMinutesBetween(CHINA_OFFICE, from, to)).toBe(expected);
  });
});

describe('a date in doubt on the way', () => {
  /** A year that is not published, and one day of it that the company has settled by itself. */
  const settled = `${String(LAST_PUBLISHED_YEAR + 1)}-03-04`;
  const before = `${String(LAST_PUBLISHED_YEAR + 1)}-03-02`;
  const overrides = [{ date: settled, windows: [{ from: '09:00', to: '18:00' }], note: '' }];
  const calendar = {
    ...CHINA_OFFICE,
    week: { ...CHINA_OFFICE.week, 6: CHINA_OFFICE.week[1], 7: CHINA_OFFICE.week[1] },
  };

  it('makes the end provisional, though the last day itself is settled', () => {
    const ours = { ...calendar, overrides };
    const walks = [
      addWorkingDays(ours, before, 2, 'nextDay'),
      addWorkingMinutes(ours, `${before}T17:00:00+08:00`, 540),
    ];
    for (const walk of walks) {
      expect(walk.ok && [walk.value.dueAt.slice(0, 10), walk.value.isProvisional]).toEqual([settled, true]);
    }
  });

  it('does not, where no date that is passed is in doubt', () => {
    const walk = addWorkingMinutes({ ...calendar, overrides }, `${settled}T10:00:00+08:00`, 60);
    expect(walk.ok && walk.value.isProvisional).toBe(false);
  });
});

it('a single day that opens in another century is not waited for', () => {
  const overrides = [{ date: '2199-01-04', windows: [{ from: '09:00', to: '18:00' }], note: 'a slip of the pen' }];
  expect(minutes({ ...CLOSED, overrides }, '2026-03-03T10:00:00+08:00', 60)).toBe('neverOpens');
});
