import { describe, expect, it } from 'vitest';
import type { SettledFact, ValidityState } from '../../../core/grade/assessment.ts';
import { LOCALES } from '../../../core/policy/localized.ts';
import { Remedy } from '../../../core/policy/remedy.ts';
import { ResponsibilityRule } from '../../../core/policy/responsibility.ts';
import type { RemedyFinding } from '../../../core/remedy/check-remedy.ts';
import type { weighMoney } from '../../../core/remedy/precedents.ts';
import type { RemedyProposal } from '../../../core/remedy/propose-remedies.ts';
import type { RemedyAmount } from '../../../core/remedy/remedy-amount.ts';
import type { ReplyGap } from '../../../core/reply/write-reply.ts';
import type { ResponsibilityConflict } from '../../../core/responsibility/find-conflicts.ts';
import type { MeasureProposals } from '../../../core/accountability/propose-measures.ts';
import { translate } from '../../../core/wording/translate.ts';
import type { GateState } from '../../../core/workflow/closing-gates.ts';
import type { Blocker, StepState } from '../../../core/workflow/next-steps.ts';

/** All members of a union: a member that is added and forgotten here does not compile. */
function every<Member extends string>(members: Record<Member, true>): string[] {
  return Object.keys(members);
}

const CODES: Record<string, string[]> = {
  'validity.state': every<ValidityState['state']>({ met: true, missing: true, toConfirm: true }),
  reason: every<SettledFact['kind']>({ category: true, grade: true, lane: true, axis: true, known: true }),
  'responsibility.share': ResponsibilityRule.shape.share.options,
  'responsibility.conflict': every<ResponsibilityConflict['code']>({ departments: true, share: true }),
  'remedy.state': every<RemedyProposal['state']>({ proposed: true, open: true, onOffer: true }),
  'remedy.kind': Remedy.shape.kind.options,
  'remedy.ask': every<Extract<RemedyAmount, { kind: 'open' }>['asks'][number]>({ baseUnit: true, affected: true }),
  'remedy.finding': every<RemedyFinding['code']>({
    unknownRemedy: true,
    countImpossible: true,
    moneyImpossible: true,
    countOpen: true,
    exceptionNeedsReason: true,
    countDeparts: true,
    notProposed: true,
    consentMissing: true,
    approvalMissing: true,
    sumUnknown: true,
  }),
  'precedent.money': every<ReturnType<typeof weighMoney>>({ noneYet: true, below: true, within: true, above: true }),
  'step.state': every<StepState['state']>({
    done: true,
    ready: true,
    blocked: true,
    awaitingApproval: true,
    notNeeded: true,
    leftOut: true,
  }),
  'step.blocker': every<Blocker['kind']>({ step: true, approval: true, gate: true }),
  'gate.kind': every<GateState['kind']>({
    field: true,
    time: true,
    satisfied: true,
    confirmed: true,
    noLetOff: true,
    replyDuty: true,
  }),
  'reply.gap': every<ReplyGap['code']>({
    missingValue: true,
    noTimeLimit: true,
    otherClock: true,
    unknownPlaceholder: true,
  }),
  'measure.none': every<NonNullable<MeasureProposals['none']>>({ unfounded: true, notInPack: true }),
};

describe('every code of the rules has words', () => {
  it.each(Object.entries(CODES))('%s: %o', (area, codes) => {
    expect(codes.length).toBeGreaterThan(1);
    for (const locale of LOCALES) {
      for (const code of codes) expect(translate(locale, `rules.${area}.${code}`)).not.toBe('');
    }
  });

  it.each([
    ['zh-CN', '因客户不满意，已第 2 次退回生产部'],
    ['zh-TW', '因客戶不滿意，已第 2 次退回生产部'],
    ['en', 'The customer was not satisfied: back to 生产部, 2 times so far'],
  ] as const)('a complaint sent back is told in %s', (locale, expected) => {
    expect(translate(locale, 'rules.step.sentBack', { count: 2, to: '生产部' })).toBe(expected);
  });
});
