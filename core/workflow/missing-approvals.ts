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
 * The approvals and consents that a step stamped `done` still waits for, or lacks though it is done: of plan and transfer
 * always where the pack asks for them, of money and promises for what somebody means to give or has promised. Closing waits
 * for all of what is meant, and for those of plan and transfer once the step that they hold up was taken all the same.
 */
export function missingApprovals(
  done: TimeField,
  situation: Situation,
  pack: PolicyPack,
  { approvals, times, intended = [], promisedRemedies = [] }: Progress,
): MissingApproval[] {
  const meant = [...intended, ...promisedRemedies];
  const isClosing = done === 'closedAt';
  const wasTaken = (of: ApprovalSubject) => HOLDS_UP[of].some((time) => times[time] !== undefined);
  const standing = neededApprovals(['plan', 'transfer'], null, situation, pack);
  const ofRemedies = meant.flatMap(({ remedy, money = null }) => {
    const kind = pack.remedies.find(({ id }) => id === remedy)?.kind;
    return kind ? neededApprovals(subjectsOf(kind), money, situation, pack) : [];
  });
  const isGranted = (approval: string, of: ApprovalSubject) =>
    approvals.includes(approval) ||
    (of === 'plan' && times.planApprovedAt !== undefined) ||
    (of === 'transfer' && times.transferApprovedAt !== undefined);
  const heldUp = [
    ...standing.filter(({ of }) => (isClosing ? wasTaken(of) : HOLDS_UP[of].includes(done))),
    ...ofRemedies.filter(({ of }) => isClosing || HOLDS_UP[of].includes(done)),
  ];
  const missing = heldUp
    .filter(({ approval, of }) => !isGranted(approval, of))
    .map(({ approval, by, source }) => ({ approval, by, source }));
  const consents = isClosing || MONEY.includes(done) ? missingConsents(pack, approvals, meant) : [];
  return [...missing, ...consents].filter(
    ({ approval }, at, all) => all.findIndex((other) => other.approval === approval) === at,
  );
}

function missingConsents(
  { remedies }: PolicyPack,
  approvals: readonly string[],
  meant: NonNullable<Progress['intended']>,
): MissingApproval[] {
  return remedies.flatMap(({ id, consentBy, source }) => {
    const isMeant = meant.some(({ remedy }) => remedy === id);
    return consentBy !== null && isMeant && !approvals.includes(id) ? [{ approval: id, by: consentBy, source }] : [];
  });
}
