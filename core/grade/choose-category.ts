import type { Choice } from './assessment.ts';
import { findWord, type Word } from './match-words.ts';
import type { PreparedPack } from './prepared-pack.ts';
import { isDenied } from './said-otherwise.ts';
import { quoteWords, type SearchableText } from './searchable-text.ts';
import { withoutNested } from './without-nested.ts';

/** A word in what the customer wants says less about the subject than the same word in what happened. */
const DEMAND_SHARE = 0.4;
/** A word in the opening says more: people begin with what it is about. */
const OPENING = 60;
const OPENING_SHARE = 1.5;

/**
 * The category for which the words speak most. Each word counts once, at its best place; a denied word does not count.
 * Of equals the one that the pack lists first. Null when nothing speaks.
 */
export function chooseCategory(texts: readonly SearchableText[], { categories }: PreparedPack): Choice | null {
  let best: { score: number; choice: Choice } | null = null;
  for (const { id, source, words } of categories) {
    let score = 0;
    const found: Choice['words'] = [];
    for (const { word, weight } of words) {
      const place = bestPlace(texts, word);
      if (place === null) continue;
      score += weight * place.share;
      found.push(place.words);
    }
    if (score > (best?.score ?? 0)) best = { score, choice: { id, rule: id, source, words: withoutNested(found) } };
  }
  return best?.choice ?? null;
}

function bestPlace(
  texts: readonly SearchableText[],
  word: Word,
): { share: number; words: Choice['words'][number] } | null {
  for (const text of texts) {
    if (!text.heads.has(word.head)) continue;
    const said = findWord(text.folded, word).find((stretch) => !isDenied(text.folded, stretch));
    if (said === undefined) continue;
    const share = text.field === 'demand' ? DEMAND_SHARE : said.start < OPENING ? OPENING_SHARE : 1;
    return { share, words: quoteWords(text, said.start, said.end) };
  }
  return null;
}
