import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { neededApprovals, subjectsOf } from './needed-approvals.ts';
import { proposeRemedies } from './propose-remedies.ts';
import type { RatioAnswers } from './remedy-amount.ts';

/** What somebody wants to give. */
export interface IntendedRemedy {
  remedy: string;
  /** Pieces, for a remedy by ratio; null: not said. */
  count?: number | null;
  /** Yuan; null: not known. */
  money?: number | null;
  /** Why the rule is departed from. */
  reason?: string | null;
}

/** Something that stands against giving it, as things are. */
export interface RemedyFinding {
  code:
    | 'unknownRemedy'
    | 'countImpossible'
    | 'moneyImpossible'
    | 'countOpen'
    | 'exceptionNeedsReason'
    | 'countDeparts'
    | 'notProposed'
    | 'consentMissing'
    | 'approvalMissing'
    | 'sumUnknown';
  /** Told is enough, or it must be put right first. */
  level: 'info' | 'error';
  params: Record<string, string | number>;
  source: string;
}

/**
 * Checks a remedy that somebody wants to give against the pack: is it the one to propose, is the count the ratio's, was
 * consent given and approval granted. Departing from the rule (机动考虑, S1f-29) is told, and needs a reason where the pack
 * says so. Numbers that nobody can give (no pieces, a
 * negative sum) are refused. `granted` holds the ids of approvals given; the consent to a remedy bears the remedy's id.
 */
export function checkRemedy(
  intended: IntendedRemedy,
  situation: Situation,
  pack: PolicyPack,
  { answers = {}, granted = [] }: { answers?: RatioAnswers; granted?: readonly string[] } = {},
): RemedyFinding[] {
  const proposals = proposeRemedies(situation, pack, answers);
  const chosen = proposals.find(({ remedy }) => remedy === intended.remedy);
  if (!chosen) {
    return [{ code: 'unknownRemedy', level: 'error', params: { remedy: intended.remedy }, source: 'product' }];
  }
  const { source, amount, consentBy } = chosen;
  const findings: RemedyFinding[] = [];
  const add = (code: RemedyFinding['code'], level: RemedyFinding['level'], params: RemedyFinding['params'] = {}) =>
    findings.push({ code, level, params: { remedy: chosen.remedy, ...params }, source });

  const isUnproposed = chosen.state !== 'proposed' && proposals.some(({ state }) => state === 'proposed');
  const count = intended.count ?? null;
  const money = intended.money ?? null;
  const isNoCount = count !== null && !(count > 0 && count < Infinity);
  if (isNoCount) add('countImpossible', 'error', { count });
  if (money !== null && !(money >= 0 && money < Infinity)) add('moneyImpossible', 'error', { money });
  const departs = amount?.kind === 'settled' && count !== null && !isNoCount && count !== amount.count;
  if (amount?.kind === 'open') add('countOpen', 'error', { asks: amount.asks.join(', ') });
  if (isUnproposed) add('notProposed', 'info');
  if (departs) add('countDeparts', 'info', { count, rule: amount.count, unit: amount.unit });
  const ruled = isUnproposed ? proposals.filter(({ state }) => state === 'proposed') : [chosen];
  const needsReason = (isUnproposed || departs) && ruled.some(({ exceptionNeedsReason }) => exceptionNeedsReason);
  if (needsReason && (intended.reason ?? '').trim() === '') add('exceptionNeedsReason', 'error');

  if (consentBy !== null && !granted.includes(chosen.remedy)) add('consentMissing', 'error', { by: consentBy });
  for (const approval of neededApprovals(subjectsOf(chosen.kind), money, situation, pack)) {
    if (granted.includes(approval.approval)) continue;
    const code = approval.isAmountUnknown ? 'sumUnknown' : 'approvalMissing';
    const params = { remedy: chosen.remedy, approval: approval.approval, by: approval.by };
    findings.push({ code, level: 'error', params, source: approval.source });
  }
  return findings;
}
