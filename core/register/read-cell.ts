import { fieldKind, type Field } from '../complaint/field.ts';
import { isError } from './cell-signs.ts';
import type { CellFinding } from './finding.ts';
import type { PhoneHabits } from './phone-habits.ts';
import { checkPhone } from './read-phone.ts';
import { readTimeCell } from './read-time-cell.ts';
import { foldText } from '../text/fold-text.ts';
import type { CellValue } from './sheet-reading.ts';
import type { TimeCellOptions, TimeReading } from './time-reading.ts';
import { looksLikeDate, saysNotYet } from './unclear-words.ts';

/** A cell as a value of its field: null when it is empty or cannot be read; what is wrong with it is in `findings`. */
export interface CellReading {
  value: string | null;
  findings: CellFinding[];
}

/** What is known of a cell's column; telephone numbers are read by its habits where they are given. */
export type CellOptions = TimeCellOptions & { phones?: PhoneHabits | null };

const DASH = /^[-–—―/\\.。~]+$/;
/** 无 says something about evidence or a demand, but is no telephone number. */
const NONE = /^(?:无|無|没有|沒有|未留|n\/?a|nil|none|null)$/i;
const LOOSE_TIMES: Field[] = ['dueAt', 'purchaseDate', 'occurredAt'];
/** A whole number keeps 15 digits in a spreadsheet; behind them only zeros are left. */
const KEPT_DIGITS = 15;
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d{1,3}$/i;
const LONGEST_VALUE = 40_000;

/**
 * Reads a cell as its field's value. Times become a day or a moment; all else is the text as written: a leading apostrophe,
 * `_x000D_`, tabs and outer blanks are cleaned away, identifiers and phones keep their digits. A dash counts as
 * empty, so does 无 for a phone or number. Findings: `formulaError`, `numberCut` (a long number of which only the first digits are left), `lostZero`,
 * `phoneWithoutArea`, `badPhone`, `twoPhones`, and for times `unreadableTime`, `impossibleTime`, `ambiguousTime`, `yearAssumed`, `orderDiffers`.
 * Example: `readCell('contactPhone', '1.38E+10', …)` → value null, finding `numberCut`.
 */
export function readCell(field: Field, value: CellValue, format: string, options: CellOptions): CellReading {
  if (isError(value)) {
    return {
      value: null,
      findings: [{ level: 'error', code: 'formulaError', params: { text: String(value).trim() } }],
    };
  }
  switch (fieldKind(field)) {
    case 'time':
      return fromTime(readTimeCell(value, format, options), value, field);
    case 'phone':
      return readPhone(value, options.phones ?? null);
    case 'identifier':
      return readIdentifier(value, format);
    case 'email':
      return { value: withoutNone(written(value, format)), findings: [] };
    case 'amount':
    case 'choice':
    case 'text':
      return { value: written(value, format), findings: [] };
  }
}

/**
 * The reading of a time as value and findings. Only the receipt must be told exactly: a due date is often 尽快, a purchase
 * 2021, and where nothing has been closed yet, words say so; none of that is a mistake.
 */
export function fromTime(reading: TimeReading, written: CellValue, field: Field): CellReading {
  const params = { text: String(written).trim().slice(0, 40) };
  if (!reading.ok) {
    if (reading.code === 'empty') return { value: null, findings: [] };
    if (reading.code !== 'impossible' && isUnderstood(field, written)) return { value: null, findings: [] };
    const level = reading.code === 'ambiguous' ? 'warning' : 'error';
    return { value: null, findings: [{ level, code: `${reading.code}Time`, params }] };
  }
  const told = reading.doubt === 'yearAssumed' || reading.doubt === 'monthDayNumber' ? 'yearAssumed' : reading.doubt;
  const findings: CellFinding[] =
    told === 'yearAssumed' || told === 'orderDiffers'
      ? [
          {
            level: told === 'orderDiffers' ? 'warning' : 'info',
            code: told,
            params: { ...params, value: reading.value },
          },
        ]
      : [];
  return { value: reading.value, findings };
}

function isUnderstood(field: Field, written: CellValue): boolean {
  const folded = foldText(String(written)).folded.trim();
  if (LOOSE_TIMES.includes(field)) return !looksLikeDate(folded);
  return field !== 'receivedAt' && saysNotYet(folded);
}

/** Text as written without what a spreadsheet or an export left around it; null when nothing is left. */
export function cleanText(text: string): string | null {
  const clean = text
    .replaceAll('_x000D_', '\n')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/\t+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^'/, '')
    .trim();
  return clean === '' || DASH.test(clean) ? null : clean.slice(0, LONGEST_VALUE);
}

/** A number as a reader sees it: no exponent, percent where the format says so, leading zeros of a format like 000000. */
function written(value: CellValue, format: string): string | null {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (/^0{2,}$/.test(format) && Number.isInteger(value)) return String(value).padStart(format.length, '0');
  if (format.includes('%')) return `${Number((value * 100).toPrecision(12))}%`;
  return plainNumber(value);
}

/** Digits in full, as a spreadsheet keeps them: 15, then zeros. Dust behind the 12th digit of a fraction is dropped. */
function plainNumber(value: number): string {
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(12)));
  if (Math.abs(value) < 10 ** KEPT_DIGITS) return String(value);
  const [digits = '', exponent = '0'] = value.toExponential(KEPT_DIGITS - 1).split('e');
  return digits.replace('.', '') + '0'.repeat(Number(exponent) - KEPT_DIGITS + 1);
}

function withoutNone(text: string | null): string | null {
  return text === null || NONE.test(text) ? null : text;
}

function readIdentifier(value: CellValue, format: string): CellReading {
  const text = withoutNone(written(value, format));
  if (text === null) return { value: null, findings: [] };
  if (isCut(value, text)) return { value: typeof value === 'number' ? text : null, findings: [cut(text)] };
  return { value: text, findings: [] };
}

function isCut(value: CellValue, text: string): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && text.length > KEPT_DIGITS;
  return SCIENTIFIC.test(text);
}

function cut(text: string): CellFinding {
  return { level: 'error', code: 'numberCut', params: { text } };
}

function readPhone(value: CellValue, habits: PhoneHabits | null): CellReading {
  const said = written(value, 'General');
  const text = withoutNone(said);
  if (text === null) {
    return {
      value: null,
      findings: said === null ? [] : [{ level: 'info', code: 'badPhone', params: { text: said } }],
    };
  }
  if (isCut(value, text)) return { value: null, findings: [cut(text)] };
  const { findings, isReachable } = checkPhone(text, { isNumber: typeof value === 'number', habits });
  return { value: isReachable ? text : null, findings };
}
