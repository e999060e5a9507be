import type { Condition } from '../condition.ts';
import { says } from './says.ts';

/**
 * Whether `wide` holds wherever `narrow` holds, as far as the two conditions show it by themselves. Cautious: what hangs on
 * anything else counts as no. Example: {eachOf: [[批量], [重量轻]]} entails {anyWord: [重量轻, 出水]}.
 */
export function entails(narrow: Condition, wide: Condition): boolean {
  const isOnlySupposed = narrow.evenIfSupposed === true && wide.evenIfSupposed !== true;
  return (
    !(isOnlySupposed && wordGroups(wide).length > 0) &&
    wordGroups(wide).every((group) => wordGroups(narrow).some((own) => leadsInto(own, group))) &&
    isWithin(wide.noWord, narrow.noWord ?? []) &&
    (['category', 'grade', 'lane'] as const).every((part) => isNarrower(narrow[part], wide[part])) &&
    Object.entries(wide.axis ?? {}).every(([axis, values]) => isNarrower(narrow.axis?.[axis], values)) &&
    (wide.unlikeDates !== true || narrow.unlikeDates === true) &&
    isWithin(wide.known, narrow.known ?? []) &&
    isGreater(narrow.quantityOver, wide.quantityOver)
  );
}

/** The groups of words of which each must be said. */
export function wordGroups({ anyWord, eachOf = [] }: Condition): string[][] {
  return anyWord ? [anyWord, ...eachOf] : eachOf;
}

function leadsInto(words: readonly string[], group: readonly string[]): boolean {
  return words.every((word) => group.some((other) => says(word, other)));
}

function isNarrower(narrow: readonly string[] | undefined, wide: readonly string[] | undefined): boolean {
  return wide === undefined || (narrow !== undefined && isWithin(narrow, wide));
}

function isWithin(part: readonly string[] = [], whole: readonly string[]): boolean {
  return part.every((member) => whole.includes(member));
}

type Threshold = Condition['quantityOver'];

function isGreater(narrow: Threshold, wide: Threshold): boolean {
  if (!wide) return true;
  return narrow !== undefined && narrow.over >= wide.over && isWithin(narrow.units, wide.units);
}
