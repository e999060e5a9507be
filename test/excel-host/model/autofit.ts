import { isEntireColumn, type Area } from './address.ts';
import { textAt, valueAt } from './read-cells.ts';
import { isColumnHidden, setColumnWidth, widthOf } from './rows-and-columns.ts';
import { usedArea } from './used-area.ts';
import type { Sheet } from './workbook.ts';
import { without } from './without.ts';

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

const POINTS_PER_CHARACTER = 5.25;
const PADDING = 2;
const HIGHEST = 409.5;
/** A line's height by the size of its letters, with room for fonts of Chinese. */
const LINE_A_POINT = 1.5;

/**
 * An estimate from the lines that texts break into; merged cells do not count, as in Excel. The height is no one's own (no
 * `customHeight`), so that Excel fits it again when texts change.
 */
export function autofitRows(sheet: Sheet, area: Area): void {
  const { styles } = sheet.workbook;
  const inMerge = new Set(
    sheet.merges.flatMap(({ row, rows, column, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)} ${column + (at % columns)}`),
    ),
  );
  const widths = new Map<number, number>();
  const charactersOf = (column: number): number => {
    const known = widths.get(column);
    if (known !== undefined) return known;
    const width = isColumnHidden(sheet, column) ? Infinity : widthOf(sheet, column) / POINTS_PER_CHARACTER - PADDING;
    widths.set(column, width);
    return width;
  };
  for (const row of sheet.grid.rowsIn(area)) {
    const record = sheet.grid.row(row);
    let height = sheet.defaultRowHeight;
    for (const [column, { style }] of record.cells) {
      if (valueAt(sheet, row, column) === null || inMerge.has(`${row} ${column}`)) continue;
      const wraps = styles.alignment(style)['wrapText'] === '1' && typeof valueAt(sheet, row, column) === 'string';
      const lines = wraps ? linesOf(textAt(sheet, row, column), charactersOf(column), styles.font(style).bold) : 1;
      if (lines > 1) height = Math.max(height, lines * styles.font(style).size * LINE_A_POINT);
    }
    const ht = String(Math.min(HIGHEST, Math.round(height * 4) / 4));
    record.attributes = { ...without(record.attributes, 'customHeight'), ht };
  }
  sheet.changed.add('cells');
}

/** Bold letters take a tenth more. */
function linesOf(text: string, width: number, isBold: boolean): number {
  const room = Math.max(1, isBold ? width / 1.1 : width);
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / room)), 0);
}
