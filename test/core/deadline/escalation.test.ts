import { describe, expect, it } from 'vitest';
import { escalationOf, warningOf, type Telling } from '../../../core/deadline/escalation.ts';
import { CHINA_OFFICE, CLOSED } from '../working-time/calendars.ts';
import { milestone, shanghai } from './tracked-pack.ts';

/** Tuesday 2026-03-03, in the afternoon, of a complaint that came at nine. */
const telling = (more: Partial<Telling> = {}): Telling => ({
  calendar: CHINA_OFFICE,
  isGravest: false,
  startedAt: shanghai('03-03 09:00'),
  asOf: shanghai('03-03 15:00'),
  zone: 'Asia/Shanghai',
  ...more,
});
const steps = (...list: [number, string][]) =>
  milestone({ id: 'reply', escalation: list.map(([minutes, tell]) => ({ minutes, tell })) });
const short = (at: string) => at.slice(5, 16).replace('T', ' ');

describe('who is told of a deadline', () => {
  const due = { warnedFor: shanghai('03-03 16:00'), blamedAfter: shanghai('03-03 17:00') };

  it.each<[string, [number, string][], string[]]>([
    ['nobody where the policy names nobody', [], []],
    ['the team lead an hour before: from the time that is warned for', [[-60, 'lead']], ['lead 03-03 15:00']],
    ['the director half an hour after: from the time that is blamed', [[30, 'director']], ['director 03-03 17:30']],
    ['the manager at the very time: it has passed then', [[0, 'manager']], ['manager 03-03 17:00']],
    [
      'all of them in order of time, however the policy lists them',
      [
        [45, 'director'],
        [-60, 'lead'],
        [0, 'manager'],
      ],
      ['lead 03-03 15:00', 'manager 03-03 17:00', 'director 03-03 17:45'],
    ],
  ])('%s', (_, list, expected) => {
    const found = escalationOf(steps(...list), due, telling());
    expect(found.map(({ tell, at }) => `${tell} ${short(at)}`)).toEqual(expected);
  });

  it('by a milestone that has no escalation at all is nobody', () => {
    expect(escalationOf(milestone({ id: 'reply' }), due, telling())).toEqual([]);
  });

  it('counts minutes by the clock: an hour after 11:30 lies in the lunch break and waits until it is over', () => {
    const noon = { warnedFor: shanghai('03-03 11:30'), blamedAfter: shanghai('03-03 11:30') };
    expect(escalationOf(steps([60, 'director']), noon, telling())).toMatchObject([
      { at: shanghai('03-03 13:30'), quietUntil: shanghai('03-03 13:30') },
    ]);
  });

  it('is reached from its minute on, and not a second before', () => {
    const reached = (asOf: string) => escalationOf(steps([-60, 'lead']), due, telling({ asOf }))[0]?.isReached;
    expect(reached('2026-03-03T14:59:59+08:00')).toBe(false);
    expect(reached('2026-03-03T15:00:00+08:00')).toBe(true);
    expect(reached('2026-03-03T07:00:00Z')).toBe(true);
  });

  it('is reached when it may be told, not when it was wanted', () => {
    const night = { warnedFor: shanghai('03-03 21:00'), blamedAfter: shanghai('03-03 21:00') };
    const at = (asOf: string) => escalationOf(steps([30, 'director']), night, telling({ asOf: shanghai(asOf) }))[0];
    expect(at('03-03 22:00')).toMatchObject({ at: shanghai('03-04 09:00'), isReached: false });
    expect(at('03-04 09:00')).toMatchObject({ isReached: true });
  });

  it('leaves out the steps of which there is no time to count from', () => {
    const list = steps([-60, 'lead'], [60, 'director']);
    expect(escalationOf(list, { warnedFor: null, blamedAfter: null }, telling())).toEqual([]);
    expect(
      escalationOf(list, { warnedFor: due.warnedFor, blamedAfter: null }, telling()).map(({ tell }) => tell),
    ).toEqual(['lead']);
    expect(
      escalationOf(list, { warnedFor: null, blamedAfter: due.blamedAfter }, telling()).map(({ tell }) => tell),
    ).toEqual(['director']);
  });

  it('two people of one minute are both told, in the order of the policy', () => {
    const found = escalationOf(steps([30, 'quality'], [30, 'sales']), due, telling());
    expect(found.map(({ tell }) => tell)).toEqual(['quality', 'sales']);
  });

  it('after quiet hours the order may be that of the opening, and nobody is lost', () => {
    const friday = { warnedFor: shanghai('03-06 20:00'), blamedAfter: shanghai('03-06 20:00') };
    const found = escalationOf(steps([60, 'manager'], [1440, 'director'], [-30, 'lead']), friday, telling());
    expect(found.map(({ tell, at }) => `${tell} ${short(at)}`)).toEqual([
      'lead 03-06 17:30',
      'manager 03-09 09:00',
      'director 03-09 09:00',
    ]);
  });
});

describe('the gravest grade, and a company without a calendar', () => {
  const night = { warnedFor: shanghai('03-07 23:00'), blamedAfter: shanghai('03-07 23:00') };

  it.each<[string, Partial<Telling>]>([
    ['a stopped plant on Saturday night is told on Saturday night', { isGravest: true }],
    ['without working hours nobody knows when it is night', { calendar: null }],
  ])('%s', (_, more) => {
    const found = escalationOf(steps([-30, 'lead'], [30, 'director']), night, telling(more));
    expect(found.map(({ at, quietUntil }) => [short(at), quietUntil])).toEqual([
      ['03-07 22:30', null],
      ['03-07 23:30', null],
    ]);
  });

  it('a calendar that never opens holds nothing back either', () => {
    expect(escalationOf(steps([30, 'director']), night, telling({ calendar: CLOSED }))).toMatchObject([
      { at: shanghai('03-07 23:30'), quietUntil: null },
    ]);
  });
});

describe('the warning itself', () => {
  it.each<[string, string, string | null, Partial<Telling>, string, string | null]>([
    ['in working time comes as it is', '03-03 15:30', '03-03 16:00', {}, '03-03 15:30', null],
    ['in the lunch break waits for its end', '03-03 12:15', '03-03 15:00', {}, '03-03 13:30', '03-03 13:30'],
    ['at night waits for the morning', '03-03 22:00', '03-04 11:00', {}, '03-04 09:00', '03-04 09:00'],
    ['that would come too late comes before closing', '03-03 19:00', '03-03 20:00', {}, '03-03 17:30', null],
    [
      'of a complaint that came at ten to six: not before it was there',
      '03-03 19:00',
      '03-03 20:00',
      { startedAt: shanghai('03-03 17:50') },
      '03-03 17:50',
      null,
    ],
    [
      'of a complaint of which only the day is known: before closing of that day',
      '03-03 19:00',
      '03-03 20:00',
      { startedAt: '2026-03-03' },
      '03-03 17:30',
      null,
    ],
    ['of the gravest grade comes at night', '03-03 22:00', '03-04 11:00', { isGravest: true }, '03-03 22:00', null],
    ['with nothing to be late for waits', '03-07 10:00', null, {}, '03-09 09:00', '03-09 09:00'],
  ])('%s', (_, warnAt, dueAt, more, tellAt, quietUntil) => {
    expect(warningOf(shanghai(warnAt), dueAt === null ? null : shanghai(dueAt), telling(more))).toEqual({
      tellAt: shanghai(tellAt),
      quietUntil: quietUntil === null ? null : shanghai(quietUntil),
    });
  });

  it('is none where there is nothing to warn of', () => {
    expect(warningOf(null, shanghai('03-03 16:00'), telling())).toEqual({ tellAt: null, quietUntil: null });
  });
});
