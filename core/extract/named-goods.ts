import type { Passage } from './passage.ts';
import type { ProductMention } from './product-mention.ts';

const READ = 6_000;
/** A model behind a name: `S30`, `RS-85A`, `3`. */
const CODE = '(?:(?!(?:19|20)\\d\\d(?!\\d))[a-z]{0,5}-?\\d{1,4}[a-z]{0,3}(?:-[a-z\\d]{1,4})?)';
const MORE = '(?: (?:pro|max|plus|mini|lite|ultra|se|long range|performance|sport|touring))*';
/** `an Aurion S7 Long Range`, `my new Calder FlowMate 3 infusion pump`. */
const BRANDED = new RegExp(
  `(?<![a-z\\d])(?:a|an|the|my|our|your|this|is|of|for|with|about|new|white|black|red|blue|grey|silver) ((?:[a-z][a-z&'-]+ ){1,2}${CODE}${MORE}(?: (?:[a-z]{3,12} ){0,1}[a-z]{3,12})?)(?![a-z\\d])`,
  'g',
);
/** `买的 Voltrix M5`, `送的TPU RS-85A`, `订了风驰S30`: a name with Latin letters in the place of goods. */
const IN_CHINESE = new RegExp(
  `(?:买|购|订|送|供|发|用|装|换|开|租|提|卖|拍)(?:购|买)?(?:了|的|过|来的?)?(?:[一两\\d]{1,3}[台辆部个套款支])?的?\\s?([a-z][a-z-]{1,14}(?: [a-z]{2,14})? ${CODE}${MORE})(?![a-z\\d-])`,
  'g',
);
const QUOTED = /["“]([a-z][a-z0-9' -]{2,30})["”](?= ?([a-z]+)?)/g;
/** What is numbered and no goods. */
const NUMBERED =
  /\b(?:ward|block|flat|unit|room|floor|page|line|order|invoice|lot|batch|po|no|ref|case|ticket|day|week|month|year|q|step|gate|bay|dock|level|zone|street|road|house|apartment|pallet|table|figure|section|clause|item|class|grade|phase|stage|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|gbp|usd|eur|rm|nt|hk|version|form|regulation|act|article|en|iso|astm|din|bs|gb|tel|mob|ext|booking|visit|plot|suite|berth|train|flight|platform|seat)\b/;
/** Words before a quoted name that lead to a thing: `your label "…"`, `an Oatfield "…"`. */
const LEADS =
  /(?:\b(?:a|an|the|your|our|my|this|these|of|label(?:led)?|called|named|product|brand|range|model|plan|package|subscription|course|app)|\b(?:a|an|the|your) [a-z]+)\s?$/;

/** Goods that bear a maker's name: capitals and a number in the place of goods, or a name in quotation marks that capitals open. */
export function namedGoods(passage: Passage): ProductMention[] {
  const text = passage.folded.slice(0, READ);
  return [...branded(passage, text), ...quotedNames(passage, text)];
}

function branded(passage: Passage, text: string): ProductMention[] {
  return [BRANDED, IN_CHINESE].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const whole = match[1] ?? '';
      const start = match.index + match[0].length - whole.length;
      const name = upToSmallWords(passage, start, whole);
      return name === null || NUMBERED.test(name) ? [] : [mention(passage, start, name, 0.56)];
    }),
  );
}

/** The capitalised words up to the number, and the name of the kind behind it; null when a word before the number is small. */
function upToSmallWords(passage: Passage, start: number, whole: string): string | null {
  const words = [...whole.matchAll(/[^ ]+/g)];
  const number = words.findIndex((word) => /\d/.test(word[0]));
  const isWritten = words.slice(0, number).every((word) => isCapital(passage, start + word.index));
  if (number < 1 || !isWritten) return null;
  const last = words[number];
  const more = new RegExp(`^${MORE}`).exec(whole.slice((last?.index ?? 0) + (last?.[0].length ?? 0)))?.[0] ?? '';
  return whole.slice(0, (last?.index ?? 0) + (last?.[0].length ?? 0)) + more;
}

function quotedNames(passage: Passage, text: string): ProductMention[] {
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].indexOf(name);
    const words = [...name.matchAll(/[^ -]+/g)];
    const isName =
      words.length <= 4 &&
      words.every((word) => /^(?:of|and|the|\d)/.test(word[0]) || isCapital(passage, start + word.index));
    const before = text.slice(Math.max(0, start - 24), start - 1).replace(/["“]$/, '');
    return isName && LEADS.test(before) && !NUMBERED.test(name) ? [mention(passage, start, name, 0.5)] : [];
  });
}

function isCapital(passage: Passage, at: number): boolean {
  return /[\p{Lu}\d]/u.test(passage.text[passage.toOriginal(at)] ?? '');
}

function mention(passage: Passage, start: number, name: string, score: number): ProductMention {
  return { passage, start, end: start + name.length, head: name, score: score + 0.08 * Math.max(0, 1 - start / 600) };
}
