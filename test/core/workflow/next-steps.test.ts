import { describe, expect, it } from 'vitest';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import type { TimeField } from '../../../core/complaint/field.ts';
import type { ClosingGate } from '../../../core/policy/workflow.ts';
import { closingGates } from '../../../core/workflow/closing-gates.ts';
import { nextSteps } from '../../../core/workflow/next-steps.ts';
import { NO_PROGRESS, type Progress } from '../../../core/workflow/progress.ts';
import { packWith, situationIn, text } from '../../support/rules-pack.ts';

const step = (id: string, done: TimeField, after: string[], rest: object = {}) => ({
  ...{ id, label: text(id), by: 'department', after, done, when: null, approvedBy: null, source: `S4 ${id}` },
  ...rest,
});
const gate = (id: string, needs: ClosingGate['needs'], when: ClosingGate['when'] = {}) => ({
  id,
  label: text(id),
  when,
  needs,
  source: `S2 ${id}`,
});

/** The farm machinery maker's ways, shortened: an ordinary and a major complaint (S4 §4). */
const PACK = packWith({
  workflow: {
    default: [
      step('verify', 'investigatedAt', [], { by: 'receiver' }),
      step('carryOut', 'executedAt', ['verify']),
      step('tell', 'resultToldAt', ['carryOut'], { by: 'receiver' }),
      step('revisit', 'followedUpAt', ['tell'], { by: 'receiver' }),
      step('close', 'closedAt', ['revisit'], { by: 'receiver' }),
      step('file', 'archivedAt', ['close'], { by: 'receiver' }),
    ],
    major: [
      step('emergency', 'emergencyStartedAt', [], { by: 'generalManager' }),
      step('experts', 'expertReviewedAt', ['emergency'], { when: { anyWord: ['停产'] } }),
      step('plan', 'planSubmittedAt', ['emergency', 'experts'], { approvedBy: 'leader' }),
      step('carryOut', 'executedAt', ['plan']),
      step('close', 'closedAt', ['carryOut']),
    ],
  },
  closingGates: [
    gate('cause', { kind: 'field', field: 'cause' }),
    gate('corrective', { kind: 'field', field: 'correctiveAction' }, { grade: ['major'] }),
    gate('revisited', { kind: 'time', time: 'followedUpAt' }),
    gate('satisfied', { kind: 'satisfied' }),
    gate('papers', { kind: 'confirmed' }),
    gate('archived', { kind: 'time', time: 'archivedAt' }),
  ],
  verdicts: [
    { id: 'founded', label: text('属实'), founded: true, replyDuty: true, source: 'S1e-4' },
    { id: 'unfounded', label: text('不实'), founded: false, replyDuty: true, source: 'S1e-3' },
    { id: 'withdrawn', label: text('撤诉'), founded: false, replyDuty: false, source: 'product' },
  ],
  accountability: {
    measures: [],
    noLetOffs: [{ id: 'causeFound', label: text('原因查清'), source: 'S1e-5' }],
    appeal: null,
    performanceShare: null,
  },
});

const at = (...fields: TimeField[]): Progress['times'] =>
  Object.fromEntries(fields.map((field, day) => [field, `2026-03-0${day + 1}T09:00:00+08:00`]));
const progress = (change: Partial<Progress> = {}): Progress => ({ ...NO_PROGRESS, ...change });
const steps = (description: string, done: Partial<Progress> = {}, values: ComplaintValues = {}, pack = PACK) =>
  nextSteps(situationIn(pack, { description, ...values }), pack, progress(done));
const states = (...given: Parameters<typeof steps>) =>
  Object.fromEntries(steps(...given).steps.map((one) => [one.step, one.state]));

describe('the way of an ordinary complaint', () => {
  it('begins with the first step; all others wait for the one before', () => {
    const { steps: way } = steps('结块');
    expect(way.map(({ step: id, state, by }) => [id, state, by])).toEqual([
      ['verify', 'ready', 'receiver'],
      ['carryOut', 'blocked', 'department'],
      ['tell', 'blocked', 'receiver'],
      ['revisit', 'blocked', 'receiver'],
      ['close', 'blocked', 'receiver'],
      ['file', 'blocked', 'receiver'],
    ]);
    expect(way[1]?.blockers).toEqual([{ kind: 'step', step: 'verify' }]);
    expect(way[1]?.source).toBe('S4 carryOut');
  });

  it.each([
    [['investigatedAt'], 'carryOut'],
    [['investigatedAt', 'executedAt'], 'tell'],
    [['investigatedAt', 'executedAt', 'resultToldAt'], 'revisit'],
  ] as const)('after %o comes %s', (done, expected) => {
    const way = steps('结块', { times: at(...done) }).steps;
    expect(way.filter(({ state }) => state === 'ready').map(({ step: id }) => id)).toEqual([expected]);
    expect(way.filter(({ state }) => state === 'done').map(({ doneAt }) => doneAt)).toEqual(
      done.map((_, day) => `2026-03-0${day + 1}T09:00:00+08:00`),
    );
  });

  it('S1f-14: takes a step as done that was settled before its turn', () => {
    expect(states('结块', { times: at('executedAt') })).toMatchObject({
      verify: 'ready',
      carryOut: 'done',
      tell: 'ready',
    });
  });
});

describe('the way of a graver complaint', () => {
  it('is its own; a step whose condition does not hold is not needed and holds nothing up', () => {
    const before = { grade: 'major' };
    const situation = situationIn(PACK, { description: '结块' }, before);
    const { steps: way } = nextSteps(situation, PACK, progress({ times: at('emergencyStartedAt') }));
    expect(way.map(({ step: id, state }) => [id, state])).toEqual([
      ['emergency', 'done'],
      ['experts', 'notNeeded'],
      ['plan', 'ready'],
      ['carryOut', 'blocked'],
      ['close', 'blocked'],
    ]);
  });

  it('S4-21: calls the experts where it must', () => {
    expect(states('全线停产', { times: at('emergencyStartedAt') })).toMatchObject({
      experts: 'ready',
      plan: 'blocked',
    });
  });

  it('S4-16: a plan counts only when it is approved', () => {
    const done = at('emergencyStartedAt', 'expertReviewedAt', 'planSubmittedAt');
    const waiting = steps('停产', { times: done }).steps;
    expect(waiting[2]).toMatchObject({
      state: 'awaitingApproval',
      blockers: [{ kind: 'approval', approval: 'plan', by: 'leader', source: 'S4 plan' }],
    });
    expect(waiting[3]?.blockers).toEqual([{ kind: 'step', step: 'plan' }]);
    expect(states('停产', { times: done, approvals: ['plan'] })).toMatchObject({ plan: 'done', carryOut: 'ready' });
    expect(states('停产', { times: { ...done, planApprovedAt: '2026-03-09' } })).toMatchObject({ plan: 'done' });
  });
});

describe('odd packs', () => {
  it('without a way: nothing to say', () => {
    expect(steps('结块', {}, {}, packWith({})).steps).toEqual([]);
  });

  it('whose steps wait for each other come to an end', () => {
    const pack = packWith({
      workflow: { default: [step('a', 'acceptedAt', ['b']), step('b', 'assignedAt', ['a', 'nowhere'])] },
    });
    expect(steps('结块', {}, {}, pack).steps.map(({ step: id }) => id)).toEqual(['a', 'b']);
  });

  it('take no grade of the name constructor for a way', () => {
    const grades = [{ id: 'constructor', label: text('c'), synonyms: [], source: 'test' }];
    const pack = packWith({ grades, gradeRules: [], workflow: { default: [step('a', 'acceptedAt', [])] } });
    expect(steps('结块', {}, {}, pack).steps).toHaveLength(1);
  });
});

describe('not satisfied (S2-21, S4-13)', () => {
  const done = at('investigatedAt', 'executedAt', 'resultToldAt', 'followedUpAt');

  it('sends it back to the department, counted; carrying out, result and revisit are open again', () => {
    const found = steps('结块', { times: done, satisfied: false, unsatisfiedCount: 2 }, { responsibleDept: '生产部' });
    expect(found.sentBack).toEqual({ times: 2, to: '生产部' });
    expect(found.steps.filter(({ isAgain }) => isAgain).map(({ step: id, state }) => [id, state])).toEqual([
      ['carryOut', 'ready'],
      ['tell', 'blocked'],
      ['revisit', 'blocked'],
    ]);
    expect(found.mayClose).toBe(false);
  });

  it.each([
    ['the log', { backWith: '质检部', owner: { department: '物流部', person: null } }, '质检部'],
    ['the owner', { owner: { department: '物流部', person: '张三' } }, '物流部'],
    ['nobody', {}, null],
  ])('to whom %s says', (_, who, to) => {
    expect(steps('结块', { satisfied: false, unsatisfiedCount: 1, ...who }).sentBack?.to).toBe(to);
  });

  it('counts what was done since: a log has taken the old times out', () => {
    const again = { ...at('investigatedAt'), executedAt: '2026-03-20', resultToldAt: '2026-03-21' };
    expect(states('结块', { times: again, satisfied: false, unsatisfiedCount: 1 })).toMatchObject({
      carryOut: 'done',
      tell: 'done',
      revisit: 'ready',
    });
  });

  it('is over once the complainant is satisfied', () => {
    const found = steps('结块', { times: done, satisfied: true, unsatisfiedCount: 1 });
    expect(found.sentBack).toBeNull();
    expect(found.steps.some(({ isAgain }) => isAgain)).toBe(false);
  });
});

describe('the gates before closing', () => {
  const times = at('investigatedAt', 'executedAt', 'resultToldAt', 'followedUpAt');
  const all: Partial<Progress> = { times, satisfied: true, confirmed: ['papers', 'causeFound'] };
  const open = (change: Partial<Progress>, values: ComplaintValues = { cause: '受潮' }, description = '结块') =>
    closingGates(situationIn(PACK, { description, ...values }), PACK, progress({ ...all, ...change }))
      .filter(({ isMet }) => !isMet)
      .map((one) => one.gate);

  it.each([
    ['nothing but filing, which comes after', {}, { cause: '受潮' }, ['archived']],
    ['the cause', {}, {}, ['cause', 'archived']],
    ['a revisit', { times: at('investigatedAt') }, { cause: '受潮' }, ['revisited', 'archived']],
    ['satisfaction, not asked yet', { satisfied: null }, { cause: '受潮' }, ['satisfied', 'archived']],
    ['satisfaction and a new revisit', { satisfied: false }, { cause: '受潮' }, ['revisited', 'satisfied', 'archived']],
    ['the papers', { confirmed: ['causeFound'] }, { cause: '受潮' }, ['papers', 'archived']],
    ['S1e-5: 四不放过', { confirmed: ['papers'] }, { cause: '受潮' }, ['archived', 'causeFound']],
  ] as const)('S2-22: %s', (_, change, values, expected) => {
    expect(open(change as Partial<Progress>, values)).toEqual(expected);
  });

  it('are more for a major complaint', () => {
    expect(open({}, { cause: '受潮' }, '停产')).toContain('corrective');
    expect(open({}, { cause: '受潮', correctiveAction: '改包装' }, '停产')).not.toContain('corrective');
  });

  it('hold closing up, filing does not', () => {
    expect(states('结块', all, { cause: '受潮' })).toMatchObject({ close: 'ready', file: 'blocked' });
    expect(steps('结块', all, { cause: '受潮' }).mayClose).toBe(true);
    const waiting = steps('结块', { ...all, satisfied: null }, {});
    expect(waiting.mayClose).toBe(false);
    expect(waiting.steps.find(({ step: id }) => id === 'close')).toMatchObject({
      state: 'blocked',
      blockers: [
        { kind: 'gate', gate: 'cause', awaits: 'cause', source: 'S2 cause' },
        { kind: 'gate', gate: 'satisfied', awaits: null, source: 'S2 satisfied' },
      ],
    });
  });

  it('S1e-3: an unfounded complaint asks nobody to be dealt with, and is answered all the same', () => {
    const unfounded = { verdict: 'unfounded', confirmed: ['papers'] };
    expect(open(unfounded)).toEqual(['archived']);
    expect(open({ ...unfounded, times: at('followedUpAt') })).toEqual(['archived', 'replyDuty']);
    expect(open({ ...unfounded, verdict: 'withdrawn', times: at('followedUpAt') })).toEqual(['archived']);
    expect(open({ ...unfounded, verdict: 'founded' })).toEqual(['archived', 'causeFound']);
  });

  it('are behind a complaint that is closed', () => {
    const closed = { ...all, times: { ...times, closedAt: '2026-03-08' } };
    expect(steps('结块', closed, { cause: '受潮' }).mayClose).toBe(false);
    expect(states('结块', closed, { cause: '受潮' })).toMatchObject({ close: 'done', file: 'ready' });
  });
});

describe('approval before money or promises (S0-34, S1f-27)', () => {
  const none = { ratio: null, when: null, exceptionNeedsReason: false, source: 'S1f-27' };
  const approval = { label: text('approval'), when: {}, source: 'S0-34' };
  const pack = packWith({
    workflow: {
      default: [
        step('pass', 'transferredAt', []),
        step('agree', 'planFixedAt', []),
        step('carryOut', 'executedAt', []),
        step('tell', 'resultToldAt', []),
      ],
    },
    remedies: [
      { id: 'refund', label: text('refund'), kind: 'refund', consentBy: null, ...none },
      { id: 'medical', label: text('medical'), kind: 'medicalCost', consentBy: 'company', ...none },
      { id: 'promise', label: text('promise'), kind: 'promise', consentBy: null, ...none },
      { id: 'sorry', label: text('sorry'), kind: 'apology', consentBy: null, ...none },
    ],
    approvals: [
      { id: 'money', of: 'spending', over: 500, by: 'head', ...approval },
      { id: 'promises', of: 'majorPromise', over: null, by: 'leader', ...approval },
    ],
  });
  const blocked = (change: Partial<Progress>, rules = pack) =>
    steps('结块', change, {}, rules)
      .steps.filter(({ state }) => state === 'blocked')
      .map(({ step: id, blockers }) => [
        id,
        ...blockers.map((one) => (one.kind === 'approval' ? one.approval : one.kind)),
      ]);

  it.each([
    ['nothing is meant to be given', [], []],
    ['an apology', [{ remedy: 'sorry' }], []],
    ['little money', [{ remedy: 'refund', money: 500 }], []],
    [
      'money',
      [{ remedy: 'refund', money: 501 }],
      [
        ['agree', 'money'],
        ['carryOut', 'money'],
      ],
    ],
    [
      'a sum nobody knows',
      [{ remedy: 'refund' }],
      [
        ['agree', 'money'],
        ['carryOut', 'money'],
      ],
    ],
    [
      'consent',
      [{ remedy: 'medical', money: 1 }],
      [
        ['agree', 'medical'],
        ['carryOut', 'medical'],
      ],
    ],
    [
      'both',
      [{ remedy: 'medical', money: 900 }],
      [
        ['agree', 'money', 'medical'],
        ['carryOut', 'money', 'medical'],
      ],
    ],
    [
      'a promise',
      [{ remedy: 'promise' }],
      [
        ['agree', 'promises'],
        ['carryOut', 'promises'],
        ['tell', 'promises'],
      ],
    ],
    [
      'money twice',
      [
        { remedy: 'refund', money: 600 },
        { remedy: 'medical', money: 700 },
      ],
      [
        ['agree', 'money', 'medical'],
        ['carryOut', 'money', 'medical'],
      ],
    ],
    ['something the pack does not know', [{ remedy: 'holiday' }], []],
  ])('%s', (_, intended, expected) => {
    expect(blocked({ intended })).toEqual(expected);
  });

  it('lets go when it is granted', () => {
    const intended = [{ remedy: 'medical', money: 900 }];
    expect(blocked({ intended, approvals: ['money'] })).toEqual([
      ['agree', 'medical'],
      ['carryOut', 'medical'],
    ]);
    expect(blocked({ intended, approvals: ['money', 'medical'] })).toEqual([]);
  });

  it('S1f-10: holds a form back until its passing on is approved', () => {
    const rules = packWith({
      ...pack,
      approvals: [
        { id: 'passing', of: 'transfer', over: null, by: 'head', ...approval },
        { id: 'plan', of: 'plan', over: null, by: 'leader', ...approval },
      ],
    });
    expect(blocked({}, rules)).toEqual([
      ['pass', 'passing'],
      ['agree', 'plan'],
      ['carryOut', 'plan'],
    ]);
    expect(blocked({ times: at('transferApprovedAt', 'planApprovedAt') }, rules)).toEqual([]);
    expect(blocked({ approvals: ['passing', 'plan'] }, rules)).toEqual([]);
  });
});

describe('special lanes and withdrawal', () => {
  const pack = packWith({
    ...PACK,
    lanes: [
      {
        ...{ id: 'authority', label: text('主管部门'), when: { anyWord: ['市场监督'] }, tell: [], source: 'S1f-45' },
        tasks: [
          { text: text('指派专人'), source: 'S1f-47' },
          { text: text('准备检验报告'), source: 'S1f-48' },
        ],
      },
    ],
  });

  it('S1f-48: the tasks of a lane come first, until they are done', () => {
    const first = (confirmed: string[]) => steps('市场监督局来函', { confirmed }, {}, pack).first;
    expect(first([]).map(({ id, lane, source }) => [id, lane, source])).toEqual([
      ['authority.1', 'authority', 'S1f-47'],
      ['authority.2', 'authority', 'S1f-48'],
    ]);
    expect(first(['authority.1']).map(({ id }) => id)).toEqual(['authority.2']);
    expect(steps('结块', {}, {}, pack).first).toEqual([]);
  });

  it('a withdrawn complaint needs nothing more', () => {
    const found = steps('市场监督局来函', { phase: 'withdrawn', times: at('investigatedAt') }, {}, pack);
    expect(found.first).toEqual([]);
    expect(found.mayClose).toBe(false);
    expect(found.steps.map(({ state }) => state)).toEqual(['done', ...Array<string>(5).fill('notNeeded')]);
  });
});

describe('the state that the event log replays to', () => {
  const logged = (kind: string, day: number, rest: object = {}) => {
    const time = `2026-03-0${day}T09:00:00+08:00`;
    return { id: `${kind}${day}`, kind, occurredAt: time, recordedAt: time, by: '小李', ...rest } as ComplaintEvent;
  };
  const log = [
    logged('received', 1),
    logged('transferred', 1, { department: '生产部' }),
    logged('investigated', 2),
    logged('executed', 3),
    logged('resultTold', 4),
    logged('followedUp', 5, { satisfied: false }),
  ];
  const next = (events: ComplaintEvent[]) => {
    const situation = situationIn(PACK, { description: '结块' });
    return nextSteps(situation, PACK, replayEvents(events, PACK, 'Asia/Shanghai'));
  };

  it('is progress as it stands: back to the department after a revisit that failed', () => {
    const found = next(log);
    expect(found.sentBack).toEqual({ times: 1, to: '生产部' });
    expect(found.steps.filter(({ state }) => state === 'ready').map(({ step: id }) => id)).toEqual(['carryOut']);
  });

  it('goes on from the second round', () => {
    const found = next([
      ...log,
      logged('executed', 6),
      logged('resultTold', 7),
      logged('followedUp', 8, { satisfied: true }),
    ]);
    expect(found.sentBack).toBeNull();
    expect(found.steps.map(({ state }) => state).slice(0, 4)).toEqual(Array(4).fill('done'));
  });
});
