import { boundingArea, intersection, type Area } from './address.ts';
import { formatAt, styleAt, valueAt, wireValue } from './read-cells.ts';
import { displayText } from './number-formats.ts';
import { heightOf, isColumnHidden, isRowHidden, pixelWidth } from './rows-and-columns.ts';
import type { Sheet } from './workbook.ts';

export interface SnapshotCell {
  row: number;
  column: number;
  value: string | number | boolean;
  formula: string | null;
  text: string;
  fill: string;
  font: { bold: boolean; italic: boolean; color: string; size: number; name: string };
  horizontal: string;
  wrap: boolean;
}

export interface Snapshot {
  area: Area;
  cells: SnapshotCell[];
  merges: Area[];
  columns: { column: number; width: number; hidden: boolean }[];
  rows: { row: number; height: number; hidden: boolean }[];
  tables: { name: string; area: Area }[];
}

/** A plain picture of a part of a sheet, for a grid to draw; only cells that hold something or have a format are listed. */
export function snapshot(sheet: Sheet, area: Area): Snapshot {
  const { styles, date1904 } = sheet.workbook;
  const cells = [...sheet.grid.cellsIn(area)].map(({ row, column }): SnapshotCell => {
    const style = styleAt(sheet, row, column);
    const value = valueAt(sheet, row, column);
    const { bold, italic, color, size, name } = styles.font(style);
    const alignment = styles.alignment(style);
    return {
      row,
      column,
      value: wireValue(value),
      formula: sheet.grid.get(row, column)?.formula ?? null,
      text: displayText(value, formatAt(sheet, row, column), date1904),
      fill: styles.fill(style),
      font: { bold, italic, color, size, name },
      horizontal: alignment['horizontal'] ?? 'general',
      wrap: alignment['wrapText'] === '1',
    };
  });
  const merges = sheet.merges.filter((merge) => intersection(merge, area) !== null);
  const count = (size: number): number[] => Array.from({ length: size }, (_, offset) => offset);
  return {
    area: merges.reduce(boundingArea, area),
    cells,
    merges,
    columns: count(area.columns).map((offset) => {
      const column = area.column + offset;
      return { column, width: pixelWidth(sheet, column), hidden: isColumnHidden(sheet, column) };
    }),
    rows: count(area.rows).map((offset) => {
      const row = area.row + offset;
      return { row, height: heightOf(sheet, row), hidden: isRowHidden(sheet, row) };
    }),
    tables: sheet.tables
      .filter((table) => intersection(table.area, area))
      .map(({ name, area: own }) => ({ name, area: own })),
  };
}
