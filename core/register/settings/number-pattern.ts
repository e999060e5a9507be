import type { Day } from '../../complaint/moment.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';

/** How complaints are numbered where nobody says otherwise. */
export const DAILY_PATTERN = '{yyyy}{mm}{dd}-{nnn}';

export type PatternTrouble =
  'noCounter' | 'twoCounters' | 'unknownPart' | 'badCharacter' | 'tooLong' | 'repeats' | 'touching';

/** A pattern of complaint numbers, ready to be used. */
export interface NumberPattern {
  /** The number of a complaint of this day. */
  write: (day: Day, count: number) => string;
  /** Under which mark the running numbers of this day are counted: the same mark, the same series. */
  seriesOf: (day: Day) => string;
  /** The series and the running number of a number of this pattern, given as its `numberKey`; null for any other. */
  read: (number: string) => { series: string; count: number } | null;
}

const PART = /\{(yyyy|yy|roc|mm|dd|n+\+?)\}/g;
const LONGEST = 40;
const MOST_DIGITS = 9;

/** A year of the Republic of China begins with 1912. */
const BEFORE_ROC = 1911;

/**
 * Reads a pattern such as `TS-{yyyy}{mm}-{nnn}`: `{yyyy}`, `{yy}`, `{roc}` (民國年), `{mm}`, `{dd}` stand for the day of receipt,
 * `{nnn}` for the running number with at least so many digits. The number begins anew whenever what stands before or behind
 * it changes, but not that of `{nnn+}`, which is one series over all days.
 * Directly behind other digits (`TS{yyyy}{nnn}`) only numbers of so many digits, or one more, are read as its own.
 * Brackets of full width are written so, and read in either width; all else is written in half width.
 * Refused are a pattern without running number or with two, unknown parts, signs that a cell cannot hold as they are, and one
 * whose series would repeat (a month without its year).
 */
export function numberPattern(pattern: string): Outcome<NumberPattern, PatternTrouble> {
  const shown = pattern
    .replace(/[^（）]+/g, (piece) => piece.normalize('NFKC'))
    .trim()
    .toUpperCase()
    .replace(/\{[A-Z]+\+?\}/g, (part) => part.toLowerCase());
  const text = shown.normalize('NFKC');
  const names = [...text.matchAll(PART)].map(([, name = '']) => name);
  const counters = names.filter((name) => name.startsWith('n'));
  if (text.length > LONGEST || counters.some((each) => each.length > MOST_DIGITS))
    return refuse('tooLong', { most: LONGEST });
  if (counters.length !== 1) return refuse(counters.length === 0 ? 'noCounter' : 'twoCounters');
  const fixed = text.replace(PART, '');
  if (/[{}]/.test(fixed)) return refuse('unknownPart');
  // What a formula begins with, what a look-up takes for any sign, and what a cell would show otherwise than it is.
  if (/[^\p{L}\p{N}\-_.#/()[\]〔〕【】]/u.test(fixed) || /^[-./]/.test(text)) return refuse('badCharacter');
  const has = (...some: string[]) => some.some((name) => names.includes(name));
  if ((has('mm', 'dd') && !has('yyyy', 'yy', 'roc')) || (has('dd') && !has('mm'))) return refuse('repeats');
  // Digits that touch the running number could be taken for part of it.
  if (/(?:\}|\d)\{n\+?\}|\{n+\+?\}(?:\{|\d)/.test(text)) return refuse('touching');
  const isTight = /(?:\}|\d)\{n/.test(text);

  const [counter = ''] = counters;
  const width = counter.replace('+', '').length;
  const onlySeries = counter.endsWith('+') ? text.replace(PART, (_, name) => (name === counter ? '*' : '?')) : null;
  const regex = new RegExp(
    `^${text
      .split(/(\{[a-z]+\+?\})/)
      .map((piece) => {
        if (!piece.startsWith('{')) return escape(piece);
        if (piece.startsWith('{n'))
          return isTight ? `(?<count>\\d{${width}}|[1-9]\\d{${width}})` : `(?<count>\\d{${width},${MOST_DIGITS}})`;
        return `\\d{${piece.length - 2}}`;
      })
      .join('')}$`,
    'd',
  );
  const isDaily = text === DAILY_PATTERN;
  return done({
    write: (day, count) => fillPattern(shown, day, String(count).padStart(width, '0')),
    // The marks of the daily pattern are those of registers that never heard of patterns.
    seriesOf: (day) => onlySeries ?? (isDaily ? day.replaceAll('-', '') : fillPattern(text, day, '*')),
    read: (number) => {
      const match = regex.exec(number);
      const span = match?.indices?.groups?.['count'];
      if (match === null || span === undefined) return null;
      const series =
        onlySeries ?? (isDaily ? number.slice(0, 8) : `${number.slice(0, span[0])}*${number.slice(span[1])}`);
      return { series, count: Number(match.groups?.['count']) };
    },
  });
}

/** The text of a pattern, or of a piece of one, on a day. */
export function fillPattern(text: string, day: Day, counter: string): string {
  return text.replace(PART, (_, name: string) => (name.startsWith('n') ? counter : partOf(day, name)));
}

/** What stands for `{yyyy}` and the like on a day. */
function partOf(day: Day, name: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  if (name === 'yyyy') return year;
  if (name === 'roc') return String(Number(year) - BEFORE_ROC).padStart(3, '0');
  if (name === 'yy') return year.slice(-2);
  return name === 'mm' ? month : date;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
