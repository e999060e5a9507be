import { matchButForAxes, type OpenMatch } from '../grade/match-but-for-axes.ts';
import { matchCondition, type Match } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Remedy } from '../policy/remedy.ts';
import { neededApprovals, subjectsOf, type NeededApproval } from './needed-approvals.ts';
import { remedyAmount, type RatioAnswers, type RemedyAmount } from './remedy-amount.ts';

/** A remedy of the pack's catalogue as it stands for one complaint. */
export interface RemedyProposal {
  remedy: string;
  kind: Remedy['kind'];
  /** `open`: it is the one to propose if the axes come out so; `onOffer`: a person may choose it. */
  state: 'proposed' | 'open' | 'onOffer';
  /** Why it is proposed; null for one that is only on offer. */
  match: Match | null;
  /** The axes to settle first, with the values for which it would be proposed. */
  axes: OpenMatch['axes'];
  /** Null: no ratio. */
  amount: RemedyAmount | null;
  /** Role whose consent comes first; null for none. */
  consentBy: string | null;
  approvals: NeededApproval[];
  exceptionNeedsReason: boolean;
  source: string;
}

/**
 * The remedies that a pack knows, those it proposes for this complaint first, then those that hang on something nobody
 * has settled (how badly somebody was harmed, S1f-27 to S1f-29), then all others. Within each the pack's order.
 * Amounts come from ratios alone; what a ratio leaves open is asked, and no sum of money is ever made up.
 */
export function proposeRemedies(situation: Situation, pack: PolicyPack, answers: RatioAnswers = {}): RemedyProposal[] {
  const proposals = pack.remedies.map((remedy): RemedyProposal => {
    const match = remedy.when && matchCondition(remedy.when, situation);
    const waiting = match || !remedy.when ? null : matchButForAxes(remedy.when, situation);
    return {
      remedy: remedy.id,
      kind: remedy.kind,
      state: match ? 'proposed' : waiting ? 'open' : 'onOffer',
      match: match ?? waiting?.match ?? null,
      axes: waiting?.axes ?? [],
      amount: remedyAmount(remedy, situation.values, answers),
      consentBy: remedy.consentBy,
      approvals: neededApprovals(subjectsOf(remedy.kind), null, situation, pack),
      exceptionNeedsReason: remedy.exceptionNeedsReason,
      source: remedy.source,
    };
  });
  return proposals.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

const ORDER: readonly RemedyProposal['state'][] = ['proposed', 'open', 'onOffer'];
