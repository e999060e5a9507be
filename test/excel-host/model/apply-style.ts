import { isEntireColumn, isEntireRow, type Area } from './address.ts';
import { eachColumnSpan } from './rows-and-columns.ts';
import { styleAt } from './read-cells.ts';
import type { StyleChange } from './style-book.ts';
import type { Sheet } from './workbook.ts';

/** Changes the format of an area. Whole columns and rows carry it themselves, so that no million cells are made. */
export function applyStyle(sheet: Sheet, area: Area, change: (row: number, column: number) => StyleChange): void {
  const { styles } = sheet.workbook;
  sheet.changed.add('cells');
  const patchCells = (cells: Iterable<{ row: number; column: number; cell: { style: number } }>): void => {
    for (const { row, column, cell } of cells) cell.style = styles.patch(cell.style, change(row, column));
  };
  if (isEntireColumn(area)) {
    sheet.changed.add('columns');
    eachColumnSpan(sheet, area, (span) => {
      const style = styles.patch(Number(span.attributes['style'] ?? '0'), change(0, span.first));
      span.attributes = { ...span.attributes, style: String(style) };
    });
    patchCells(sheet.grid.cellsIn(area));
    return;
  }
  if (isEntireRow(area)) {
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const record = sheet.grid.row(row);
      const style = styles.patch(Number(record.attributes['s'] ?? '0'), change(row, 0));
      record.attributes = { ...record.attributes, s: String(style), customFormat: '1' };
    }
    patchCells(sheet.grid.cellsIn(area));
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      const style = styles.patch(styleAt(sheet, row, column), change(row, column));
      const cell = sheet.grid.get(row, column);
      if (cell) cell.style = style;
      else sheet.grid.set(row, column, { value: null, formula: null, style, raw: null });
    }
  }
}
