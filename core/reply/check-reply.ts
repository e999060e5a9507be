import type { MatchedWords } from '../grade/assessment.ts';
import { findWord, prepareWord, type Stretch } from '../grade/match-words.ts';
import type { Phrase, ReplyTemplate } from '../policy/guidance.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { foldText, type FoldedText } from '../text/fold-text.ts';
import type { ReplyFacts } from './reply-facts.ts';
import { isDisowned } from './is-disowned.ts';
import { statesTime } from './states-time.ts';

/** A stretch of the draft. Offsets count UTF-16 units. */
export type DraftWords = Omit<MatchedWords, 'field'>;

/** Content that a reply of this kind must have, and the words that show it; none: it is missing. */
export interface RequiredContent {
  content: string;
  label: Localized;
  words: DraftWords[];
  source: string;
}

/** Words in the draft that the policy wants to avoid, and what to say instead. */
export interface PhraseToAvoid {
  phrase: string;
  words: DraftWords;
  text: Localized;
  instead: Localized | null;
  source: string;
}

/** What a check of a draft found. */
export interface ReplyCheck {
  required: RequiredContent[];
  avoid: PhraseToAvoid[];
  /** Gaps 【…】 and placeholders that nobody filled. */
  gaps: DraftWords[];
  /** Whether the computed time stands in the draft; null where the reply need not state one, or none is known. */
  statesDueTime: boolean | null;
  /** The deadline that was given is not the one of which the template speaks: its time must not be promised. */
  isOtherClock: boolean;
  /** Nothing is missing, nothing to avoid, no gap. */
  isGood: boolean;
}

const GAP = /【[^【】\n]{0,40}】|\{\w{1,40}\}/g;

/**
 * Checks a draft reply against the pack: is the content there that its template must have, are there phrases to avoid (with
 * what to say instead), are gaps left, does it state the computed time where the template promises one. Simplified and
 * traditional characters are the same; a word found once is enough for content, every place of a phrase to avoid is shown.
 * A phrase that the draft itself denies (我们绝不会说“不解决”) is none.
 */
export function checkReply(
  draft: string,
  template: ReplyTemplate,
  pack: PolicyPack,
  facts: Pick<ReplyFacts, 'deadline' | 'zone'> | null = null,
): ReplyCheck {
  const text = { ...foldText(draft), original: draft };
  const required = template.mustHave.map(({ id, label, words, source }): RequiredContent => ({
    ...{ content: id, label, source },
    words: words.flatMap((word) => places(text, word).slice(0, 1).map(asWords)),
  }));
  const avoid = pack.phrases.filter(({ use }) => !use).flatMap((phrase) => phrasesIn(text, phrase));
  const gaps = Array.from(draft.matchAll(GAP), (match): DraftWords => {
    return { start: match.index, end: match.index + match[0].length, quote: match[0] };
  });
  const promises = Object.values(template.body).some((body) => body.includes('{dueAt}'));
  const deadline = promises ? (facts?.deadline ?? null) : null;
  const isOtherClock = deadline !== null && deadline.milestone !== template.milestone;
  const statesDueTime =
    facts && deadline?.dueAt && !isOtherClock ? statesTime(draft, deadline.dueAt, facts.zone) : null;
  const isGood =
    required.every(({ words }) => words.length > 0) &&
    avoid.length === 0 &&
    gaps.length === 0 &&
    statesDueTime !== false &&
    !isOtherClock;
  return { required, avoid, gaps, statesDueTime, isOtherClock, isGood };
}

type Draft = FoldedText & { original: string };

function places({ folded, toOriginal, original }: Draft, word: string): (DraftWords & { folded: Stretch })[] {
  return findWord(folded, prepareWord(word)).map((stretch) => {
    const [start, end] = [toOriginal(stretch.start), toOriginal(stretch.end)];
    return { start, end, quote: original.slice(start, end), folded: stretch };
  });
}

function asWords({ start, end, quote }: DraftWords): DraftWords {
  return { start, end, quote };
}

/** Every place once: of words that overlap, the first and longest. */
function phrasesIn(draft: Draft, { id, words, unless = [], text, instead, source }: Phrase): PhraseToAvoid[] {
  const found = words.flatMap((word) => places(draft, word)).toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: typeof found = [];
  for (const place of found) {
    if (place.start < (kept.at(-1)?.end ?? 0)) continue;
    const before = draft.folded.slice(0, place.folded.start);
    if (!isDisowned(before) && !isExcepted(draft.folded, place.folded, unless)) kept.push(place);
  }
  return kept.map(({ start, end, quote }) => ({ phrase: id, words: { start, end, quote }, text, instead, source }));
}

/** Whether one of the words stands in the clause, before the end of the place. */
function isExcepted(folded: string, { start, end }: Stretch, unless: readonly string[]): boolean {
  const from = folded.slice(0, start).search(/[^,，。;；!！?？\n]*$/u);
  const clause = folded.slice(from, end);
  return unless.some((word) => findWord(clause, prepareWord(word)).length > 0);
}
