import type { Stretch } from './match-words.ts';

const CLAUSE_END = /[,，。;；!！?？\n]|\.(?=\s|$)/;
const SENTENCE_END = /[。!！?？\n]|\.(?=\s|$)/;

/** Small words that may stand between a negation and what it denies. With any other word between, the negation is about that one: 未发货导致停工. */
const LIGHT_CHINESE =
  '(?:造成|引起|引发|导致|发生|出现|发现|存在|构成|影响|涉及|产生|有|到|过|再|太|大|任何|什么|明显|严重|的|了|是|属于|人员|人|我们|我方|我司|公司|工厂|客户|生产线|产线|生产|现场|工地|车间|整条|全线|大面积|批量|直接|需要|要求|要|想|打算|准备|申请|找|联系(?!我)|惊动|拨打|打|请|去|向|记者|媒体|律师|法院|消协|重大|特别|提起|失去){0,6}';
const LIGHT_ENGLISH =
  '(?:(?: |\\b)(?:a|an|any|the|been|be|is|was|were|had|have|has|yet|of|in|to|for|cause[ds]?|causing|result(?:ed|ing)?|about|really|actually|because|due|report(?:ed|s)?|one|injur(?:y|ed)|anyone|nobody|serious(?:ly)?|led|go|gone|going|contact(?:ed|ing)?)\\b){0,4}';

const DENIED_BEFORE = [
  new RegExp(`(?:不是|并非|不属于|不涉及|而非|不算|算不上|不存在|没发现|未发现)${LIGHT_CHINESE}$`),
  new RegExp(`\\b(?:not|isn't|wasn't|nothing to do with)${LIGHT_ENGLISH} ?$`),
];
const DENIED_AFTER = [
  /^(?:方面|上|本身|这块|问题|倒是?|也|都|还|是|并|完全|的){0,4}(?:没问题|没有问题|没什么问题|没啥问题|无关|没有?关系|不相关|不存在|无异议|没意见|还行|还可以|挺好|很好|不错|没得说|合格|正常|满意)/,
  /^(?: itself)? (?:is|was|are|were) (?:all )?(?:fine|good|great|ok|okay|excellent|perfect|not the (?:issue|problem))\b/,
];
/** 不得不, 不能不, 不可不 say that it is done; 要不 means “or else”. */
const ABSENT_BEFORE = [
  new RegExp(
    `(?:没有|没|并未|未|无|不会|不至于|尚未|从未|避免|防止|以免|免得|预防|杜绝|(?<!不得|不能|不可|要)不)${LIGHT_CHINESE}$`,
  ),
  new RegExp(
    `(?:\\b(?:no|not|never|without|nobody|none|neither|nor|avoid(?:ing)?|prevent(?:ing)?)|n't\\b)${LIGHT_ENGLISH} ?$`,
  ),
];
const ABSENT_AFTER = [/^(?:倒是?|也|都|还|并|暂时|目前|是){0,3}(?:没有|没|未|尚未)(?:发生|出现|造成|停|$)/];
const SUPPOSED =
  /如果|要是|假如|倘若|若是|如若|万一|一旦|假设|是否|会不会|有没有可能|\b(?:if|in case|unless|whether|should (?:we|you|this|it|they)|would have|could have)\b/;

/**
 * True when the text says that a matched word is not what the complaint is about: 不是质量问题, 质量没问题, not a quality issue.
 * Looks no further than the word's own clause.
 */
export function isDenied(folded: string, stretch: Stretch): boolean {
  const { before, after } = surroundings(folded, stretch, CLAUSE_END);
  return matchesAny(DENIED_BEFORE, before) || matchesAny(DENIED_AFTER, after);
}

/**
 * True when the text says that something did not happen, or only supposes it: 没有停工, 未造成人员受伤, 如果停产…, without injury.
 * Used for grades, where a thing that did not happen must not raise the alarm. A supposition reaches to the end of its
 * sentence; 可能 is no supposition, since S0-23 counts what may happen.
 */
export function isAbsentOrSupposed(folded: string, stretch: Stretch): boolean {
  return isAbsent(folded, stretch) || SUPPOSED.test(surroundings(folded, stretch, SENTENCE_END).before);
}

/** True when the text says that something did not happen; a supposition is no such thing. */
export function isAbsent(folded: string, stretch: Stretch): boolean {
  const { before, after } = surroundings(folded, stretch, CLAUSE_END);
  return matchesAny(ABSENT_BEFORE, before) || matchesAny(ABSENT_AFTER, after);
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

function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
