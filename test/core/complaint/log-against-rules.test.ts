import { describe, expect, it } from 'vitest';
import { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { ReplayRules } from '../../../core/complaint/pause-log.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { findPack, PACKS } from '../../../core/policy/packs.ts';
import { sayLine } from '../../../core/wording/say-line.ts';
import { event, shanghai } from '../deadline/tracked-pack.ts';

const named = (...ids: string[]) => ids.map((id) => ({ id }));
const RULES: ReplayRules = {
  grades: named('general', 'major'),
  milestones: [{ id: 'closing', stopsAt: 'closedAt' }],
  pauseReasons: [],
  reopening: { way: 'continue' },
  verdicts: named('founded', 'unfounded'),
  remedies: named('refund', 'medical'),
  approvals: named('money'),
  workflow: { default: named('submitPlan') },
  closingGates: [
    { id: 'told', when: {}, needs: { kind: 'time', time: 'resultToldAt' } },
    { id: 'satisfied', when: {}, needs: { kind: 'satisfied' } },
    { id: 'papers', when: {}, needs: { kind: 'confirmed' } },
    { id: 'cause', when: {}, needs: { kind: 'field' } },
    { id: 'filed', when: {}, needs: { kind: 'time', time: 'archivedAt' } },
    { id: 'experts', when: { grade: ['major'] }, needs: { kind: 'confirmed' } },
  ],
  validity: named('isOurs'),
  lanes: [{ id: 'authority', tasks: [1, 2] }],
  accountability: { noLetOffs: named('causeFound') },
  checklists: [{ id: 'form', items: named('photo') }],
};
const replay = (events: readonly ComplaintEvent[], rules = RULES) => replayEvents(events, rules, 'Asia/Shanghai');
const told = (...events: ComplaintEvent[]) =>
  replay([RECEIVED, ...events]).findings.map(({ level, code, params }) => [level, code, params]);

const RECEIVED = event('received', '03-03 09:00');
const ENOUGH = [
  event('resultTold', '03-04 10:00'),
  event('followedUp', '03-05 10:00', { satisfied: true }),
  event('confirmed', '03-05 11:00', { gate: 'papers' }),
];
const CLOSED = event('closed', '03-06 10:00');

describe('how it turned out (S1e-3)', () => {
  const given = (at: string, verdict: string) => event('verdictGiven', at, { verdict });

  it('is the last verdict of the log; none before', () => {
    expect(replay([RECEIVED]).verdict).toBeNull();
    const log = [RECEIVED, given('03-04 10:00', 'founded'), given('03-05 10:00', 'unfounded')];
    expect(replay(log)).toMatchObject({ verdict: 'unfounded', findings: [] });
  });

  it('is not taken when the policy has no such verdict', () => {
    const kind = 'verdictGiven';
    expect(replay([RECEIVED, given('03-04 10:00', 'founded'), given('03-05 10:00', 'guilty')])).toMatchObject({
      verdict: 'founded',
      findings: [{ level: 'error', code: 'unknownVerdict', params: { kind, verdict: 'guilty' } }],
    });
  });

  it('is open again after reopening, and may be given after closing', () => {
    const log = [RECEIVED, ...ENOUGH, CLOSED, given('03-06 11:00', 'founded')];
    expect(replay(log)).toMatchObject({ verdict: 'founded', findings: [] });
    const reopened = event('reopened', '03-07 10:00', { way: 'continue', reason: 'x' });
    expect(replay([...log, reopened]).verdict).toBeNull();
  });
});

describe('what somebody means to give (S0-34)', () => {
  const intended = (at: string, more: object) => event('remedyIntended', at, { remedy: 'refund', ...more });

  it('is the last entry for each remedy, with its money', () => {
    const log = [
      intended('03-04 10:00', { money: 100 }),
      intended('03-04 11:00', { remedy: 'medical', reason: '住院' }),
      intended('03-05 10:00', { money: 100_000, count: 3 }),
      event('remedyPromised', '03-05 12:00', { remedy: 'refund', money: 80_000 }),
    ];
    const state = replay([RECEIVED, ...log]);
    expect(state.findings).toEqual([]);
    expect(state.intended).toEqual([
      { remedy: 'medical', count: null, money: null, reason: '住院', at: shanghai('03-04 11:00'), by: '李敏' },
      { remedy: 'refund', count: 3, money: 100_000, reason: null, at: shanghai('03-05 10:00'), by: '李敏' },
    ]);
    expect(state.promisedRemedies.map(({ remedy, money }) => [remedy, money])).toEqual([['refund', 80_000]]);
  });

  it('is gone when the entry is struck out, and in a new cycle; it stays where the same clock goes on', () => {
    const entry = intended('03-04 10:00', { money: 100 });
    const struck = event('corrected', '03-05 10:00', { corrects: entry.id, to: null, reason: '看错' });
    expect(replay([RECEIVED, entry, struck]).intended).toEqual([]);
    const again = (way: 'continue' | 'newCycle') =>
      replay([RECEIVED, entry, CLOSED, event('reopened', '03-07 10:00', { way, reason: 'x' })]).intended.length;
    expect([again('newCycle'), again('continue')]).toEqual([0, 1]);
  });

  it.each([
    ['a negative sum', { money: -100 }],
    ['a negative count', { count: -5 }],
    ['no pieces at all', { count: 0 }],
    ['no number', { money: Number.NaN }],
    ['a sum without end', { money: Infinity }],
  ])('is refused with %s', (_, wrong) => {
    expect(ComplaintEvent.safeParse(intended('03-04 10:00', { money: 100 })).success).toBe(true);
    expect(ComplaintEvent.safeParse(intended('03-04 10:00', wrong)).success).toBe(false);
  });
});

describe('names that the policy does not have', () => {
  it.each([
    ['gate', event('confirmed', '03-04 10:00', { gate: 'weather' }), 'unknownGate', { gate: 'weather' }],
    ['task', event('confirmed', '03-04 10:00', { gate: 'authority.3' }), 'unknownGate', { gate: 'authority.3' }],
    ['approval', event('approved', '03-04 10:00', { approval: 'king' }), 'unknownApproval', { approval: 'king' }],
    [
      'milestone',
      event('promised', '03-04 10:00', { milestone: 'moon', dueAt: shanghai('03-09 10:00') }),
      'unknownMilestone',
      { milestone: 'moon' },
    ],
    ['remedy', event('remedyPromised', '03-04 10:00', { remedy: 'moon' }), 'unknownRemedy', { remedy: 'moon' }],
  ])('%s: told, and taken as it stands', (_, entry, code, params) => {
    expect(told(entry)).toEqual([['warning', code, { kind: entry.kind, ...params }]]);
  });

  it.each([...['told', 'papers', 'isOurs', 'authority.2', 'causeFound', 'form', 'photo', 'form.photo']])(
    '%s may be confirmed',
    (gate) => {
      expect(told(event('confirmed', '03-04 10:00', { gate }))).toEqual([]);
    },
  );

  it.each(['money', 'submitPlan', 'refund'])('%s may be approved', (approval) => {
    expect(told(event('approved', '03-04 10:00', { approval }))).toEqual([]);
  });

  it.each(PACKS)('$id: whatever it lists itself is known', (pack) => {
    const gates = [
      ...[...pack.closingGates, ...pack.validity, ...pack.accountability.noLetOffs].map(({ id }) => id),
      ...pack.lanes.flatMap(({ id, tasks }) => tasks.map((_, at) => `${id}.${at + 1}`)),
    ];
    const steps = Object.values(pack.workflow).flat();
    const approvals = [...pack.approvals, ...pack.remedies, ...steps].map(({ id }) => id);
    const log = [
      RECEIVED,
      ...gates.map((gate) => event('confirmed', '03-04 10:00', { id: `c ${gate}`, gate })),
      ...approvals.map((approval) => event('approved', '03-04 11:00', { id: `a ${approval}`, approval })),
      ...pack.verdicts.map(({ id }) => event('verdictGiven', '03-04 12:00', { id: `v ${id}`, verdict: id })),
    ];
    expect(replay(log, pack).findings).toEqual([]);
  });
});

describe('closing against the rules (S2-22)', () => {
  it('at once after receipt: told, with the gates that hold for every complaint', () => {
    expect(told(CLOSED)).toEqual([
      ['warning', 'closedBeforeGates', { kind: 'closed', gates: 'told, satisfied, papers' }],
    ]);
  });

  it('is none when all of them are met', () => {
    expect(told(...ENOUGH, CLOSED)).toEqual([]);
  });

  it.each([
    ['the customer was never asked', ENOUGH.toSpliced(1, 1), 'satisfied'],
    ['the papers are missing', ENOUGH.slice(0, 2), 'papers'],
    ['nobody told the result', ENOUGH.slice(1), 'told'],
  ])('because %s', (_, before, gates) => {
    expect(told(...before, CLOSED)).toMatchObject([['warning', 'closedBeforeGates', { gates }]]);
  });

  it('the ev seller’s own gates: not closed before the customer is satisfied', () => {
    const pack = findPack('ev-sales');
    if (!pack) throw new Error('the ev-sales pack is missing');
    const { findings, phase } = replay([RECEIVED, CLOSED], pack);
    expect(phase).toBe('closed');
    expect(findings).toMatchObject([{ code: 'closedBeforeGates', params: { gates: 'customerSatisfied' } }]);
  });

  it('a follow-up after closing that finds the customer not satisfied is told; it stays closed until it is reopened', () => {
    const late = event('followedUp', '03-09 10:00', { satisfied: false });
    expect(told(...ENOUGH, CLOSED, late)).toEqual([['warning', 'unsatisfiedAfterClosing', { kind: 'followedUp' }]]);
    expect(replay([RECEIVED, ...ENOUGH, CLOSED, late])).toMatchObject({ phase: 'closed', unsatisfiedCount: 1 });
    expect(told(...ENOUGH, CLOSED, event('followedUp', '03-09 10:00', { satisfied: true }))).toEqual([]);
    expect(told(late)).toEqual([]);
  });
});

describe('times that cannot be read', () => {
  const bad = (entry: ComplaintEvent, change: object) => ({ ...entry, ...change });
  const seen = event('investigated', '03-04 10:00');

  it.each([
    ['of the happening', bad(seen, { occurredAt: '上周三' }), '上周三'],
    ['a day that is not', bad(seen, { occurredAt: '2026-02-30' }), '2026-02-30'],
    ['of the record', bad(seen, { recordedAt: '2026-03-04' }), '2026-03-04'],
    ['of a promise', event('promised', '03-04 10:00', { milestone: 'closing', dueAt: 'soon' }), 'soon'],
    ['of a pause', event('paused', '03-04 10:00', { reason: 'x', until: 'later' }), 'later'],
    ['of a correction', event('corrected', '03-04 10:00', { corrects: RECEIVED.id, to: '?', reason: 'x' }), '?'],
    [
      'of a verdict',
      event('closed', '03-04 10:00', { verdicts: [{ milestone: 'closing', dueAt: 'x'.repeat(90), status: 'met' }] }),
      'x'.repeat(40),
    ],
  ])('%s: a finding, never a throw, and the entry does not count', (_, entry, time) => {
    const state = replay([RECEIVED, entry]);
    expect(state.findings).toEqual([{ level: 'error', code: 'unreadableTime', event: entry.id, params: { time } }]);
    expect({ ...state, findings: [] }).toEqual(replay([RECEIVED]));
  });
});

it('ten thousand entries are read as any others', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    event('regraded', '03-03 10:00', { id: `r${String(i)}`, from: null, to: i % 2 ? 'major' : 'general', reason: 'x' }),
  );
  const { grades, findings } = replay([RECEIVED, ...many]);
  expect(grades).toHaveLength(10_000);
  expect(findings).toHaveLength(9_999);
});

it('every finding about the rules is said in each language, with nothing left unfilled', () => {
  const log = [
    RECEIVED,
    event('confirmed', '03-04 10:00', { gate: 'x' }),
    event('approved', '03-04 10:00', { approval: 'x' }),
    event('remedyIntended', '03-04 10:00', { remedy: 'x' }),
    event('verdictGiven', '03-04 10:00', { verdict: 'x' }),
    event('promised', '03-04 10:00', { milestone: 'x', dueAt: shanghai('03-09 10:00') }),
    { ...event('accepted', '03-04 10:00'), occurredAt: 'x' },
    CLOSED,
    event('followedUp', '03-09 10:00', { satisfied: false }),
  ];
  const { findings } = replay(log);
  expect(new Set(findings.map(({ code }) => code)).size).toBe(8);
  for (const locale of LOCALES) {
    for (const finding of findings) expect(sayLine(locale, 'deadline.finding', finding)).not.toMatch(/[{}]/);
  }
});
