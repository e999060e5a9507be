import { describe, expect, it } from 'vitest';
import { planAlarms } from '../../../core/queue/plan-alarms.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { rowOf } from '../../../core/queue/queue-row.ts';
import { WorkingCalendar } from '../../../core/working-time/working-calendar.ts';
import { aDeadline, anEntry, idOf } from './queue-entries.ts';

const windows = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '17:30' },
];
/** Monday to Friday; 2026-11-20 is a Friday. */
const calendar = WorkingCalendar.parse({
  zone: 'Asia/Shanghai',
  week: { 1: windows, 2: windows, 3: windows, 4: windows, 5: windows, 6: [], 7: [] },
  country: null,
  makeUpWindows: [],
  overrides: [],
});
const at = (time: string) => `2026-11-${time}:00+08:00`;
const clock = (epoch: number | null) =>
  epoch === null ? null : new Date(epoch + 8 * 3_600_000).toISOString().slice(8, 16);

interface Case {
  due: string;
  warn: string | null;
  now: string;
  isUrgent?: boolean;
  hours?: WorkingCalendar | null;
  change?: Partial<QueueEntry>;
}
function plan({ due, warn, now, isUrgent = false, hours = calendar, change = {} }: Case) {
  const promised = [aDeadline(at(due), { warnAt: warn === null ? null : at(warn) })];
  const rows = [rowOf(anEntry({ promised, isUrgent, ...change }))];
  const { tell, nextAt } = planAlarms({ rows, told: new Set(), calendar: hours, asOf: Date.parse(at(now)) });
  return [tell.map(({ kind }) => kind), clock(nextAt)];
}

describe('a deadline', () => {
  it.each<[string, Case, [string[], string | null]]>([
    ['far off: at the warning', { due: '20T16:00', warn: '20T14:00', now: '20T09:00' }, [[], '20T14:00']],
    [
      'at the warning: told; next when it passes',
      { due: '20T16:00', warn: '20T14:00', now: '20T14:00' },
      [['soon'], '20T16:00'],
    ],
    [
      'after the warning, the browser having been closed',
      { due: '20T16:00', warn: '20T14:00', now: '20T15:10' },
      [['soon'], '20T16:00'],
    ],
    [
      'at its time: as passed, not as near',
      { due: '20T16:00', warn: '20T14:00', now: '20T16:00' },
      [['overdue'], null],
    ],
    ['long passed', { due: '18T16:00', warn: null, now: '20T09:00' }, [['overdue'], null]],
    [
      'warning at noon, when nobody works: after the break',
      { due: '20T16:00', warn: '20T12:30', now: '20T12:40' },
      [[], '20T13:30'],
    ],
    [
      'warning in the night: at the opening, if that is before it',
      { due: '20T11:00', warn: '20T03:00', now: '20T03:00' },
      [[], '20T08:30'],
    ],
    [
      'due at the opening: half an hour before the evening before',
      { due: '20T08:30', warn: '20T07:30', now: '19T16:00' },
      [[], '19T17:00'],
    ],
    ['the same, at that time', { due: '20T08:30', warn: '20T07:30', now: '19T17:00' }, [['soon'], '20T08:30']],
    [
      'due on Saturday: warned of on Friday, passed on Monday',
      { due: '21T10:00', warn: '21T08:00', now: '20T17:00' },
      [['soon'], '23T08:30'],
    ],
    [
      'passed on Saturday, seen on Saturday: waits for Monday',
      { due: '21T10:00', warn: '21T08:00', now: '21T11:00' },
      [[], '23T08:30'],
    ],
    [
      'urgent: in the night, too',
      { due: '20T04:00', warn: '20T03:00', now: '20T03:00', isUrgent: true },
      [['soon'], '20T04:00'],
    ],
    [
      'urgent and passed on Sunday',
      { due: '22T04:00', warn: null, now: '22T04:00', isUrgent: true },
      [['overdue'], null],
    ],
    [
      'without working hours: at any time',
      { due: '20T04:00', warn: '20T03:00', now: '20T03:00', hours: null },
      [['soon'], '20T04:00'],
    ],
    [
      'of one that is registered: never',
      { due: '20T16:00', warn: '20T14:00', now: '20T15:00', change: { state: 'registered' } },
      [[], null],
    ],
    [
      'of one put aside: never',
      { due: '20T16:00', warn: null, now: '20T17:00', change: { removedAt: at('20T09:00') } },
      [[], null],
    ],
    [
      'of a duplicate: never',
      { due: '20T16:00', warn: null, now: '20T17:00', change: { links: [{ to: idOf(2), kind: 'duplicateOf' }] } },
      [[], null],
    ],
  ])('%s', (_, given, expected) => {
    expect(plan(given)).toEqual(expected);
  });

  it('that never meets an opening is told at its own time', () => {
    const closed = { ...calendar, week: { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } };
    expect(plan({ due: '20T16:00', warn: '20T14:00', now: '20T14:00', hours: closed })).toEqual([['soon'], '20T16:00']);
  });

  it('is told once, also after a restart; when it is moved, again', () => {
    const rows = (due: string) => [rowOf(anEntry({ promised: [aDeadline(at(due), { warnAt: at('20T14:00') })] }))];
    const asOf = Date.parse(at('20T14:30'));
    const first = planAlarms({ rows: rows('20T16:00'), told: new Set(), calendar, asOf });
    const told = new Set(first.tell.map(({ key }) => key));
    expect(planAlarms({ rows: rows('20T16:00'), told, calendar, asOf }).tell).toEqual([]);
    expect(planAlarms({ rows: rows('20T16:10'), told, calendar, asOf }).tell.length).toBe(1);
    expect(first.keys).toContain(first.tell[0]?.key);
  });

  it('comes with the others in the order of their times', () => {
    const row = (id: number, due: string) => rowOf(anEntry({ id: idOf(id), promised: [aDeadline(at(due))] }));
    const rows = [row(1, '20T09:30'), row(2, '20T09:00'), row(3, '20T09:10')];
    const { tell } = planAlarms({ rows, told: new Set(), calendar, asOf: Date.parse(at('20T10:00')) });
    expect(tell.map(({ id }) => id)).toEqual([2, 3, 1].map(idOf));
  });
});
