import { chineseNumber } from '../text/chinese-number.ts';
import type { Stretch } from './match-words.ts';

/** An amount with its unit as found in folded text. */
export interface Quantity extends Stretch {
  amount: number;
  /** As written, folded: 箱, kg, tonnes. */
  unit: string;
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
/** As read aloud, 几十 and 数百 included, or in the capitals of bills: 貳拾壹. The two do not mix: 大陆二箱. */
const CHINESE = '[几数][十百千]|[〇零一二两三四五六七八九十百千半廿卅]{1,12}|[零壹贰叁参肆伍陆柒捌玖拾佰仟]{1,12}';
/** 余, 多, 几 after a number make it a little more, which `said-amount.ts` reads. */
const AMOUNT = String.raw`(${ARABIC}|${CHINESE})[余多来几]? ?([万亿百千]|million|m\b|k\b)?[余多来几]? ?`;
const BEFORE_UNIT = new RegExp(AMOUNT, 'g');
/** What may stand between an amount and its unit: 21大箱, 21个箱子, 21件(箱), 25 full boxes. */
const SIZE = /^(?:large|small|full|whole|big|more) |^(?:[个件]?[大小整满纸中]|个|件)?[(]?/;
/** A minus, where it cannot be a dash between a product and its amount: 嫩豆腐-25箱. */
const MINUS = /(?:^|[^\p{L}\p{N} ]|\p{L}:? )[-−] ?$|负$/u;
const AFTER_SIGN = new RegExp(`^ ?${AMOUNT}`);

/**
 * Amounts with one of `units`, in folded text: `20箱`, `1,200 pcs`, `二十三箱`, `3.5万元`, `两吨半`; a sign such as `$` stands
 * before its amount. A minus makes it less than nothing. What follows 万 or 亿 at once is added to it: `五十二万三千元`. An ordinal (`第21箱`) is no amount. A
 * Latin unit must end there, a plural ending allowed: `3 box` and `3 boxes`, not `3 boxers`.
 * Example: `findQuantities('少了二十三箱', ['箱'])` → 23 箱.
 */
export function findQuantities(folded: string, units: readonly string[]): Quantity[] {
  const signs = units.filter((unit) => /[\p{Sc}]$/u.test(unit));
  const names = units.filter((unit) => !signs.includes(unit));
  return [...amountsBefore(folded, names), ...signs.flatMap((sign) => findAmountsAfter(folded, sign))];
}

function amountsBefore(folded: string, units: readonly string[]): Quantity[] {
  let part: { end: number; start: number; amount: number; factor: number } | null = null;
  return Array.from(folded.matchAll(BEFORE_UNIT)).flatMap((match): Quantity[] => {
    const amount = readAmount(match);
    const higher = part && part.end === match.index && part.factor > (amount?.factor ?? 1) ? part : null;
    const start = higher?.start ?? match.index;
    const unitAt = match.index + match[0].length;
    part = null;
    if (amount === null || folded[start - 1] === '第') return [];
    const own = amount.base * amount.factor * (higher && ONE_DIGIT.test(match[0]) ? higher.factor / 10 : 1);
    const whole = own + (higher?.amount ?? 0);
    if (/[万亿]$/.test(match[0])) part = { end: unitAt, start, amount: whole, factor: amount.factor };
    const named = unitFrom(folded, units, unitAt);
    if (named === null) {
      const isBare = match[2] !== undefined && units.includes(match[2]) && NOTHING_COUNTED.test(folded.slice(unitAt));
      return isBare ? [{ amount: whole, unit: match[2] ?? '', start, end: unitAt }] : [];
    }
    const { unit, end } = named;
    if (MINUS.test(folded.slice(Math.max(0, start - 4), start))) return [{ amount: -whole, unit, start, end }];
    const half = amount.factor === 1 && isHalfMore(folded.slice(end, end + LONGEST_AMOUNT), units) ? 0.5 : 0;
    return [{ amount: whole + half, unit, start, end: end + (half > 0 ? 1 : 0) }];
  });
}

function unitFrom(folded: string, units: readonly string[], at: number): { unit: string; end: number } | null {
  const size = SIZE.exec(folded.slice(at, at + LONGEST_SIZE))?.[0].length ?? 0;
  for (const from of new Set([at, at + size])) {
    const unit = units.find((candidate) => standsAt(folded, candidate, from));
    if (unit === undefined) continue;
    const end = from + unit.length;
    return { unit, end: end + (folded[from - 1] === '(' && folded[end] === ')' ? 1 : 0) };
  }
  return null;
}

/** 三箱半 is half a box more; in 三箱半袋 the half belongs to what follows. */
function isHalfMore(rest: string, units: readonly string[]): boolean {
  return rest.startsWith('半') && amountsBefore(rest, units)[0]?.start !== 0;
}

/** A pack may list 万 itself, for sums without a unit: 损失60万, not 60万公里. */
const NOTHING_COUNTED = /^(?:左右|以上|的|[^\p{L}\p{N}]|$)/u;
/** 一万二 and 3万5 leave out the place: twelve thousand, thirty-five thousand. */
const ONE_DIGIT = /^[1-9一二两三四五六七八九]$/;

/**
 * Amounts behind a sign, a code or a name: `$5`, `usd 20,000`, `人民币2万`. A Latin code must begin there and a sign must not
 * belong to a longer one: the `$` of `nt$` is not the dollar, the `rm` of `form` no ringgit.
 */
export function findAmountsAfter(folded: string, sign: string): Quantity[] {
  const found: Quantity[] = [];
  for (let start = folded.indexOf(sign); start >= 0; start = folded.indexOf(sign, start + sign.length)) {
    if (LONGER_BEFORE.test(folded.slice(0, start).slice(-1)) && !HAN_FIRST.test(sign)) continue;
    const rest = folded.slice(start + sign.length, start + sign.length + LONGEST_AMOUNT);
    const match = AFTER_SIGN.exec(rest);
    const amount = match && readAmount(match);
    if (!amount) continue;
    const end = start + sign.length + match[0].trimEnd().length;
    found.push({ amount: amount.base * amount.factor, unit: sign, start, end });
  }
  return found;
}

const LONGEST_AMOUNT = 40;
const LONGEST_SIZE = 8;
const LONGER_BEFORE = /[a-z]/;
const HAN_FIRST = /^\p{sc=Han}/u;

/** `半` is a half, 几十 twenty at least; all else is a number. */
function amountOf(digits: string): number | null {
  return digits === '半' ? 0.5 : chineseNumber(digits.replace(/^[几数](?=[十百千])/, '二'));
}

function readAmount([, digits = '', factor = '']: readonly string[]): { base: number; factor: number } | null {
  const base = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : amountOf(digits);
  return base === null ? null : { base, factor: FACTORS[factor] ?? 1 };
}

const FACTORS: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
  k: 1000,
  m: 1_000_000,
  million: 1_000_000,
};
function standsAt(folded: string, unit: string, at: number): boolean {
  if (!folded.startsWith(unit, at)) return false;
  return !/[a-z]$/.test(unit) || /^(?:e?s)?(?![a-z0-9])/.test(folded.slice(at + unit.length, at + unit.length + 4));
}
