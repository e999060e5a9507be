import type { Stretch } from './match-words.ts';

/** An amount with its unit as found in folded text. */
export interface Quantity extends Stretch {
  amount: number;
  /** As written, folded: 箱, kg, tonnes. */
  unit: string;
}

const ARABIC = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const CHINESE = '[〇零一二两三四五六七八九十百千半]{1,12}';
/** 余, 多, 几 after a number make it a little more; 大约 and the like stand before it and change nothing. */
const PATTERN = new RegExp(`(${ARABIC}|${CHINESE})(余|多|来|几)? ?(万|亿|百|千)?(余|多|来|几)? ?`, 'g');

/**
 * Amounts in front of one of `units`, in folded text: `20箱`, `1,200 pcs`, `二十三箱`, `3.5万元`, `两吨半`.
 * A digit or letter right after a Latin unit means that it is another word (`3 boxers`); plural endings are allowed.
 * Example: `findQuantities('少了二十三箱', ['箱'])` → 23 箱.
 */
export function findQuantities(folded: string, units: readonly string[]): Quantity[] {
  return Array.from(folded.matchAll(PATTERN)).flatMap((match): Quantity[] => {
    const [whole, digits = '', , factor = ''] = match;
    const rest = folded.slice(match.index + whole.length);
    const unit = units.find((candidate) => startsWithUnit(rest, candidate));
    const base = /^\d/.test(digits) ? Number(digits.replaceAll(',', '')) : parseChineseNumber(digits);
    if (unit === undefined || base === null) return [];
    const end = match.index + whole.length + unit.length;
    const half = folded.startsWith('半', end) ? 0.5 : 0;
    return [
      { amount: (base + half) * (FACTORS[factor] ?? 1), unit, start: match.index, end: end + (half > 0 ? 1 : 0) },
    ];
  });
}

const FACTORS: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 };
const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** A Chinese number up to the thousands: `一千二百三十` → 1230, `两百五` → 250, `半` → 0.5, `二〇二六` → 2026; null when it is none. */
export function parseChineseNumber(text: string): number | null {
  if (text === '半') return 0.5;
  if (text === '' || text.includes('半')) return null;
  const signs = Array.from(text);
  if (!signs.some((sign) => sign in PLACES)) return Number(signs.map((sign) => DIGITS[sign]).join(''));
  let total = 0;
  let digit: number | null = null;
  let lastPlace = 0;
  for (const sign of signs) {
    const place = PLACES[sign];
    if (place === undefined) {
      digit = DIGITS[sign] ?? 0;
      if (digit === 0) lastPlace = 0;
    } else {
      total += (digit ?? 1) * place;
      digit = null;
      lastPlace = place;
    }
  }
  const isShort = lastPlace >= 100;
  return total + (digit ?? 0) * (isShort ? lastPlace / 10 : 1);
}

function startsWithUnit(rest: string, unit: string): boolean {
  if (!rest.startsWith(unit)) return false;
  return !/[a-z]$/.test(unit) || !/^(?!s\b|es\b)[a-z0-9]/.test(rest.slice(unit.length));
}
