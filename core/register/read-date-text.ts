import type { DateOrder, DateReading, TimeDoubt, TimeHints } from './time-reading.ts';

const SEPARATOR = String.raw`\s*[-/.,\\·。、–—~_\s]\s*`;
const END = String.raw`\s*[日号]?[.,]?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAME = String.raw`(${MONTHS.join('|')})[a-z]*\.?`;
const WEEKDAY =
  /\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([一二三四五六日]\)|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satur|sat|sun)(?:day)?\b\.?,?/g;

/** A remark behind the date: 2024.3.5(补登). */
const REMARK = /\s*\([^()\d]*\)\s*$/;

/** 2024 年 3 月 5 日, 2024--3-5, 5/3/'24. */
const BLANK_BEFORE_UNIT = /\s+(?=[年月日号])/g;
const DOUBLED = /([-/.])(?=\1)|'(?=\d\d$)/g;
/** What is left behind a date when the time of day is taken away, or was meant as a full stop: 05/03/2024 - 2pm. */
const LEFT_BEHIND = /(?<=\d)[\s.,;–—-]+$/;

type Groups = string[];
type Form = [pattern: RegExp, read: (groups: Groups, hints: TimeHints) => DateReading];

/** Every way a date is written, strictest first. The whole text must match. */
const FORMS: Form[] = [
  [whole(String.raw`(?:公元|西元)?(\d{4})(?:${SEPARATOR}|年\s*)(\d{1,2})(?:${SEPARATOR}|月\s*)(\d{1,2})${END}`), ymd],
  [
    whole(
      String.raw`(?:中华)?(?:民国|roc)\s*(\d{1,3})(?:${SEPARATOR}|年\s*)(\d{1,2})(?:${SEPARATOR}|月\s*)(\d{1,2})${END}`,
    ),
    roc,
  ],
  [whole(String.raw`(1[0-4]\d)(?:${SEPARATOR}|年\s*)(\d{1,2})(?:${SEPARATOR}|月\s*)(\d{1,2})${END}`), roc],
  [whole(String.raw`(\d{2})年\s*(\d{1,2})(?:${SEPARATOR}|月\s*)(\d{1,2})${END}`), shortYear],
  [whole(String.raw`((?:19|20)\d{2})(\d{2})(\d{2})`), ymd],
  [whole(String.raw`(?:民国|roc)?\s*(1[0-4]\d)(\d{2})(\d{2})`), roc],
  [whole(String.raw`(\d{2})(\d{2})(\d{2})`), shortYear],
  [
    whole(String.raw`(\d{1,2})${SEPARATOR}(\d{1,2})${SEPARATOR}(\d{4})`),
    ([first = '', second = '', year = ''], hints) => byOrder(Number(first), Number(second), Number(year), hints),
  ],
  [whole(String.raw`(\d{1,2})${SEPARATOR}(\d{1,2})${SEPARATOR}(\d{2})`), threeShort],
  [whole(String.raw`(\d{2})${SEPARATOR}(\d{1,2})${SEPARATOR}(\d)`), shortYear],
  [
    whole(String.raw`(\d{1,2})(?:st|nd|rd|th)?(?:${SEPARATOR}|\s*of\s*)?${MONTH_NAME}(?:${SEPARATOR})?(\d{4}|\d{2})?`),
    ([day = '', month = '', year], hints) => named(year, month, day, hints),
  ],
  [
    whole(String.raw`${MONTH_NAME}(?:${SEPARATOR})?(\d{1,2})(?:st|nd|rd|th)?(?:${SEPARATOR}(\d{4}))?`),
    ([month = '', day = '', year], hints) => named(year, month, day, hints),
  ],
  [
    whole(String.raw`(\d{4})(?:${SEPARATOR}|年\s*)${MONTH_NAME}${SEPARATOR}(\d{1,2})`),
    ([year = '', month = '', day = ''], hints) => named(year, month, day, hints),
  ],
  [
    whole(String.raw`(\d{1,2})月\s*(\d{1,2})${END}`),
    ([month = '', day = ''], hints) => withoutYear(Number(month), Number(day), hints),
  ],
  [whole(String.raw`(\d{1,2})${SEPARATOR}(\d{1,2})`), twoShort],
  [
    whole(
      String.raw`(?:(?:19|20)\d{2})(?:年|(?:${SEPARATOR}|年\s*)\d{1,2}月?)?|\d{1,2}月(?:份)?|${MONTH_NAME}${SEPARATOR}\d{4}`,
    ),
    () => ({ ok: false, code: 'ambiguous' }),
  ],
];

/**
 * Reads a date from folded text without a time of day: Gregorian and ROC years, Chinese numerals, month names, all
 * separators in use, with or without a year. A date of three or two short numbers needs the column's order unless only
 * one order is possible. `ambiguous` when order, year or day cannot be known. Nothing is checked against the calendar
 * here except to tell orders apart. Example: `113.3.5` → 2024-03-05.
 */
export function readDateText(folded: string, hints: TimeHints): DateReading {
  const plain = folded.replace(WEEKDAY, ' ').replace(REMARK, '').replace(BLANK_BEFORE_UNIT, '').replace(DOUBLED, '');
  const text = arabic(plain.replace(LEFT_BEHIND, '')).trim();
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    if (match !== null) return read(match.slice(1), hints);
  }
  return { ok: false, code: 'unreadable' };
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

function found(year: number, month: number, day: number, doubt: TimeDoubt | null = null): DateReading {
  return { ok: true, date: { year, month, day, doubt } };
}

function ymd([year, month, day]: Groups): DateReading {
  return found(Number(year), Number(month), Number(day));
}

/** Years of the Republic of China count from 1912 = 1. */
function roc([year, month, day]: Groups): DateReading {
  return found(Number(year) + 1911, Number(month), Number(day));
}

function shortYear([year, month, day]: Groups): DateReading {
  return found(century(Number(year)), Number(month), Number(day), 'twoDigitYear');
}

function century(year: number): number {
  return year < 70 ? 2000 + year : 1900 + year;
}

function byOrder(first: number, second: number, year: number, { orderHint }: TimeHints): DateReading {
  const dayFirst = second <= 12;
  const monthFirst = first <= 12;
  if (dayFirst && monthFirst && first !== second) {
    if (orderHint === 'dmy') return found(year, second, first, 'orderAssumed');
    if (orderHint === 'mdy') return found(year, first, second, 'orderAssumed');
    return { ok: false, code: 'ambiguous' };
  }
  const wrongWay =
    orderHint !== null && orderHint !== 'ymd' && first !== second && orderHint !== (dayFirst ? 'dmy' : 'mdy');
  const doubt = wrongWay && (dayFirst || monthFirst) ? 'orderDiffers' : null;
  return monthFirst && !dayFirst ? found(year, first, second, doubt) : found(year, second, first, doubt);
}

function threeShort(groups: Groups, hints: TimeHints): DateReading {
  const [first = 0, second = 0, third = 0] = groups.map(Number);
  const readings: Record<DateOrder, [number, number, number]> = {
    ymd: [century(first), second, third],
    dmy: [century(third), second, first],
    mdy: [century(third), first, second],
  };
  const possible = (Object.keys(readings) as DateOrder[]).filter((order) => isPlausible(...readings[order]));
  const chosen = hints.orderHint !== null && possible.includes(hints.orderHint) ? hints.orderHint : possible[0];
  if (chosen === undefined) return { ok: false, code: 'impossible' };
  if (chosen !== hints.orderHint && possible.length > 1) return { ok: false, code: 'ambiguous' };
  return found(
    ...readings[chosen],
    hints.orderHint === null || chosen === hints.orderHint ? 'twoDigitYear' : 'orderDiffers',
  );
}

function isPlausible(year: number, month: number, day: number): boolean {
  return year >= 1990 && year < 2050 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

function named(year: string | undefined, month: string, day: string, hints: TimeHints): DateReading {
  const number = MONTHS.indexOf(month) + 1;
  if (year === undefined) return withoutYear(number, Number(day), hints);
  return year.length === 2 ? shortYear([year, String(number), day]) : found(Number(year), number, Number(day));
}

function twoShort(groups: Groups, hints: TimeHints): DateReading {
  const [first = 0, second = 0] = groups.map(Number);
  if (hints.orderHint === 'dmy') return withoutYear(second, first, hints);
  if (hints.orderHint !== null || second > 12) return withoutYear(first, second, hints);
  return first > 12 ? withoutYear(second, first, hints) : { ok: false, code: 'ambiguous' };
}

function withoutYear(month: number, day: number, { yearHint }: TimeHints): DateReading {
  if (month < 1 || month > 12 || day < 1 || day > 31) return { ok: false, code: 'impossible' };
  return yearHint === null ? { ok: false, code: 'ambiguous' } : found(yearHint, month, day, 'yearAssumed');
}

const DIGITS = '零一二三四五六七八九';

/** 二〇二四年十二月三十一日 → 2024年12月31日. */
function arabic(text: string): string {
  return text.replace(/元月/g, '1月').replace(/[〇零一二三四五六七八九十廿卅\d]+(?=\s*[年月日号])/g, (run) => {
    const tens = /^([二三四五六七八九])?(十|廿|卅)([一二三四五六七八九])?$/.exec(run);
    if (tens === null)
      return run.replace(/[〇零一二三四五六七八九]/g, (digit) => String(Math.max(0, DIGITS.indexOf(digit))));
    const [, ten, mark, unit] = tens;
    const value = mark === '廿' ? 20 : mark === '卅' ? 30 : 10 * (ten === undefined ? 1 : DIGITS.indexOf(ten));
    return String(value + (unit === undefined ? 0 : DIGITS.indexOf(unit)));
  });
}
