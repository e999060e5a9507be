import { foldText } from '../text/fold-text.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** How far below a value is looked for again. */
const SEARCHED_BELOW = 80;
const FEWEST_CELLS = 2;
/** Of the filled cells of a row, how many may be dates, numbers or words that come again before it is data. */
const MOST_DATA = 0.3;

/**
 * True when a row holds values rather than names of columns: numbers and dates, phones and ids, prose, or words that come
 * again in their own column below (电话, 已结案), as a label never does. The header printed again further down does not count.
 * In `labelled` columns stand labels that a rule knows: those may be long and bear numbers (12345工单编号).
 */
export function isDataLikeRow(grid: SheetGrid, row: number, labelled?: ReadonlyMap<number, unknown>): boolean {
  const cells = filledCells(grid, row);
  if (cells.length < FEWEST_CELLS) return false;
  const below = rowsBelow(grid, row);
  const values = cells.filter(
    ({ column, text, value }) =>
      typeof value === 'number' ||
      (isLikeValue(text) && labelled?.has(column) !== true) ||
      below.some((other) => grid.text(other, column) === text && !isSameRow(grid, other, cells)),
  );
  return values.length > Math.max(1, cells.length * MOST_DATA);
}

interface FilledCell {
  column: number;
  text: string;
  value: unknown;
}

function filledCells(grid: SheetGrid, row: number): FilledCell[] {
  const cells: FilledCell[] = [];
  for (let column = grid.left; column <= grid.right; column++) {
    const text = grid.text(row, column);
    if (text !== '') cells.push({ column, text, value: grid.value(row, column) });
  }
  return cells;
}

function isLikeValue(text: string): boolean {
  return /\d{3,}|\d[-/.:]\d/.test(foldText(text).folded) || text.length > 40;
}

function rowsBelow(grid: SheetGrid, row: number): number[] {
  const count = Math.max(0, Math.min(SEARCHED_BELOW, grid.bottom - row));
  return Array.from({ length: count }, (_, index) => row + 1 + index);
}

/** A header printed again on each page stands there with all its labels. */
function isSameRow(grid: SheetGrid, other: number, cells: readonly FilledCell[]): boolean {
  const same = cells.filter(({ column, text }) => grid.text(other, column) === text).length;
  return same > cells.length * 0.8;
}
