import type { ComplaintFacts, Dimension } from './complaint-facts.ts';
import { textKey } from './dimension-text.ts';

/** Dimensions that people write freely. */
const FREE = [
  ...(['category', 'subcategory', 'grade', 'status', 'department', 'handler', 'productName', 'productModel'] as const),
  ...(['batchNo', 'cause', 'channel', 'region', 'customer', 'outcome'] as const),
] satisfies Dimension[];

/**
 * Gives every value one spelling, so that figures, pivots and charts count the same: of spellings that differ only in width,
 * case, blanks or traditional characters the most frequent one, of equal ones the first by code units. Changes the facts.
 */
export function giveOneSpelling(facts: readonly ComplaintFacts[]): void {
  for (const dimension of FREE) {
    const counts = new Map<string, number>();
    for (const { dimensions } of facts) counts.set(dimensions[dimension], (counts.get(dimensions[dimension]) ?? 0) + 1);
    const best = new Map<string, { text: string; count: number }>();
    const keys = new Map([...counts.keys()].map((text) => [text, textKey(text)]));
    for (const [text, count] of counts) {
      const key = keys.get(text) ?? '';
      const known = best.get(key);
      if (known === undefined || count > known.count || (count === known.count && text < known.text))
        best.set(key, { text: key === '' ? '' : text, count });
    }
    if (best.size === counts.size) continue;
    for (const { dimensions } of facts)
      dimensions[dimension] = best.get(keys.get(dimensions[dimension]) ?? '')?.text ?? dimensions[dimension];
  }
}
