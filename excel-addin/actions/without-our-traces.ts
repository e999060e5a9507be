import type { Area, SheetReading } from '../../core/register/sheet-reading.ts';
import type { PendingPlan } from '../workbook/register-memory.ts';

/**
 * The workbook as it was before an unfinished plan began: without the sheets, the table and the columns that the plan had
 * made by then. What stands right of the ledger in its rows is ours, since the plan had made sure that nothing was there.
 */
export function withoutOurTraces(sheets: SheetReading[], { plan, sheetsBefore }: PendingPlan): SheetReading[] {
  return sheets
    .filter(({ name }) => sheetsBefore.includes(name))
    .map((sheet) =>
      plan.placement.kind === 'inPlace' && sheet.name === plan.placement.sheet ? cut(sheet, plan) : sheet,
    );
}

function cut(sheet: SheetReading, { table, firstAdded }: PendingPlan['plan']): SheetReading {
  const firstOurs = table.area.column + firstAdded;
  const isTable = (name: string) => name === table.name;
  return {
    ...sheet,
    ...cutCells(sheet, { ...table.area, column: firstOurs, columnCount: table.area.columnCount - firstAdded }),
    tables: sheet.tables
      .filter(({ name, area }) => table.exists || !(isTable(name) || sameArea(area, table.area)))
      .map((found) => (isTable(found.name) ? { ...found, area: { ...found.area, columnCount: firstAdded } } : found)),
  };
}

/** Blanks our cells and takes away the columns at the right end that are empty then, as the host's used range would. */
function cutCells(
  { used, values, formulas, numberFormats }: SheetReading,
  ours: Area,
): Pick<SheetReading, 'used' | 'values' | 'formulas' | 'numberFormats'> {
  if (used === null) return { used, values, formulas, numberFormats };
  const inside = (row: number, column: number) =>
    row + used.row >= ours.row &&
    row + used.row < ours.row + ours.rowCount &&
    column + used.column >= ours.column &&
    column + used.column < ours.column + ours.columnCount;
  const blanked = values.map((row, r) => row.map((value, c) => (inside(r, c) ? '' : value)));
  const width = Math.max(1, ...blanked.map((row) => row.findLastIndex((value) => value !== '') + 1));
  const narrow = <T>(rows: T[][], blank: T) =>
    rows.map((row, r) => row.slice(0, width).map((cell, c) => (inside(r, c) ? blank : cell)));
  return {
    used: { ...used, columnCount: width },
    values: blanked.map((row) => row.slice(0, width)),
    formulas: narrow(formulas, ''),
    numberFormats: narrow(numberFormats, 'General'),
  };
}

function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;
}
