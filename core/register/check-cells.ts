import { fieldKind, type Field } from '../complaint/field.ts';
import { isDitto, isError, looksLikeFormula } from './cell-signs.ts';
import { isNumberText, numberWithUnit, type ColumnHabits } from './column-habits.ts';
import type { Finding } from './finding.ts';
import type { SheetGrid } from './sheet-grid.ts';

type Told = Omit<Finding, 'row' | 'column' | 'field'>;

const WIDE = /[０-９Ａ-Ｚａ-ｚ]/;
const LONGEST_SHOWN = 40;
const DASH = /^[-–—―/\\~]+$/;

/**
 * What is odd about how the cells of a row are written, judged by the habits of their columns: outer blanks, full-width
 * digits, numbers kept as text, text that begins like a formula, 同上, misspelt or undecided words of a list, a missing
 * telephone number. Each with a fix where one is sure. The values themselves are read elsewhere, whatever is told here.
 */
export function checkCells(
  grid: SheetGrid,
  row: number,
  habits: readonly ColumnHabits[],
  aboveOf: (row: number, column: number) => number,
): Finding[] {
  return habits.flatMap((habit) => {
    const { column, fields } = habit.column;
    const field = fields[0] ?? null;
    const place = { row, column, field };
    if (needsPhoneHere(grid, row, habit)) return [{ level: 'warning', code: 'missingContact', ...place, params: {} }];
    const value = grid.value(row, column);
    if (typeof value === 'number') return wordFindings(String(value), habit).map((told) => ({ ...told, ...place }));
    if (typeof value !== 'string' || value.trim() === '' || isError(value) || grid.formula(row, column) !== '')
      return [];
    if (field !== null && isDitto(value)) return [{ ...ditto(grid, aboveOf(row, column), column), ...place }];
    return [...writingFindings(value, field, habit), ...wordFindings(value, habit)].map((told) => ({
      ...told,
      ...place,
    }));
  });
}

function ditto(grid: SheetGrid, above: number, column: number): Told {
  const value = grid.shown(above, column);
  const text = String(value).trim();
  const isSure = text !== '' && !isDitto(text) && typeof value !== 'boolean';
  return { level: 'info', code: 'ditto', params: { value: short(text) }, ...(isSure ? { fix: { value } } : {}) };
}

function writingFindings(value: string, field: Field | null, habit: ColumnHabits): Told[] {
  const told: Told[] = [];
  const trimmed = value.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
  const text = short(trimmed);
  if (field !== null && habit.isTrimmed && trimmed !== value && !/[\r\n]/.test(value))
    told.push({ level: 'info', code: 'strayBlanks', params: { text }, fix: { value: trimmed } });
  const kind = field === null ? null : fieldKind(field);
  const narrow = trimmed.normalize('NFKC');
  const isWide = WIDE.test(value) && habit.isHalfWidth;
  if (isWide) told.push({ level: 'info', code: 'fullWidth', params: { text }, fix: { value: narrow } });
  if (habit.holdsNumbers && isNumberText(value) && (!isWide || kind === 'amount')) {
    const number = Number(narrow.replaceAll(',', ''));
    told.push({ level: 'info', code: 'numberAsText', params: { text }, fix: { value: number } });
  }
  const counted = habit.isUnitless ? numberWithUnit(value) : null;
  if (counted !== null) told.push({ level: 'info', code: 'numberAsText', params: { text }, fix: { value: counted } });
  if (kind !== 'phone' && kind !== 'time' && looksLikeFormula(value))
    told.push({ level: 'info', code: 'formulaLike', params: { text } });
  return told;
}

function wordFindings(value: string, { words, tellsUndecided, isFull }: ColumnHabits): Told[] {
  if (tellsUndecided && isFull && DASH.test(value.trim()))
    return [{ level: 'warning', code: 'undecided', params: { value: short(value.trim()) } }];
  const verdict = words?.(value) ?? null;
  if (verdict === null) return [];
  const text = short(value.trim());
  switch (verdict.kind) {
    case 'misspelled': {
      const { usual } = verdict;
      return [{ level: 'warning', code: 'misspelled', params: { value: text, usual }, fix: { value: usual } }];
    }
    case 'undecided':
      return tellsUndecided ? [{ level: 'warning', code: 'undecided', params: { value: text } }] : [];
    case 'two':
      return tellsUndecided ? [{ level: 'warning', code: 'twoChoices', params: { value: text } }] : [];
    case 'stranger':
      return tellsUndecided ? [{ level: 'info', code: 'notListed', params: { value: text } }] : [];
  }
}

function needsPhoneHere(grid: SheetGrid, row: number, { needsPhone, column }: ColumnHabits): boolean {
  if (!needsPhone) return false;
  const text = String(grid.shown(row, column.column)).trim();
  if (column.fields.length > 1) return text === '' || !/\d/.test(text.normalize('NFKC'));
  return text === '' || /^[-–—―/\\.~]+$/.test(text);
}

function short(text: string): string {
  return text.slice(0, LONGEST_SHOWN);
}
