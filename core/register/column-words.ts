import { foldText } from '../text/fold-text.ts';
import { misspelling } from './spelling.ts';
import { isUndecided } from './unclear-words.ts';

/** What a word of a choice column is, when it is none of the column's own words. */
export type WordVerdict =
  { kind: 'misspelled'; usual: string } | { kind: 'undecided' } | { kind: 'two' } | { kind: 'stranger' };

/** The words of a column as its team uses them: their list is their list. Null for a word that is right. */
export type ColumnWords = (cell: string) => WordVerdict | null;

interface Word {
  folded: string;
  /** As most cells write it. */
  written: string;
  count: number;
}

/** With fewer cells a column has no vocabulary yet. */
const ENOUGH_CELLS = 8;
/** A column whose words seldom come again is free text. */
const MOST_DISTINCT = 0.5;
const LONGEST_WORD = 24;
/** A word that every so many cells write belongs to the team, whatever it looks like. */
const MOST_SLIPS = 0.34;
/** How rare a word must be beside another one to be a slip that only the dictionary sees. */
const RARE = 0.15;
/** A list that the team keeps to has so much of what it writes; beside another one a word is no stranger. */
const KEPT_TO = 0.7;
const PARTS = /[/／、,，;；+＋&＆|]|和|及|与/;

/**
 * Learns the vocabulary of a column from all its cells and judges each word by it: a word close to a more frequent one is
 * a misspelling of it; a word that decides nothing (待定, ?, 见内容, a bare number among words) is undecided; a rare cell
 * that joins two words of the column is two. `known` are words that are right in any case (the policy's own), folded;
 * `listed` the words of a list that the workbook keeps for this column: a word close to one of them is a misspelling of
 * it, and where the team keeps to the list, a rare word that is neither listed nor like any other is a stranger.
 */
export function learnWords(
  cells: readonly string[],
  {
    known = new Set<string>(),
    listed: list = null,
  }: { known?: ReadonlySet<string>; listed?: ReadonlySet<string> | null } = {},
): ColumnWords {
  const words = countWords(cells);
  const listed = list === null ? null : new Map([...list].map((word) => [foldWord(word), word]));
  const total = [...words.values()].reduce((sum, { count }) => sum + count, 0);
  const isVocabulary = total >= ENOUGH_CELLS && words.size <= Math.max(4, total * MOST_DISTINCT);
  const numbers = [...words.values()].reduce((sum, { folded, count }) => sum + (isNumber(folded) ? count : 0), 0);
  const inList = [...words.values()].reduce((sum, { folded, count }) => sum + (listed?.has(folded) ? count : 0), 0);
  const memory = new Map<string, WordVerdict | null>();
  const judge = (folded: string): WordVerdict | null => {
    const word = words.get(folded);
    if (word === undefined || folded.length > LONGEST_WORD) return null;
    if (isUndecided(folded)) return word.count > total * MOST_SLIPS ? null : { kind: 'undecided' };
    if (!isVocabulary) return null;
    if (isNumber(folded)) return numbers <= total * 0.2 ? { kind: 'undecided' } : null;
    if (listed?.has(folded) === true) return null;
    const usual = known.has(folded) ? null : (meantBy(word, words, total) ?? listedFor(word, listed));
    if (usual !== null) return { kind: 'misspelled', usual };
    if (word.count <= 2 && joinsTwo(folded, words)) return { kind: 'two' };
    return word.count <= 1 &&
      listed !== null &&
      inList >= total * KEPT_TO &&
      !known.has(folded) &&
      isAlone(folded, words, listed.keys())
      ? { kind: 'stranger' }
      : null;
  };
  return (cell) => {
    const folded = foldWord(cell);
    const told = memory.get(folded);
    if (told !== undefined) return told;
    const verdict = folded === '' ? null : judge(folded);
    memory.set(folded, verdict);
    return verdict;
  };
}

/** A word as it is compared: folded, without blanks, hyphens and full stops. */
export function foldWord(text: string): string {
  return foldText(text)
    .folded.replace(/[\s.。·_-]+/g, '')
    .replace(/[?？]+/g, '?');
}

function countWords(cells: readonly string[]): Map<string, Word> {
  const spellings = new Map<string, Map<string, number>>();
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const folded = foldWord(cell);
    if (folded === '' || /^[-–—―/\\~]+$/.test(folded)) continue;
    counts.set(folded, (counts.get(folded) ?? 0) + 1);
    const written = spellings.get(folded) ?? new Map<string, number>();
    written.set(cell.trim(), (written.get(cell.trim()) ?? 0) + 1);
    spellings.set(folded, written);
  }
  return new Map(
    [...counts].map(([folded, count]) => {
      const [first] = [...(spellings.get(folded) ?? [])].sort(([, left], [, right]) => right - left);
      return [folded, { folded, written: first?.[0] ?? folded, count }];
    }),
  );
}

/** The word that a misspelt one stands for: the most frequent of those it is close to. */
function meantBy(word: Word, words: ReadonlyMap<string, Word>, total: number): string | null {
  if (word.count > total * MOST_SLIPS) return null;
  let best: Word | null = null;
  for (const other of words.values()) {
    if (other.count <= word.count || other.count <= (best?.count ?? 0)) continue;
    const slip = misspelling(word.folded, other.folded);
    if (slip === 'sure' || (slip === 'likely' && word.count <= Math.max(2, other.count * RARE))) best = other;
  }
  return best?.written ?? null;
}

/** The word of the list that a rare one stands for. */
function listedFor({ folded, count }: Word, listed: ReadonlyMap<string, string> | null): string | null {
  if (listed === null || count > 2) return null;
  return [...listed].find(([other]) => misspelling(folded, other) !== null)?.[1] ?? null;
}

/** 质量/服务: each part means a word of the column, and not the same one; the parts together are no word. */
function joinsTwo(folded: string, words: ReadonlyMap<string, Word>): boolean {
  const parts = folded.split(PARTS).filter((part) => part !== '');
  if (parts.length !== 2) return joinsByWord(folded, words);
  const joined = parts.join('');
  if ([...words.keys()].some((other) => other !== folded && other.replace(PARTS, '') === joined)) return false;
  const [left = [], right = []] = parts.map((part) => meanings(part, folded, words));
  if (left.length === 0 || right.length === 0 || left.some((each) => right.includes(each))) return false;
  return parts.some((part) => words.has(part)) || (left.length > 0 && right.length > 0);
}

/** Late and damaged: blanks are gone by then, so that each part must be a word that comes again. */
function joinsByWord(folded: string, words: ReadonlyMap<string, Word>): boolean {
  const isWord = (part: string) => (words.get(part)?.count ?? 0) > 1;
  return [...folded.matchAll(/(?<=.)(?:and|or|或者?|还是|以及)(?=.)/g)].some(
    ({ 0: joint, index }) => isWord(folded.slice(0, index)) && isWord(folded.slice(index + joint.length)),
  );
}

function meanings(part: string, whole: string, words: ReadonlyMap<string, Word>): string[] {
  if (part.length < 2) return [];
  return [...words.values()]
    .filter(({ folded, count }) => folded !== whole && count >= 2 && folded.startsWith(part))
    .map(({ folded }) => folded);
}

/** Like no other word of the column or the list: shares no two signs with any of them. */
function isAlone(folded: string, words: ReadonlyMap<string, Word>, listed: Iterable<string>): boolean {
  const pairs = pairsOf(folded);
  return [...words.keys(), ...listed].every(
    (other) => other === folded || !pairsOf(other).some((pair) => pairs.includes(pair)),
  );
}

function pairsOf(text: string): string[] {
  return Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

function isNumber(folded: string): boolean {
  return /^[-+]?\d+(?:\.\d+)?$/.test(folded);
}
