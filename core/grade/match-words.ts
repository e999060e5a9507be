import { foldText } from '../text/fold-text.ts';

/** A stretch of folded text; `end` is past its last character. */
export interface Stretch {
  start: number;
  end: number;
}

/** A word of a pack where it stands, with the gaps that its `…` left. */
export interface FoundWord extends Stretch {
  gaps?: Stretch[];
}

/** How far `…` in a word of a pack may reach: a few words within one clause. */
const GAP = '([^,，。;；!！?？\\n]{0,16}?)';
const REGEXP_SIGN = /[.*+?^${}()|[\]\\]/g;
/** Endings that an English word may take without being listed: complaint–complaints, delay–delayed–delaying. */
const ENDING = '(?:s|es|d|ed|ing)?';

/** A pack's word made ready for searching. */
export interface Word {
  /** What must stand in a text in any case; looking for it first spares most texts the pattern. */
  parts: string[];
  /** The first two characters of the first part; one, when it has no more. */
  head: string;
  pattern: RegExp;
}

/**
 * Makes a pack's word ready. `…` stands for a few characters of the same clause (`迟迟…退款`). A word that begins or ends
 * with a Latin letter or digit begins and ends at a word's edge, usual endings allowed: `leak` finds “leaks” and
 * “leaked”, not “bleak”.
 */
export function prepareWord(word: string): Word {
  const parts = word.split('…').map((part) => foldText(part).folded.trim());
  const body = parts.map((part) => part.replace(REGEXP_SIGN, '\\$&').replace(/ /g, '[ \\n]')).join(GAP);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const before = /^[a-z0-9]/.test(first) ? '(?<![a-z0-9])' : '';
  const after = /[a-z]$/.test(last) ? `${ENDING}(?![a-z0-9])` : /[0-9]$/.test(last) ? '(?![0-9])' : '';
  const needed = parts.flatMap((part) => part.split(' '));
  return {
    parts: needed,
    head: (needed.find((part) => part !== '') ?? '').slice(0, 2),
    pattern: new RegExp(before + body + after, parts.length > 1 ? 'dg' : 'g'),
  };
}

/**
 * All characters and pairs of neighbours of folded text. A word whose head is not among them does not stand there: packs have
 * thousands of words, and a text few.
 */
export function headsIn(folded: string): ReadonlySet<string> {
  const heads = new Set<string>(folded);
  for (let at = 1; at < folded.length; at++) heads.add(folded.slice(at - 1, at + 1));
  return heads;
}

/** Where a word stands in folded text, left to right, without overlaps; of an A…B word the gaps as well. */
export function findWord(folded: string, { parts, pattern }: Word): FoundWord[] {
  if (!parts.every((part) => folded.includes(part))) return [];
  return Array.from(folded.matchAll(pattern), (match) => {
    const stretch = { start: match.index, end: match.index + match[0].length };
    const gaps = (match.indices ?? []).slice(1).map(([start = 0, end = 0] = [0, 0]) => ({ start, end }));
    return gaps.length > 0 ? { ...stretch, gaps } : stretch;
  });
}
