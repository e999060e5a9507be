import type { HeaderMatch } from './header-match.ts';
import { LABEL_PARTS, LABEL_SENSES } from './label-parts.ts';

const LONGEST = 10;
/** How much of a label may be words that we do not know. */
const MOST_UNKNOWN = 0.34;
/** What is unknown makes less sure, by its share. */
const DOUBT = 0.6;
const SILENT = '_';
const TITLE = 'T';

const PARTS = Object.entries(LABEL_PARTS)
  .flatMap(([sign, words]) => words.split('|').map((word) => ({ sign, word })))
  .sort((left, right) => right.word.length - left.word.length);

/**
 * Reads a Chinese label, folded, by the parts that it is put together from: 回复家长日期 is a reply, the parent, a date.
 * Null when the parts make no sense together or too much of the label is unknown.
 */
export function composeLabel(label: string): HeaderMatch | null {
  if (label.length < 2 || label.length > LONGEST || !/^\p{sc=Han}+$/u.test(label)) return null;
  const { signs, unknown } = readParts(label);
  const share = unknown / label.length;
  if (share > MOST_UNKNOWN || signs.includes(TITLE)) return null;
  const found = LABEL_SENSES.find((each) => each.signs.test(signs));
  if (found === undefined) return null;
  return { fields: [...found.fields], combined: [], confidence: found.confidence * (1 - share * DOUBT) };
}

function readParts(label: string): { signs: string; unknown: number } {
  let signs = '';
  let unknown = 0;
  for (let at = 0; at < label.length;) {
    const part = PARTS.find(({ word }) => label.startsWith(word, at));
    if (part === undefined) unknown++;
    else if (part.sign !== SILENT) signs += part.sign;
    at += part?.word.length ?? 1;
  }
  return { signs, unknown };
}
