import { ENGLISH_PARTS } from './english-parts.ts';
import type { HeaderMatch } from './header-match.ts';
import { LABEL_PARTS } from './label-parts.ts';
import { ENGLISH_HEADS, ENGLISH_SENSES, LABEL_HEADS, LABEL_SENSES, type LabelSense } from './label-senses.ts';

const LONGEST = 12;
const MOST_WORDS = 6;
/** How much of a label may be words that we do not know. */
const MOST_UNKNOWN = 0.34;
/** What is unknown makes less sure, by its share. */
const DOUBT = 0.6;
const SILENT = '_';
const UNKNOWN = '?';
const TITLE = /T\??$/;
/** A word alone that names a person, a thing or a deed says less than several that fit together: it stands among the data as well. */
const SINGLE = 0.6;
const DATA_LIKE = /^[A-JL-PR-WYZpuhzgce+]$/;

interface Part {
  sign: string;
  word: string;
}

/** A label as a row of signs, and how many of its letters or words say nothing to us. */
interface SignRow {
  signs: string;
  unknown: number;
  length: number;
}

const CHINESE = partsOf(LABEL_PARTS);
const ENGLISH = new Map(partsOf(ENGLISH_PARTS).map(({ sign, word }) => [word, sign]));
const LONGEST_PHRASE = Math.max(...[...ENGLISH.keys()].map((phrase) => phrase.split(' ').length));

/**
 * Reads a label, folded, by the parts that it is put together from: 回复家长日期 is a reply, the parent, a date; final reply
 * date likewise. Null when the parts make no sense together or too much of the label is unknown.
 */
export function composeLabel(label: string): HeaderMatch | null {
  const row = readParts(label);
  if (row === null || row.unknown / row.length > MOST_UNKNOWN) return null;
  return makeSense(row, isChinese(label) ? LABEL_SENSES : ENGLISH_SENSES, DOUBT);
}

/** Reads a label by its end alone, whatever stands before it: 袋上批号 is some number of a lot. */
export function readHead(label: string): HeaderMatch | null {
  const row = readParts(label);
  return row === null ? null : makeSense(row, isChinese(label) ? LABEL_HEADS : ENGLISH_HEADS, 0);
}

function makeSense(
  { signs, unknown, length }: SignRow,
  senses: readonly LabelSense[],
  doubt: number,
): HeaderMatch | null {
  const found = TITLE.test(signs) ? undefined : senses.find((each) => each.signs.test(signs));
  if (found === undefined) return null;
  const sure = found.confidence * (1 - (unknown / length) * doubt) * (DATA_LIKE.test(signs) ? SINGLE : 1);
  return { fields: [...found.fields], combined: [], confidence: sure };
}

function isChinese(label: string): boolean {
  return /\p{sc=Han}/u.test(label);
}

function readParts(label: string): SignRow | null {
  if (!isChinese(label)) return readWords(label);
  if (label.length < 2 || label.length > LONGEST || !/^[\p{sc=Han}a-z0-9]+$/u.test(label)) return null;
  let signs = '';
  let unknown = 0;
  for (let at = 0; at < label.length;) {
    const part = CHINESE.find(({ word }) => label.startsWith(word, at)) ?? latinPart(label, at);
    signs = join(signs, part?.sign ?? UNKNOWN);
    if (part === undefined) unknown++;
    at += part?.word.length ?? 1;
  }
  return { signs, unknown, length: label.length };
}

/** A word of the other language inside a Chinese label: Claim日期, RMA单号. */
function latinPart(label: string, at: number): Part | undefined {
  const [word = ''] = /^[a-z]+/.exec(label.slice(at)) ?? [];
  const sign = ENGLISH.get(word);
  return sign === undefined ? undefined : { sign, word };
}

/** English says the thing last (reply date) or first (date of reply, date replied): a time, a name or a number goes to the end. */
function readWords(label: string): SignRow | null {
  const words = label.split(' ');
  if (words.length > MOST_WORDS || !/^[a-z]/.test(label)) return null;
  let signs = '';
  let unknown = 0;
  for (let at = 0; at < words.length;) {
    const size = phraseAt(words, at);
    const sign = ENGLISH.get(words.slice(at, at + size).join(' '));
    signs = join(signs, sign ?? UNKNOWN);
    if (sign === undefined) unknown++;
    at += size;
  }
  return { signs: signs.replace(/^([t#o])(.+)$/, '$2$1'), unknown, length: words.length };
}

function phraseAt(words: readonly string[], at: number): number {
  for (let size = Math.min(LONGEST_PHRASE, words.length - at); size > 1; size--)
    if (ENGLISH.has(words.slice(at, at + size).join(' '))) return size;
  return 1;
}

/** A run of unknown letters is one unknown word. */
function join(signs: string, sign: string): string {
  return sign === SILENT || (sign === UNKNOWN && signs.endsWith(UNKNOWN)) ? signs : signs + sign;
}

function partsOf(table: Readonly<Record<string, string>>): Part[] {
  return Object.entries(table)
    .flatMap(([sign, words]) => words.split('|').map((word) => ({ sign, word })))
    .sort((left, right) => right.word.length - left.word.length);
}
