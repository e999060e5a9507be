import { columnLetters } from '../../core/register/cell-address.ts';
import type { Area } from '../../core/register/sheet-reading.ts';

/** The client splits larger writes by itself, and rows of later pieces may land outside a table (excel-facts, finding 4). */
export const CELLS_A_WRITE = 1_500;
/** Requests and answers stay far below the web's limit of 5 MB even with long Chinese texts in every row. */
export const CELLS_A_READ = 10_000;
export const CHARACTERS_A_REQUEST = 400_000;

/** Cuts an area into stripes of whole rows with at most `cells` cells each (at least one row). */
export function stripes(area: Area, cells: number): Area[] {
  const height = Math.max(1, Math.floor(cells / area.columnCount));
  const found: Area[] = [];
  for (let done = 0; done < area.rowCount; done += height)
    found.push({ ...area, row: area.row + done, rowCount: Math.min(height, area.rowCount - done) });
  return found;
}

/** Gathers items into groups whose sizes add up to at most `limit`; an item larger than that stands alone. */
export function groupBySize<T>(items: T[], size: (item: T) => number, limit: number): T[][] {
  const groups: T[][] = [];
  let room = 0;
  for (const item of items) {
    const need = size(item);
    const last = groups.at(-1);
    if (last === undefined || need > room) {
      groups.push([item]);
      room = limit - need;
    } else {
      last.push(item);
      room -= need;
    }
  }
  return groups;
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
