import type { PolicyPack } from '../policy/policy-pack.ts';
import { alikeGroups } from './alike.ts';
import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import { daysBetween } from './periods.ts';

/** In what complaints are alike when they count as the same trouble again. */
const SAME: readonly (readonly Dimension[])[] = [['batchNo'], ['productModel', 'cause'], ['customer', 'productName']];

/** Where no policy says how long: a quarter, within which the same batch is still on the market and a repair under its own warranty. */
const USUAL_WINDOW_DAYS = 90;

/** Within how many days a like complaint counts as recurring, and the clause that says so; the longest of the policy's trend alarms. */
export function recurrenceWindow({ trendAlarms }: Pick<PolicyPack, 'trendAlarms'>): {
  days: number;
  source: string | null;
} {
  const set = trendAlarms.flatMap(({ withinDays, source }) =>
    withinDays === null ? [] : [{ days: withinDays, source }],
  );
  return set.sort((a, b) => b.days - a.days)[0] ?? { days: USUAL_WINDOW_DAYS, source: null };
}

/**
 * The complaints that came up again: received at most `days` days after another one about the same batch, the same model and
 * cause, or from the same customer about the same product. The first of them does not count.
 */
export function recurringAmong(facts: readonly ComplaintFacts[], days: number): ReadonlySet<ComplaintFacts> {
  const known = found.get(facts)?.get(days);
  if (known) return known;
  const recurring = new Set<ComplaintFacts>();
  for (const same of SAME) {
    for (const group of alikeGroups(facts, same)) {
      group.forEach((each, at) => {
        const before = group[at - 1];
        if (before && daysBetween(before.receivedDay, each.receivedDay) <= days) recurring.add(each);
      });
    }
  }
  found.set(facts, new Map([...(found.get(facts) ?? []), [days, recurring]]));
  return recurring;
}

/** Whether enough is written down of a complaint to find one alike. */
export function isComparable({ dimensions }: ComplaintFacts): boolean {
  return SAME.some((same) => same.every((dimension) => dimensions[dimension] !== ''));
}

/** Asked for again for every period, department and person of one register. */
const found = new WeakMap<readonly ComplaintFacts[], Map<number, ReadonlySet<ComplaintFacts>>>();
