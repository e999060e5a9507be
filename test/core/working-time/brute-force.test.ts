import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { addByTheClock, unionOf } from '../../../core/working-time/span-set.ts';
import { workingMinutesBetween } from '../../../core/working-time/working-minutes-between.ts';

/** Each zone with a week around a change of its clock, a year's end or a leap day, Apia's also with the day it left out. */
const PLACES = [
  { zone: 'Asia/Shanghai', from: '2026-03-02' },
  { zone: 'Asia/Shanghai', from: '2026-12-28' },
  { zone: 'Asia/Taipei', from: '2028-02-25' },
  { zone: 'Europe/London', from: '2026-03-26' },
  { zone: 'Europe/London', from: '2026-10-22' },
  { zone: 'America/New_York', from: '2026-03-05' },
  { zone: 'America/New_York', from: '2026-10-29' },
  { zone: 'Pacific/Apia', from: '2011-12-27' },
  { zone: 'Pacific/Apia', from: '2011-09-21' },
];

const MINUTE = 60_000;
const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Windows of a day: an even number of rising minutes, in pairs, the night hours around clock changes included. */
const windows = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 240 })), {
    minLength: 0,
    maxLength: 6,
  })
  .map((points) => points.toSorted((a, b) => a - b))
  .map((points) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, i) => ({
      from: clockText(points[2 * i] ?? 0),
      to: clockText(points[2 * i + 1] ?? 1440),
    })),
  );

const scene = fc.record({
  place: fc.constantFrom(...PLACES),
  week: fc.tuple(windows, windows, windows, windows, windows, windows, windows),
  override: fc.record({ day: fc.integer({ min: 0, max: 6 }), windows }),
  startMinute: fc.integer({ min: 0, max: 4 * 1440 }),
  amount: fc.integer({ min: 1, max: 3000 }),
});

/** Stretches of minutes after the start, overlapping as they like. */
const pauses = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 2000 }))
    .map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 4 },
);
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

function calendarOf({ place, week: [a, b, c, d, e, f, g], override }: Scene): WorkingCalendar {
  const date = Temporal.PlainDate.from(place.from).add({ days: override.day }).toString();
  return {
    zone: place.zone,
    country: null,
    week: { 1: a, 2: b, 3: c, 4: d, 5: e, 6: f, 7: g },
    makeUpWindows: [],
    overrides: [{ date, windows: override.windows, note: '' }],
  };
}

/** What the wall clock shows in one minute. `furthest` is the latest time it has shown on that date so far. */
interface WallMinute {
  date: string;
  weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  furthest: string;
}

const DAYS_WALKED = 12;

/** The wall clock of a place, minute by minute from its first midnight on. */
const WALKS = new Map(PLACES.map((place) => [place, walkTheClock(place)]));

function walkTheClock({ zone, from }: (typeof PLACES)[number]): WallMinute[] {
  const midnight = Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds;
  const walk: WallMinute[] = [];
  for (let minute = 0; minute < DAYS_WALKED * 1440; minute += 1) {
    const clock = Temporal.Instant.fromEpochMilliseconds(midnight + minute * MINUTE).toZonedDateTimeISO(zone);
    const date = clock.toPlainDate().toString();
    const now = clockText(clock.hour * 60 + clock.minute);
    const previous = walk.at(-1);
    const furthest = previous?.date === date && previous.furthest > now ? previous.furthest : now;
    walk.push({ date, weekday: clock.dayOfWeek as WallMinute['weekday'], furthest });
  }
  return walk;
}

/**
 * The reference: on each date a door opens the first time the clock reaches its opening time and shuts the first time it
 * reaches its closing time; it does not open again when the clock is put back.
 */
function isOpen(calendar: WorkingCalendar, { date, weekday, furthest }: WallMinute): boolean {
  const windowsOfDate = calendar.overrides.find((entry) => entry.date === date)?.windows ?? calendar.week[weekday];
  return windowsOfDate.some((window) => window.from <= furthest && furthest < window.to);
}

function minutesFromStart({ place, startMinute }: Scene): WallMinute[] {
  return WALKS.get(place)?.slice(startMinute) ?? [];
}

describe('working time against a minute-by-minute walk, across changes of the clock', () => {
  it('adding minutes gives the end of the last minute used', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = calendarOf(given);
        let left = given.amount;
        const last = minutesFromStart(given).findIndex((minute) => {
          if (isOpen(calendar, minute)) left -= 1;
          return left === 0;
        });
        const due = addWorkingMinutes(calendar, moment(startOf(given)), given.amount);
        const dueMinute = due.ok
          ? (Temporal.Instant.from(due.value.dueAt).epochMilliseconds - startOf(given)) / MINUTE
          : Infinity;
        if (last >= 0) expect(dueMinute).toBe(last + 1);
        else expect(dueMinute).toBeGreaterThan(minutesFromStart(given).length);
      }),
      { numRuns: 500 },
    );
  });

  it('adding minutes passes over pauses, and ends where the last minute is used', () => {
    fc.assert(
      fc.property(scene, pauses, (given, paused) => {
        const calendar = calendarOf(given);
        const start = startOf(given);
        const isPaused = (minute: number) => paused.some(({ from, to }) => from <= minute && minute < to);
        let left = given.amount;
        const last = minutesFromStart(given).findIndex((minute, i) => {
          if (isOpen(calendar, minute) && !isPaused(i)) left -= 1;
          return left === 0;
        });
        const spans = unionOf(paused.map(({ from, to }) => ({ from: start + from * MINUTE, to: start + to * MINUTE })));
        const due = addWorkingMinutes(calendar, moment(start), given.amount, spans);
        const dueMinute = due.ok
          ? (Temporal.Instant.from(due.value.dueAt).epochMilliseconds - start) / MINUTE
          : Infinity;
        if (last >= 0) expect(dueMinute).toBe(last + 1);
        else expect(dueMinute).toBeGreaterThan(minutesFromStart(given).length);
      }),
      { numRuns: 300 },
    );
  });

  it('the clock of the wall passes over pauses as a walk does', () => {
    fc.assert(
      fc.property(pauses, fc.integer({ min: 1, max: 4000 }), (paused, amount) => {
        let [minute, left] = [0, amount];
        for (; left > 0; minute += 1) if (!paused.some(({ from, to }) => from <= minute && minute < to)) left -= 1;
        expect(addByTheClock(0, amount, unionOf(paused))).toBe(minute);
      }),
    );
  });

  it('around the clock and around the week every minute counts, changes of the clock included', () => {
    const always = [{ from: '00:00', to: '24:00' }];
    const week = { 1: always, 2: always, 3: always, 4: always, 5: always, 6: always, 7: always };
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = { ...calendarOf(given), week, overrides: [] };
        const due = addWorkingMinutes(calendar, moment(startOf(given)), given.amount);
        expect(due.ok && Date.parse(due.value.dueAt) - startOf(given)).toBe(given.amount * MINUTE);
      }),
      { numRuns: 100 },
    );
  });

  it('minutes between are the open minutes between', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = calendarOf(given);
        const open = minutesFromStart(given)
          .slice(0, given.amount)
          .filter((minute) => isOpen(calendar, minute));
        const end = startOf(given) + given.amount * MINUTE;
        expect(workingMinutesBetween(calendar, moment(startOf(given)), moment(end))).toBe(open.length);
      }),
      { numRuns: 500 },
    );
  });

  it('adding and measuring are each other’s inverse', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = calendarOf(given);
        const start = moment(startOf(given));
        const due = addWorkingMinutes(calendar, start, given.amount);
        if (due.ok) expect(workingMinutesBetween(calendar, start, due.value.dueAt)).toBe(given.amount);
        else expect(Object.values(calendar.week).flat()).toEqual([]);
      }),
    );
  });
});

function startOf({ place, startMinute }: Scene): number {
  const midnight = Temporal.PlainDate.from(place.from).toZonedDateTime(place.zone);
  return midnight.epochMilliseconds + startMinute * MINUTE;
}

function moment(epoch: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toString();
}
