import { describe, expect, it } from 'vitest';
import type { ComplaintEvent } from '../../../core/complaint/complaint-event.ts';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { replayEvents } from '../../../core/complaint/replay-events.ts';
import { deadlinesOf } from '../../../core/deadline/deadlines-of.ts';
import { findPack } from '../../../core/policy/packs.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import { nextSteps, type NextSteps } from '../../../core/workflow/next-steps.ts';
import { packWith, situationIn, text } from '../../support/rules-pack.ts';
import { event } from '../deadline/tracked-pack.ts';

const ZONE = 'Asia/Shanghai';
const packOf = (id: string): PolicyPack => {
  const pack = findPack(id);
  if (!pack) throw new Error(`the ${id} pack is missing`);
  return pack;
};
const nextOf = (pack: PolicyPack, values: ComplaintValues, log: readonly ComplaintEvent[]) =>
  nextSteps(situationIn(pack, values), pack, replayEvents(log, pack, ZONE));
const states = ({ steps }: NextSteps) => Object.fromEntries(steps.map(({ step, state }) => [step, state]));
const approvalsIn = (blockers: NextSteps['beforeClosing']) =>
  blockers.flatMap((blocker) => (blocker.kind === 'approval' ? [`${blocker.approval}: ${blocker.by}`] : []));

describe('the concrete supplier’s complaint, its plan carried out without approval (S0-34)', () => {
  const pack = packOf('fly-ash');
  const values = { description: '罐车延误，交付延迟', cause: '排班', correctiveAction: '改排班', customerName: '华科' };
  const confirmed = pack.closingGates
    .filter(({ needs }) => needs.kind === 'confirmed')
    .map(({ id }) => event('confirmed', '03-09 09:00', { id: `confirmed ${id}`, gate: id }));
  const money = event('remedyIntended', '03-04 15:00', { remedy: 'compensation', money: 100_000 });
  const log = [
    event('received', '03-03 09:00'),
    event('acknowledged', '03-03 09:20'),
    event('assigned', '03-03 10:00', { department: 'logistics' }),
    event('investigated', '03-03 16:00'),
    event('planProposed', '03-04 09:00'),
    event('planSubmitted', '03-04 10:00'),
    event('planFixed', '03-05 09:00'),
    event('executed', '03-06 09:00'),
    event('followedUp', '03-09 08:00', { satisfied: true }),
    ...confirmed,
  ];
  const planApproved = event('planApproved', '03-04 11:00');
  const granted = ['compensationApproval', 'spendingApproval', 'compensation'].map((approval) =>
    event('approved', '03-04 16:00', { id: approval, approval }),
  );

  it('knows the remedy that is meant', () => {
    expect(pack.remedies.find(({ id }) => id === 'compensation')?.kind).toBe('compensation');
  });

  it('is not closed: the approval is named, at the steps and before closing', () => {
    const next = nextOf(pack, values, log);
    expect(next.mayClose).toBe(false);
    expect(approvalsIn(next.beforeClosing)).toEqual(['planApproval: approver', 'plan: approver']);
    expect(states(next)).toMatchObject({
      plan: 'awaitingApproval',
      agree: 'awaitingApproval',
      carryOut: 'awaitingApproval',
      close: 'blocked',
    });
  });

  it('may be closed once the plan is approved', () => {
    const next = nextOf(pack, values, [...log, planApproved]);
    expect(next.beforeClosing).toEqual([]);
    expect(next.mayClose).toBe(true);
  });

  it('from the log alone: the money that somebody means to give waits for its own approval', () => {
    const next = nextOf(pack, values, [...log, planApproved, money]);
    expect(next.mayClose).toBe(false);
    expect(approvalsIn(next.beforeClosing)).toEqual([
      'spendingApproval: approver',
      'compensationApproval: approver',
      'compensation: approver',
    ]);
    expect(states(next)).toMatchObject({ plan: 'done', agree: 'awaitingApproval', carryOut: 'awaitingApproval' });
    expect(nextOf(pack, values, [...log, planApproved, money, ...granted]).mayClose).toBe(true);
  });

  it('and so does money that was promised to the customer', () => {
    const promised = event('remedyPromised', '03-05 15:00', { remedy: 'compensation', money: 500 });
    expect(nextOf(pack, values, [...log, planApproved, promised]).mayClose).toBe(false);
    expect(nextOf(pack, values, [...log, planApproved, promised, ...granted]).mayClose).toBe(true);
  });

  it('what nobody means to give any more waits for nothing', () => {
    const struck = event('corrected', '03-05 08:00', { corrects: money.id, to: null, reason: '客户不要' });
    expect(nextOf(pack, values, [...log, planApproved, money, struck]).mayClose).toBe(true);
  });

  it('closed all the same, it says what it was closed without', () => {
    const next = nextOf(pack, values, [...log, money, event('closed', '03-10 09:00')]);
    expect(next).toMatchObject({ mayClose: false, beforeClosing: [] });
    expect(approvalsIn(next.closedWithout)).toEqual([
      'plan: approver',
      'planApproval: approver',
      'spendingApproval: approver',
      'compensationApproval: approver',
      'compensation: approver',
    ]);
  });
});

describe('a way that does not lead through the step that was not approved', () => {
  const approval = { label: text('a'), when: {}, over: null, by: 'leader', source: 'S0-34' };
  const remedy = { label: text('r'), ratio: null, when: null, exceptionNeedsReason: false, source: 'S1f-27' };
  const pack = packWith({
    approvals: [
      { id: 'plan', of: 'plan', ...approval },
      { id: 'passing', of: 'transfer', ...approval },
    ],
    remedies: [{ id: 'medical', kind: 'medicalCost', consentBy: 'company', ...remedy }],
  });
  const mayClose = (...log: ComplaintEvent[]) => nextOf(pack, { description: '结块' }, [RECEIVED, ...log]).mayClose;
  const RECEIVED = event('received', '03-03 09:00');

  it.each([
    ['nothing was planned or passed on', [], true],
    ['it was passed on', [event('transferred', '03-03 10:00', { department: 'x' })], false],
    ['a plan was fixed', [event('planFixed', '03-03 10:00')], false],
    ['it was approved', [event('planApproved', '03-03 09:30'), event('planFixed', '03-03 10:00')], true],
    ['consent is missing', [event('remedyIntended', '03-03 10:00', { remedy: 'medical', money: 1 })], false],
    [
      'consent is given',
      [
        event('remedyIntended', '03-03 10:00', { remedy: 'medical', money: 1 }),
        event('approved', '03-03 11:00', { approval: 'medical' }),
      ],
      true,
    ],
  ])('waits at closing nevertheless: %s', (_, log, expected) => {
    expect(mayClose(...log)).toBe(expected);
  });
});

it('a step that is not needed passes on what it would have waited for', () => {
  const step = (
    id: string,
    done: 'investigatedAt' | 'executedAt' | 'closedAt',
    after: string[],
    when: object | null,
  ) => ({
    ...{ id, label: text(id), by: 'x', after, done, when, approvedBy: null, source: 'S1e-2' },
  });
  const pack = packWith({
    workflow: {
      default: [
        step('lookUp', 'investigatedAt', [], null),
        step('carryOut', 'executedAt', ['lookUp'], { anyWord: ['停产'] }),
        step('close', 'closedAt', ['carryOut'], null),
      ],
    },
  });
  const next = nextOf(pack, { description: '结块' }, [event('received', '03-03 09:00')]);
  expect(states(next)).toEqual({ lookUp: 'ready', carryOut: 'notNeeded', close: 'blocked' });
  expect(next.beforeClosing).toEqual([{ kind: 'step', step: 'lookUp' }]);
});

describe('closed against the rules (S2-22)', () => {
  const pack = packOf('ev-sales');
  const values = { description: '提车时间一拖再拖' };
  const log = [event('received', '03-03 09:00'), event('closed', '03-03 10:00')];

  it('at once after receipt: its steps are left out, not ready, and are named with the gates', () => {
    const next = nextOf(pack, values, log);
    expect(next.steps.filter(({ state }) => state === 'ready').map(({ step }) => step)).toEqual(['archive']);
    expect(states(next)).toMatchObject({ register: 'leftOut', carryOut: 'leftOut', confirm: 'leftOut', close: 'done' });
    const names = next.closedWithout.map((blocker) =>
      blocker.kind === 'step' ? blocker.step : blocker.kind === 'gate' ? blocker.gate : blocker.approval,
    );
    expect(names).toEqual(expect.arrayContaining(['respond', 'carryOut', 'confirm', 'customerSatisfied']));
    expect(names).not.toContain('archive');
  });

  it('a customer who is not satisfied afterwards: back to the department, to be reopened first', () => {
    const late = event('followedUp', '03-09 10:00', { satisfied: false });
    const next = nextOf(pack, values, [...log, late]);
    expect(next).toMatchObject({ isToReopen: true, mayClose: false, sentBack: { times: 1 } });
    expect(next.steps.filter(({ state }) => state === 'ready').map(({ step }) => step)).toEqual(['archive']);
    const reopened = event('reopened', '03-09 11:00', { way: 'continue', reason: '客户不满意' });
    expect(nextOf(pack, values, [...log, late, reopened])).toMatchObject({ isToReopen: false, closedWithout: [] });
    expect(nextOf(pack, values, [...log.slice(0, 1), late])).toMatchObject({ isToReopen: false });
  });

  it('an open complaint was closed without nothing', () => {
    expect(nextOf(pack, values, log.slice(0, 1)).closedWithout).toEqual([]);
  });
});

describe('regraded in the log (S4-14, S4-19)', () => {
  const pack = packOf('farm-machinery');
  const values = { description: '收割机割台异响', receivedAt: '2026-03-03T09:00:00+08:00' };
  const received = event('received', '03-03 09:00');
  const regraded = event('regraded', '03-03 14:00', { from: 'general', to: 'major', reason: '批量' });

  it('goes the way of its new grade, the same by which its deadlines run', () => {
    expect(situationIn(pack, values).grade()).toBe('general');
    const log = [received, event('accepted', '03-03 09:10'), regraded];
    const { steps } = nextOf(pack, values, log);
    expect(steps.map(({ step }) => step)).toEqual(pack.workflow['major']?.map(({ id }) => id));
    const deadlines = deadlinesOf({
      ...{ log: { events: log }, values, grade: 'general', pack, company: null },
      ...{ asOf: '2026-03-03T15:00:00+08:00', zone: ZONE },
    });
    expect(deadlines.map(({ milestone }) => milestone)).toContain('majorEmergency');
    expect(deadlines.map(({ milestone }) => milestone)).not.toContain('generalDone');
  });

  it('has the gates of that grade', () => {
    const gates = (log: readonly ComplaintEvent[]) => nextOf(pack, values, log).gates.map(({ gate }) => gate);
    expect(gates([received])).not.toContain('expertReport');
    expect(gates([received, regraded])).toContain('expertReport');
  });
});

describe('unfounded by the log (S1e-3)', () => {
  const pack = packOf('auto-repair');
  const values = { description: '说我们没换机油' };
  const given = (verdict: string) => event('verdictGiven', '03-04 10:00', { verdict });
  const gates = (...log: ComplaintEvent[]) =>
    nextOf(pack, values, [event('received', '03-03 09:00'), ...log]).gates.map(({ kind }) => kind);

  it('nobody is dealt with, and the customer is answered all the same', () => {
    expect(gates()).toContain('noLetOff');
    expect(gates(given('founded'))).toContain('noLetOff');
    expect(gates(given('unfounded'))).not.toContain('noLetOff');
    expect(gates(given('unfounded'))).toContain('replyDuty');
  });
});
