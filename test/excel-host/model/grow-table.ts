import { contains, intersection, sameArea, type Area } from './address.ts';
import { isBlank } from './cell-value.ts';
import { translateFormula } from '../formula/translate.ts';
import { columnStyle } from './read-cells.ts';
import type { Sheet, Table } from './workbook.ts';

/**
 * Writing directly below a table makes it grow, as typing there does: only over cells that were empty, where no data validation of
 * the cells below stands in the way, not on a protected sheet, not below a totals row, and only down to the row before the first row
 * that the block leaves blank ([D excel/co-authoring-in-excel-add-ins.md][#3013][#3191], facts 2.2 "add rows").
 */
export function growTableBelow(sheet: Sheet, written: Area, wasEmpty: boolean): void {
  if (!wasEmpty || sheet.protection || !sheet.workbook.autoExpandTables) return;
  const table = sheet.tables.find(
    ({ area, hasTotals }) =>
      !hasTotals &&
      written.row === area.row + area.rows &&
      written.column >= area.column &&
      written.column + written.columns <= area.column + area.columns,
  );
  if (!table) return;
  const rows = filledRows(sheet, written);
  const { area } = table;
  const added: Area = { row: area.row + area.rows, column: area.column, rows, columns: area.columns };
  if (rows === 0 || blocked(sheet, table, added, written)) return;
  extendTable(sheet, table, rows);
}

function filledRows(sheet: Sheet, written: Area): number {
  for (let offset = 0; offset < written.rows; offset += 1) {
    const line = { ...written, row: written.row + offset, rows: 1 };
    const filled = [...sheet.grid.cellsIn(line)].some(({ cell }) => !isBlank(cell));
    if (!filled) return offset;
  }
  return written.rows;
}

function blocked(sheet: Sheet, table: Table, added: Area, written: Area): boolean {
  const foreign = [...sheet.grid.cellsIn(added)].some(
    ({ row, column, cell }) => !isBlank(cell) && !contains(written, { row, column, rows: 1, columns: 1 }),
  );
  const hits = (areas: readonly Area[]): boolean => areas.some((area) => intersection(area, added) !== null);
  return (
    foreign ||
    hits(sheet.merges) ||
    hits(sheet.tables.filter((other) => other !== table).map((other) => other.area)) ||
    sheet.validations.some((validation) => hits(validation.areas))
  );
}

/** Adds rows at the table's end: formats, calculated columns, lists and conditional formats of full columns go along. */
export function extendTable(sheet: Sheet, table: Table, rows: number): void {
  const body = bodyArea(table);
  const lastRow = body.row + body.rows - 1;
  const firstNew = table.area.row + table.area.rows;
  table.area = { ...table.area, rows: table.area.rows + rows };
  table.changed = true;
  sheet.changed.add('tables');
  sheet.changed.add('cells');
  for (let offset = 0; offset < table.area.columns; offset += 1) {
    const column = table.area.column + offset;
    const above = sheet.grid.get(lastRow, column);
    const calculated = isCalculatedColumn(sheet, body, column) ? (above?.formula ?? null) : null;
    for (let row = firstNew; row < firstNew + rows; row += 1) {
      const cell = sheet.grid.get(row, column);
      const style = above?.style ?? columnStyle(sheet, column);
      if (calculated !== null && isBlank(cell)) {
        const formula = `=${translateFormula(calculated.slice(1), row - lastRow, 0)}`;
        sheet.grid.set(row, column, { value: null, formula, style, raw: null });
      } else if (cell) {
        if (cell.style === columnStyle(sheet, column)) cell.style = style;
      } else if (style !== 0) {
        sheet.grid.set(row, column, { value: null, formula: null, style, raw: null });
      }
    }
  }
  growRules(sheet, body, rows);
  growCharts(sheet, body, rows);
  sheet.workbook.notify({ kind: 'structure', sheet, area: table.area });
}

/** Every cell of the column holds the same formula, seen from its own row. */
function isCalculatedColumn(sheet: Sheet, body: Area, column: number): boolean {
  const first = sheet.grid.get(body.row, column)?.formula ?? null;
  if (first === null) return false;
  for (let offset = 1; offset < body.rows; offset += 1) {
    const expected = `=${translateFormula(first.slice(1), offset, 0)}`;
    if (sheet.grid.get(body.row + offset, column)?.formula !== expected) return false;
  }
  return true;
}

/** Rules that covered the whole height of the old body, within its columns, cover the new rows too. */
function growRules(sheet: Sheet, body: Area, rows: number): void {
  const grow = (areas: Area[]): Area[] =>
    areas.map((area) =>
      area.row <= body.row &&
      area.row + area.rows === body.row + body.rows &&
      intersection(area, body) !== null &&
      sameArea({ ...area, row: body.row, rows: body.rows }, { ...body, column: area.column, columns: area.columns })
        ? { ...area, rows: area.rows + rows }
        : area,
    );
  for (const validation of sheet.validations) {
    const grown = grow(validation.areas);
    if (grown.some((area, at) => area !== validation.areas[at])) {
      validation.areas = grown;
      sheet.changed.add('validations');
    }
  }
  for (const format of sheet.conditionalFormats) {
    const grown = grow(format.areas);
    if (grown.some((area, at) => area !== format.areas[at])) {
      format.areas = grown;
      sheet.changed.add('conditionalFormats');
    }
  }
}

/** A series over the whole height of the table's body takes the new rows in, as in Excel ([K]). */
function growCharts(sheet: Sheet, body: Area, rows: number): void {
  for (const other of sheet.workbook.sheets) {
    for (const chart of other.charts) {
      for (const reference of chart.series.flatMap(({ values, categories }) => [values, categories])) {
        if (reference?.sheet !== sheet || !contains(body, reference.area)) continue;
        if (reference.area.row !== body.row || reference.area.rows !== body.rows) continue;
        reference.area = { ...reference.area, rows: body.rows + rows };
        chart.changed ||= chart.whole;
        other.changed.add('charts');
      }
    }
  }
}

export function bodyArea(table: Table): Area {
  const top = table.hasHeaders ? 1 : 0;
  return {
    ...table.area,
    row: table.area.row + top,
    rows: table.area.rows - top - (table.hasTotals ? 1 : 0),
  };
}
