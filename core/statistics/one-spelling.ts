import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import { departmentKeys } from '../register/department-keys.ts';
import { textKey } from './dimension-text.ts';

/** Dimensions that people write freely. */
const FREE = [
  ...(['category', 'subcategory', 'grade', 'status', 'department', 'handler', 'productName', 'productModel'] as const),
  ...(['batchNo', 'cause', 'channel', 'region', 'customer', 'outcome'] as const),
] satisfies Dimension[];

/**
 * Gives every value one spelling, so that figures, pivots and charts count the same: of spellings that differ only in width,
 * case, blanks or traditional characters (of departments also in saying what they are: 财务 and 财务部) the most frequent one,
 * of equal ones the longest, then the first by code units. Changes the facts.
 */
export function giveOneSpelling(facts: readonly ComplaintFacts[]): void {
  for (const dimension of FREE) {
    const counts = new Map<string, number>();
    for (const { dimensions } of facts) counts.set(dimensions[dimension], (counts.get(dimensions[dimension]) ?? 0) + 1);
    const best = new Map<string, Spelling>();
    const texts = [...counts.keys()];
    const keys =
      dimension === 'department' ? departmentKeys(texts) : new Map(texts.map((text) => [text, textKey(text)]));
    for (const [text, count] of counts) {
      const key = keys.get(text) ?? '';
      const known = best.get(key);
      if (known === undefined || goesBefore({ text, count }, known))
        best.set(key, { text: key === '' ? '' : text, count });
    }
    if (best.size === counts.size) continue;
    for (const { dimensions } of facts)
      dimensions[dimension] = best.get(keys.get(dimensions[dimension]) ?? '')?.text ?? dimensions[dimension];
  }
}

interface Spelling {
  text: string;
  count: number;
}

function goesBefore(one: Spelling, other: Spelling): boolean {
  const difference = one.count - other.count || one.text.length - other.text.length;
  return difference > 0 || (difference === 0 && one.text < other.text);
}
