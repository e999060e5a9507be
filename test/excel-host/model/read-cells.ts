import type { Area } from './address.ts';
import { CellError, type CellValue } from './cell-value.ts';
import { displayText, formatCategory } from './number-formats.ts';
import type { Sheet } from './workbook.ts';
import { calculatedValue } from '../formula/calculate.ts';

/** The style that applies at a cell: its own, else its row's, else its column's. */
export function styleAt(sheet: Sheet, row: number, column: number): number {
  const record = sheet.grid.rows.get(row);
  const cell = record?.cells.get(column);
  if (cell) return cell.style;
  if (record?.attributes['customFormat'] === '1') return Number(record.attributes['s'] ?? '0');
  return columnStyle(sheet, column);
}

export function columnStyle(sheet: Sheet, column: number): number {
  const span = sheet.columns.find(({ first, last }) => column >= first && column <= last);
  return Number(span?.attributes['style'] ?? '0');
}

export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  const cell = sheet.grid.get(row, column);
  if (!cell) return null;
  return cell.formula === null ? cell.value : calculatedValue(sheet, row, column, cell);
}

/** As Office.js reports a value: "" for empty, errors by their code ([T Range.values]). */
export function wireValue(value: CellValue): string | number | boolean {
  if (value === null) return '';
  return value instanceof CellError ? value.code : value;
}

export function valueType(value: CellValue): string {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
}

export function textAt(sheet: Sheet, row: number, column: number): string {
  const code = sheet.workbook.styles.numberFormat(styleAt(sheet, row, column));
  return displayText(valueAt(sheet, row, column), code, sheet.workbook.date1904);
}

export function formatAt(sheet: Sheet, row: number, column: number): string {
  return sheet.workbook.styles.numberFormat(styleAt(sheet, row, column));
}

export function categoryAt(sheet: Sheet, row: number, column: number): string {
  return formatCategory(formatAt(sheet, row, column));
}

/** A matrix of the area's shape, one answer a cell. */
export function matrix<T>(area: Area, at: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => at(area.row + row, area.column + column)),
  );
}
