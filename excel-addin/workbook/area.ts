import { columnLetters } from '../../core/register/cell-address.ts';
import type { Area } from '../../core/register/sheet-reading.ts';

/** The client splits larger writes by itself, and rows of later pieces may land outside a table (excel-facts, finding 4). */
export const CELLS_A_WRITE = 1_500;
/** Requests and answers stay far below the web's limit of 5 MB even with long Chinese texts in every row. */
export const CELLS_A_READ = 10_000;
export const CHARACTERS_A_REQUEST = 200_000;

/** Cuts an area into stripes of whole rows with at most `cells` cells each (at least one row). */
export function stripes(area: Area, cells: number): Area[] {
  const height = Math.max(1, Math.floor(cells / area.columnCount));
  const found: Area[] = [];
  for (let done = 0; done < area.rowCount; done += height)
    found.push({ ...area, row: area.row + done, rowCount: Math.min(height, area.rowCount - done) });
  return found;
}

/**
 * Gathers items into groups whose sizes add up to at most `limit`; an item larger than that stands alone. Items are taken as
 * groups are asked for.
 */
export function* groupBySize<T>(items: Iterable<T>, size: (item: T) => number, limit: number): Generator<T[]> {
  let group: T[] = [];
  let room = limit;
  for (const item of items) {
    const need = size(item);
    if (need > room && group.length > 0) {
      yield group;
      group = [];
      room = limit;
    }
    group.push(item);
    room -= need;
  }
  if (group.length > 0) yield group;
}

/** The range that covers an area, on its sheet. */
export function rangeOf(sheet: Excel.Worksheet, area: Area): Excel.Range {
  return sheet.getRangeByIndexes(area.row, area.column, area.rowCount, area.columnCount);
}

/** A range as plain data; its row and column index and counts must be loaded. */
export function areaOf(range: Excel.Range): Area {
  return {
    row: range.rowIndex,
    column: range.columnIndex,
    rowCount: range.rowCount,
    columnCount: range.columnCount,
  };
}

/** An area as `$A$2:$A$9`, for formulas. */
export function absoluteAddress({ row, column, rowCount, columnCount }: Area): string {
  const corner = (r: number, c: number) => `$${columnLetters(c)}$${r + 1}`;
  return `${corner(row, column)}:${corner(row + rowCount - 1, column + columnCount - 1)}`;
}

/** A sheet's name as formulas want it. */
export function quotedSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
