import type { ComplaintFacts } from './complaint-facts.ts';
import type { Figure } from './figure.ts';
import type { Period } from './period.ts';
import { isIn } from './periods.ts';

/**
 * Figures that leave to each period what belongs to it. A complaint without a day of receipt belongs to none and is told once,
 * apart, by whoever shows them; one that is over without a day is told in the period in which it came in, or fell due.
 */
export function toldInPeriod(figures: readonly Figure[], facts: readonly ComplaintFacts[]): Figure[] {
  const byNumber = new Map(facts.map((each) => [each.number, each]));
  return figures.map((figure) => ({
    ...figure,
    undecided: figure.undecided.filter((number) => belongsTo(byNumber.get(number), figure.period)),
  }));
}

function belongsTo(each: ComplaintFacts | undefined, period: Period): boolean {
  if (each === undefined || each.receivedDay === null) return false;
  const { isOpen, closedDay, receivedDay, clocks } = each;
  if (isOpen || closedDay !== null || isIn(receivedDay, period)) return true;
  return Object.values(clocks).some(({ dueDay }) => isIn(dueDay, period));
}
