import { describe, expect, it } from 'vitest';
import { countedDayLines, usedSpanLines } from '../../../core/deadline/walk-lines.ts';
import { addWorkingDays } from '../../../core/working-time/add-working-days.ts';
import { addWorkingMinutes } from '../../../core/working-time/add-working-minutes.ts';
import type { DayEnds, FirstDay } from '../../../core/working-time/end-of-day.ts';
import type { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { CHINA_OFFICE } from '../working-time/calendars.ts';
import { shanghai } from './tracked-pack.ts';

type Override = WorkingCalendar['overrides'][number];
const with_ = (...overrides: Override[]): WorkingCalendar => ({ ...CHINA_OFFICE, overrides });
const shut = (date: string, note = '', level?: Override['level']): Override => ({
  ...{ date: `2026-${date}`, windows: [], note },
  ...(level === undefined ? {} : { level }),
});
const stretch = (from: string, to: string) => ({ from: Date.parse(shanghai(from)), to: Date.parse(shanghai(to)) });
type Stretch = ReturnType<typeof stretch>;

/** The way of so many working minutes from a start, in words. */
function minutesTold(start: string, minutes: number, calendar = CHINA_OFFICE, pauses: Stretch[] = []): string[] {
  const walk = addWorkingMinutes(calendar, shanghai(start), minutes, pauses);
  if (!walk.ok) throw new Error(walk.code);
  return usedSpanLines(walk.value, calendar.zone).map((line) => sayLine('en', 'deadline.trace', line));
}

/** The way of so many working days, in words. */
function daysTold(
  start: string,
  count: number,
  given: { calendar?: WorkingCalendar; firstDay?: FirstDay; pauses?: Stretch[]; dayEnds?: DayEnds } = {},
): string[] {
  const { calendar = CHINA_OFFICE, firstDay = 'nextDay', pauses = [], dayEnds = null } = given;
  const walk = addWorkingDays(calendar, shanghai(start), count, firstDay, pauses, dayEnds ?? undefined);
  if (!walk.ok) throw new Error(walk.code);
  return countedDayLines(walk.value, { firstDay, dayEnds }, calendar.zone).map((line) =>
    sayLine('en', 'deadline.trace', line),
  );
}

const ENDS = 'The last day ends with its last working hours (no other rule is set)';

describe('the way of a target in working minutes', () => {
  it('within a morning is one line', () => {
    expect(minutesTold('03-03 09:10', 30)).toEqual(['2026-03-03 09:10–09:40: 30 minutes']);
  });

  it('names the lunch break only where it is crossed', () => {
    expect(minutesTold('03-03 11:30', 30)).toEqual(['2026-03-03 11:30–12:00: 30 minutes']);
    expect(minutesTold('03-03 11:30', 31)).toEqual([
      '2026-03-03 11:30–12:00: 30 minutes',
      '2026-03-03 12:00–13:30: break, not counted',
      '2026-03-03 13:30–13:31: 1 minute',
    ]);
  });

  it('of a start in the lunch break begins after it, with no break to tell', () => {
    expect(minutesTold('03-03 12:30', 60)).toEqual(['2026-03-03 13:30–14:30: 60 minutes']);
  });

  it('after closing time on Friday goes on on Monday', () => {
    expect(minutesTold('03-06 18:30', 60)).toEqual([
      '2026-03-06: after closing time, not counted',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09 09:00–10:00: 60 minutes',
    ]);
  });

  it('windows that touch are told apart, with no break between', () => {
    const windows = [
      { from: '09:00', to: '10:00' },
      { from: '10:00', to: '11:00' },
    ];
    const calendar = with_({ date: '2026-03-03', windows, note: '' });
    expect(minutesTold('03-03 09:30', 60, calendar)).toEqual([
      "2026-03-03: open by the company's own calendar",
      '2026-03-03 09:30–10:00: 30 minutes',
      '2026-03-03 10:00–10:30: 30 minutes',
    ]);
  });

  it('a pause over the lunch break is told as a pause, not as the break', () => {
    expect(minutesTold('03-03 11:00', 60, CHINA_OFFICE, [stretch('03-03 11:30', '03-03 14:00')])).toEqual([
      '2026-03-03 11:00–11:30: 30 minutes',
      '2026-03-03 11:30–14:00: paused, not counted',
      '2026-03-03 14:00–14:30: 30 minutes',
    ]);
  });

  it('a pause that lies wholly in the break leaves it a break', () => {
    const told = minutesTold('03-03 11:30', 60, CHINA_OFFICE, [stretch('03-03 12:10', '03-03 13:00')]);
    expect(told).toContain('2026-03-03 12:00–13:30: break, not counted');
  });

  it('a pause earlier in the morning does not make the lunch break a pause', () => {
    expect(minutesTold('03-03 09:00', 180, CHINA_OFFICE, [stretch('03-03 10:00', '03-03 10:30')])).toEqual([
      '2026-03-03 09:00–10:00: 60 minutes',
      '2026-03-03 10:00–10:30: paused, not counted',
      '2026-03-03 10:30–12:00: 90 minutes',
      '2026-03-03 12:00–13:30: break, not counted',
      '2026-03-03 13:30–14:00: 30 minutes',
    ]);
  });

  it('several paused days are one line, a weekend between stays its own', () => {
    expect(minutesTold('03-03 17:30', 60, CHINA_OFFICE, [stretch('03-04 09:00', '03-10 09:00')])).toEqual([
      '2026-03-03 17:30–18:00: 30 minutes',
      '2026-03-04 to 2026-03-06: paused, not counted',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09: paused, not counted',
      '2026-03-10 09:00–09:30: 30 minutes',
    ]);
  });
});

describe('closed dates in one line', () => {
  it('neighbours join only while their reason is the same', () => {
    const calendar = with_(shut('03-04', '年会'), shut('03-05', '年会'), shut('03-06', '盘点'), shut('03-09'));
    expect(minutesTold('03-03 17:30', 60, calendar).slice(1, -1)).toEqual([
      '2026-03-04 to 2026-03-05: closed by the company (年会)',
      '2026-03-06: closed by the company (盘点)',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09: closed by the company',
    ]);
  });

  it('the company’s, the department’s and the complaint’s own days are not mixed up', () => {
    const calendar = with_(shut('03-04', '检修'), shut('03-05', '检修', 'department'), shut('03-06', '检修', 'case'));
    expect(daysTold('03-03', 1, { calendar }).slice(2, 5)).toEqual([
      '2026-03-04: closed by the company (检修)',
      '2026-03-05: closed by the department (检修)',
      '2026-03-06: closed by an arrangement for this complaint (检修)',
    ]);
  });

  it('the same reason on both sides of an open day stays two lines', () => {
    const calendar = with_(shut('03-04', '检修'), shut('03-06', '检修'));
    expect(daysTold('03-03', 2, { calendar }).filter((line) => line.includes('检修'))).toHaveLength(2);
  });

  it('a holiday that runs over a weekend is one line under its own name', () => {
    expect(daysTold('09-24', 1)).toEqual([
      'Day 1 is the day after the start',
      ENDS,
      '2026-09-25 to 2026-09-27: Mid-Autumn Festival holiday',
      '2026-09-28: working day 1',
    ]);
  });

  it('a make-up workday without hours is told as such, and does not count', () => {
    const calendar = { ...CHINA_OFFICE, makeUpWindows: [] };
    expect(daysTold('02-13', 1, { calendar })[2]).toBe(
      '2026-02-14: make-up workday, but the company has no hours for it; not counted',
    );
  });
});

describe('the way of a target in working days', () => {
  it('numbers the days through weekends', () => {
    expect(daysTold('03-05', 3)).toEqual([
      'Day 1 is the day after the start',
      ENDS,
      '2026-03-06: working day 1',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09: working day 2',
      '2026-03-10: working day 3',
    ]);
  });

  it('begins with the day of receipt where the company says so, unless that was over', () => {
    expect(daysTold('03-05 10:00', 2, { firstDay: 'sameDay' })).toEqual([
      'Day 1 is the day of the start',
      ENDS,
      '2026-03-05: working day 1',
      '2026-03-06: working day 2',
    ]);
    expect(daysTold('03-05 19:00', 1, { firstDay: 'sameDay' })).toEqual([
      'Day 1 is the day of the start',
      ENDS,
      '2026-03-05: after closing time, not counted',
      '2026-03-06: working day 1',
    ]);
  });

  it('a paused day keeps its number; what it took is added at the end', () => {
    const told = daysTold('03-03', 2, { pauses: [stretch('03-04 09:00', '03-04 18:00')] });
    expect(told).toEqual([
      'Day 1 is the day after the start',
      ENDS,
      '2026-03-04: working day 1',
      '2026-03-05: working day 2',
      'Without pauses it would have been due 2026-03-05 18:00',
      'The pauses took 450 working minutes, added at the end',
      '2026-03-06 09:00–12:00: 180 minutes',
      '2026-03-06 12:00–13:30: break, not counted',
      '2026-03-06 13:30–18:00: 270 minutes',
    ]);
  });

  it('what the pauses took is told in hours where they are whole, else in minutes', () => {
    const took = (to: string) =>
      daysTold('03-03', 2, { pauses: [stretch('03-04 09:00', to)] }).find((line) => line.startsWith('The pauses took'));
    expect(took('03-04 10:00')).toBe('The pauses took 1 working hour, added at the end');
    expect(took('03-04 12:00')).toBe('The pauses took 3 working hours, added at the end');
    expect(took('03-04 10:01')).toBe('The pauses took 61 working minutes, added at the end');
    expect(took('03-04 09:01')).toBe('The pauses took 1 working minute, added at the end');
  });

  it('a works that closes at midnight tells the whole weekend after it', () => {
    const day = [{ from: '00:00', to: '24:00' }];
    const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
    const calendar: WorkingCalendar = { ...CHINA_OFFICE, country: null, week };
    expect(daysTold('03-03', 3, { calendar, pauses: [stretch('03-05 10:00', '03-05 11:00')] }).slice(-4)).toEqual([
      'Without pauses it would have been due 2026-03-07 00:00',
      'The pauses took 1 working hour, added at the end',
      '2026-03-07 to 2026-03-08: not working days of the week',
      '2026-03-09 00:00–01:00: 60 minutes',
    ]);
  });

  const byTheClock = (start: string, count: number, more: Parameters<typeof daysTold>[2] = {}) =>
    daysTold(start, count, { dayEnds: 'sameClockTime', ...more });

  it('says by which rule the last day ends', () => {
    expect(daysTold('03-03 10:00', 1, { dayEnds: 'lastWindow' })).toEqual([
      'Day 1 is the day after the start',
      'The last day ends with its last working hours',
      '2026-03-04: working day 1',
    ]);
    expect(byTheClock('03-03 10:00', 1)).toEqual([
      'Day 1 is the day after the start',
      'The last day ends at the time of day of the start',
      '2026-03-04: working day 1',
    ]);
  });

  it.each([
    ['03-03 07:15', 'nextDay', 1, '07:15 is before opening on that day: due at opening, 09:00'],
    ['03-03 12:40', 'nextDay', 1, '12:40 falls into a break on that day: due when it is over, 13:30'],
    ['03-03 20:05', 'nextDay', 1, '20:05 is after closing on that day: due at closing, 18:00'],
    ['03-07 10:00', 'nextDay', 1, 'It started on a day without working hours: the last day counts whole, until 18:00'],
    [
      ...(['03-07 10:00', 'sameDay', 2] as const),
      'It started after closing or on a closed day and counts from the next opening: due at opening of the last day, 09:00',
    ],
    [
      ...(['03-03 10:00', 'sameDay', 1] as const),
      'The first day is also the last: it ends with its last working hours, not as it starts',
    ],
    ['03-03', 'nextDay', 1, 'The time of day of the start is not known: until the last working hours of the last day'],
  ] as const)('says why it ends when it does: from %s, %s, %i', (start, firstDay, count, line) => {
    expect(byTheClock(start, count, { firstDay }).at(-1)).toBe(line);
  });

  it('tells what is left of the due day when a pause is added to a time of day', () => {
    const pauses = [stretch('03-03 14:00', '03-03 15:00')];
    expect(byTheClock('03-03 10:00', 1, { pauses }).slice(-3)).toEqual([
      'Without pauses it would have been due 2026-03-04 10:00',
      'The pauses took 1 working hour, added at the end',
      '2026-03-04 10:00–11:00: 60 minutes',
    ]);
  });
});
