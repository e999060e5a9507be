import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import type { FirstDay } from '../../../core/working-time/end-of-day.ts';
import { endOfCalendarDays } from '../../../core/working-time/calendar-days.ts';
import { lastStartForDays } from '../../../core/working-time/last-start.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { toEpoch, toMoment } from '../../../core/working-time/zoned-time.ts';
import { CHINA_OFFICE, OFFICE_HOURS } from './calendars.ts';

const at = (clock: string) => (clock.includes(' ') ? `${clock.replace(' ', 'T')}:00+08:00` : clock);
const pause = (from: string, to: string) => ({ from: toEpoch(at(from)), to: toEpoch(at(to)) });
type Pause = ReturnType<typeof pause>;

function walk(start: string, count: number, firstDay: FirstDay, pauses: Pause[] = [], calendar = CHINA_OFFICE) {
  const found = addWorkingDays(calendar, start, count, firstDay, pauses, 'sameClockTime');
  if (!found.ok) throw new Error(found.code);
  return found.value;
}
const due = (start: string, count: number, firstDay: FirstDay, pauses: Pause[] = [], calendar = CHINA_OFFICE) =>
  walk(at(start), count, firstDay, pauses, calendar).dueAt;

describe('working days that end at the time of day of the start', () => {
  it.each([
    ['from a morning to the next', '2026-03-03 10:20', 1, 'nextDay', '2026-03-04 10:20', 'atClockTime'],
    ['over a weekend', '2026-03-05 10:20', 2, 'nextDay', '2026-03-09 10:20', 'atClockTime'],
    ['onto a make-up Sunday', '2026-09-18 16:00', 1, 'nextDay', '2026-09-20 16:00', 'atClockTime'],
    ['the day of receipt counted', '2026-03-03 10:20', 2, 'sameDay', '2026-03-04 10:20', 'atClockTime'],
    ['at the very opening', '2026-03-03 09:00', 1, 'nextDay', '2026-03-04 09:00', 'atClockTime'],
    ['at the very closing', '2026-03-03 18:00', 1, 'nextDay', '2026-03-04 18:00', 'atClockTime'],
    ['as the break begins', '2026-03-03 12:00', 1, 'nextDay', '2026-03-04 12:00', 'atClockTime'],
    ['in the break', '2026-03-03 12:01', 1, 'nextDay', '2026-03-04 13:30', 'inBreak'],
    ['as the break ends', '2026-03-03 13:30', 1, 'nextDay', '2026-03-04 13:30', 'atClockTime'],
    ['before opening', '2026-03-03 05:00', 1, 'nextDay', '2026-03-04 09:00', 'beforeOpening'],
    ['in the evening', '2026-03-03 22:00', 1, 'nextDay', '2026-03-04 18:00', 'afterClosing'],
    ['on a Saturday', '2026-03-07 10:00', 1, 'nextDay', '2026-03-09 18:00', 'startedOutside'],
    ['on a Sunday at dawn', '2026-03-08 05:00', 2, 'nextDay', '2026-03-10 18:00', 'startedOutside'],
    ['in the evening, from the next day on', '2026-03-03 22:00', 2, 'sameDay', '2026-03-05 09:00', 'startedOutside'],
    ['at closing, from the next day on', '2026-03-03 18:00', 2, 'sameDay', '2026-03-05 09:00', 'startedOutside'],
    ['a minute before it', '2026-03-03 17:59', 2, 'sameDay', '2026-03-04 17:59', 'atClockTime'],
    ['on a Saturday, from Monday on', '2026-03-07 10:00', 2, 'sameDay', '2026-03-10 09:00', 'startedOutside'],
    ['a single day', '2026-03-03 10:20', 1, 'sameDay', '2026-03-03 18:00', 'onlyDay'],
    ['a single day, the next', '2026-03-03 20:00', 1, 'sameDay', '2026-03-04 18:00', 'onlyDay'],
    ['of which only the day is known', '2026-03-03', 2, 'nextDay', '2026-03-05 18:00', 'noClockTime'],
  ] as const)('%s', (_, start, count, firstDay, end, reason) => {
    expect(walk(at(start), count, firstDay)).toMatchObject({ dueAt: at(end), end: { reason } });
  });

  it('look at the windows of the day on which they end', () => {
    const half = [{ from: '10:00', to: '12:00' }];
    const calendar = { ...CHINA_OFFICE, overrides: [{ date: '2026-03-04', windows: half, note: '' }] };
    expect(due('2026-03-03 15:00', 1, 'nextDay', [], calendar)).toBe(at('2026-03-04 12:00'));
    expect(due('2026-03-03 09:30', 1, 'nextDay', [], calendar)).toBe(at('2026-03-04 10:00'));
    expect(due('2026-03-04 15:00', 1, 'nextDay', [], calendar)).toBe(at('2026-03-05 15:00'));
  });

  it('keep their seconds', () => {
    expect(walk('2026-03-03T10:20:31+08:00', 1, 'nextDay').dueAt).toBe('2026-03-04T10:20:31+08:00');
  });

  it.each([
    ['within the day of the start', ['03-03 14:00', '03-03 15:30'], '03-04 11:50'],
    ['over the night', ['03-03 17:00', '03-04 09:30'], '03-04 11:50'],
    ['before the start and into it', ['03-03 09:00', '03-03 10:50'], '03-04 10:50'],
    ['at night only', ['03-03 18:00', '03-04 09:00'], '03-04 10:20'],
    ['into the due time and beyond', ['03-04 10:00', '03-04 10:40'], '03-04 11:00'],
    ['after the due time', ['03-04 10:20', '03-04 18:00'], '03-04 10:20'],
  ] as const)('a pause %s counts minute for minute', (_, [from, to], end) => {
    const pauses = [pause(`2026-${from}`, `2026-${to}`)];
    expect(due('2026-03-03 10:20', 1, 'nextDay', pauses)).toBe(at(`2026-${end}`));
  });

  it('by closing time a pause before day 1 is none, as ever', () => {
    const pauses = [pause('2026-03-03 14:00', '2026-03-03 15:30')];
    const found = addWorkingDays(CHINA_OFFICE, at('2026-03-03 10:20'), 1, 'nextDay', pauses, 'lastWindow');
    expect(found.ok && found.value.dueAt).toBe(at('2026-03-04 18:00'));
    const onlyDay = addWorkingDays(CHINA_OFFICE, '2026-03-03', 1, 'nextDay', pauses, 'sameClockTime');
    expect(onlyDay.ok && onlyDay.value.dueAt).toBe(at('2026-03-04 18:00'));
  });
});

const ROUND = [{ from: '00:00', to: '24:00' }];
const everyDay = (windows: typeof ROUND) => ({
  ...{ 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: windows, 7: windows },
});
const hotline = (zone: string, windows = ROUND): WorkingCalendar => ({
  ...{ zone, country: null, week: everyDay(windows), makeUpWindows: [], overrides: [] },
});

describe('where the clock is changed on the last day', () => {
  // London: 2026-03-29 01:00 → 02:00; 2026-10-25 02:00 → 01:00.
  it.each([
    ['a time that is left out comes as much later', '2026-03-28T01:30:00Z', '2026-03-29T02:30:00+01:00'],
    ['a time that is shown twice is the first', '2026-10-24T01:30:00+01:00', '2026-10-25T01:30:00+01:00'],
    ['from the second of two', '2026-10-25T01:30:00Z', '2026-10-26T01:30:00Z'],
  ])('%s', (_, start, end) => {
    expect(toEpoch(walk(start, 1, 'nextDay', [], hotline('Europe/London')).dueAt)).toBe(toEpoch(end));
    const days = endOfCalendarDays(start, { count: 1, firstDay: 'nextDay', dayEnds: 'sameClockTime' }, 'Europe/London');
    expect(days.at).toBe(toEpoch(end));
  });

  it.each([
    ['due in the second hour of two', '2026-10-25T01:30:00Z', '2026-10-24T01:59:59+01:00'],
    ['due in the first', '2026-10-25T01:30:00+01:00', '2026-10-24T01:30:00+01:00'],
    ['started in the second', '2026-10-26T01:30:00Z', '2026-10-25T01:30:00Z'],
    ['started where an hour is left out', '2026-03-30T01:30:00+01:00', '2026-03-29T00:59:59Z'],
  ])('backwards: %s', (_, dueAt, start) => {
    const found = lastStartForDays(hotline('Europe/London'), dueAt, 1, 'nextDay', 'sameClockTime');
    expect(found.ok && toEpoch(found.value)).toBe(toEpoch(start));
  });

  it('a window that the change moves is met at its moved edges', () => {
    const early = hotline('Europe/London', [{ from: '01:30', to: '03:00' }]);
    expect(walk('2026-03-28T00:10:00Z', 1, 'nextDay', [], early)).toMatchObject({
      dueAt: '2026-03-29T02:00:00+01:00',
      end: { reason: 'beforeOpening' },
    });
  });
});

/** Zones with weeks around a change of the clock, and one without. */
const PLACES = [
  { zone: 'Asia/Shanghai', from: '2026-03-02' },
  { zone: 'Europe/London', from: '2026-03-25' },
  { zone: 'Europe/London', from: '2026-10-21' },
  { zone: 'America/New_York', from: '2026-03-04' },
  { zone: 'America/New_York', from: '2026-10-28' },
  { zone: 'Asia/Taipei', from: '2028-02-25' },
];
const clockText = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const windows = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.integer({ min: 0, max: 240 })), { maxLength: 6 })
  .map((points) => points.toSorted((a, b) => a - b))
  .map((points) =>
    Array.from({ length: Math.floor(points.length / 2) }, (_, i) => ({
      ...{ from: clockText(points[2 * i] ?? 0), to: clockText(points[2 * i + 1] ?? 1440) },
    })),
  );
const none = fc.constant<WorkingCalendar['week'][1]>([]);
const scene = fc.record({
  place: fc.constantFrom(...PLACES),
  week: fc.tuple(windows, windows, windows, windows, windows, none, fc.oneof(windows, none)),
  start: fc.integer({ min: 0, max: 4 * 1440 }),
  count: fc.integer({ min: 1, max: 6 }),
  firstDay: fc.constantFrom<FirstDay>('nextDay', 'sameDay'),
});
type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

const calendarOf = ({ place, week: [a, b, c, d, e, f, g] }: Scene): WorkingCalendar => ({
  ...{ zone: place.zone, country: null, makeUpWindows: [], overrides: [] },
  week: { 1: a, 2: b, 3: c, 4: d, 5: e, 6: f, 7: g },
});

/** One minute as a clerk lives it: the date, what the clock shows, and whether the door is open. */
interface LivedMinute {
  date: string;
  clock: number;
  isOpen: boolean;
}

const DAYS = 13;
/** Each place's minutes from its first midnight on, with the latest time that the clock has shown on the date so far. */
const WALKS = new Map(PLACES.map((place) => [place, walkTheClock(place)]));

function walkTheClock({ zone, from }: (typeof PLACES)[number]) {
  const midnight = Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds;
  let [date, furthest] = ['', 0];
  return Array.from({ length: DAYS * 1440 }, (_, minute) => {
    const now = Temporal.Instant.fromEpochMilliseconds(midnight + minute * 60_000).toZonedDateTimeISO(zone);
    const clock = now.hour * 60 + now.minute;
    const today = now.toPlainDate().toString();
    furthest = today === date ? Math.max(furthest, clock) : clock;
    date = today;
    return { date, weekday: now.dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7, clock, furthest };
  });
}

/** A door opens the first time the clock reaches its hour, and not again when the clock is put back. */
function live(given: Scene): LivedMinute[] {
  const hours = given.week.map((day) => day.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })));
  return (WALKS.get(given.place) ?? []).map(({ date, weekday, clock, furthest }) => {
    const isOpen = hours[weekday - 1]?.some(({ from, to }) => from <= furthest && furthest < to) ?? false;
    return { date, clock, isOpen };
  });
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The rule again, from the minutes lived alone. Null: not within the days that were walked. */
function dueMinute(given: Scene): number | null {
  const { start, count, firstDay } = given;
  const minutes = live(given);
  const begun = minutes[start];
  if (!begun) return null;
  const counts = (minute: LivedMinute, i: number) =>
    minute.isOpen && i >= start && (firstDay === 'sameDay' || minute.date !== begun.date);
  const dates = [...new Set(minutes.filter(counts).map(({ date }) => date))];
  const last = dates[count - 1];
  // The last date is walked in part only.
  if (last === undefined || last === minutes.at(-1)?.date) return null;
  const ofLast = minutes.flatMap((minute, i) => (minute.date === last ? [{ ...minute, i }] : []));
  const open = ofLast.filter(({ isOpen }) => isOpen);
  const [opening, closing] = [open[0]?.i ?? 0, (open.at(-1)?.i ?? 0) + 1];
  if (firstDay === 'sameDay' && count === 1) return closing;
  if (firstDay === 'sameDay' && dates[0] !== begun.date) return opening;
  if (firstDay === 'nextDay' && !minutes.some(({ date, isOpen }) => isOpen && date === begun.date)) return closing;
  const shown = ofLast.find(({ clock }) => clock === begun.clock);
  // Left out by a change of the clock: where it would have been without.
  const wanted = shown?.i ?? (ofLast[0]?.i ?? 0) + begun.clock;
  if (open.some(({ i }) => i === wanted || i + 1 === wanted)) return wanted;
  return open.find(({ i }) => i >= wanted)?.i ?? closing;
}

const startOf = ({ place, start }: Scene) =>
  Temporal.PlainDate.from(place.from).toZonedDateTime(place.zone).epochMilliseconds + start * 60_000;

describe('the end of the last day against a minute-by-minute walk', () => {
  it('is where the walk comes to it', () => {
    let compared = 0;
    fc.assert(
      fc.property(scene, (given) => {
        const expected = dueMinute(given);
        if (expected === null) return;
        compared += 1;
        const start = toMoment(startOf(given), given.place.zone);
        const found = walk(start, given.count, given.firstDay, [], calendarOf(given));
        expect((toEpoch(found.dueAt) - startOf(given)) / 60_000 + given.start).toBe(expected);
      }),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(25);
  });

  it('never lies after the last closing nor before the start, and never earlier for a later start', () => {
    fc.assert(
      fc.property(scene, fc.integer({ min: 1, max: 3000 }), (given, later) => {
        const calendar = calendarOf(given);
        const { count, firstDay } = given;
        if (Object.values(calendar.week).every((day) => day.length === 0)) return;
        const start = (from: Scene) => toMoment(startOf(from), from.place.zone);
        const found = walk(start(given), count, firstDay, [], calendar);
        const closing = addWorkingDays(calendar, start(given), count, firstDay);
        expect(toEpoch(found.dueAt)).toBeGreaterThan(startOf(given));
        expect(closing.ok && toEpoch(closing.value.dueAt)).toBeGreaterThanOrEqual(toEpoch(found.dueAt));
        // Where the clock is put back, a later minute may show an earlier time.
        if (given.place.zone.startsWith('Asia')) {
          const other = walk(start({ ...given, start: given.start + later }), count, firstDay, [], calendar);
          expect(toEpoch(other.dueAt)).toBeGreaterThanOrEqual(toEpoch(found.dueAt));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('forward after backward: the start it gives is in time, and a minute later is too late', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const calendar = calendarOf(given);
        const { count, firstDay } = given;
        const bound = startOf(given) + 20 * 1440 * 60_000;
        const found = lastStartForDays(calendar, toMoment(bound, calendar.zone), count, firstDay, 'sameClockTime');
        if (!found.ok) {
          expect(Object.values(calendar.week).flat()).toEqual([]);
          return;
        }
        const end = (from: number) => toEpoch(walk(toMoment(from, calendar.zone), count, firstDay, [], calendar).dueAt);
        expect(end(toEpoch(found.value))).toBeLessThanOrEqual(bound);
        expect(end(toEpoch(found.value) + 60_000)).toBeGreaterThan(bound);
      }),
      { numRuns: 300 },
    );
  });
});

describe('calendar days', () => {
  const rule = (count: number, firstDay: FirstDay, dayEnds: 'lastWindow' | 'sameClockTime') =>
    ({ count, firstDay, dayEnds }) as const;
  it.each([
    ['2026-03-07 10:00', 2, 'nextDay', 'sameClockTime', '2026-03-09 10:00', 'atClockTime'],
    ['2026-03-07 10:00', 2, 'sameDay', 'sameClockTime', '2026-03-08 10:00', 'atClockTime'],
    ['2026-03-07 10:00', 1, 'sameDay', 'sameClockTime', '2026-03-08 00:00', 'onlyDay'],
    ['2026-03-07', 2, 'nextDay', 'sameClockTime', '2026-03-10 00:00', 'noClockTime'],
    ['2026-03-07 10:00', 2, 'nextDay', 'lastWindow', '2026-03-10 00:00', 'lastWindow'],
    ['2026-03-07', 1, 'sameDay', 'lastWindow', '2026-03-08 00:00', 'lastWindow'],
  ] as const)('%s, %i, %s, %s', (start, count, firstDay, dayEnds, end, reason) => {
    const found = endOfCalendarDays(at(start), rule(count, firstDay, dayEnds), 'Asia/Shanghai');
    expect([toMoment(found.at, 'Asia/Shanghai'), found.reason]).toEqual([at(end), reason]);
  });

  it('count pauses from the start on, or from day 1 where days end with midnight', () => {
    const from = (dayEnds: 'lastWindow' | 'sameClockTime', firstDay: FirstDay) =>
      toMoment(
        endOfCalendarDays(at('2026-03-03 10:00'), rule(3, firstDay, dayEnds), 'Asia/Shanghai').counted.from,
        'Asia/Shanghai',
      );
    expect(from('sameClockTime', 'nextDay')).toBe(at('2026-03-03 10:00'));
    expect(from('lastWindow', 'nextDay')).toBe(at('2026-03-04 00:00'));
    expect(from('lastWindow', 'sameDay')).toBe(at('2026-03-03 10:00'));
  });
});

it('the office hours of these tests have a break from twelve to half past one', () => {
  expect(OFFICE_HOURS.map(({ from, to }) => `${from}-${to}`)).toEqual(['09:00-12:00', '13:30-18:00']);
});
