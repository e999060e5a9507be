import type { MatchedWords } from './assessment.ts';

/**
 * The matched words in reading order, without those that stand inside another: of 维修 and 修 at one place only 维修 is
 * shown as a reason, and of two equal ones the first.
 */
export function withoutNested(words: readonly MatchedWords[]): MatchedWords[] {
  const longestFirst = words.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const kept: MatchedWords[] = [];
  for (const word of longestFirst) if (!kept.some((other) => contains(other, word))) kept.push(word);
  return words.filter((word) => kept.includes(word)).toSorted(inReadingOrder);
}

function contains(outer: MatchedWords, inner: MatchedWords): boolean {
  return outer.field === inner.field && outer.start <= inner.start && inner.end <= outer.end;
}

const FIELD_ORDER = ['description', 'demand', 'evidence', 'remarks', 'quantity'];

function inReadingOrder(a: MatchedWords, b: MatchedWords): number {
  return FIELD_ORDER.indexOf(a.field) - FIELD_ORDER.indexOf(b.field) || a.start - b.start;
}
