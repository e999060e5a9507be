import { compare } from './alike.ts';
import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import type { Figure } from './figure.ts';
import { figuresFor, type FiguresFrame } from './figures.ts';
import type { Period } from './period.ts';
import { ofProduct } from './volumes.ts';

/** Complaints with the same text in a dimension; `''`: those without one. */
export interface Group {
  text: string;
  count: number;
  /** Of all that were grouped. */
  share: number;
  numbers: string[];
}

/** Counts by one dimension: the most first, equal ones by their text, those without one last. The order of rows makes no difference. */
export function countBy(facts: readonly ComplaintFacts[], dimension: Dimension): Group[] {
  return [...groupBy(facts, dimension)]
    .map(([text, group]) => ({
      ...{ text, count: group.length, share: group.length / facts.length },
      numbers: group.map(({ number }) => number),
    }))
    .sort((a, b) => Number(a.text === '') - Number(b.text === '') || b.count - a.count || compare(a.text, b.text));
}

/** A group with the share that it and all before it have together. */
export interface ParetoGroup extends Group {
  cumulative: number;
}

/**
 * The Pareto order of a dimension: the most first, with the cumulative share of those that have a text. Complaints without one
 * are no cause among others: they are told beside it.
 */
export function pareto(
  facts: readonly ComplaintFacts[],
  dimension: Dimension,
): { groups: ParetoGroup[]; without: string[] } {
  const named = facts.filter(({ dimensions }) => dimensions[dimension] !== '');
  let sum = 0;
  const groups = countBy(named, dimension).map((group): ParetoGroup => {
    sum += group.count;
    return { ...group, cumulative: sum / named.length };
  });
  const without = facts.filter(({ dimensions }) => dimensions[dimension] === '').map(({ number }) => number);
  return { groups, without };
}

/**
 * The figures of every department, person, product …: those of its complaints alone, by their texts, `''` last. A product's
 * rate is by its own volume; of all others by the whole.
 */
export function figuresBy(
  facts: readonly ComplaintFacts[],
  dimension: Dimension,
  period: Period,
  frame: FiguresFrame,
): { text: string; figures: Figure[] }[] {
  const all = frame.all ?? facts;
  return [...groupBy(facts, dimension)]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || compare(a, b))
    .map(([text, group]) => {
      const volumes = OF_PRODUCT.has(dimension) ? ofProduct(frame.volumes, text) : frame.volumes;
      return { text, figures: figuresFor(group, period, { ...frame, all, volumes }) };
    });
}

function groupBy(facts: readonly ComplaintFacts[], dimension: Dimension): Map<string, ComplaintFacts[]> {
  const groups = new Map<string, ComplaintFacts[]>();
  for (const each of facts) {
    const group = groups.get(each.dimensions[dimension]);
    if (group) group.push(each);
    else groups.set(each.dimensions[dimension], [each]);
  }
  return groups;
}

const OF_PRODUCT: ReadonlySet<Dimension> = new Set(['productName', 'productModel']);
