import { compare } from './alike.ts';
import type { ComplaintFacts } from './complaint-facts.ts';
import type { Period } from './period.ts';
import { daysBetween, isIn } from './periods.ts';

/** How long complaints took, shortest first, and those of which nobody can say. */
export interface Durations {
  taken: { each: ComplaintFacts; amount: number }[];
  undecided: ComplaintFacts[];
}

/** Working minutes that a milestone took, of the complaints for which it was finished in the period. */
export function minutesTaken(facts: readonly ComplaintFacts[], period: Period, milestone: string): Durations {
  const done = facts.filter((each) => isIn(each.clocks[milestone]?.stopDay ?? null, period));
  return durations(done, (each) => each.clocks[milestone]?.minutesTaken ?? null);
}

/** Calendar days from receipt to closing, of the complaints closed in the period; those with no closing day are undecided in any. */
export function daysTaken(facts: readonly ComplaintFacts[], period: Period): Durations {
  const closed = facts.filter(
    ({ isOpen, isWithdrawn, closedDay }) => !isOpen && !isWithdrawn && (closedDay === null || isIn(closedDay, period)),
  );
  return durations(closed, ({ receivedDay, closedDay }) => {
    const days = receivedDay === null || closedDay === null ? -1 : daysBetween(receivedDay, closedDay);
    return days < 0 ? null : days;
  });
}

/** The nearest rank of a share: of n the ⌈share·n⌉th, from 1; 0 of none. Nothing is interpolated. */
export function nearestRank(share: number, count: number): number {
  return Math.ceil(share * count - 1e-9);
}

function durations(facts: readonly ComplaintFacts[], amountOf: (each: ComplaintFacts) => number | null): Durations {
  const taken: Durations['taken'] = [];
  const undecided: ComplaintFacts[] = [];
  for (const each of facts) {
    const amount = amountOf(each);
    if (amount === null) undecided.push(each);
    else taken.push({ each, amount });
  }
  taken.sort((a, b) => a.amount - b.amount || compare(a.each.number, b.each.number) || a.each.row - b.each.row);
  return { taken, undecided };
}
