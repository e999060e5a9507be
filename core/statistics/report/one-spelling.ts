import { spellingKey } from '../../register/findings/spelling-key.ts';
import { compare } from '../alike.ts';
import type { ComplaintFacts, Dimension } from '../complaint-facts.ts';

/** By what papers gather complaints and judge people. */
const GATHERED = [
  'department',
  'handler',
  'productName',
  'productModel',
  'category',
  'cause',
] as const satisfies Dimension[];

/**
 * The facts with one spelling for texts that differ in width, capitals or blanks alone: the most frequent, of equal ones the
 * first by its characters. Otherwise one department would be judged as two.
 */
export function withOneSpelling(facts: readonly ComplaintFacts[]): ComplaintFacts[] {
  const chosen = GATHERED.map((dimension) => ({ dimension, spelling: spellings(facts, dimension) }));
  return facts.map((each) => {
    const dimensions = { ...each.dimensions };
    for (const { dimension, spelling } of chosen) dimensions[dimension] = spelling.get(dimensions[dimension]) ?? '';
    return { ...each, dimensions };
  });
}

/** For each text the one that stands for it. */
function spellings(facts: readonly ComplaintFacts[], dimension: Dimension): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { dimensions } of facts) counts.set(dimensions[dimension], (counts.get(dimensions[dimension]) ?? 0) + 1);
  const byKey = new Map<string, string>();
  for (const [text] of [...counts].sort(([a, more], [b, other]) => other - more || compare(a, b)))
    if (!byKey.has(spellingKey(text))) byKey.set(spellingKey(text), text);
  return new Map([...counts.keys()].map((text) => [text, byKey.get(spellingKey(text)) ?? text]));
}
