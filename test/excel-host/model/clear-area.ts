import { applyStyle } from './apply-style.ts';
import { removeHyperlinks } from './hyperlinks.ts';
import { deletePivot } from './pivot/place-pivot.ts';
import { contains, isEntireColumn, subtractArea, type Area } from './address.ts';
import { columnStyle } from './read-cells.ts';
import { checkAllowed, checkWritable } from './sheet-protection.ts';
import { eachColumnSpan } from './rows-and-columns.ts';
import { without } from './without.ts';
import type { Sheet } from './workbook.ts';

export type ClearKind = 'All' | 'Formats' | 'Contents' | 'Hyperlinks' | 'RemoveHyperlinks';

/** Empties cells, or takes their formats, or both; `All` and `Formats` also end rules that lie on them, as Excel's Clear does. */
export function clearArea(sheet: Sheet, area: Area, kind: ClearKind): void {
  // Clearing the whole of a pivot takes it away ([K]); a part of one is refused with the other writes.
  for (const pivot of kind === 'All' || kind === 'Contents' ? [...sheet.pivots] : []) {
    if (contains(area, pivot.area)) deletePivot(sheet, pivot);
  }
  if (kind !== 'Formats' || sheet.protection) checkWritable(sheet, area);
  if (kind === 'Hyperlinks' || kind === 'RemoveHyperlinks' || kind === 'All') removeHyperlinks(sheet, area);
  if (kind === 'Hyperlinks') return; // the looks stay, only RemoveHyperlinks takes them ([T Excel.ClearApplyTo])
  if (kind === 'RemoveHyperlinks') {
    applyStyle(sheet, area, () => ({ font: { color: '000000', underline: 'none' } }));
    return;
  }
  const formats = kind !== 'Contents';
  if (formats && isEntireColumn(area)) {
    eachColumnSpan(sheet, area, (span) => {
      span.attributes = without(span.attributes, 'style');
    });
    sheet.changed.add('columns');
  }
  for (const { row, column, cell } of [...sheet.grid.cellsIn(area)]) {
    if (kind !== 'Formats') Object.assign(cell, { value: null, formula: null, raw: null });
    if (formats) cell.style = 0;
    if (cell.value === null && cell.formula === null && cell.style === columnStyle(sheet, column))
      sheet.grid.remove(row, column);
  }
  if (formats) {
    sheet.conditionalFormats = sheet.conditionalFormats
      .map((format) => ({ ...format, areas: format.areas.flatMap((covered) => subtractArea(covered, area)) }))
      .filter((format) => format.areas.length > 0);
    sheet.changed.add('conditionalFormats');
    if (kind === 'All') {
      for (const validation of sheet.validations) {
        validation.areas = validation.areas.flatMap((covered) => subtractArea(covered, area));
      }
      sheet.changed.add('validations');
    }
  }
  sheet.changed.add('cells');
  if (kind === 'Formats') sheet.workbook.notify({ kind: 'format', sheet, area });
  else sheet.workbook.notify({ kind: 'cells', sheet, area, changeType: 'RangeEdited', shift: 'None', details: null });
}

/** Gives cells the plain style; rules and validations on them stay. */
export function takeStyles(sheet: Sheet, area: Area): void {
  checkAllowed(sheet, 'formatCells');
  for (let column = area.column; column < area.column + area.columns; column += 1) {
    const isPlainColumn = columnStyle(sheet, column) === 0;
    for (let row = area.row; row < area.row + area.rows; row += 1) {
      const cell = sheet.grid.get(row, column);
      if (cell) cell.style = 0;
      else if (!isPlainColumn) sheet.grid.set(row, column, { value: null, formula: null, style: 0, raw: null });
      if (isPlainColumn && cell?.value === null && cell.formula === null) sheet.grid.remove(row, column);
    }
  }
  sheet.changed.add('cells');
  sheet.workbook.notify({ kind: 'format', sheet, area });
}
