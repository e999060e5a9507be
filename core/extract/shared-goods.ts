import type { ProductMention } from './product-mention.ts';
import type { Letter } from './letter.ts';
import type { Passage } from './passage.ts';
import { chineseWords } from '../text/chinese-words.ts';
import { goodsAt, mayBeGoods, THING } from './product-boundaries.ts';

const LONGEST = 10;
const READ = 4_000;
/** Words of a subject that say that it is a complaint, not of what. */
const NO_NAMES =
  /^(?:complain\w*|issue|problem|order|delivery|invoice|refund|service|customer|urgent|please|help|damaged|broken|faulty|wrong|missing|short|late|quality|return|replacement|request|notice|formal|poor|bad|terrible|again|third|second|still|never|your|our|my|the|and|for|with|from|about|not|this|that|was|were|has|have|had|are|you|regarding|number|claim|report|failure|failed|defective|defect|defects|update|reply|forward|re|fw|fwd|no|po|ref|ticket|tickets|case|payment|charge|charged|charges|bill|billing|account|price|cost|week|month|day|days|time|times|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|stay|visit|team|dear|hello|feedback|response|website|message|form|submission|new|contact|after|before|since|into|out|off|over|under|on|in|at|of|to|by|is|it|we|i|a|an|as|be|all|any|some|but|or|if|so|two|three|four|five|one|ten|double|wasn|isn|don|didn|won|can|cannot|could|would|should|will|down|up|more|than|per|what|where|when|why|who|how|been|lost|parcel|driver|staff|manager|engineer|noise|fumes|smell|leak|leaking|leaked|peeling|cracked|rust|rusty|crack|hardness|tolerance|deviation|lot|batch|test|high|low)$/;

/** What the subject names and the letter names again: `空气炸锅漏电` and, below, `拍的空气炸锅AF-550`. */
export function sharedGoods(letter: Letter): ProductMention[] {
  const subject = letter.subject;
  if (subject === null) return [];
  return letter.body
    .filter((passage) => passage.block !== subject.block)
    .flatMap((passage) => {
      const text = passage.folded.slice(0, READ);
      return letter.language === 'en'
        ? sharedWords(subject.folded, passage, text)
        : sharedSigns(subject.folded, passage, text);
    });
}

/** The longest runs of whole words of the subject that the text has too. */
function sharedSigns(subject: string, passage: Passage, text: string): ProductMention[] {
  const found: ProductMention[] = [];
  const words = chineseWords(subject.slice(0, 120));
  for (let at = 0; at < words.length; at++) {
    const name = goodsAt(words[at]?.start ?? 0, words);
    const shared = name === null ? '' : longestShared(name.text, text);
    if (shared.length < 2 || (shared.length === 2 && !THING.test(shared)) || !mayBeGoods(shared)) continue;
    const start = text.indexOf(shared);
    found.push({
      passage,
      start,
      end: start + shared.length,
      head: shared,
      score: 0.42 + 0.02 * Math.min(5, shared.length),
    });
    at += words.slice(at).findIndex((word) => word.end >= (name?.start ?? 0) + shared.length);
  }
  return found;
}

function longestShared(words: string, text: string): string {
  for (let size = Math.min(LONGEST, words.length); size >= 2; size--)
    if (text.includes(words.slice(0, size))) return words.slice(0, size);
  return '';
}

/** One to three words beside each other in both, none of them a word of complaining. */
function sharedWords(subject: string, passage: Passage, text: string): ProductMention[] {
  const words = subject.slice(0, 160).match(/[a-z][a-z'-]*[a-z]/g) ?? [];
  const found: ProductMention[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const size of [3, 2, 1]) {
      const phrase = words.slice(at, at + size);
      if (
        phrase.length < size ||
        phrase.some((word) => NO_NAMES.test(word)) ||
        (size === 1 && (phrase[0] ?? '').length < 4)
      )
        continue;
      const name = phrase.join(' ');
      const start = text.search(new RegExp(`(?<![a-z])${name.replace(/[^a-z ]/g, '.')}(?![a-z])`));
      if (start < 0) continue;
      const isNamed = /(?:the|your|our|my|a|an|of|this|these|some|new|two|three)\s$/.test(
        text.slice(Math.max(0, start - 8), start),
      );
      found.push({
        passage,
        start,
        end: start + name.length,
        head: name,
        score: 0.4 + 0.07 * size + (isNamed ? 0.06 : 0),
      });
      at += size - 1;
      break;
    }
  }
  return found;
}
