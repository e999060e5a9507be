import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Steps } from '../steps.ts';
import { customerKeys, goodsKeys } from './goods-of.ts';
import { dayOf, matterJudge, NEAR, sameGoods } from './twin-rows.ts';

/** A complaint that comes in, and what may be the same complaint: a row, or another one that comes in before it. */
export interface IncomingTwin {
  id: string;
  like: { kind: 'row'; row: number } | { kind: 'incoming'; id: string };
  /** The number of the goods that both name; null: the same customer says much the same within days. */
  value: string | null;
}

/** A row, or a complaint that comes in, in this order. */
interface Known {
  at: number;
  like: IncomingTwin['like'];
  values: ComplaintValues;
  day: number;
}

/** Of a customer with very many complaints within a month, so many are compared. */
const MOST_COMPARED = 300;

/**
 * Complaints that come in and look like a row that stands in the register already, written there by hand or clipped before
 * under another identity, or like one that comes in with them: the same customer and batch or order, near in time or much
 * alike; where no number tells them apart, much the same words within days. For each the first such, rows before others.
 * Only what has a customer in common is compared, so that it stays quick beside many rows.
 */
export function* incomingTwins(
  complaints: readonly { id: string; values: ComplaintValues }[],
  rows: readonly { row: number; values: ComplaintValues }[],
): Steps<IncomingTwin[]> {
  const wanted = new Set(complaints.flatMap(({ values }) => customerKeys(values)));
  const [byGoods, byCustomer] = [new Map<string, Known[]>(), new Map<string, Known[]>()];
  const of = rows.length + 2 * complaints.length;
  let done = 0;
  const all = [
    ...rows.map(({ row, values }) => ({ like: { kind: 'row', row } as const, values })),
    ...complaints.map(({ id, values }) => ({ like: { kind: 'incoming', id } as const, values })),
  ];
  for (const { like, values } of all) {
    const marks = customerKeys(values).filter((mark) => wanted.has(mark));
    const known: Known = { at: done, like, values, day: dayOf(values) };
    if (marks.length > 0) for (const key of goodsKeys(values)) listIn(byGoods, key).push(known);
    for (const mark of marks) listIn(byCustomer, mark).push(known);
    yield { done: ++done, of };
  }
  for (const list of byCustomer.values()) list.sort((one, other) => one.day - other.day);

  const isSameMatter = matterJudge();
  const found: IncomingTwin[] = [];
  for (const [index, { id, values }] of complaints.entries()) {
    const earlier = (lists: readonly Known[][]) =>
      [...new Set(lists.flat())].filter(({ at }) => at < rows.length + index).sort((one, other) => one.at - other.at);
    // Each list stands in order: what comes first of all comes first in its own.
    const first = goodsKeys(values).map((key) => (byGoods.get(key) ?? []).slice(0, MOST_COMPARED));
    const goods = earlier(first).slice(0, MOST_COMPARED);
    const day = dayOf(values);
    const named = goods
      .map((known) => ({ known, same: sameGoods(known.values, values) }))
      .find(({ same }) => same !== null);
    const alike =
      named?.known ??
      earlier(customerKeys(values).map((mark) => near(byCustomer.get(mark) ?? [], day))).find((known) =>
        isSameMatter(known.values, values),
      );
    if (alike !== undefined) found.push({ id, like: alike.like, value: named?.same?.value ?? null });
    yield { done: ++done, of };
  }
  return found;
}

/** Of a list in the order of time those around a day: those nearest to it where they are very many. */
function near(list: readonly Known[], day: number): Known[] {
  if (!Number.isFinite(day)) return [];
  const here = firstFrom(list, day);
  const from = Math.max(firstFrom(list, day - NEAR), here - MOST_COMPARED);
  return list.slice(from, Math.min(firstFrom(list, day + NEAR + 1), here + MOST_COMPARED));
}

function firstFrom(list: readonly Known[], day: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.day ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listIn(map: Map<string, Known[]>, key: string): Known[] {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
