import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ComplaintEvent, STAMPS } from '../../../core/complaint/complaint-event.ts';
import type { ReplayRules } from '../../../core/complaint/pause-log.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { translate } from '../../../core/wording/translate.ts';
import { event, shanghai } from '../deadline/tracked-pack.ts';

const RULES: ReplayRules = {
  grades: [{ id: 'general' }, { id: 'major' }],
  milestones: [
    { id: 'firstResponse', stopsAt: 'firstResponseAt' },
    { id: 'closing', stopsAt: 'closedAt' },
  ],
  pauseReasons: [
    { id: 'customer', capDays: 2, noteNeeded: true },
    { id: 'sample', capDays: null, noteNeeded: false },
  ],
  reopening: { way: 'continue', cutOffDays: 90 },
};
const ZONE = 'Asia/Shanghai';
const replay = (events: readonly ComplaintEvent[], rules = RULES) => replayEvents(events, rules, ZONE);
const found = (...events: ComplaintEvent[]) => replay(events).findings.map(({ level, code }) => [level, code]);

const RECEIVED = event('received', '03-03 09:00');
const CLOSED = event('closed', '03-05 18:00');

describe('an ordinary complaint', () => {
  const log = [
    RECEIVED,
    event('acknowledged', '03-03 09:40'),
    event('accepted', '03-03 10:00'),
    event('transferApproved', '03-03 10:05'),
    event('transferred', '03-03 10:10', { department: '生产部' }),
    event('assigned', '03-03 11:00', { person: '王强' }),
    event('investigated', '03-04'),
    event('planProposed', '03-04 16:00'),
    event('planApproved', '03-05 09:00'),
    event('executed', '03-05 15:00'),
    event('resultTold', '03-05 16:00'),
    event('followedUp', '03-05 17:00', { satisfied: true }),
    event('confirmed', '03-05 17:10', { gate: 'cause' }),
    event('approved', '03-05 17:20', { approval: 'spending' }),
    CLOSED,
    event('archived', '03-06 10:00'),
  ];

  it('gives each step its time, and nothing to complain about', () => {
    const state = replay(log);
    expect(state.findings).toEqual([]);
    expect(state.times).toEqual({
      receivedAt: shanghai('03-03 09:00'),
      firstResponseAt: shanghai('03-03 09:40'),
      acceptedAt: shanghai('03-03 10:00'),
      transferApprovedAt: shanghai('03-03 10:05'),
      transferredAt: shanghai('03-03 10:10'),
      assignedAt: shanghai('03-03 11:00'),
      investigatedAt: '2026-03-04',
      planProposedAt: shanghai('03-04 16:00'),
      planApprovedAt: shanghai('03-05 09:00'),
      executedAt: shanghai('03-05 15:00'),
      resultToldAt: shanghai('03-05 16:00'),
      followedUpAt: shanghai('03-05 17:00'),
      closedAt: shanghai('03-05 18:00'),
      archivedAt: shanghai('03-06 10:00'),
    });
    expect(state).toMatchObject({
      ...{ phase: 'archived', satisfied: true, unsatisfiedCount: 0, backWith: null, grade: null },
      ...{ confirmed: ['cause'], approvals: ['spending'] },
    });
  });

  it('keeps the first receiver beside the owner (S1b-10)', () => {
    expect(replay(log)).toMatchObject({ firstReceiver: '李敏', owner: { department: '生产部', person: '王强' } });
    const written = event('received', '03-03 09:00', { receiver: '门卫老张' });
    expect(replay([written]).firstReceiver).toBe('门卫老张');
  });

  it('is the same in whatever order and however often the entries are read', () => {
    const whole = replay(log);
    fc.assert(
      fc.property(fc.shuffledSubarray(log, { minLength: log.length }), fc.subarray(log), (shuffled, again) => {
        expect(replay([...shuffled, ...again])).toEqual(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('stamps every time that a step has', () => {
    const kinds = Object.entries(STAMPS) as [keyof typeof STAMPS, string][];
    for (const [kind, field] of kinds) {
      const more = kind === 'transferred' ? { department: 'x' } : kind === 'followedUp' ? { satisfied: true } : {};
      const given = replay([RECEIVED, { ...event('accepted', '03-04 10:00'), kind, ...more } as ComplaintEvent]);
      if (kind !== 'received') expect(given.times).toMatchObject({ [field]: shanghai('03-04 10:00') });
    }
  });

  it('is told by when things happened, not by when they were written down', () => {
    const late = [
      event('received', '03-03 09:00', { recordedAt: shanghai('03-08 09:00') }),
      event('regraded', '03-04 10:00', {
        from: 'general',
        to: 'major',
        reason: 'x',
        recordedAt: shanghai('03-07 09:00'),
      }),
      event('regraded', '03-03 10:00', { from: null, to: 'general', reason: 'x', recordedAt: shanghai('03-09 09:00') }),
      event('assigned', '03-04 09:00', { person: '后来的人', recordedAt: shanghai('03-06 09:00') }),
      event('assigned', '03-03 11:00', { person: '先前的人', recordedAt: shanghai('03-10 09:00') }),
    ];
    expect(replay(late)).toMatchObject({ grade: 'major', owner: { person: '后来的人' }, findings: [] });
    expect(replay(late).lateEntries).toHaveLength(late.length);
  });

  it('at the same moment is told by what was written down later', () => {
    const first = event('assigned', '03-03 11:00', { person: '甲', id: 'z', recordedAt: shanghai('03-03 11:00') });
    const second = event('assigned', '03-03 11:00', { person: '乙', id: 'a', recordedAt: shanghai('03-03 12:00') });
    expect(replay([RECEIVED, second, first]).owner?.person).toBe('乙');
  });

  it('starts with nothing', () => {
    expect(replay([])).toMatchObject({
      phase: 'notReceived',
      times: {},
      findings: [],
      cycles: [{ number: 1, way: null }],
    });
  });
});

describe('not satisfied', () => {
  const log = [
    RECEIVED,
    event('assigned', '03-03 11:00', { department: '售后部', person: '王强' }),
    event('planApproved', '03-04 09:00'),
    event('executed', '03-05 15:00'),
    event('resultTold', '03-05 16:00'),
    event('followedUp', '03-05 17:00', { satisfied: false }),
  ];

  it('goes back to the department, is counted, and opens the last steps again (S2-21)', () => {
    const state = replay(log);
    expect(state).toMatchObject({ satisfied: false, unsatisfiedCount: 1, backWith: '售后部', phase: 'open' });
    expect(Object.keys(state.times)).toEqual(['receivedAt', 'assignedAt', 'planApprovedAt']);
  });

  it('takes new times for what is done anew, and the first ones for receipt and response', () => {
    const again = [
      ...log,
      event('acknowledged', '03-03 09:30'),
      event('acknowledged', '03-06 09:30', { id: 'second' }),
      event('planApproved', '03-06 10:00'),
      event('executed', '03-06 15:00'),
      event('followedUp', '03-06 17:00', { satisfied: true }),
    ];
    const state = replay(again);
    expect(state.times).toMatchObject({
      firstResponseAt: shanghai('03-03 09:30'),
      planApprovedAt: shanghai('03-06 10:00'),
      executedAt: shanghai('03-06 15:00'),
      followedUpAt: shanghai('03-06 17:00'),
    });
    expect(state.times.resultToldAt).toBeUndefined();
    expect(state).toMatchObject({ satisfied: true, unsatisfiedCount: 1, backWith: null });
  });

  it('a step keeps its first time as long as nothing begins anew; a progress report its last', () => {
    const state = replay([
      RECEIVED,
      event('planApproved', '03-04 09:00'),
      event('planApproved', '03-05 09:00'),
      event('progressTold', '03-04 12:00'),
      event('progressTold', '03-05 12:00'),
    ]);
    expect(state.times).toMatchObject({
      planApprovedAt: shanghai('03-04 09:00'),
      progressToldAt: shanghai('03-05 12:00'),
    });
    expect(state.cycles[0]?.progressTold).toHaveLength(2);
  });
});

describe('reopening', () => {
  const base = [RECEIVED, event('acknowledged', '03-03 09:40'), event('executed', '03-05 10:00'), CLOSED];
  const reopened = (way: 'continue' | 'newCycle' | 'linkedCase', at = '03-10 09:00') =>
    event('reopened', at, { way, reason: '又坏了', ...(way === 'linkedCase' ? { caseId: 'C2' } : {}) });

  it('continue keeps the times of before, without those of the end', () => {
    const state = replay([...base, reopened('continue')]);
    expect(state.phase).toBe('open');
    expect(Object.keys(state.times)).toEqual(['receivedAt', 'firstResponseAt']);
    expect(state.cycles).toMatchObject([
      { number: 1, way: null, times: { closedAt: shanghai('03-05 18:00') } },
      { number: 2, way: 'continue', closedFor: [{ from: shanghai('03-05 18:00'), to: shanghai('03-10 09:00') }] },
    ]);
  });

  it('newCycle begins with the reopening as receipt', () => {
    const rules = { ...RULES, reopening: { way: 'newCycle' as const } };
    const state = replay([...base, event('confirmed', '03-05 17:00', { gate: 'x' }), reopened('newCycle')], rules);
    expect(state).toMatchObject({
      times: { receivedAt: shanghai('03-10 09:00') },
      confirmed: [],
      satisfied: null,
      findings: [],
    });
    expect(Object.keys(state.times)).toHaveLength(1);
  });

  it('linkedCase leaves it closed and names the other complaint', () => {
    const state = replay([...base, reopened('linkedCase')]);
    expect(state).toMatchObject({
      phase: 'closed',
      linkedCase: { way: 'linkedCase', caseId: 'C2' },
      cycles: [{ number: 1 }],
    });
  });

  it('another way than the policy sets, a late one, and one without a rule are shown', () => {
    expect(found(...base, reopened('newCycle'))).toEqual([['warning', 'reopenedOtherWay']]);
    expect(found(...base, reopened('continue', '07-10 09:00'))).toEqual([['warning', 'reopenedAfterCutOff']]);
    const open = { ...RULES, reopening: { way: 'notConfigured' as const } };
    expect(replay([...base, reopened('continue')], open).findings).toMatchObject([{ code: 'reopenWayNotConfigured' }]);
  });

  it('after a withdrawal goes on as well', () => {
    const state = replay([RECEIVED, event('withdrawn', '03-04 10:00'), reopened('continue')]);
    expect(state).toMatchObject({
      phase: 'open',
      cycles: [{ withdrawnAt: shanghai('03-04 10:00') }, { withdrawnAt: null, closedFor: [{}] }],
    });
  });
});

describe('grades', () => {
  it('are kept one after the other, with who and why', () => {
    const state = replay([
      RECEIVED,
      event('regraded', '03-03 09:10', { from: null, to: 'general', reason: '初判' }),
      event('regraded', '03-03 14:00', { from: 'general', to: 'major', reason: '批量问题' }),
    ]);
    expect(state.grade).toBe('major');
    expect(state.grades).toEqual([
      { from: null, to: 'general', at: shanghai('03-03 09:10'), reason: '初判', by: '李敏' },
      { from: 'general', to: 'major', at: shanghai('03-03 14:00'), reason: '批量问题', by: '李敏' },
    ]);
  });

  it('that the policy does not know, or that do not follow from the one before, are findings', () => {
    const first = event('regraded', '03-03 09:10', { from: null, to: 'general', reason: 'x' });
    expect(found(RECEIVED, event('regraded', '03-03 10:00', { from: null, to: 'fatal', reason: 'x' }))).toEqual([
      ['error', 'unknownGrade'],
    ]);
    expect(
      found(RECEIVED, first, event('regraded', '03-03 10:00', { from: 'major', to: 'major', reason: 'x' })),
    ).toEqual([['warning', 'regradedFromOther']]);
  });
});

describe('pauses', () => {
  const pause = (at: string, more = {}) => event('paused', at, { reason: 'sample', ...more });
  const pauses = (...events: ComplaintEvent[]) =>
    replay([RECEIVED, ...events])
      .cycles.at(-1)
      ?.pauses.map(({ reason, from, to, endedBy }) => [reason, from.slice(5, 16), to?.slice(5, 16) ?? null, endedBy]);

  it('end by resumption, by their own date, by closing or withdrawal', () => {
    expect(pauses(pause('03-03 10:00'), event('resumed', '03-03 15:00'))).toEqual([
      ['sample', '03-03T10:00', '03-03T15:00', 'resumed'],
    ]);
    expect(pauses(pause('03-03 10:00', { until: '2026-03-04' }), event('resumed', '03-06 15:00'))).toEqual([
      ['sample', '03-03T10:00', '03-04T23:59', 'until'],
    ]);
    expect(pauses(pause('03-03 10:00'), CLOSED)).toEqual([['sample', '03-03T10:00', '03-05T18:00', 'closed']]);
    expect(pauses(pause('03-03 10:00'), event('withdrawn', '03-04 10:00'))).toEqual([
      ['sample', '03-03T10:00', '03-04T10:00', 'withdrawn'],
    ]);
    expect(pauses(pause('03-03 10:00'))).toEqual([['sample', '03-03T10:00', null, null]]);
  });

  it('of one reason that overlap or touch are one, with the notes of both', () => {
    const state = replay([
      RECEIVED,
      pause('03-03 10:00', { until: shanghai('03-04 10:00'), note: '送检' }),
      pause('03-04 10:00', { until: shanghai('03-05 10:00'), note: '复检' }),
    ]);
    expect(state.cycles[0]?.pauses).toMatchObject([
      { from: shanghai('03-03 10:00'), to: shanghai('03-05 10:00'), note: '送检 / 复检' },
    ]);
  });

  it('of one reason last no longer than its cap in all', () => {
    const two = [
      pause('03-03 10:00', { reason: 'customer', note: '等' }),
      event('resumed', '03-04 10:00'),
      pause('03-05 10:00', { reason: 'customer', note: '等' }),
      event('resumed', '03-08 10:00'),
    ];
    expect(pauses(...two)).toEqual([
      ['customer', '03-03T10:00', '03-04T10:00', 'resumed'],
      ['customer', '03-05T10:00', '03-06T10:00', 'cap'],
    ]);
    expect(found(RECEIVED, ...two)).toEqual([['warning', 'pauseOverCap']]);
    expect(pauses(pause('03-03 10:00', { reason: 'customer', note: '等' }))).toEqual([
      ['customer', '03-03T10:00', '03-05T10:00', 'cap'],
    ]);
  });

  it('may be resumed one reason at a time', () => {
    const both = [
      pause('03-03 10:00'),
      pause('03-03 11:00', { reason: 'customer', note: '等' }),
      event('resumed', '03-03 12:00', { reason: 'sample' }),
    ];
    expect(pauses(...both)).toEqual([
      ['customer', '03-03T11:00', '03-05T11:00', 'cap'],
      ['sample', '03-03T10:00', '03-03T12:00', 'resumed'],
    ]);
  });

  it.each([
    ['for a reason that is not listed', [pause('03-03 10:00', { reason: 'holiday' })], 'unlistedPauseReason'],
    ['without the note that is needed', [pause('03-03 10:00', { reason: 'customer' })], 'pauseNeedsNote'],
    ['that end before they start', [pause('03-03 10:00', { until: '2026-03-02' })], 'pauseEndsBeforeItStarts'],
    [
      'of the first response',
      [pause('03-03 10:00', { milestones: ['firstResponse'], until: '2026-03-09' })],
      'firstResponseNeverPaused',
    ],
    [
      'of a milestone that is not there',
      [pause('03-03 10:00', { milestones: ['x'], until: '2026-03-09' })],
      'unknownMilestone',
    ],
    ['of a closed complaint', [event('closed', '03-03 09:30'), pause('03-03 10:00')], 'pausedWhileClosed'],
    ['that nobody began', [event('resumed', '03-03 10:00')], 'resumedWithoutPause'],
  ])('%s do not count', (_, events, code) => {
    expect(replay([RECEIVED, ...events]).findings).toMatchObject([{ level: 'error', code }]);
    expect(pauses(...events)).toEqual([]);
  });

  it('without any cap count, and are shown', () => {
    expect(found(RECEIVED, pause('03-03 10:00'))).toEqual([['warning', 'pauseWithoutCap']]);
  });
});

describe('entries written down afterwards (S1f-14)', () => {
  it('are flagged with how much later', () => {
    const later = event('acknowledged', '03-03 09:30', { recordedAt: shanghai('03-03 15:00') });
    const nextDay = event('investigated', '03-04', { recordedAt: shanghai('03-05 09:00') });
    const sameDay = event('planProposed', '03-05', { recordedAt: shanghai('03-05 20:00') });
    const seconds = event('accepted', '03-03 10:00', { recordedAt: '2026-03-03T10:00:40+08:00' });
    expect(replay([RECEIVED, later, nextDay, sameDay, seconds]).lateEntries).toEqual([
      {
        id: later.id,
        kind: 'acknowledged',
        occurredAt: later.occurredAt,
        recordedAt: later.recordedAt,
        minutesLate: 330,
      },
      {
        id: nextDay.id,
        kind: 'investigated',
        occurredAt: '2026-03-04',
        recordedAt: nextDay.recordedAt,
        minutesLate: null,
      },
    ]);
  });

  it('have words', () => {
    expect(translate('zh-CN', 'deadline.late', { count: 330 })).toBe('补写：事后 330 分钟记录');
    expect(translate('en', 'deadline.late', { count: 1 })).toBe('Filled in afterwards, 1 minute later');
  });
});

describe('corrections', () => {
  const wrong = event('acknowledged', '03-03 12:00');
  const correct = (id: string, corrects: string, to: string | null, at: string) =>
    event('corrected', at, { id, corrects, to: to === null ? null : shanghai(to), reason: '看错' });

  it('move an entry or strike it out; the last one wins', () => {
    const moved = [RECEIVED, wrong, correct('c1', wrong.id, '03-03 09:30', '03-04 10:00')];
    expect(replay(moved).times.firstResponseAt).toBe(shanghai('03-03 09:30'));
    expect(replay([...moved, correct('c2', wrong.id, '03-03 09:45', '03-05 10:00')]).times.firstResponseAt).toBe(
      shanghai('03-03 09:45'),
    );
    expect(replay([...moved, correct('c3', wrong.id, null, '03-05 10:00')]).times.firstResponseAt).toBeUndefined();
  });

  it('may be struck out themselves', () => {
    const log = [
      RECEIVED,
      wrong,
      correct('c1', wrong.id, null, '03-04 10:00'),
      correct('c2', 'c1', null, '03-05 10:00'),
    ];
    expect(replay(log).times.firstResponseAt).toBe(shanghai('03-03 12:00'));
    expect(replay(log).findings).toEqual([]);
  });

  it('of what is not there, of themselves or of what came later are findings', () => {
    expect(found(RECEIVED, correct('c1', 'nothing', null, '03-04 10:00'))).toEqual([['error', 'correctsUnknown']]);
    expect(found(RECEIVED, correct('c1', 'c1', null, '03-04 10:00'))).toEqual([['error', 'correctsUnknown']]);
    expect(found(RECEIVED, wrong, correct('c1', wrong.id, null, '03-03 11:00'))).toEqual([
      ['error', 'correctsUnknown'],
    ]);
  });
});

describe('nonsense gives findings, never a throw', () => {
  it.each<[string, ComplaintEvent[], string[][]]>([
    ['no receipt', [event('accepted', '03-03 10:00')], [['warning', 'noReceipt']]],
    ['closed before received', [RECEIVED, event('closed', '03-02 10:00')], [['warning', 'beforeReceipt']]],
    ['received twice', [RECEIVED, event('received', '03-04 09:00')], [['error', 'receivedTwice']]],
    ['closed twice', [RECEIVED, CLOSED, event('closed', '03-06 10:00')], [['error', 'closedTwice']]],
    ['work after closing', [RECEIVED, CLOSED, event('executed', '03-06 10:00')], [['warning', 'afterClosing']]],
    [
      'work after withdrawal',
      [RECEIVED, event('withdrawn', '03-04 10:00'), event('executed', '03-06 10:00')],
      [['warning', 'afterWithdrawal']],
    ],
    [
      'reopened while open',
      [RECEIVED, event('reopened', '03-04 10:00', { way: 'continue', reason: 'x' })],
      [['error', 'reopenedWhileOpen']],
    ],
    [
      'written down before it happened',
      [RECEIVED, event('accepted', '03-04 10:00', { recordedAt: shanghai('03-03 10:00') })],
      [['warning', 'recordedBeforeItHappened']],
    ],
    [
      'one number for two entries',
      [RECEIVED, event('accepted', '03-04 10:00', { id: RECEIVED.id })],
      [['error', 'sameIdTwice']],
    ],
  ])('%s', (_, events, findings) => {
    expect(found(...events)).toEqual(findings);
    expect(found(...events.toReversed())).toEqual(findings);
  });

  it('of one number for two entries the one that was written down first counts', () => {
    const clash = event('accepted', '03-04 10:00', { id: RECEIVED.id });
    expect(replay([clash, RECEIVED]).times).toEqual({ receivedAt: shanghai('03-03 09:00') });
  });

  it('the day of receipt does not come after its own hours', () => {
    const log = [
      event('received', '03-03', { recordedAt: shanghai('03-03 17:00') }),
      event('acknowledged', '03-03 09:40'),
    ];
    expect(replay(log)).toMatchObject({
      findings: [],
      times: { receivedAt: '2026-03-03', firstResponseAt: shanghai('03-03 09:40') },
    });
  });

  it('any log at all is replayed, the same in any order', () => {
    const kinds = [
      'received',
      'acknowledged',
      'transferred',
      'followedUp',
      'closed',
      'reopened',
      'regraded',
      'paused',
      'resumed',
      'withdrawn',
      'archived',
      'executed',
    ] as const;
    const entry = fc.record({
      kind: fc.constantFrom(...kinds),
      minute: fc.integer({ min: 0, max: 6000 }),
      isDay: fc.boolean(),
      lag: fc.integer({ min: -100, max: 3000 }),
      flag: fc.boolean(),
    });
    const log = fc.array(entry, { maxLength: 12 }).map((entries) =>
      entries.map(({ kind, minute, isDay, lag, flag }, i) => {
        const at = (m: number) => new Date(Date.parse('2026-03-03T01:00:00Z') + m * 60_000).toISOString();
        const occurredAt = isDay ? at(minute).slice(0, 10) : at(minute);
        const more = {
          transferred: { department: 'x' },
          followedUp: { satisfied: flag },
          reopened: { way: flag ? 'continue' : 'newCycle', reason: 'x' },
          regraded: { from: null, to: flag ? 'major' : 'general', reason: 'x' },
          paused: { reason: flag ? 'customer' : 'sample', note: 'x' },
        }[kind as string];
        return ComplaintEvent.parse({
          id: `e${String(i)}`,
          kind,
          occurredAt,
          recordedAt: at(minute + lag),
          by: 'x',
          ...more,
        });
      }),
    );
    fc.assert(
      fc.property(log, fc.integer(), (events, seed) => {
        const shuffled = events.toSorted(
          (a, b) => ((a.id.charCodeAt(1) * seed) % 7) - ((b.id.charCodeAt(1) * seed) % 7),
        );
        expect(replay([...shuffled, ...events])).toEqual(replay(events));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the words', () => {
  it('of every kind of entry are there, and of every finding, with nothing left unfilled', () => {
    for (const locale of LOCALES) {
      for (const option of ComplaintEvent.options)
        expect(translate(locale, `deadline.event.${[...option.shape.kind.values][0] ?? ''}`)).not.toBe('');
      const events = [
        event('accepted', '03-03 10:00'),
        event('paused', '03-03 11:00', { reason: 'x' }),
        event('closed', '03-02 10:00'),
      ];
      for (const finding of replay(events).findings)
        expect(sayLine(locale, 'deadline.finding', finding)).not.toMatch(/[{}]/);
    }
  });
});

describe('an entry as it is stored', () => {
  it('is refused when it says more or less than its kind knows', () => {
    const accepts = (entry: object) => ComplaintEvent.safeParse(entry).success;
    expect(accepts(RECEIVED)).toBe(true);
    expect(accepts({ ...RECEIVED, mood: 'bad' })).toBe(false);
    expect(accepts({ ...RECEIVED, by: ' ' })).toBe(false);
    expect(accepts({ ...RECEIVED, occurredAt: '三月三日' })).toBe(false);
    expect(accepts({ ...RECEIVED, recordedAt: '2026-03-03' })).toBe(false);
    expect(accepts({ ...RECEIVED, kind: 'paused' })).toBe(false);
    expect(accepts({ ...RECEIVED, kind: 'forgotten' })).toBe(false);
  });
});
