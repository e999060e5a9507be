import { isEntireColumn, type Area } from './address.ts';
import { textAt } from './read-cells.ts';
import { setColumnWidth } from './rows-and-columns.ts';
import { usedArea } from './used-area.ts';
import type { Sheet } from './workbook.ts';

/** Characters of the default font a text takes: East Asian letters count twice. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += (letter.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
}

/** An estimate from the texts that the cells show; cells of merged areas do not count, as in Excel. */
export function autofitColumns(sheet: Sheet, area: Area): void {
  const used = usedArea(sheet, isEntireColumn(area) ? null : area, true);
  if (!used) return;
  for (let column = area.column; column < area.column + Math.min(area.columns, 1000); column += 1) {
    let widest = 0;
    for (const { row } of sheet.grid.cellsIn({ ...used, column, columns: 1 })) {
      const merged = sheet.merges.some(
        (merge) =>
          row >= merge.row &&
          row < merge.row + merge.rows &&
          column >= merge.column &&
          column < merge.column + merge.columns,
      );
      if (merged) continue;
      for (const line of textAt(sheet, row, column).split('\n')) widest = Math.max(widest, textWidth(line));
    }
    if (widest > 0) setColumnWidth(sheet, { ...area, column, columns: 1 }, Math.min(255, widest + 1.7) * 5.25);
  }
}
