import type { TimeField } from '../complaint/field.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { neededApprovals, subjectsOf, type ApprovalSubject } from '../remedy/needed-approvals.ts';
import type { Progress } from './progress.ts';

/** An approval that a step waits for. `approval` is its id; for the consent to a remedy the remedy's. */
export interface MissingApproval {
  approval: string;
  by: string;
  source: string;
}

/** Which steps an approval holds up: money is approved before it is promised (S0-34), not only before it is paid. */
const HOLDS_UP: Record<ApprovalSubject, readonly TimeField[]> = {
  spending: ['planFixedAt', 'executedAt'],
  consolationGift: ['planFixedAt', 'executedAt'],
  medicalCost: ['planFixedAt', 'executedAt'],
  compensation: ['planFixedAt', 'executedAt'],
  majorPromise: ['planFixedAt', 'executedAt', 'resultToldAt'],
  plan: ['planFixedAt', 'executedAt'],
  transfer: ['transferredAt'],
};
const MONEY: readonly TimeField[] = ['planFixedAt', 'executedAt'];

/**
 * The approvals and consents that a step stamped `done` still waits for: of plan and transfer always where the pack asks
 * for them, of money and promises for what somebody means to give.
 */
export function missingApprovals(
  done: TimeField,
  situation: Situation,
  pack: PolicyPack,
  { approvals, times, intended = [] }: Progress,
): MissingApproval[] {
  const standing = neededApprovals(['plan', 'transfer'], null, situation, pack);
  const ofRemedies = intended.flatMap(({ remedy, money = null }) => {
    const kind = pack.remedies.find(({ id }) => id === remedy)?.kind;
    return kind ? neededApprovals(subjectsOf(kind), money, situation, pack) : [];
  });
  const isGranted = (approval: string, of: ApprovalSubject) =>
    approvals.includes(approval) ||
    (of === 'plan' && times.planApprovedAt !== undefined) ||
    (of === 'transfer' && times.transferApprovedAt !== undefined);
  const missing = [...standing, ...ofRemedies]
    .filter(({ approval, of }) => HOLDS_UP[of].includes(done) && !isGranted(approval, of))
    .map(({ approval, by, source }) => ({ approval, by, source }));
  const consents = MONEY.includes(done) ? missingConsents(pack, approvals, intended) : [];
  return [...missing, ...consents].filter(
    ({ approval }, at, all) => all.findIndex((other) => other.approval === approval) === at,
  );
}

function missingConsents(
  { remedies }: PolicyPack,
  approvals: readonly string[],
  intended: NonNullable<Progress['intended']>,
): MissingApproval[] {
  return remedies.flatMap(({ id, consentBy, source }) => {
    const isMeant = intended.some(({ remedy }) => remedy === id);
    return consentBy !== null && isMeant && !approvals.includes(id) ? [{ approval: id, by: consentBy, source }] : [];
  });
}
