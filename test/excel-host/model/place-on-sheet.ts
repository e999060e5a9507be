import { isEntireColumn, isEntireRow, MAX_COLUMNS, MAX_ROWS, type Area } from './address.ts';
import { heightOf, widthOf } from './rows-and-columns.ts';
import type { Sheet } from './workbook.ts';

export interface Place {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Where an area lies on its sheet, in points from the top left corner ([T Range.top]). */
export function placeOfArea(sheet: Sheet, area: Area): Place {
  return {
    top: heightBefore(sheet, area.row),
    left: widthBefore(sheet, area.column),
    width: isEntireRow(area)
      ? MAX_COLUMNS * 48
      : widthBefore(sheet, area.column + area.columns) - widthBefore(sheet, area.column),
    height: isEntireColumn(area)
      ? MAX_ROWS * sheet.defaultRowHeight
      : heightBefore(sheet, area.row + area.rows) - heightBefore(sheet, area.row),
  };
}

function heightBefore(sheet: Sheet, row: number): number {
  let height = row * sheet.defaultRowHeight;
  for (const known of sheet.grid.rows.keys())
    if (known < row) height += heightOf(sheet, known) - sheet.defaultRowHeight;
  return height;
}

function widthBefore(sheet: Sheet, column: number): number {
  let width = 0;
  for (let at = 0; at < column; at += 1) width += widthOf(sheet, at);
  return width;
}

export interface Anchor {
  row: number;
  column: number;
  /** Points from the cell's own corner. */
  down: number;
  across: number;
}

/** The cell under a point of the sheet. */
export function anchorOf(sheet: Sheet, left: number, top: number): Anchor {
  let [row, down] = [0, top];
  for (let height = heightOf(sheet, row); down >= height && row < MAX_ROWS - 1; height = heightOf(sheet, row)) {
    down -= height;
    row += 1;
  }
  let [column, across] = [0, left];
  for (
    let width = widthOf(sheet, column);
    across >= width && column < MAX_COLUMNS - 1;
    width = widthOf(sheet, column)
  ) {
    across -= width;
    column += 1;
  }
  return { row, column, down, across };
}
