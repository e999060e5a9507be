import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import type { FirstDay } from '../../../core/working-time/end-of-day.ts';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import { lastStartForDays, lastStartForMinutes } from '../../../core/working-time/last-start.ts';
import { openDaysBefore } from '../../../core/working-time/open-days-before.ts';
import { openDaysAfter } from '../../../core/working-time/open-windows.ts';
import { toEpoch, toMoment } from '../../../core/working-time/zoned-time.ts';
import { CHINA_OFFICE, CLOSED, OFFICE_HOURS } from './calendars.ts';

const at = (clock: string) => `${clock.replace(' ', 'T')}:00+08:00`;
const minute = fc.integer({ min: 0, max: 300 * 1440 });
const moment = (offset: number) => toMoment(toEpoch(at('2026-01-20 00:00')) + offset * 60_000, 'Asia/Shanghai');
const secondAfter = (start: string) => toMoment(toEpoch(start) + 1000, 'Asia/Shanghai');

describe('the last moment to start work that is due', () => {
  it.each([
    ['two hours by five', '2026-03-03 17:00', 120, '2026-03-03 15:00'],
    ['two hours by three lie around lunch', '2026-03-03 15:00', 120, '2026-03-03 11:30'],
    ['an hour by the end of lunch', '2026-03-03 13:30', 60, '2026-03-03 11:00'],
    ['an hour by the evening', '2026-03-03 22:00', 60, '2026-03-03 17:00'],
    ['an hour by Monday’s opening', '2026-03-09 09:00', 60, '2026-03-06 17:00'],
    ['half an hour by Saturday’s make-up opening and a half', '2026-02-14 09:30', 60, '2026-02-13 17:30'],
    ['a day’s work by the end of Golden Week', '2026-10-07 18:00', 450, '2026-09-30 09:00'],
    ['a day’s work by the very closing', '2026-03-03 18:00', 450, '2026-03-03 09:00'],
    ['the afternoon alone', '2026-03-03 18:00', 270, '2026-03-03 13:30'],
    ['a minute more than the afternoon', '2026-03-03 18:00', 271, '2026-03-03 11:59'],
  ])('%s', (_, due, minutes, start) => {
    expect(lastStartForMinutes(CHINA_OFFICE, at(due), minutes)).toEqual({ ok: true, value: at(start) });
  });

  it('is in time, and a second later is too late', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 2000 }), (due, minutes) => {
        const start = lastStartForMinutes(CHINA_OFFICE, moment(due), minutes);
        if (!start.ok) throw new Error(start.code);
        const end = (from: string) => {
          const walk = addWorkingMinutes(CHINA_OFFICE, from, minutes);
          return walk.ok ? toEpoch(walk.value.dueAt) : Infinity;
        };
        expect(end(start.value)).toBeLessThanOrEqual(toEpoch(moment(due)));
        expect(end(secondAfter(start.value))).toBeGreaterThan(toEpoch(moment(due)));
      }),
    );
  });

  it('is refused where there was never so much time before', () => {
    const overrides = [{ date: '2026-03-03', windows: OFFICE_HOURS, note: '' }];
    const start = (minutes: number) => lastStartForMinutes({ ...CLOSED, overrides }, at('2026-03-10 12:00'), minutes);
    expect(start(450)).toEqual({ ok: true, value: at('2026-03-03 09:00') });
    expect(start(451)).toMatchObject({ ok: false, code: 'neverOpens' });
  });
});

describe('the last moment to start working days that are due', () => {
  it.each([
    ['one day by Friday’s closing', '2026-03-06 18:00', 1, 'nextDay', '2026-03-05T23:59:59+08:00'],
    ['one day by a minute before it', '2026-03-06 17:59', 1, 'nextDay', '2026-03-04T23:59:59+08:00'],
    ['one day by Sunday', '2026-03-08 12:00', 1, 'nextDay', '2026-03-05T23:59:59+08:00'],
    ['three days over a make-up Sunday', '2026-09-21 18:00', 3, 'nextDay', '2026-09-17T23:59:59+08:00'],
    ['three days, the day of receipt counted', '2026-09-21 18:00', 3, 'sameDay', '2026-09-18T17:59:59+08:00'],
    ['one day, the day of receipt counted', '2026-03-06 18:00', 1, 'sameDay', '2026-03-06T17:59:59+08:00'],
    ['one day by the end of Golden Week', '2026-10-07 12:00', 1, 'nextDay', '2026-09-29T23:59:59+08:00'],
  ] as const)('%s', (_, due, count, rule, start) => {
    expect(lastStartForDays(CHINA_OFFICE, at(due), count, rule)).toEqual({ ok: true, value: start });
  });

  it.each<FirstDay>(['nextDay', 'sameDay'])('is in time, and a second later is too late (%s)', (rule) => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 25 }), (due, count) => {
        const start = lastStartForDays(CHINA_OFFICE, moment(due), count, rule);
        if (!start.ok) throw new Error(start.code);
        const end = (from: string) => {
          const walk = addWorkingDays(CHINA_OFFICE, from, count, rule);
          return walk.ok ? toEpoch(walk.value.dueAt) : Infinity;
        };
        expect(end(start.value)).toBeLessThanOrEqual(toEpoch(moment(due)));
        expect(end(secondAfter(start.value))).toBeGreaterThan(toEpoch(moment(due)));
      }),
    );
  });

  it('is refused where there were never so many before', () => {
    expect(lastStartForDays(CLOSED, at('2026-03-10 12:00'), 1, 'nextDay')).toMatchObject({ code: 'neverOpens' });
  });
});

describe('the days before a moment', () => {
  it('go back from its own date, which ends at the moment', () => {
    const shown = [];
    for (const { plan, spans } of openDaysBefore(CHINA_OFFICE, toEpoch(at('2026-03-02 14:00')))) {
      shown.push([plan.date, spans.map(({ from, to }) => (to - from) / 60_000)]);
      if (shown.length === 4) break;
    }
    expect(shown).toEqual([
      ['2026-03-02', [180, 30]],
      ['2026-03-01', []],
      ['2026-02-28', [180, 270]],
      ['2026-02-27', [180, 270]],
    ]);
  });

  it('hold the same open time as the days after another moment up to this one', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 20 * 1440 }), (first, length) => {
        const [from, to] = [toEpoch(moment(first)), toEpoch(moment(first + length))];
        const clipped = (spans: readonly { from: number; to: number }[]) =>
          spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)), 0);
        let [after, before] = [0, 0];
        for (const { plan, spans } of openDaysAfter(CHINA_OFFICE, from)) {
          if (plan.date > moment(first + length).slice(0, 10)) break;
          after += clipped(spans);
        }
        for (const { plan, spans } of openDaysBefore(CHINA_OFFICE, to)) {
          if (plan.date < moment(first).slice(0, 10)) break;
          before += clipped(spans);
        }
        expect(before).toBe(after);
      }),
    );
  });

  it('come to an end for a calendar that never opened', () => {
    expect([...openDaysBefore(CLOSED, toEpoch(at('2026-03-02 14:00')))].length).toBeLessThan(5000);
  });
});
