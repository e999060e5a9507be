import { cellAddress, columnLetters } from './cell-address.ts';
import { formulaAt, isFilled, valueAt } from './column-samples.ts';
import type { LedgerReading } from './ledger-reading.ts';
import type { PlacementReason } from './register-plan.ts';
import type { Area, SheetReading } from './sheet-reading.ts';

/** Header row and data rows of the ledger over all its columns. Rows and columns count from 0. */
export function ledgerArea(ledger: LedgerReading): Area {
  const columns = ledger.columns.map(({ column }) => column);
  const first = Math.min(...columns);
  const top = Math.max(...ledger.headerRows);
  return {
    row: top,
    column: first,
    rowCount: ledger.lastDataRow - top + 1,
    columnCount: Math.max(...columns) - first + 1,
  };
}

/** The table that lies exactly over the ledger, if there is one. */
export function ownTable(sheet: SheetReading, ledger: LedgerReading): SheetReading['tables'][number] | null {
  const area = ledgerArea(ledger);
  return (
    sheet.tables.find(
      ({ area: other, hasHeaders, hasTotals }) =>
        hasHeaders &&
        other.row === area.row &&
        other.column === area.column &&
        other.columnCount === area.columnCount &&
        other.rowCount - (hasTotals ? 1 : 0) === area.rowCount,
    ) ?? null
  );
}

/**
 * Why the ledger cannot become the register where it stands; empty when it can. Besides the obstacles of the reading:
 * cells or merges where the added columns would go, content below that appended rows would part from its data (a lone
 * note after a blank row is not one: it moves down), headers that a table would turn into text. Gathered rows stand nowhere.
 */
export function placementReasons(sheet: SheetReading, ledger: LedgerReading, addedColumns: number): PlacementReason[] {
  if (sheet.gathered !== undefined) return ledger.obstacles.map(({ code, where }) => ({ code, where }));
  const area = ledgerArea(ledger);
  const table = ownTable(sheet, ledger);
  const obstacles = ledger.obstacles.filter(({ code }) => !(table !== null && code === 'autoFilter'));
  return [
    ...obstacles.map(({ code, where }): PlacementReason => ({ code, where })),
    ...gapsInData(ledger, area),
    ...(table?.hasTotals ? [{ code: 'tableWithTotals' as const, where: table.name }] : []),
    ...unreadColumns(ledger, area),
    ...oddHeaders(sheet, area),
    ...cellsToTheRight(sheet, area, addedColumns),
    ...(obstacles.some(({ code }) => code === 'contentBelow') ? [] : contentBelow(sheet, area)),
  ];
}

/** The table must hold complaints from its header to its end, also where the reading named no obstacle. */
function gapsInData({ dataRows, obstacles }: LedgerReading, area: Area): PlacementReason[] {
  if (obstacles.some(({ code }) => code === 'otherRows')) return [];
  const isData = new Set(dataRows);
  const gap = range(area.row + 1, area.rowCount - 1).find((row) => !isData.has(row));
  return gap === undefined ? [] : [{ code: 'otherRows', where: String(gap + 1) }];
}

function unreadColumns(ledger: LedgerReading, area: Area): PlacementReason[] {
  const read = new Set(ledger.columns.map(({ column }) => column));
  return range(area.column, area.columnCount)
    .filter((column) => !read.has(column))
    .map((column) => ({ code: 'unreadColumn', where: columnLetters(column) }));
}

function oddHeaders(sheet: SheetReading, area: Area): PlacementReason[] {
  return range(area.column, area.columnCount)
    .filter((column) => typeof valueAt(sheet, area.row, column) !== 'string')
    .map((column) => ({ code: 'headerNotText', where: cellAddress(area.row, column) }));
}

function cellsToTheRight(sheet: SheetReading, area: Area, addedColumns: number): PlacementReason[] {
  const place = { ...area, column: area.column + area.columnCount, columnCount: addedColumns };
  const filled = firstFilled(sheet, place);
  const others = [...sheet.merges, ...sheet.tables.map((table) => table.area)].filter((other) => overlap(other, place));
  const where = filled ?? others.map(({ row, column }) => cellAddress(row, column))[0];
  return where === undefined ? [] : [{ code: 'cellsToTheRight', where }];
}

function contentBelow(sheet: SheetReading, area: Area): PlacementReason[] {
  if (sheet.used === null) return [];
  const next = area.row + area.rowCount;
  const columns = range(area.column, area.columnCount);
  for (const row of range(next, sheet.used.row + sheet.used.rowCount - next)) {
    const bad = columns.find(
      (column) =>
        isFilled(sheet, row, column) &&
        (row === next || formulaAt(sheet, row, column) !== '' || typeof valueAt(sheet, row, column) !== 'string'),
    );
    if (bad !== undefined) return [{ code: 'contentBelow', where: cellAddress(row, bad) }];
  }
  return [];
}

function firstFilled(sheet: SheetReading, place: Area): string | undefined {
  if (sheet.used === null) return undefined;
  const lastColumn = Math.min(place.column + place.columnCount, sheet.used.column + sheet.used.columnCount);
  for (const row of range(place.row, place.rowCount)) {
    for (let column = place.column; column < lastColumn; column++) {
      if (isFilled(sheet, row, column)) return cellAddress(row, column);
    }
  }
  return undefined;
}

function overlap(a: Area, b: Area): boolean {
  return (
    a.row < b.row + b.rowCount &&
    b.row < a.row + a.rowCount &&
    a.column < b.column + b.columnCount &&
    b.column < a.column + a.columnCount
  );
}

function range(first: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, offset) => first + offset);
}
