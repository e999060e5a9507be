import { findWord, type Stretch, type Word } from './match-words.ts';
import { isDenied } from './said-otherwise.ts';
import type { SearchableText } from './searchable-text.ts';
import { mayStandIn, type WordIndex } from './word-index.ts';

/** The two parts of a frame may stand this far apart, in Chinese characters; a Latin letter counts for a third. */
const REACH = 10;
const LATIN = 0.35;
const FAR_SHARE = 0.75;
const SENTENCE_END = /[。;；!！?？\n]|\.(?=\s|$)/;
/** No gap of more characters is within reach. */
const LONGEST_GAP = Math.ceil(REACH / LATIN);

/** A frame as it stands: from its first word to the end of its last. `near` is 1, or less where the words stand apart. */
export interface FoundFrame {
  stretches: readonly [Stretch, Stretch];
  near: number;
}

/** Where the words of a list stand in a text, in reading order; denied ones are left out. */
export function wordsAt({ folded, heads }: SearchableText, list: WordIndex<Word>): Stretch[] {
  return mayStandIn(list, heads)
    .flatMap((word) => findWord(folded, word))
    .filter((stretch) => !isDenied(folded, stretch))
    .toSorted((a, b) => a.start - b.start);
}

/** Every word of the one list that has one of the other near it in the same sentence, in either order. */
export function findFrames(folded: string, things: readonly Stretch[], fates: readonly Stretch[]): FoundFrame[] {
  return things.flatMap((thing) =>
    fates.flatMap((fate): FoundFrame[] => {
      const [first, second] = thing.start <= fate.start ? [thing, fate] : [fate, thing];
      const isApart = first.end <= second.start && second.start - first.end <= LONGEST_GAP;
      const gap = isApart ? folded.slice(first.end, second.start) : null;
      if (gap === null || SENTENCE_END.test(gap)) return [];
      const width = widthOf(gap);
      return width > REACH ? [] : [{ stretches: [thing, fate], near: width > REACH / 2 ? FAR_SHARE : 1 }];
    }),
  );
}

function widthOf(gap: string): number {
  return Array.from(gap).reduce((width, character) => width + (character > '\u2E80' ? 1 : LATIN), 0);
}
