import { deepAll, forgetShadowRoots } from './deep-query.ts';
import { pack, packDocument, rangesOver, type PackedText } from './packed-text.ts';
import { reachableDocuments } from './reachable-documents.ts';

/** Words that were read, to be found again: with what stood around them, and words by which the message is known. */
export interface WordsWanted {
  words: string;
  before: string;
  after: string;
  /** Words of the message itself: they tell its place from a list's, and whether the page still shows it. */
  near: string;
}

export interface WordsFound {
  /** Empty when a field of the page holds the words. */
  ranges: Range[];
  field: HTMLInputElement | HTMLTextAreaElement | null;
  /** How much of what stood around them stands there too, as characters. */
  likeness: number;
}

export interface WordsSearch {
  found: WordsFound | null;
  /** The message from which the words were read is still shown. */
  showsMessage: boolean;
}

/** How long a beginning and an end must be to stand for words of which the middle is not found. */
const ANCHOR = 16;
const MOST_PLACES = 500;

/**
 * Finds words in what the page shows now, in this document and all that it can look into. Blanks and line breaks do not count.
 * Of several places the one with the same surroundings wins, then the one nearest to the message. Long words of
 * which the page breaks the middle are found by beginning and end.
 */
export function findWords(document: Document, wanted: WordsWanted): WordsSearch {
  forgetShadowRoots();
  const words = pack(wanted.words);
  const [before, after, near] = [pack(wanted.before), pack(wanted.after), pack(wanted.near)];
  const pages = reachableDocuments(document).map(packDocument);
  const showsMessage = near === '' || pages.some(({ text }) => text.includes(near));
  if (words === '') return { found: null, showsMessage };
  const places = pages.flatMap((page) => {
    const start = near === '' ? -1 : page.text.indexOf(near);
    return placesIn(page.text, words).map(([from, to]) => ({
      ...{ page, from, to },
      likeness:
        sameEnd(page.text.slice(Math.max(0, from - before.length), from), before) +
        sameStart(page.text.slice(to, to + after.length), after),
      distance: start < 0 ? Number.POSITIVE_INFINITY : Math.abs(from - start),
    }));
  });
  const [best] = places.toSorted((a, b) => b.likeness - a.likeness || nearer(a.distance, b.distance));
  if (best === undefined) return { found: inField(document, words), showsMessage };
  const ranges = rangesOver(best.page, best.from, best.to);
  return { found: { ranges, field: null, likeness: best.likeness }, showsMessage };
}

/** Tickets keep values in fields of a form. */
function inField(document: Document, words: string): WordsFound | null {
  const fields = reachableDocuments(document).flatMap((each) =>
    deepAll(each, 'input:not([type=password]):not([type=hidden]), textarea'),
  ) as (HTMLInputElement | HTMLTextAreaElement)[];
  const field = fields.find(({ value }) => pack(value).includes(words));
  return field === undefined ? null : { ranges: [], field, likeness: 0 };
}

const nearer = (one: number, other: number): number => (one === other ? 0 : one < other ? -1 : 1);

function placesIn(text: PackedText['text'], words: string): [number, number][] {
  const whole = indexesOf(text, words).map((at): [number, number] => [at, at + words.length]);
  if (whole.length > 0 || words.length < 2 * ANCHOR) return whole;
  const [head, tail] = [words.slice(0, ANCHOR), words.slice(-ANCHOR)];
  return indexesOf(text, head).map((at) => {
    const end = text.indexOf(tail, at + ANCHOR);
    const isNear = end >= 0 && end - at < words.length * 1.5 + 400;
    return [at, isNear ? end + ANCHOR : at + ANCHOR];
  });
}

function indexesOf(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    found.push(at);
  return found;
}

function sameStart(one: string, other: string): number {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count += 1;
  return count;
}

function sameEnd(one: string, other: string): number {
  let count = 0;
  while (count < one.length && count < other.length && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}
