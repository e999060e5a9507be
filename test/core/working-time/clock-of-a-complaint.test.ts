import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import { lengthOf } from '../../../core/working-time/span-set.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';
import { toEpoch, toMoment } from '../../../core/working-time/zoned-time.ts';
import { CHINA_OFFICE, CLOSED } from './calendars.ts';

const at = (clock: string) => `${clock.replace(' ', 'T')}:00+08:00`;
const pause = (from: string, to: string) => ({ from: toEpoch(at(from)), to: toEpoch(at(to)) });
const walk = (from: string, minutes: number, pauses: ReturnType<typeof pause>[] = [], calendar = CHINA_OFFICE) => {
  const found = addWorkingMinutes(calendar, at(from), minutes, pauses);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
const due = (...given: Parameters<typeof walk>) => walk(...given).dueAt;

describe('the clock of a complaint in working time', () => {
  it.each([
    ['a call in the morning, answered in two hours', '2026-03-03 09:30', 120, '2026-03-03 11:30'],
    ['a mail before dawn starts at opening', '2026-03-03 05:12', 30, '2026-03-03 09:30'],
    ['a mail during lunch starts after it', '2026-03-03 12:40', 30, '2026-03-03 14:00'],
    ['a call a minute before lunch', '2026-03-03 11:59', 2, '2026-03-03 13:31'],
    ['a call a minute before closing on Friday', '2026-03-06 17:59', 2, '2026-03-09 09:01'],
    ['a complaint on Saturday waits for Monday', '2026-03-07 10:00', 60, '2026-03-09 10:00'],
    ['a whole working day, from opening to closing', '2026-03-03 09:00', 450, '2026-03-03 18:00'],
    ['a whole working day, from noon to noon', '2026-03-03 12:00', 450, '2026-03-04 12:00'],
    ['two hours on New Year’s Eve run into the make-up Sunday', '2025-12-31 17:00', 120, '2026-01-04 10:00'],
    ['a letter of Qingming Saturday', '2026-04-04 09:00', 450, '2026-04-07 18:00'],
    ['an hour before May Day goes on after it', '2026-04-30 17:30', 60, '2026-05-06 09:30'],
    ['the make-up Saturday after May Day counts', '2026-05-08 17:00', 120, '2026-05-09 10:00'],
    ['Dragon Boat Friday is no working day', '2026-06-18 17:00', 61, '2026-06-22 09:01'],
    ['the whole of Spring Festival lies between', '2026-02-14 17:30', 60, '2026-02-24 09:30'],
  ])('%s', (_, from, minutes, end) => {
    expect(due(from, minutes)).toBe(at(end));
  });

  it('of no minutes at all ends where the first could begin', () => {
    expect(due('2026-03-03 10:00', 0)).toBe(at('2026-03-03 10:00'));
    expect(due('2026-03-03 20:00', 0)).toBe(at('2026-03-04 09:00'));
  });

  it('of half a minute takes thirty seconds', () => {
    expect(due('2026-03-03 10:00', 0.5)).toBe('2026-03-03T10:00:30+08:00');
  });

  it('runs on through the night and the weekend where someone is always there', () => {
    const always = [{ from: '00:00', to: '24:00' }];
    const week = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always };
    const hotline: WorkingCalendar = { ...CLOSED, week };
    expect(due('2026-03-06 23:30', 60, [], hotline)).toBe(at('2026-03-07 00:30'));
    expect(due('2026-03-06 09:00', 72 * 60, [], hotline)).toBe(at('2026-03-09 09:00'));
  });

  it('serves a night shift written as two windows', () => {
    const night = [
      { from: '00:00', to: '06:00' },
      { from: '22:00', to: '24:00' },
    ];
    const shift: WorkingCalendar = { ...CLOSED, week: { ...CLOSED.week, 1: night, 2: night, 3: night } };
    expect(due('2026-03-02 23:00', 120, [], shift)).toBe(at('2026-03-03 01:00'));
    expect(due('2026-03-03 05:30', 60, [], shift)).toBe(at('2026-03-03 22:30'));
    expect(due('2026-03-04 23:30', 60, [], shift)).toBe(at('2026-03-09 00:30'));
  });
});

describe('a clock that stands still while the customer is asked', () => {
  it.each([
    ['an hour in the morning', [pause('2026-03-03 10:00', '2026-03-03 11:00')], '2026-03-03 14:00'],
    ['before the complaint came', [pause('2026-03-03 08:00', '2026-03-03 09:30')], '2026-03-03 11:30'],
    ['at the moment it came', [pause('2026-03-03 09:30', '2026-03-03 10:30')], '2026-03-03 14:00'],
    ['over lunch only', [pause('2026-03-03 12:00', '2026-03-03 13:30')], '2026-03-03 11:30'],
    ['from the end on', [pause('2026-03-03 11:30', '2026-03-05 09:00')], '2026-03-03 11:30'],
    ['a minute before the end', [pause('2026-03-03 11:29', '2026-03-05 09:00')], '2026-03-05 09:01'],
    ['overnight', [pause('2026-03-03 11:00', '2026-03-04 10:00')], '2026-03-04 10:30'],
    ['over the weekend', [pause('2026-03-03 11:00', '2026-03-08 22:00')], '2026-03-09 09:30'],
    [
      'twice',
      [pause('2026-03-03 10:00', '2026-03-03 10:20'), pause('2026-03-03 11:00', '2026-03-03 11:25')],
      '2026-03-03 13:45',
    ],
  ])('%s', (_, pauses, end) => {
    expect(due('2026-03-03 09:30', 120, pauses)).toBe(at(end));
  });

  it('says on each date how much of it was paused, and says nothing where nothing was', () => {
    const { days } = walk('2026-03-03 17:00', 120, [pause('2026-03-03 17:30', '2026-03-04 10:00')]);
    expect(days.map(({ plan, paused }) => [plan.date, paused && lengthOf(paused) / 60_000])).toEqual([
      ['2026-03-03', 30],
      ['2026-03-04', 60],
    ]);
    expect(walk('2026-03-03 17:00', 120).days.some((day) => 'paused' in day)).toBe(false);
  });
});

describe('the days a clock passed', () => {
  it('are all named, closed ones too, from receipt to the end and not beyond', () => {
    const { days } = walk('2026-04-30 17:30', 60);
    expect(days.map(({ plan, spans }) => [plan.date, plan.reason, lengthOf(spans) / 60_000])).toEqual([
      ['2026-04-30', 'week', 30],
      ['2026-05-01', 'holiday', 0],
      ['2026-05-02', 'holiday', 0],
      ['2026-05-03', 'holiday', 0],
      ['2026-05-04', 'holiday', 0],
      ['2026-05-05', 'holiday', 0],
      ['2026-05-06', 'week', 30],
    ]);
  });

  const minute = fc.integer({ min: 0, max: 300 * 1440 });
  const moment = (offset: number) => toMoment(toEpoch(at('2026-01-01 00:00')) + offset * 60_000, 'Asia/Shanghai');

  it('hold together exactly the minutes asked for', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 5000 }), (from, minutes) => {
        const found = addWorkingMinutes(CHINA_OFFICE, moment(from), minutes);
        expect(found.ok && lengthOf(found.value.days.flatMap(({ spans }) => spans))).toBe(minutes * 60_000);
      }),
    );
  });

  it('two stretches after each other end where one of both lengths does', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (from, a, b) => {
        const first = addWorkingMinutes(CHINA_OFFICE, moment(from), a);
        const second = first.ok && addWorkingMinutes(CHINA_OFFICE, first.value.dueAt, b);
        const both = addWorkingMinutes(CHINA_OFFICE, moment(from), a + b);
        expect(second && second.ok && second.value.dueAt).toBe(both.ok && both.value.dueAt);
      }),
    );
  });

  it('a complaint that came later is never due earlier', () => {
    fc.assert(
      fc.property(
        minute,
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 1, max: 2000 }),
        (from, later, length) => {
          const [early, late] = [from, from + later].map((start) =>
            addWorkingMinutes(CHINA_OFFICE, moment(start), length),
          );
          expect(early?.ok && late?.ok && early.value.dueAt <= late.value.dueAt).toBe(true);
        },
      ),
    );
  });

  it('are the same when asked again', () => {
    const first = structuredClone(walk('2026-02-13 17:30', 900, [pause('2026-02-14 10:00', '2026-02-14 11:00')]));
    expect(walk('2026-02-13 17:30', 900, [pause('2026-02-14 10:00', '2026-02-14 11:00')])).toEqual(first);
  });

  it('measured between two moments add up over any third one', () => {
    fc.assert(
      fc.property(minute, minute, minute, (a, b, c) => {
        const between = (from: number, to: number) =>
          workingMinutesBetween(CHINA_OFFICE, moment(from), moment(to)) ?? Number.NaN;
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
      }),
    );
  });
});

describe('time measured backwards', () => {
  const between = (from: string, to: string) => workingMinutesBetween(CHINA_OFFICE, from, to);

  it('is the same length with a minus, without the seconds begun', () => {
    expect(between('2026-03-03T09:01:59+08:00', '2026-03-03T09:00:00+08:00')).toBe(-1);
    expect(between(at('2026-03-04 09:30'), at('2026-03-03 17:30'))).toBe(-60);
  });

  it('is a plain nothing where nothing was open, not less than nothing', () => {
    expect(between(at('2026-03-03 21:00'), at('2026-03-03 20:00'))).toBe(0);
    expect(between(at('2026-03-03 10:00'), at('2026-03-03 10:00'))).toBe(0);
  });
});
