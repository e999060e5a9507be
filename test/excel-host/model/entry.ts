import { CellError, ERROR_CODES, type CellValue } from './cell-value.ts';
import { refuse } from './host-error.ts';
import { checkedSerial } from './serial-date.ts';
import { tokenize } from '../formula/tokens.ts';

/** What typing a text into a cell makes of it. */
export interface Entry {
  value: CellValue;
  formula: string | null;
  /** The format that typing brings along; only a cell with the format General takes it. */
  numberFormat?: string;
  quotePrefix?: boolean;
}

export interface EntryContext {
  numberFormat: string;
  date1904: boolean;
  /** For dates without a year. */
  currentYear: number;
  /** Also the date forms of a Chinese Excel (2024年3月5日), as when it opens a .csv. */
  chineseDates?: boolean;
}

/**
 * The rules of `Range.values` in en-US ([T Range.values][#6687]): `=`, `+`, `-` begin a formula, numbers, dates, times, booleans
 * and errors are recognised, `'` keeps text and is not stored, a cell formatted `@` keeps everything as text.
 */
export function readEntry(text: string, context: EntryContext): Entry {
  if (text === '') return { value: null, formula: null };
  if (context.numberFormat === '@') return { value: text, formula: null };
  if (text.startsWith("'")) return { value: text.slice(1), formula: null, quotePrefix: true };
  const number = readNumber(text);
  if (number) return number;
  if (/^[=+-]./s.test(text)) return readFormula(text);
  const upper = text.trim().toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return { value: upper === 'TRUE', formula: null };
  if (ERROR_CODES.includes(upper)) return { value: new CellError(upper), formula: null };
  return readDateTime(text.trim(), context) ?? { value: text, formula: null };
}

function readFormula(text: string): Entry {
  const body = text.startsWith('=') ? text.slice(1) : text;
  checkFormula(body);
  return { value: null, formula: `=${body}` };
}

/** Excel refuses a text that begins as a formula and is none: InvalidArgument ([K], facts Appendix B4). */
export function checkFormula(body: string): void {
  const tokens = tokenize(body);
  const depth = tokens?.reduce((open, token) => (open < 0 ? open : open + bracket(token.text)), 0);
  const broken =
    !tokens || depth !== 0 || /[-+*/^&=<>,(]\s*$/.test(body) || adjacentOperands(tokens.map((t) => t.kind));
  if (broken) refuse('InvalidArgument', `The formula "=${body.slice(0, 80)}" cannot be read.`);
  if (body.length > 8192) refuse('FormulaLengthExceedsLimit');
}

function bracket(text: string): number {
  if (text === '(' || text === '{') return 1;
  return text === ')' || text === '}' ? -1 : 0;
}

function adjacentOperands(kinds: string[]): boolean {
  const operands = new Set(['number', 'string', 'error', 'name', 'structured']);
  const dense = kinds.filter((kind) => kind !== 'space');
  return dense.some((kind, at) => operands.has(kind) && operands.has(dense[at + 1] ?? ''));
}

const NUMBER =
  /^\s*([+-]?)\s*([$¥￥€£]?)\s*([+-]?)((?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d+))?\s*(%?)\s*$/;

function readNumber(text: string): Entry | null {
  const bracketed = /^\s*\(([^()]+)\)\s*$/.exec(text)?.[1];
  const match = NUMBER.exec(bracketed ?? text);
  if (!match) return null;
  const [, sign = '', currency = '', innerSign = '', digits = '', exponent, percent] = match;
  if (sign !== '' && innerSign !== '') return null;
  const plain = Number(fifteenDigits(digits.replace(/,/g, '')) + (exponent === undefined ? '' : `e${exponent}`));
  if (!Number.isFinite(plain)) return null;
  const size = percent ? plain / 100 : plain;
  const negative = sign === '-' || innerSign === '-' || bracketed !== undefined;
  const entry: Entry = { value: negative ? -size : size, formula: null };
  if (percent) entry.numberFormat = digits.includes('.') ? '0.00%' : '0%';
  else if (exponent !== undefined) entry.numberFormat = '0.00E+00';
  else if (currency !== '') entry.numberFormat = digits.includes('.') ? `${currency}#,##0.00` : `${currency}#,##0`;
  else if (digits.includes(',')) entry.numberFormat = digits.includes('.') ? '#,##0.00' : '#,##0';
  return entry;
}

/** Excel keeps 15 significant digits; those behind become zeros, so that an 18-digit number loses its last three. */
function fifteenDigits(digits: string): string {
  let kept = 0;
  return digits.replace(/\d/g, (digit) => ((kept > 0 || digit !== '0') && ++kept > 15 ? '0' : digit));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function readDateTime(text: string, context: EntryContext): Entry | null {
  const split = /^(.*?)(?:(?:\s+|T)?(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*([AP]M)?)?$/i.exec(text);
  if (!split) return null;
  const [, datePart = '', hour, minute, second, half] = split;
  const time = hour === undefined ? null : timeFraction(Number(hour), Number(minute), Number(second ?? '0'), half);
  if (hour !== undefined && time === null) return null;
  const clock = second === undefined ? 'h:mm' : 'h:mm:ss';
  if (datePart === '' && time !== null) {
    return { value: time, formula: null, numberFormat: half ? `${clock} AM/PM` : clock };
  }
  const date = readDate(datePart.trim(), context);
  if (!date) return null;
  if (time === null) return { value: date.serial, formula: null, numberFormat: date.format };
  return { value: date.serial + time, formula: null, numberFormat: 'm/d/yyyy h:mm' };
}

function timeFraction(hour: number, minute: number, second: number, half: string | undefined): number | null {
  if (minute > 59 || second >= 60 || (half !== undefined && (hour > 12 || hour === 0))) return null;
  const hours = half === undefined ? hour : (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
  return (hours * 3600 + minute * 60 + second) / 86_400;
}

function readDate(text: string, context: EntryContext): { serial: number; format: string } | null {
  const parts = dateParts(text, context);
  if (!parts) return null;
  const [year, month, day, format] = parts;
  const full = year < 30 ? year + 2000 : year < 100 ? year + 1900 : year;
  const serial = checkedSerial(full, month, day, context.date1904);
  return serial === null ? null : { serial, format };
}

function dateParts(text: string, context: EntryContext): [number, number, number, string] | null {
  const iso = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[3]), Number(iso[4]), 'm/d/yyyy'];
  const american = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (american) return [Number(american[4]), Number(american[1]), Number(american[3]), 'm/d/yyyy'];
  const yearless = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (yearless) return [context.currentYear, Number(yearless[1]), Number(yearless[2]), 'd-mmm'];
  const dayFirst = /^(\d{1,2})[- ]([A-Za-z]{3,9})(?:[- ,]+(\d{4}|\d{2}))?$/.exec(text);
  if (dayFirst) return named(dayFirst[3], dayFirst[2], dayFirst[1], context);
  const monthFirst = /^([A-Za-z]{3,9})[- ](\d{1,2})(?:,?\s*(\d{4}))?$/.exec(text);
  if (monthFirst) return named(monthFirst[3], monthFirst[1], monthFirst[2], context);
  const chinese = context.chineseDates ? /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text) : null;
  return chinese ? [Number(chinese[1]), Number(chinese[2]), Number(chinese[3]), 'yyyy"年"m"月"d"日"'] : null;
}

function named(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
  context: EntryContext,
): [number, number, number, string] | null {
  const folded = (name ?? '').toLowerCase();
  const month = MONTHS.indexOf(folded.slice(0, 3)) + 1;
  const whole = [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ];
  if (month === 0 || (folded.length > 3 && whole[month - 1] !== folded)) return null;
  return [
    year === undefined ? context.currentYear : Number(year),
    month,
    Number(day),
    year === undefined ? 'd-mmm' : 'd-mmm-yy',
  ];
}
