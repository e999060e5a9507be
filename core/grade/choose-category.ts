import type { Choice, MatchedWords } from './assessment.ts';
import { findFrames, wordsAt } from './find-frames.ts';
import { findWord, type Stretch, type Word } from './match-words.ts';
import { placesIn, type Places } from './place-shares.ts';
import type { PreparedCategory, PreparedFrame, PreparedPack, WeighedWord } from './prepared-pack.ts';
import { isDenied } from './said-otherwise.ts';
import { quoteWords, type SearchableText } from './searchable-text.ts';
import { withoutNested } from './without-nested.ts';
import { mayStandIn, type WordIndex } from './word-index.ts';

/** How a complaint was handled is the second half of nearly every letter: outside the heading it counts for little. */
const HANDLING_SHARE = 0.2;
/** Enough of a long text to know what it is about. */
const READ = 12_000;
/** A category that comes this near to the chosen one is for a person to choose between. */
const NEAR = 0.75;
const MOST_RIVALS = 2;

/** A category for which something speaks, and how much. */
export interface RankedCategory {
  score: number;
  choice: Choice;
}

/**
 * The category for which the words speak most. Each word and each frame counts once, at its best place; a denied word does
 * not count. Of equals the one that the pack lists first. Null when nothing speaks.
 */
export function chooseCategory(texts: readonly SearchableText[], pack: PreparedPack): Choice | null {
  return rankCategories(texts, pack)[0]?.choice ?? null;
}

/** The categories for which nearly as much speaks as for the first: a person should confirm. Best first. */
export function rivalsOf([best, ...others]: readonly RankedCategory[]): Choice[] {
  return best
    ? others
        .filter(({ score }) => score >= best.score * NEAR)
        .slice(0, MOST_RIVALS)
        .map(({ choice }) => choice)
    : [];
}

/** All categories for which something speaks, the best first; of equals in the pack's order. */
export function rankCategories(texts: readonly SearchableText[], pack: PreparedPack): RankedCategory[] {
  const placed = texts.map((text) => placeText(text, pack.neutral));
  return pack.categories.flatMap((category) => rank(category, placed) ?? []).toSorted((a, b) => b.score - a.score);
}

interface PlacedText extends Places {
  text: SearchableText;
  /** Stretches inside which no shorter word counts. */
  neutral: Stretch[];
  /** Where the words of a frame's list stand; looked for once, for all frames that ask. */
  at: (list: WordIndex<Word>) => Stretch[];
}

interface Found {
  share: number;
  words: MatchedWords[];
}

function placeText(whole: SearchableText, neutral: WordIndex<Word>): PlacedText {
  const text = { ...whole, folded: whole.folded.slice(0, READ) };
  const known = new Map<WordIndex<Word>, Stretch[]>();
  const at = (list: WordIndex<Word>): Stretch[] => {
    const stretches = known.get(list) ?? wordsAt(text, list);
    known.set(list, stretches);
    return stretches;
  };
  return { ...placesIn(text), text, neutral: wordsAt(text, neutral), at };
}

function rank({ id, source, words, frames, inService }: PreparedCategory, texts: readonly PlacedText[]) {
  const spoken = new Set(texts.flatMap(({ text }) => mayStandIn(words, text.heads)));
  const found = [
    ...Array.from(spoken, (word) => ({ weight: word.weight, best: best(texts, (text) => wordIn(text, word)) })),
    ...frames.map((frame) => ({ weight: frame.weight, best: best(texts, (text) => frameIn(text, frame)) })),
  ].filter(({ best }) => best !== null);
  if (found.length === 0) return null;
  const isService = inService !== null && texts.some(({ at }) => at(inService.words).length > 0);
  const score = found.reduce((sum, { weight, best }) => sum + weight * (best?.share ?? 0), 0);
  const quotes = withoutNested(found.flatMap(({ best }) => best?.words ?? []));
  return { score: isService ? score * inService.share : score, choice: { id, rule: id, source, words: quotes } };
}

function best(texts: readonly PlacedText[], find: (text: PlacedText) => Found[]): Found | null {
  return texts
    .flatMap(find)
    .reduce<Found | null>((best, found) => (best && best.share >= found.share ? best : found), null);
}

function wordIn({ text, neutral, headingEnd, shareAt }: PlacedText, { word, isHandling }: WeighedWord): Found[] {
  return findWord(text.folded, word)
    .filter((said) => !neutral.some((longer) => holds(longer, said)) && !isDenied(text.folded, said))
    .map(({ start, end }) => ({
      share: shareAt(start) * (isHandling && start >= headingEnd ? HANDLING_SHARE : 1),
      words: [quoteWords(text, start, end)],
    }));
}

/** What is asked for names the goods and the remedy, which are near one another without anything having gone wrong. */
function frameIn({ text, shareAt, at }: PlacedText, { each: [things, fates] }: PreparedFrame): Found[] {
  if (text.field === 'demand') return [];
  return findFrames(text.folded, at(things), at(fates)).map(({ stretches, near }) => ({
    share: shareAt(stretches[1].start) * near,
    words: stretches.map(({ start, end }) => quoteWords(text, start, end)),
  }));
}

function holds(longer: Stretch, { start, end }: Stretch): boolean {
  return longer.start <= start && end <= longer.end;
}
