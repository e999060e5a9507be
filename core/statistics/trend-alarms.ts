import type { Day } from '../complaint/moment.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { alikeGroups, compare, type ReceivedFacts } from './alike.ts';
import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import { daysBetween } from './periods.ts';

/** Complaints that came so close together that the policy wants to be told. */
export interface TrendAlarm {
  id: string;
  label: Localized;
  source: string;
  /** What they have in common, as the last of them writes it, by dimension. */
  same: { dimension: Dimension; text: string }[];
  times: number;
  withinDays: number;
  first: Day;
  last: Day;
  numbers: string[];
  /** The last of them came within `withinDays` of `asOf`: it is not over. */
  isCurrent: boolean;
}

/** An alarm of the policy for which it names no number, and the company has not answered. */
export interface UnsetAlarm {
  id: string;
  label: Localized;
  source: string;
}

const DIMENSIONS = {
  batchNo: 'batchNo',
  productModel: 'productModel',
  productName: 'productName',
  customerName: 'customer',
  cause: 'cause',
} as const satisfies Record<PolicyPack['trendAlarms'][number]['same'][number], Dimension>;

/**
 * The trend alarms of a policy (with the company's answers in it): for each alarm and each batch, model … that raises it, its
 * longest run up to `asOf`, the latest of equal ones. A run is complaints each of which lies in some `withinDays` days, first
 * and last day counted, with at least `times` of them. Spellings are folded; what is empty is never the same. Current ones
 * first, then the latest.
 */
export function trendAlarms(
  facts: readonly ComplaintFacts[],
  { trendAlarms: rules }: Pick<PolicyPack, 'trendAlarms'>,
  asOf: Day,
): { raised: TrendAlarm[]; notSet: UnsetAlarm[] } {
  const raised: TrendAlarm[] = [];
  const notSet: UnsetAlarm[] = [];
  const soFar = facts.filter(({ receivedDay }) => receivedDay !== null && receivedDay <= asOf);
  for (const { id, label, source, same, times, withinDays } of rules) {
    if (times === null || withinDays === null) {
      notSet.push({ id, label, source });
      continue;
    }
    const dimensions = same.map((field) => DIMENSIONS[field]);
    for (const group of alikeGroups(soFar, dimensions)) {
      const run = longestRun(group, times, withinDays);
      const [first, last] = [run[0], run.at(-1)];
      if (first === undefined || last === undefined) continue;
      raised.push({
        ...{ id, label, source, times, withinDays, first: first.receivedDay, last: last.receivedDay },
        same: dimensions.map((dimension) => ({ dimension, text: last.dimensions[dimension] })),
        numbers: run.map(({ number }) => number),
        isCurrent: daysBetween(last.receivedDay, asOf) < withinDays,
      });
    }
  }
  raised.sort(
    (a, b) =>
      Number(b.isCurrent) - Number(a.isCurrent) ||
      compare(b.last, a.last) ||
      b.numbers.length - a.numbers.length ||
      compare(a.numbers.join(), b.numbers.join()),
  );
  return { raised, notSet };
}

/** Of complaints in order of time. Windows that share a complaint are one run. */
function longestRun(group: readonly ReceivedFacts[], times: number, withinDays: number): ReceivedFacts[] {
  let best: [from: number, to: number] = [0, 0];
  let run: [from: number, to: number] = [0, 0];
  for (let to = times; to <= group.length; to++) {
    const [first, last] = [group[to - times], group[to - 1]];
    if (!first || !last || daysBetween(first.receivedDay, last.receivedDay) >= withinDays) continue;
    run = to - times < run[1] ? [run[0], to] : [to - times, to];
    if (run[1] - run[0] >= best[1] - best[0]) best = run;
  }
  return group.slice(...best);
}
