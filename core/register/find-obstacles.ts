import type { DataRowsFound } from './find-data-rows.ts';
import type { HeaderFound } from './find-header.ts';
import type { LedgerColumn, Obstacle } from './ledger-reading.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { Area, SheetReading } from './sheet-reading.ts';

/**
 * What stands in the way of laying a native table over the ledger and of appending below it. `otherRows` are those
 * between the complaints; a total, legend or note right below them leaves a new row no room. Row numbers shown count from 1.
 */
export function findObstacles(
  sheet: SheetReading,
  grid: SheetGrid,
  header: HeaderFound,
  rows: DataRowsFound,
  columns: readonly LedgerColumn[],
): Obstacle[] {
  const area = ledgerArea(header, rows);
  const obstacles: Obstacle[] = [];
  const add = (code: Obstacle['code'], where: string) => obstacles.push({ code, where });
  if (header.rows.length > 1) add('severalHeaderRows', rowSpan(header.rows));
  const merge = sheet.merges.find((each) => overlaps(each, area));
  if (merge !== undefined) add('mergedCells', address(merge));
  if (rows.otherRows.length > 0) add('otherRows', rowList(rows.otherRows.map(({ row }) => row)));
  if (rows.rowBelow !== null) add('contentBelow', firstCell(grid, rows.rowBelow));
  const table = sheet.tables.find((each) => overlaps(each.area, area));
  if (table !== undefined && !isExactly(table.area, area)) add('otherTable', table.name);
  if (sheet.autoFilter !== null && table === undefined && overlaps(sheet.autoFilter, area))
    add('autoFilter', address(sheet.autoFilter));
  if (sheet.isProtected) add('protected', sheet.name);
  const headerRow = header.rows.at(-1) ?? 0;
  const duplicate = columns.find(
    ({ header: label }, index) => label !== '' && columns.findIndex((each) => sameLabel(each.header, label)) < index,
  );
  if (duplicate !== undefined) add('duplicateHeaders', cellAddress(headerRow, duplicate.column));
  const empty = columns.find(({ header: label }) => label === '');
  if (empty !== undefined) add('emptyHeader', cellAddress(headerRow, empty.column));
  const formula = columns.find(({ column }) => grid.formula(headerRow, column) !== '');
  if (formula !== undefined) add('formulaHeader', cellAddress(headerRow, formula.column));
  if (sheet.date1904) add('date1904', sheet.name);
  return obstacles;
}

function sameLabel(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function ledgerArea(header: HeaderFound, { dataRows }: DataRowsFound): Area {
  const row = header.rows[0] ?? 0;
  const last = dataRows.at(-1) ?? row;
  return {
    row,
    column: header.firstColumn,
    rowCount: last - row + 1,
    columnCount: header.lastColumn - header.firstColumn + 1,
  };
}

function overlaps(left: Area, right: Area): boolean {
  return (
    left.row < right.row + right.rowCount &&
    right.row < left.row + left.rowCount &&
    left.column < right.column + right.columnCount &&
    right.column < left.column + left.columnCount
  );
}

function isExactly(left: Area, right: Area): boolean {
  return (
    left.row === right.row &&
    left.column === right.column &&
    left.rowCount === right.rowCount &&
    left.columnCount === right.columnCount
  );
}

function address(area: Area): string {
  const first = cellAddress(area.row, area.column);
  const last = cellAddress(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

function firstCell(grid: SheetGrid, row: number): string {
  let column = grid.left;
  while (column < grid.right && grid.text(row, column) === '') column++;
  return cellAddress(row, column);
}

function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function rowSpan(rows: readonly number[]): string {
  return `${(rows[0] ?? 0) + 1}–${(rows.at(-1) ?? 0) + 1}`;
}

function rowList(rows: readonly number[]): string {
  const shown = rows.slice(0, 5).map((row) => String(row + 1));
  return rows.length > 5 ? `${shown.join(', ')} …` : shown.join(', ');
}
