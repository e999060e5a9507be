import { AFFIRMING_IDIOMS, AWAITS_DENIAL, LIGHT_CHINESE, LIGHT_ENGLISH, OTHERS, OURS, THEIRS } from './denial-words.ts';
import type { FoundWord, Stretch } from './match-words.ts';
import { isDeniedContraryToFact, isSupposed } from './supposed.ts';

const CLAUSE_END = /[,，。;；!！?？\n]|\.(?=\s|$)/;
const SENTENCE_END = /[。;；!！?？\n]|\.(?=\s|$)/;

const DENIED_BEFORE = [
  new RegExp(`(?:不是|并非|不属于|不涉及|而非|不算|算不上|不存在|没发现|未发现)${LIGHT_CHINESE}$`),
  new RegExp(`\\b(?:not|isn't|wasn't|nothing to do with)${LIGHT_ENGLISH} ?$`),
];
const DENIED_AFTER = [
  /^(?:方面|上|本身|这块|问题|倒是?|也|都|还|是|并|完全|的){0,4}(?:没问题|没有问题|没什么问题|没啥问题|无关|没有?关系|不相关|不存在|无异议|没意见|还行|还可以|挺好|很好|不错|没得说|合格|正常|满意)/,
  /^(?: itself)? (?:is|was|are|were) (?:all )?(?:fine|good|great|ok|okay|excellent|perfect|not the (?:issue|problem))\b/,
];
const ABSENT_BEFORE = [
  new RegExp(
    `(?:没有|没|并未|未|无|不会|不至于|尚未|从未|避免|防止|以免|免得|预防|杜绝|(?<!是)不(?!是))${LIGHT_CHINESE}$`,
  ),
  new RegExp(
    `(?:\\b(?:no|not|never|without|nobody|none|neither|nor|avoid(?:ing)?|prevent(?:ing)?)|n't\\b)${LIGHT_ENGLISH} ?$`,
  ),
];
const ABSENT_AFTER = [/^(?:倒是?|也|都|还|并|暂时|目前|是){0,3}(?:没有|没|未|尚未)(?:发生|出现|造成|停|$)/];
/** 还没到停工的地步: not as far as that. Without the second half it is the goods that did not come: 灰没到停工了. */
const NOT_SO_FAR = { before: /(?:没有?|未|不至于|不会|远未)到?$/, after: /^的?(?:地步|程度|那一步)/ };

/**
 * True when the text says that a matched word is not what the complaint is about: 不是质量问题, 质量没问题, not a quality issue;
 * and, of a word with a gap, when the gap denies its end: 刹车〔没有〕失灵. Looks no further than the word's own clause.
 */
export function isDenied(folded: string, stretch: FoundWord): boolean {
  const { before, after } = surroundings(folded, stretch, CLAUSE_END);
  return (
    matchesAny(DENIED_BEFORE, withoutIdioms(before)) ||
    matchesAny(DENIED_AFTER, after) ||
    isDeniedInGap(folded, stretch)
  );
}

/** True when the gap of an A…B word denies B. 迟迟不来修 denies nothing: there the negation is what the word looks for. */
export function isDeniedInGap(folded: string, { start, gaps }: FoundWord): boolean {
  const last = gaps?.at(-1);
  if (last === undefined || AWAITS_DENIAL.test(folded.slice(start, last.start))) return false;
  const gap = withoutIdioms(folded.slice(last.start, last.end));
  return matchesAny(ABSENT_BEFORE, gap) || matchesAny(DENIED_BEFORE, gap);
}

/**
 * True when the text says that something did not happen, only supposes it, or tells it of others: 没有停工, 如果停产…, without
 * injury, 隔壁厂停产了. Used for grades, where a thing that did not happen must not raise the alarm. 可能 is no supposition,
 * since S0-23 counts what may happen.
 */
export function isAbsentOrSupposed(folded: string, stretch: Stretch): boolean {
  if (isAbsent(folded, stretch) || isOfOthers(folded, stretch)) return true;
  const { before } = surroundings(folded, stretch, SENTENCE_END);
  const { after } = surroundings(folded, stretch, CLAUSE_END);
  return !isDeniedContraryToFact(before) && isSupposed(before, after);
}

/**
 * True when the text says that something did not happen; a supposition is no such thing. A negation that belongs to an idiom
 * (没想到, 不得不, 不止) denies nothing, and 要不是拖延,也不会停工 says that it happened.
 */
export function isAbsent(folded: string, stretch: Stretch): boolean {
  const { before, after } = surroundings(folded, stretch, CLAUSE_END);
  if (matchesAny(ABSENT_AFTER, after)) return true;
  if (NOT_SO_FAR.before.test(before) && NOT_SO_FAR.after.test(after)) return true;
  if (!matchesAny(ABSENT_BEFORE, withoutIdioms(before))) return false;
  return !isDeniedContraryToFact(surroundings(folded, stretch, SENTENCE_END).before);
}

/** 隔壁厂有人受伤, another factory stopped: told of others, in a clause in which neither we nor the goods come up. */
function isOfOthers(folded: string, stretch: Stretch): boolean {
  const { before } = surroundings(folded, stretch, CLAUSE_END);
  const last = Array.from(before.matchAll(OTHERS)).at(-1);
  if (last === undefined || THEIRS.test(before.slice(0, last.index))) return false;
  return !OURS.test(before.slice(last.index + last[0].length));
}

/** At most this much of the text before and after a word is looked at, so that a text without punctuation stays cheap. */
const REACH = 60;

function surroundings(folded: string, { start, end }: Stretch, boundary: RegExp): { before: string; after: string } {
  const before =
    folded
      .slice(Math.max(0, start - REACH), start)
      .split(boundary)
      .at(-1) ?? '';
  const after = folded.slice(end, end + REACH).split(boundary)[0] ?? '';
  return { before, after };
}

/** What remains of a negation when its idioms are put aside. */
function withoutIdioms(text: string): string {
  return text.replaceAll(AFFIRMING_IDIOMS, '·');
}

function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
