import type { Area } from '../model/address.ts';
import { CellError, type CellValue } from '../model/cell-value.ts';
import { readEntry } from '../model/entry.ts';
import type { Sheet } from '../model/workbook.ts';

/** A reference that has not been read yet. */
export class AreaValue {
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
  ) {}
}

export type Matrix = CellValue[][];
export type Result = CellValue | AreaValue | Matrix;

/** Where a formula stands and how to read cells from there. */
export interface Scope {
  sheet: Sheet;
  row: number;
  column: number;
  /** The matrix of a reference, cut to the used part of its sheet. */
  read(area: AreaValue): Matrix;
  /** The one value an argument stands for; a reference to several cells gives the one in the formula's row or column. */
  scalar(result: Result): CellValue;
  evaluate(formula: string): Result;
  now: Date;
  date1904: boolean;
}

/** Thrown inside an evaluation, becomes the formula's value. */
export class FormulaError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Thrown when a formula uses something that the host cannot compute: the value from the file stays. */
export class NotComputable extends Error {}

export function fail(code: string): never {
  throw new FormulaError(code);
}

export function toNumber(value: CellValue): number {
  if (typeof value === 'number') return value;
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return fail(value.code);
  return numberFromText(value) ?? fail('#VALUE!');
}

/** The date system of the workbook whose formula is being computed: a text that reads as a date counts in it. */
export const dateSystem = { date1904: false };

/** "12", "5%", "2026-03-05", "10:30" count as numbers where a number is wanted. */
export function numberFromText(text: string): number | null {
  if (text.trim() === '' || /^[=']/.test(text)) return null;
  try {
    const entry = readEntry(text.trim(), {
      numberFormat: 'General',
      date1904: dateSystem.date1904,
      currentYear: new Date(0).getUTCFullYear(),
      chineseDates: true,
    });
    return typeof entry.value === 'number' ? entry.value : null;
  } catch {
    return null; // a text that begins as a formula and is none
  }
}

export function toText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof CellError) return fail(value.code);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return numberText(value);
  return value;
}

/** As General shows it when joined to a text: 15 significant digits. */
export function numberText(value: number): string {
  const plain = Number(value.toPrecision(15));
  const text = String(plain);
  return text.includes('e') ? text.replace(/e([+-])(\d)$/, 'E$10$2').replace('e', 'E') : text;
}

export function toBoolean(value: CellValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === null) return false;
  if (value instanceof CellError) return fail(value.code);
  const upper = value.toUpperCase();
  return upper === 'TRUE' ? true : upper === 'FALSE' ? false : fail('#VALUE!');
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

/** Numbers come before texts, texts before booleans; an empty cell is 0, "" or FALSE, whatever it meets. */
export function compareValues(left: CellValue, right: CellValue): number {
  if (left instanceof CellError) return fail(left.code);
  if (right instanceof CellError) return fail(right.code);
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (a === null || b === null) return 0;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function emptyLike(other: CellValue): CellValue {
  if (typeof other === 'string') return '';
  if (typeof other === 'boolean') return false;
  return typeof other === 'number' ? 0 : null;
}
