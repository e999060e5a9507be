import { describe, expect, it } from 'vitest';
import { deadlineState, DeadlineState, TrackedStatus } from '../../../core/deadline/deadline-state.ts';
import { deadlineStatus } from '../../../core/deadline/deadline-status.ts';
import { DeadlineBasis } from '../../../core/deadline/deadline.ts';
import { endOfRounds, endsWithClosing, stepBefore } from '../../../core/deadline/milestone-times.ts';
import { stopLines } from '../../../core/deadline/trace-lines.ts';
import { readTime } from '../../../core/deadline/read-time.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { translate } from '../../../core/wording/translate.ts';
import { shanghai } from './tracked-pack.ts';

const ZONE = 'Asia/Shanghai';

describe('one word for a deadline', () => {
  const DUE = shanghai('03-04 18:00');
  const DONE = shanghai('03-04 10:00');

  it('is its status wherever there is one, whatever else is known', () => {
    for (const status of TrackedStatus.options) {
      if (status === 'none') continue;
      for (const basis of DeadlineBasis.options)
        for (const dueAt of [null, DUE])
          for (const stoppedAt of [null, DONE]) expect(deadlineState({ basis, status, stoppedAt, dueAt })).toBe(status);
    }
  });

  it.each<[DeadlineBasis, string | null, string | null, DeadlineState]>([
    ['notConfigured', null, null, 'notConfigured'],
    ['notConfigured', null, DONE, 'done'],
    ['needsInput', null, null, 'needsInput'],
    ['needsInput', null, DONE, 'done'],
    ['immediately', null, null, 'immediately'],
    ['immediately', null, DONE, 'done'],
    ['notStarted', null, null, 'notStarted'],
    ['notStarted', null, '2026-03-04', 'done'],
    ['exact', DUE, null, 'unrecorded'],
    ['provisional', DUE, null, 'unrecorded'],
    ['exact', null, null, 'unrecorded'],
    ['provisional', null, null, 'unrecorded'],
    ['notConfigured', DUE, null, 'unrecorded'],
  ])('without one, %s with due time %s and done %s: %s', (basis, dueAt, stoppedAt, state) => {
    expect(deadlineState({ basis, status: 'none', stoppedAt, dueAt })).toBe(state);
  });

  it('reads differently from every other state, in each language', () => {
    for (const locale of LOCALES) {
      const words = DeadlineState.options.map((state) => translate(locale, `deadline.state.${state}`));
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

describe('done, compared with the due time', () => {
  const at = (stoppedAt: string, dueAt = '2026-03-04T18:00:00+08:00', zone = ZONE) =>
    deadlineStatus({ dueAt, warnAt: null, stoppedAt, asOf: '2026-03-01T00:00:00Z', zone });

  it.each([
    ['a second too late', '2026-03-04T18:00:01+08:00', 'missed'],
    ['just in time, written in world time', '2026-03-04T10:00:00Z', 'met'],
    ['before it was even received', '2026-01-01T00:00:00Z', 'met'],
    ['on the due day', '2026-03-04', 'met'],
    ['the day before', '2026-03-03', 'met'],
    ['the day after', '2026-03-05', 'missed'],
  ])('%s', (_, stoppedAt, status) => {
    expect(at(stoppedAt)).toBe(status);
  });

  it('the due day is that of the place', () => {
    // One at night on the 5th in Shanghai is noon on the 4th in New York.
    expect(at('2026-03-04', '2026-03-05T01:00:00+08:00')).toBe('met');
    expect(at('2026-03-05', '2026-03-05T01:00:00+08:00')).toBe('met');
    expect(at('2026-03-05', '2026-03-05T01:00:00+08:00', 'America/New_York')).toBe('missed');
  });

  it('without a due time is nothing, done or not', () => {
    for (const stoppedAt of [null, '2026-03-04'])
      expect(deadlineStatus({ dueAt: null, warnAt: null, stoppedAt, asOf: '2026-03-01T00:00:00Z', zone: ZONE })).toBe(
        'none',
      );
  });

  it('that has no warning runs until it is overdue', () => {
    const status = (asOf: string) =>
      deadlineStatus({ dueAt: shanghai('03-04 18:00'), warnAt: null, stoppedAt: null, asOf, zone: ZONE });
    expect(status(shanghai('03-04 18:00'))).toBe('running');
    expect(status('2026-03-04T18:00:01+08:00')).toBe('overdue');
  });
});

describe('what a clock waits for, and what ends it', () => {
  it('receipt and occurrence have always happened; every other step is waited for', () => {
    expect([stepBefore('receivedAt'), stepBefore('occurredAt')]).toEqual([null, null]);
    expect([stepBefore('acceptedAt'), stepBefore('closedAt')]).toEqual(['acceptedAt', 'closedAt']);
  });

  it('reports end with closing where they are the stop themselves, else with the stop', () => {
    expect(endOfRounds({ stopsAt: 'progressToldAt' })).toBe('closedAt');
    expect(endOfRounds({ stopsAt: 'executedAt' })).toBe('executedAt');
  });

  it.each([
    ['firstResponseAt', true],
    ['resultToldAt', true],
    ['progressToldAt', true],
    ['closedAt', false],
    ['followedUpAt', false],
    ['archivedAt', false],
  ] as const)('%s is over with closing: %s', (stopsAt, expected) => {
    expect(endsWithClosing({ stopsAt })).toBe(expected);
  });
});

describe('the end of a clock in the explanation', () => {
  const codes = (stop: string | undefined, start: string | null) =>
    stopLines(readTime(stop), start, ZONE).map(({ code }) => code);

  it.each<[string, string | undefined, string | null, string[]]>([
    ['not done', undefined, shanghai('03-03 09:00'), []],
    ['done', shanghai('03-03 10:00'), shanghai('03-03 09:00'), ['stopped']],
    ['done at once', shanghai('03-03 09:00'), shanghai('03-03 09:00'), ['stopped']],
    ['done with no start known', shanghai('03-03 10:00'), null, ['stopped']],
    ['a minute before the start', shanghai('03-03 08:59'), shanghai('03-03 09:00'), ['stopped', 'stoppedBeforeStart']],
    ['on the day of the start', '2026-03-03', shanghai('03-03 09:00'), ['stoppedDay']],
    ['on the day before', '2026-03-02', shanghai('03-03 09:00'), ['stoppedDay', 'stoppedBeforeStart']],
    ['in the small hours of a start by its day', shanghai('03-03 00:01'), '2026-03-03', ['stopped']],
    ['in words', '当天已回电', shanghai('03-03 09:00'), ['unreadableStop']],
  ])('%s', (_, stop, start, expected) => {
    expect(codes(stop, start)).toEqual(expected);
  });

  it('quotes what cannot be read', () => {
    expect(stopLines(readTime('当天已回电'), null, ZONE)).toEqual([
      { code: 'unreadableStop', params: { text: '当天已回电' } },
    ]);
  });
});
