import {
  ASK,
  ASK_ENGLISH,
  ASK_FRONTED,
  ASK_QUESTION,
  ASKS_ANEW,
  GOES_ON,
  LEAD_IN_ENGLISH,
  MILD,
  NOT_ASKED_HERE,
  PAST_AFTER,
  POLITE,
  SHORT_LEAD,
  STRONG,
  THREAT,
  TURNS_BACK,
} from './asking-words.ts';
import { isBoilerplate } from './boilerplate.ts';
import type { DraftValue } from './complaint-draft.ts';
import { demandAt } from './demand-at.ts';
import type { Letter } from './letter.ts';
import { listedDemands } from './listed-demands.ts';
import type { Passage } from './passage.ts';
import { sentencesOf } from './sentences.ts';
import { topicWish } from './topic-wish.ts';
import { wishInPassing } from './wishes-in-passing.ts';

/**
 * What the complainant asks for. A list after `要求：` or "What we need from you:" gives one value an item; otherwise the
 * sentence that asks, without the threat behind it.
 */
export function findRemedySought(letter: Letter): DraftValue[] {
  for (const passage of letter.body) {
    const list = listedDemands(passage);
    if (list.length > 0) return list;
  }
  const asked = letter.body.flatMap((passage) => askingSentences(passage, letter.language));
  if (asked.length > 0) return asked.slice(0, 3);
  return letter.body.flatMap((passage) => passingWishes(passage, letter.language)).slice(0, 2);
}

function askingSentences(passage: Passage, language: Letter['language']): DraftValue[] {
  const found: DraftValue[] = [];
  for (const sentence of sentencesOf(passage)) {
    if (/^\s*(?:附|attached|enclosed)/.test(sentence.folded) || isBoilerplate(sentence.folded)) continue;
    const isLate = sentence.start > passage.folded.length * 0.4;
    for (const { start, words, strength } of asksIn(sentence.folded, language)) {
      // A long letter tells before it asks.
      const isEarly = passage.folded.length > 160 && sentence.start < passage.folded.length * 0.25;
      const sure = strength + (isLate ? 0.06 : 0);
      if (sure < (language === 'en' ? 0.6 : 0.615)) continue;
      const value = demandAt(
        passage,
        sentence.start + start,
        words,
        Math.min(isEarly ? 0.78 : 0.85, isEarly ? sure - 0.05 : sure),
      );
      if (value !== null) found.push(value);
    }
  }
  const best = found.sort((a, b) => b.confidence - a.confidence)[0]?.confidence ?? 0;
  // Beside a strong demand a mild wish (请一并改善) is not a second one.
  return found.filter((value, index) => index === 0 || value.confidence >= Math.min(best, 0.85) - 0.06);
}

/** Wishes that no set phrase opens; the later ones first, for a letter tells before it asks. */
function passingWishes(passage: Passage, language: Letter['language']): DraftValue[] {
  return sentencesOf(passage)
    .slice(-60)
    .flatMap((sentence) => {
      if (isBoilerplate(sentence.folded)) return [];
      const wish = wishInPassing(sentence.folded, language);
      if (wish === null || wish.end - wish.start < 2) return [];
      const words = withoutThreat(sentence.folded.slice(wish.start, wish.end));
      const lead = language === 'en' ? 0 : (SHORT_LEAD.exec(words)?.[0].length ?? 0);
      if (POLITE.test(words.trim()) || isNotAsked(sentence.folded, wish.start)) return [];
      return demandAt(passage, sentence.start + wish.start + lead, words.slice(lead), 0.55) ?? [];
    })
    .reverse();
}

interface Ask {
  start: number;
  words: string;
  strength: number;
}

/** What a sentence asks for: one run of clauses, or several with other words between them. */
function asksIn(sentence: string, language: Letter['language']): Ask[] {
  const found: Ask[] = [];
  for (let from = 0, turns = 0; from < sentence.length && turns < 4; turns++) {
    const ask = askIn(sentence.slice(from), language);
    if (ask === null) break;
    const at = from + ask.at;
    const words = askingClauses(withoutThreat(sentence.slice(at)), language);
    const lead = (language === 'en' ? LEAD_IN_ENGLISH : SHORT_LEAD).exec(words)?.[0].length ?? 0;
    const remedy = words.slice(lead);
    from = at + Math.max(1, words.length);
    if (remedy.trim().length < 2 || POLITE.test(words.trim()) || isNotAsked(sentence, at)) continue;
    const isOpening = at <= 4 || /[,;:)]\s?$/.test(sentence.slice(0, at));
    found.push({
      start: at + lead,
      words: remedy,
      strength: ask.strength + strengthOf(words) + (isOpening ? 0.08 : 0),
    });
  }
  return found;
}

function isNotAsked(sentence: string, at: number): boolean {
  return (
    NOT_ASKED_HERE.test(sentence.slice(Math.max(0, at - 10), at)) ||
    /^[^,;。]{0,4}(?:谁|不给|不肯|没人|又被)|^(?:please|kindly)\s*$/.test(sentence.slice(at)) ||
    /(?:谁|不给?|不肯|不能|拒绝|没有?|可以|才能|如何|怎么)$/.test(sentence.slice(0, at)) ||
    PAST_AFTER.test(sentence.slice(at)) ||
    /^请?.{0,4}(?:传简讯|发短信|来电)/.test(sentence.slice(at))
  );
}

function askIn(sentence: string, language: Letter['language']): { at: number; strength: number } | null {
  if (language === 'en') {
    const ask = ASK_ENGLISH.exec(sentence);
    return ask === null ? null : { at: thingBefore(sentence, ask.index), strength: 0.55 };
  }
  const ask = ASK.exec(sentence);
  if (ask !== null) {
    const earlier = topicWish(sentence.slice(0, ask.index + 4));
    const isSolemn = /^(?:希望|请你们|请务必|我?要求|诉求|处理意见)[^,。]{0,4}:/.test(sentence.slice(ask.index));
    return {
      at: isSolemn ? ask.index : Math.min(earlier ?? Infinity, withTopic(sentence, ask.index)),
      strength: isSolemn ? 0.8 : 0.5,
    };
  }
  const question = ASK_FRONTED.exec(sentence) ?? ASK_QUESTION.exec(sentence);
  if (question === null) {
    const at = topicWish(sentence);
    return at === null ? null : { at, strength: 0.4 };
  }
  return { at: clauseStart(sentence, question.index), strength: ASK_FRONTED.test(sentence) ? 0.5 : 0.45 };
}

/** `New tyres please, …`: before such a word the thing may stand that is asked for, without anybody who does something. */
function thingBefore(sentence: string, at: number): number {
  const before = sentence.slice(0, at);
  const isThing =
    /^(?:please|pls|plz)[,.;!]|^(?:please|pls|plz)$/.test(sentence.slice(at)) &&
    before.split(' ').length <= 9 &&
    !/^\s*(?:answer|reply|respond|response|ring|call|confirm|help|urgent)/.test(before) &&
    !/[,;:]|\b(?:i|we|you|he|she|it|they|is|was|are|were|has|have|had|be|been|not|thanks?)\b/.test(before);
  return isThing ? before.length - before.trimStart().length : at;
}

/** Where the clause around `at` begins; the comma of `1,485` parts no clauses. */
function clauseStart(sentence: string, at: number): number {
  const before = /(?:[^,:]|(?<=\d),(?=\d{3}))*$/.exec(sentence.slice(0, at))?.[0] ?? '';
  return at - before.length;
}

const TAKES_TOPIC =
  /^(?:退钱|[也都]?要赔|损失|费|钱|款|差价|差额|[可能][不否可以能]{1,4}|赔|退|还|请|麻烦|烦请|必须|务必|给我|补)/;
/** Words that lead over to a wish; they are not what it is about. */
const NO_TOPIC =
  /[我你您他她说问想请觉希望没不被了吗]|到底|现在|所以|谁|^(?:[现故特另也还并就再先敬恳那但此烦且建该本这]|拜托|有劳|因此|为此|同时|另外|还有|并且|再次|那就|然后|最后|以上|综上|但是|不过|至少|今后|以后|下次|在此|特此|如|若|已|其[次二三]|首先)/;

/** `医药费要赔`, `差额请从货款扣`: what the wish is about may stand before it in its clause. */
function withTopic(sentence: string, at: number): number {
  if (!TAKES_TOPIC.test(sentence.slice(at))) return at;
  const topic = /(?:(?<=\d),(?=\d{3})|(?<=\d) |[^,;:。!?\s]| (?=\d)){1,14}$/.exec(sentence.slice(0, at))?.[0] ?? '';
  const start = at - topic.length;
  const isWhole = start === 0 || /[,;:。!?\s]/.test(sentence[start - 1] ?? '');
  return isWhole && !NO_TOPIC.test(topic.trimStart()) ? start : at;
}

function strengthOf(words: string): number {
  if (STRONG.test(words)) return 0.25;
  return MILD.test(words) ? 0.12 : 0;
}

/** `…, and I would like …`: a second wish. */
const NEXT_WISH = /,? and (?:that )?(?=(?:i|we)(?:'d| would)? (?:also )?(?:want|like|expect|need|ask|request)\b)/;

/** The clauses that go on asking; what turns back to the story ends the demand. English asks to the end of the sentence. */
function askingClauses(words: string, language: Letter['language']): string {
  if (language === 'en') return words.slice(0, NEXT_WISH.exec(words)?.index ?? words.length);
  const clauses = [...words.matchAll(/(?:\([^()]{0,60}\)|[^,;]|,(?=\d{3}))+[,;]?/g)];
  let end = 0;
  for (const [index, clause] of clauses.entries()) {
    const goesOn = index === 0 || (GOES_ON.test(clause[0]) && (BESIDES.test(clause[0]) || !TURNS_BACK.test(clause[0])));
    if (!goesOn && !isBetweenWishes(clause[0], clauses[index + 1]?.[0])) break;
    if (index > 0 && ASKS_ANEW.test(clause[0])) break;
    end = clause.index + clause[0].length;
  }
  return words.slice(0, end);
}

/** `请…清完楼道,拆掉飞线,给我一个书面回复`: a bare deed before a clause that plainly asks is asked for as well. */
function isBetweenWishes(words: string, next: string | undefined): boolean {
  return (
    next !== undefined &&
    words.length <= 16 &&
    /^[,;\s]*(?:再|并且?|同时|也|还)?(?:给(?:我|个|出)|把|退|赔|换|补|道歉)/.test(next) &&
    !TURNS_BACK.test(words) &&
    !/[我你他她谁了着过吗呢没]|不|因为|所以|但|如果|一直|已/.test(words)
  );
}

/** A clause that such a word joins to the wish before it is a wish as well. */
const BESIDES = /^[,;\s]*(?:并且?|同时|以及)/;

function withoutThreat(words: string): string {
  const threat = THREAT.exec(words);
  return threat === null || threat.index < 4 ? words : words.slice(0, threat.index);
}
