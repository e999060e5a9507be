import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cycle, Pause } from '../../../core/complaint/complaint-state.ts';
import { isPaused, pausesOf, standstillOf, whileRunning } from '../../../core/deadline/standstill.ts';
import type { CountedPause } from '../../../core/deadline/tracked-deadline.ts';
import { milestone, shanghai } from './tracked-pack.ts';

const ZONE = 'Asia/Shanghai';
const paused = (from: string, to: string | null, more: Partial<Pause> = {}): Pause => ({
  ...{ id: from, reason: 'sample', note: '', endedBy: 'resumed', milestones: null, ...more },
  from: shanghai(from),
  to: to === null ? null : shanghai(to),
});
const cycle = (pauses: Pause[], closedFor: Cycle['closedFor'] = []): Cycle => ({
  ...{ number: 1, way: null, times: {}, progressTold: [], verdicts: [], withdrawnAt: null },
  ...{ pauses, closedFor },
});
const counted = (from: string, to: string | null): CountedPause => ({
  ...{ reason: 'sample', note: '', isCapped: false },
  from: shanghai(from),
  to: to === null ? null : shanghai(to),
});

describe('which pauses stop a clock', () => {
  const closing = milestone({ id: 'closing', pausedBy: ['customer', 'sample'] });

  it.each<[string, Pause, boolean]>([
    ['of a reason that the milestone lists', paused('03-03 10:00', '03-03 12:00'), true],
    ['of another reason', paused('03-03 10:00', '03-03 12:00', { reason: 'holiday' }), false],
    ['for this milestone', paused('03-03 10:00', '03-03 12:00', { milestones: ['plan', 'closing'] }), true],
    ['for another milestone', paused('03-03 10:00', '03-03 12:00', { milestones: ['plan'] }), false],
    [
      'for this milestone, of another reason',
      paused('03-03 10:00', '03-03 12:00', { reason: 'holiday', milestones: ['closing'] }),
      false,
    ],
  ])('%s', (_, pause, counts) => {
    expect(pausesOf(closing, cycle([pause]))).toHaveLength(counts ? 1 : 0);
  });

  it('none where the milestone lists no reasons', () => {
    const { pausedBy, ...plain } = closing;
    expect(pausedBy).toBeDefined();
    expect(pausesOf(plain, cycle([paused('03-03 10:00', null)]))).toEqual([]);
  });

  it('never those of the first response, not even the time for which it was closed', () => {
    const first = milestone({ id: 'first', stopsAt: 'firstResponseAt' });
    const closedFor = [{ from: shanghai('03-05 18:00'), to: shanghai('03-10 09:00') }];
    expect(pausesOf(first, cycle([paused('03-03 10:00', null)], closedFor))).toEqual([]);
    expect(pausesOf(closing, cycle([], closedFor))).toEqual([
      { reason: null, note: '', from: shanghai('03-05 18:00'), to: shanghai('03-10 09:00'), isCapped: false },
    ]);
  });

  it('the time it was closed stands still even where no reason pauses', () => {
    const closedFor = [{ from: shanghai('03-05 18:00'), to: shanghai('03-10 09:00') }];
    expect(pausesOf(milestone({ id: 'x', pausedBy: [] }), cycle([], closedFor))).toHaveLength(1);
  });

  it('come in order of time with their notes, and say where a cap ended them', () => {
    const found = pausesOf(
      closing,
      cycle(
        [
          paused('03-11 09:00', '03-12 09:00', { reason: 'customer', note: '等照片', endedBy: 'cap' }),
          paused('03-03 10:00', '03-03 12:00'),
        ],
        [{ from: shanghai('03-05 18:00'), to: shanghai('03-10 09:00') }],
      ),
    );
    expect(found.map(({ reason, note, isCapped }) => [reason, note, isCapped])).toEqual([
      ['sample', '', false],
      [null, '', false],
      ['customer', '等照片', true],
    ]);
  });
});

describe('what ended a pause', () => {
  it.each<[Pause['endedBy'], boolean]>([
    ['cap', true],
    ['resumed', false],
    ['until', false],
    ['closed', false],
    ['withdrawn', false],
    [null, false],
  ])('%s: ended by its cap? %s', (endedBy, isCapped) => {
    const [found] = pausesOf(milestone({ id: 'x' }), cycle([paused('03-03 10:00', '03-03 12:00', { endedBy })]));
    expect(found?.isCapped).toBe(isCapped);
  });
});

describe('the stretches in which it stands still', () => {
  const lengths = (pauses: CountedPause[], asOf: string) =>
    standstillOf(pauses, shanghai(asOf)).map(({ from, to }) => (to - from) / 60_000);

  it.each<[string, CountedPause[], string, number[]]>([
    ['apart', [counted('03-03 10:00', '03-03 11:00'), counted('03-03 12:00', '03-03 12:30')], '03-04 09:00', [60, 30]],
    [
      'overlapping',
      [counted('03-03 10:00', '03-03 11:00'), counted('03-03 10:30', '03-03 12:00')],
      '03-04 09:00',
      [120],
    ],
    ['touching', [counted('03-03 10:00', '03-03 11:00'), counted('03-03 11:00', '03-03 12:00')], '03-04 09:00', [120]],
    [
      'one in the other',
      [counted('03-03 10:00', '03-03 15:00'), counted('03-03 11:00', '03-03 12:00')],
      '03-04 09:00',
      [300],
    ],
    ['without an end: until now', [counted('03-03 10:00', null)], '03-03 10:45', [45]],
    ['without an end, seen from before it began: nothing', [counted('03-03 10:00', null)], '03-03 09:00', []],
    ['with an end that is still to come: to that end', [counted('03-03 10:00', '03-05 10:00')], '03-03 11:00', [2880]],
    ['of no length: nothing', [counted('03-03 10:00', '03-03 10:00')], '03-04 09:00', []],
  ])('%s', (_, pauses, asOf, expected) => {
    expect(lengths(pauses, asOf)).toEqual(expected);
  });
});

describe('whether it stands still now', () => {
  it.each<[string, string, string | null, boolean]>([
    ['a minute before it began', '03-03 10:01', null, false],
    ['when it begins', '03-03 10:00', null, true],
    ['in between', '03-03 09:00', '03-03 11:00', true],
    ['when it ends: it runs', '03-03 09:00', '03-03 10:00', false],
    ['after it ended', '03-03 09:00', '03-03 09:30', false],
  ])('%s', (_, from, to, expected) => {
    expect(isPaused([counted(from, to)], shanghai('03-03 10:00'))).toBe(expected);
  });

  it('one of several is enough, none is not', () => {
    const over = counted('03-02 09:00', '03-02 10:00');
    expect(isPaused([over, counted('03-03 09:00', null)], shanghai('03-03 10:00'))).toBe(true);
    expect(isPaused([over], shanghai('03-03 10:00'))).toBe(false);
    expect(isPaused([], shanghai('03-03 10:00'))).toBe(false);
  });
});

describe('pauses of the time for which a clock ran', () => {
  const within = (pause: CountedPause, startedAt: string | null, stoppedAt: string | null) =>
    whileRunning(
      [pause],
      {
        startedAt: startedAt === null ? null : shanghai(startedAt),
        stoppedAt: stoppedAt === null ? null : shanghai(stoppedAt),
      },
      ZONE,
    ).length === 1;

  it.each<[string, CountedPause, string | null, string | null, boolean]>([
    ['a clock that never started has none', counted('03-03 10:00', null), null, null, false],
    ['in the middle', counted('03-03 10:00', '03-03 11:00'), '03-03 09:00', '03-05 18:00', true],
    ['over before it started', counted('03-03 08:00', '03-03 08:30'), '03-03 09:00', null, false],
    ['ended in the moment it started', counted('03-03 08:00', '03-03 09:00'), '03-03 09:00', null, false],
    ['reaching over the start', counted('03-03 08:00', '03-03 09:01'), '03-03 09:00', null, true],
    ['open since before the start', counted('03-03 08:00', null), '03-03 09:00', null, true],
    ['begun in the moment it was stopped', counted('03-05 18:00', null), '03-03 09:00', '03-05 18:00', false],
    ['begun just before it was stopped', counted('03-05 17:59', null), '03-03 09:00', '03-05 18:00', true],
    ['on the day of a start known by its day', counted('03-03 00:00', '03-03 00:01'), '03-03', null, true],
    ['on the day before that', counted('03-02 10:00', '03-03 00:00'), '03-03', null, false],
    ['on the day of a stop known by its day', counted('03-05 23:59', null), '03-03', '03-05', true],
    ['on the day after that', counted('03-06 00:00', null), '03-03', '03-05', false],
  ])('%s', (_, pause, startedAt, stoppedAt, expected) => {
    expect(within(pause, startedAt, stoppedAt)).toBe(expected);
  });
});

describe('standing still', () => {
  const minute = fc.integer({ min: 0, max: 5000 });
  const at = (m: number) => new Date(Date.parse('2026-03-03T01:00:00Z') + m * 60_000).toISOString();
  const pause = fc.tuple(minute, fc.option(minute)).map(([from, length]): CountedPause => ({
    ...{ reason: 'sample', note: '', isCapped: false },
    from: at(from),
    to: length === null ? null : at(from + length),
  }));

  it('at a moment is the same as lying in one of the stretches, and the stretches are apart and in order', () => {
    fc.assert(
      fc.property(
        fc.array(pause, { maxLength: 5 }),
        minute,
        fc.integer({ min: 1, max: 5000 }),
        (pauses, then, more) => {
          const [now, moment] = [at(then + more), Date.parse(at(then))];
          const stretches = standstillOf(pauses, now);
          expect(isPaused(pauses, at(then))).toBe(stretches.some(({ from, to }) => from <= moment && moment < to));
          stretches.slice(1).forEach(({ from }, i) => {
            expect(from).toBeGreaterThan(stretches[i]?.to ?? Infinity);
          });
        },
      ),
    );
  });
});
