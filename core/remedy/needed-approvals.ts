import { matchCondition } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Remedy } from '../policy/remedy.ts';

/** What may need approval. */
export type ApprovalSubject = PolicyPack['approvals'][number]['of'];

/** An approval that must come before the money is spent or the promise made. */
export interface NeededApproval {
  approval: string;
  of: ApprovalSubject;
  by: string;
  source: string;
  /** True where the pack names a limit and the sum is not known: ask for the sum. */
  isAmountUnknown: boolean;
}

const SUBJECTS: Partial<Record<Remedy['kind'], ApprovalSubject[]>> = {
  replacement: ['spending'],
  resupply: ['spending'],
  refund: ['spending'],
  discount: ['spending'],
  repair: ['spending'],
  compensation: ['spending', 'compensation'],
  gift: ['spending', 'consolationGift'],
  medicalCost: ['spending', 'medicalCost'],
  promise: ['majorPromise'],
};

/** For what a kind of remedy may need approval: compensation as such and as spending; an apology for nothing. */
export function subjectsOf(kind: Remedy['kind']): ApprovalSubject[] {
  return SUBJECTS[kind] ?? [];
}

/**
 * The approvals that a pack asks for before something is spent, promised, planned or passed on. `amount` is in yuan, null
 * when it is not known yet (a negative number is no sum); an approval without a limit is always needed, one with a limit when the amount is strictly
 * greater.
 */
export function neededApprovals(
  subjects: readonly ApprovalSubject[],
  amount: number | null,
  situation: Situation,
  pack: PolicyPack,
): NeededApproval[] {
  const sum = amount !== null && amount >= 0 ? amount : null;
  return pack.approvals
    .filter(({ of, over, when }) => {
      const isWithin = over !== null && sum !== null && sum <= over;
      return subjects.includes(of) && !isWithin && matchCondition(when, situation) !== null;
    })
    .map(({ id, of, by, over, source }) => ({
      approval: id,
      of,
      by,
      source,
      isAmountUnknown: over !== null && sum === null,
    }));
}
