import { boundingArea, intersection, type Area } from './address.ts';
import { isBlank } from './cell-value.ts';
import type { Sheet } from './workbook.ts';

/**
 * The smallest area round all cells with a value, or (without `valuesOnly`) with a format of their own; null when there is none.
 * Without `valuesOnly` formatted cells count ([T Worksheet.getUsedRange]).
 */
export function usedArea(sheet: Sheet, within: Area | null, valuesOnly: boolean): Area | null {
  let used: Area | null = null;
  for (const [row, record] of sheet.grid.rows) {
    let first = Infinity;
    let last = -1;
    for (const [column, cell] of record.cells) {
      if (isBlank(cell) && (valuesOnly || cell.style === 0)) continue;
      if (column < first) first = column;
      if (column > last) last = column;
    }
    if (last < 0) continue;
    let area: Area | null = { row, column: first, rows: 1, columns: last - first + 1 };
    if (within && (row < within.row || row >= within.row + within.rows)) continue;
    if (within && (first < within.column || last >= within.column + within.columns)) {
      const columns = [...record.cells]
        .filter(([, cell]) => !isBlank(cell) || (!valuesOnly && cell.style !== 0))
        .map(([column]) => column)
        .filter((column) => column >= within.column && column < within.column + within.columns);
      area =
        columns.length === 0
          ? null
          : intersection(area, {
              row,
              column: Math.min(...columns),
              rows: 1,
              columns: Math.max(...columns) - Math.min(...columns) + 1,
            });
    }
    if (area) used = used ? boundingArea(used, area) : area;
  }
  return used;
}

/** The block of cells round an area that is bounded by empty rows and columns ([T Range.getSurroundingRegion]). */
export function surroundingArea(sheet: Sheet, start: Area): Area {
  const filled = (area: Area): boolean => {
    if (area.rows <= 0 || area.columns <= 0 || area.row < 0 || area.column < 0) return false;
    for (const { cell } of sheet.grid.cellsIn(area)) if (!isBlank(cell)) return true;
    return false;
  };
  let area = start;
  for (;;) {
    const { row, column, rows, columns } = area;
    const left = column > 0 ? 1 : 0;
    const wide = { column: column - left, columns: columns + left + 1 };
    const top = row > 0 ? 1 : 0;
    const high = { row: row - top, rows: rows + top + 1 };
    if (top && filled({ row: row - 1, rows: 1, ...wide })) area = { ...area, row: row - 1, rows: rows + 1 };
    else if (filled({ row: row + rows, rows: 1, ...wide })) area = { ...area, rows: rows + 1 };
    else if (left && filled({ column: column - 1, columns: 1, ...high }))
      area = { ...area, column: column - 1, columns: columns + 1 };
    else if (filled({ column: column + columns, columns: 1, ...high })) area = { ...area, columns: columns + 1 };
    else return area;
  }
}
