import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { isPausedAt, type ReplayRules } from '../../../core/complaint/pause-log.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import { event, shanghai } from '../deadline/tracked-pack.ts';

const rules = (capDays: number | null): ReplayRules => ({
  grades: [{ id: 'general' }],
  milestones: [
    { id: 'plan', stopsAt: 'planSubmittedAt' },
    { id: 'closing', stopsAt: 'closedAt' },
  ],
  pauseReasons: [{ id: 'sample', capDays, noteNeeded: false }],
  reopening: { way: 'continue' },
});
const RECEIVED = event('received', '03-03 09:00');
const pause = (from: string, to: string | null, more: Partial<Extract<ComplaintEvent, { kind: 'paused' }>> = {}) =>
  event('paused', from, { reason: 'sample', ...(to === null ? {} : { until: shanghai(to) }), ...more });
const replay = (events: ComplaintEvent[], capDays: number | null = null) =>
  replayEvents([RECEIVED, ...events], rules(capDays), 'Asia/Shanghai');
const pauses = (...given: Parameters<typeof replay>) => replay(...given).cycles.at(-1)?.pauses ?? [];
const short = (...given: Parameters<typeof replay>) =>
  pauses(...given).map(
    ({ from, to, endedBy }) => `${from.slice(5, 16)} ${to?.slice(5, 16) ?? '…'} ${endedBy ?? 'open'}`,
  );

describe('notes of pauses that overlap', () => {
  it.each<[string, string | undefined, string | undefined, string]>([
    ['both', '送检', '复检', '送检 / 复检'],
    ['the same twice is said once', '送检', '送检', '送检'],
    ['only the first', '送检', undefined, '送检'],
    ['only the second', undefined, '复检', '复检'],
    ['neither', undefined, undefined, ''],
  ])('%s', (_, first, second, expected) => {
    const noted = (note: string | undefined) => (note === undefined ? {} : { note });
    const found = pauses([
      pause('03-03 10:00', '03-04 10:00', noted(first)),
      pause('03-04 09:00', '03-05 10:00', noted(second)),
    ]);
    expect(found.map(({ note }) => note)).toEqual([expected]);
  });
});

describe('pauses of one reason', () => {
  it.each<[string, ComplaintEvent[], string[]]>([
    [
      'apart stay apart',
      [pause('03-03 10:00', '03-03 12:00'), pause('03-03 12:01', '03-03 14:00')],
      ['03-03T10:00 03-03T12:00 until', '03-03T12:01 03-03T14:00 until'],
    ],
    [
      'one within the other: the outer one',
      [pause('03-03 10:00', '03-05 10:00'), pause('03-04 10:00', '03-04 12:00')],
      ['03-03T10:00 03-05T10:00 until'],
    ],
    [
      'one that has no end takes in all that begin later',
      [pause('03-03 10:00', null), pause('03-04 10:00', '03-04 12:00')],
      ['03-03T10:00 … open'],
    ],
    [
      'resuming ends all that are open, and leaves alone what ended before by itself',
      [pause('03-03 10:00', '03-03 12:00'), pause('03-03 14:00', null), event('resumed', '03-04 09:00')],
      ['03-03T10:00 03-03T12:00 until', '03-03T14:00 03-04T09:00 resumed'],
    ],
    [
      'of different clocks are not joined',
      [
        pause('03-03 10:00', '03-04 10:00', { milestones: ['plan'] }),
        pause('03-03 12:00', '03-05 10:00', { milestones: ['closing'] }),
      ],
      ['03-03T10:00 03-04T10:00 until', '03-03T12:00 03-05T10:00 until'],
    ],
  ])('%s', (_, events, expected) => {
    expect(short(events)).toEqual(expected);
  });
});

describe('the cap of a reason', () => {
  it('of time that two clocks stand still together is used up once', () => {
    const both = [
      pause('03-03 10:00', '03-04 10:00', { milestones: ['plan'] }),
      pause('03-03 10:00', '03-05 10:00', { id: 'second', milestones: ['closing'] }),
    ];
    expect(short(both, 2)).toEqual(['03-03T10:00 03-05T10:00 until', '03-03T10:00 03-04T10:00 until']);
    expect(replay(both, 2).findings).toEqual([]);
  });

  it('reached exactly is no excess', () => {
    const exact = [pause('03-03 10:00', '03-05 10:00')];
    expect([short(exact, 2), replay(exact, 2).findings]).toEqual([['03-03T10:00 03-05T10:00 until'], []]);
    const minuteMore = [pause('03-03 10:00', '03-05 10:01')];
    expect(short(minuteMore, 2)).toEqual(['03-03T10:00 03-05T10:00 cap']);
    expect(replay(minuteMore, 2).findings).toMatchObject([{ code: 'pauseOverCap', params: { days: 2 } }]);
  });

  it('used up leaves nothing for a later pause', () => {
    const later = [pause('03-03 10:00', '03-05 10:00'), pause('03-09 10:00', '03-09 12:00')];
    expect(short(later, 2)).toEqual(['03-03T10:00 03-05T10:00 until']);
    expect(replay(later, 2).findings).toMatchObject([{ code: 'pauseOverCap', event: 'paused 03-09 10:00' }]);
  });

  it('is not lent anew when a closed complaint goes on, but is for a new cycle', () => {
    const closedAndOn = (way: 'continue' | 'newCycle') => [
      pause('03-03 10:00', '03-04 22:00'),
      event('closed', '03-05 18:00'),
      event('reopened', '03-10 09:00', { way, reason: '又坏了' }),
      pause('03-10 10:00', '03-11 22:00'),
    ];
    expect(short(closedAndOn('continue'), 2)).toEqual(['03-03T10:00 03-04T22:00 until', '03-10T10:00 03-10T22:00 cap']);
    expect(short(closedAndOn('newCycle'), 2)).toEqual(['03-10T10:00 03-11T22:00 until']);
  });

  it('never lets a reason pause for longer, however the entries overlap', () => {
    const minute = fc.integer({ min: 1, max: 12_000 });
    const at = (m: number) => new Date(Date.parse('2026-03-03T01:00:00Z') + m * 60_000).toISOString();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, minute), { maxLength: 5 }),
        fc.integer({ min: 1, max: 4 }),
        (list, days) => {
          const events = list.map(([from, length], i): ComplaintEvent => {
            const entry = { id: `p${String(i)}`, by: '李敏', occurredAt: at(from), recordedAt: at(from) };
            return { ...entry, kind: 'paused', reason: 'sample', until: at(from + length) };
          });
          const [capped, free] = [pauses(events, days), pauses(events)];
          const inAll = capped.reduce((sum, { from, to }) => sum + Date.parse(to ?? '') - Date.parse(from), 0);
          expect(inAll).toBeLessThanOrEqual(days * 86_400_000);
          for (const { from } of capped) expect(free.some((pause) => isPausedAt(pause, Date.parse(from)))).toBe(true);
        },
      ),
    );
  });
});

describe('whether it stands still at a moment', () => {
  it.each<[string, string | null, boolean]>([
    ['03-03 10:00', '03-03 12:00', true],
    ['03-03 10:01', '03-03 12:00', false],
    ['03-03 09:00', '03-03 10:00', false],
    ['03-03 09:00', null, true],
  ])('from %s to %s at ten: %s', (from, to, expected) => {
    const given = { from: shanghai(from), to: to === null ? null : shanghai(to) };
    expect(isPausedAt(given, Date.parse(shanghai('03-03 10:00')))).toBe(expected);
  });
});
