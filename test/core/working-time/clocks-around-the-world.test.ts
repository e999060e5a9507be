import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import { lastStartForMinutes } from '../../../core/working-time/last-start.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';
import * as time from '../../../core/working-time/zoned-time.ts';
import { CLOSED } from './calendars.ts';

const ZONES = [
  ...['Asia/Shanghai', 'Asia/Kathmandu', 'Europe/London', 'Europe/Berlin', 'America/New_York', 'America/St_Johns'],
  ...['Australia/Lord_Howe', 'Pacific/Apia', 'Pacific/Chatham', 'America/Sao_Paulo', 'UTC'],
];
const everyDay = (zone: string, from: string, to: string): WorkingCalendar => {
  const day = [{ from, to }];
  return { ...CLOSED, zone, week: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day } };
};

describe('a night shift over a change of the clock', () => {
  const newYork = everyDay('America/New_York', '00:00', '08:00');

  it.each([
    ['an ordinary night', '2026-03-07T00:00:00-05:00', '2026-03-07T08:00:00-05:00', 480],
    ['the night that loses an hour', '2026-03-08T00:00:00-05:00', '2026-03-08T08:00:00-04:00', 420],
    ['the night that has one hour twice', '2026-11-01T00:00:00-04:00', '2026-11-01T08:00:00-05:00', 540],
  ])('%s has its own length', (_, from, to, minutes) => {
    expect(workingMinutesBetween(newYork, from, to)).toBe(minutes);
    const walk = addWorkingMinutes(newYork, from, minutes);
    expect(walk).toMatchObject({ ok: true, value: { dueAt: to } });
    expect(lastStartForMinutes(newYork, to, minutes)).toEqual({ ok: true, value: from });
  });

  it('ends working days by the clock of the wall, whatever the offset', () => {
    const due = (from: string) => addWorkingDays(everyDay('America/New_York', '09:00', '17:00'), from, 1, 'nextDay');
    expect(due('2026-03-07')).toMatchObject({ value: { dueAt: '2026-03-08T17:00:00-04:00' } });
    expect(due('2026-10-31')).toMatchObject({ value: { dueAt: '2026-11-01T17:00:00-05:00' } });
  });

  it('a window that the clock leaps over does not make a working day', () => {
    const swallowed = everyDay('America/New_York', '02:00', '03:00');
    const walk = addWorkingDays(swallowed, '2026-03-07', 1, 'nextDay');
    expect(walk).toMatchObject({ ok: true, value: { dueAt: '2026-03-09T03:00:00-04:00' } });
  });
});

describe('one complaint, read in two places', () => {
  it.each([
    ['a mail of the evening in New York is the next day in Shanghai', 'Asia/Shanghai', '2026-03-05T17:00:00+08:00'],
    ['and the same day at home', 'America/New_York', '2026-03-04T17:00:00-05:00'],
    ['and in London', 'Europe/London', '2026-03-05T17:00:00Z'],
  ])('%s', (_, zone, due) => {
    const walk = addWorkingDays(everyDay(zone, '09:00', '17:00'), '2026-03-03T21:00:00-05:00', 1, 'nextDay');
    expect(walk.ok && time.toEpoch(walk.value.dueAt)).toBe(time.toEpoch(due));
  });

  it('a bare date means the date in the calendar’s own zone', () => {
    const ends = ZONES.map((zone) => {
      const walk = addWorkingDays(everyDay(zone, '09:00', '17:00'), '2026-06-03', 2, 'nextDay');
      return walk.ok && walk.value.dueAt.slice(0, 16);
    });
    expect(new Set(ends)).toEqual(new Set(['2026-06-05T17:00']));
  });
});

describe('times of a wall clock', () => {
  const zone = fc.constantFrom(...ZONES);
  const epoch = fc
    .integer({ min: Date.UTC(2010, 0), max: Date.UTC(2040, 0) })
    .map((ms) => Math.floor(ms / 1000) * 1000);

  it('a moment written with the zone’s offset is read as the same point in time', () => {
    fc.assert(
      fc.property(zone, epoch, (zone, at) => {
        expect(time.toEpoch(time.toMoment(at, zone))).toBe(at);
      }),
    );
  });

  it('the first time a clock shows something is never after a time it shows it, nor shows anything else', () => {
    fc.assert(
      fc.property(zone, epoch, (zone, at) => {
        const shown = time.wallClock(at, zone);
        const first = time.epochOf(shown.slice(0, 10), shown.slice(11), zone);
        expect(first).toBeLessThanOrEqual(at);
        expect(time.wallClock(first, zone)).toBe(shown);
      }),
    );
  });

  it('a day begins before all its times and ends after them, and the next begins where it ends', () => {
    fc.assert(
      fc.property(zone, epoch, (zone, at) => {
        const day = time.dayAt(at, zone);
        const end = time.epochOf(day, '24:00', zone);
        expect(time.epochOf(day, '00:00', zone)).toBeLessThanOrEqual(at);
        expect(end).toBeGreaterThan(at);
        expect(end).toBe(time.epochOf(time.addDays(day, 1), '00:00', zone));
      }),
    );
  });

  it('a later time of a day never comes before an earlier one', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(zone, epoch, minutes, minutes, (zone, at, a, b) => {
        const day = time.dayAt(at, zone);
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((minute) => time.epochOf(day, clock(minute), zone));
        expect(early).toBeLessThanOrEqual(late ?? NaN);
      }),
    );
  });

  it('seven days later is the same weekday, one day later the next', () => {
    fc.assert(
      fc.property(epoch, (at) => {
        const day = time.dayAt(at, 'UTC');
        expect(time.weekdayOf(time.addDays(day, 7))).toBe(time.weekdayOf(day));
        expect(time.weekdayOf(time.addDays(day, 1))).toBe((time.weekdayOf(day) % 7) + 1);
        expect(time.addDays(time.addDays(day, 400), -400)).toBe(day);
      }),
    );
  });
});
