import type { Area, CellValue, SheetReading } from './sheet-reading.ts';

/** Access to a sheet's cells by their place on the sheet, from 0; outside of the used range all is empty. */
export interface SheetGrid {
  top: number;
  bottom: number;
  left: number;
  right: number;
  value: (row: number, column: number) => CellValue;
  /** The value as trimmed text, `''` when empty. */
  text: (row: number, column: number) => string;
  formula: (row: number, column: number) => string;
  format: (row: number, column: number) => string;
  /** The merged area that covers the cell; null for most. */
  mergeAt: (row: number, column: number) => Area | null;
  /** The value that a reader sees in the cell: that of the merged area's first cell when it is merged. */
  shown: (row: number, column: number) => CellValue;
}

/** Lays an index over a sheet reading. */
export function sheetGrid(sheet: SheetReading): SheetGrid {
  const used = sheet.used ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const merged = new Map<number, Map<number, Area>>();
  for (const area of sheet.merges) {
    const lastRow = Math.min(area.row + area.rowCount, used.row + used.rowCount) - 1;
    const lastColumn = Math.min(area.column + area.columnCount, used.column + used.columnCount) - 1;
    for (let row = area.row; row <= lastRow; row++) {
      const inRow = merged.get(row) ?? new Map<number, Area>();
      merged.set(row, inRow);
      for (let column = area.column; column <= lastColumn; column++) inRow.set(column, area);
    }
  }
  const value = (row: number, column: number) => sheet.values[row - used.row]?.[column - used.column] ?? '';
  const mergeAt = (row: number, column: number) => merged.get(row)?.get(column) ?? null;
  return {
    top: used.row,
    bottom: used.row + used.rowCount - 1,
    left: used.column,
    right: used.column + used.columnCount - 1,
    value,
    text: (row, column) => String(value(row, column)).trim(),
    formula: (row, column) => sheet.formulas[row - used.row]?.[column - used.column] ?? '',
    format: (row, column) => sheet.numberFormats[row - used.row]?.[column - used.column] ?? 'General',
    mergeAt,
    shown: (row, column) => {
      const area = mergeAt(row, column);
      return area === null ? value(row, column) : value(area.row, area.column);
    },
  };
}
