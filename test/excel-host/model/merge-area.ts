import { intersection, type Area } from './address.ts';
import { isBlank } from './cell-value.ts';
import { refuse } from './host-error.ts';
import { checkAllowed } from './sheet-protection.ts';
import type { Sheet } from './workbook.ts';

/** Merging keeps the first cell that holds something and empties the rest; no change event fires for it (facts 2.2 "change events"). */
export function mergeArea(sheet: Sheet, area: Area, across: boolean): void {
  checkAllowed(sheet, 'formatCells');
  if (sheet.tables.some((table) => intersection(table.area, area) !== null)) refuse('InvalidOperation');
  const lines = across
    ? Array.from({ length: area.rows }, (_, row) => ({ ...area, row: area.row + row, rows: 1 }))
    : [area];
  for (const line of lines) {
    sheet.merges = sheet.merges.filter((merge) => intersection(merge, line) === null);
    if (line.rows * line.columns === 1) continue;
    const filled = [...sheet.grid.cellsIn(line)].filter(({ cell }) => !isBlank(cell));
    const first = filled[0];
    for (const { cell } of filled.slice(1)) Object.assign(cell, { value: null, formula: null, raw: null });
    if (first && (first.row !== line.row || first.column !== line.column)) {
      sheet.grid.set(line.row, line.column, { ...first.cell, raw: null });
      Object.assign(first.cell, { value: null, formula: null, raw: null });
    }
    sheet.merges.push(line);
  }
  sheet.changed.add('merges').add('cells');
  sheet.workbook.notify({ kind: 'structure', sheet, area });
}

/** Every merged area that touches the range is taken apart, as a whole ([T Range.unmerge]). */
export function unmergeArea(sheet: Sheet, area: Area): void {
  checkAllowed(sheet, 'formatCells');
  sheet.merges = sheet.merges.filter((merge) => intersection(merge, area) === null);
  sheet.changed.add('merges');
  sheet.workbook.notify({ kind: 'structure', sheet, area });
}
