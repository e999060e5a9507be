import { spellingKey } from '../register/findings/spelling-key.ts';
import type { ComplaintFacts, Dimension } from './complaint-facts.ts';

/**
 * Makes the key by which complaints count as alike in all of some dimensions, whatever the spelling (width, capitals,
 * blanks, traditional characters); null where one of them is empty: nothing is never the same as nothing.
 */
export function alikeIn(dimensions: readonly Dimension[]): (facts: ComplaintFacts) => string | null {
  const known = new Map<string, string>();
  const keyOf = (text: string) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const key = spellingKey(text);
    known.set(text, key);
    return key;
  };
  return ({ dimensions: texts }) => {
    const keys = dimensions.map((dimension) => keyOf(texts[dimension]));
    return keys.includes('') ? null : keys.join('\n');
  };
}

/** Complaints with a day of receipt that are alike, in groups, each by day and then number. */
export function alikeGroups(facts: readonly ComplaintFacts[], dimensions: readonly Dimension[]): ReceivedFacts[][] {
  const alike = alikeIn(dimensions);
  const groups = new Map<string, ReceivedFacts[]>();
  for (const each of facts) {
    const key = hasDay(each) ? alike(each) : null;
    if (key === null || !hasDay(each)) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].map((group) => group.sort(byDay));
}

export type ReceivedFacts = ComplaintFacts & { receivedDay: string };

function hasDay(facts: ComplaintFacts): facts is ReceivedFacts {
  return facts.receivedDay !== null;
}

/** Neither the order of rows nor the language of the machine decides. */
function byDay(a: ReceivedFacts, b: ReceivedFacts): number {
  return compare(a.receivedDay, b.receivedDay) || compare(a.number, b.number) || a.row - b.row;
}

/** By code units: the same everywhere. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
