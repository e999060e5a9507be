import { translateFormula } from '../formula/translate.ts';
import { isBlank, type Cell } from './cell-value.ts';
import { styleAt, valueAt } from './read-cells.ts';
import { checkWritable } from './sheet-protection.ts';
import type { Area } from './address.ts';
import type { Sheet } from './workbook.ts';

interface Place {
  sheet: Sheet;
  area: Area;
}

export interface CopyOptions {
  type: 'All' | 'Formulas' | 'Values' | 'Formats';
  skipBlanks: boolean;
  transpose: boolean;
}

/**
 * Copies a block; a target that is larger is filled with whole repetitions, one that is smaller grows ([T Range.copyFrom]).
 * Relative references of formulas move along.
 */
export function copyArea(from: Place, to: Place, options: CopyOptions): void {
  const { transpose, type, skipBlanks } = options;
  const height = transpose ? from.area.columns : from.area.rows;
  const width = transpose ? from.area.rows : from.area.columns;
  const rows = to.area.rows % height === 0 ? to.area.rows : height;
  const columns = to.area.columns % width === 0 ? to.area.columns : width;
  const area = { ...to.area, rows, columns };
  checkWritable(to.sheet, area);
  const copied: { row: number; column: number; cell: Cell }[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const sourceRow = from.area.row + (transpose ? column % width : row % height);
      const sourceColumn = from.area.column + (transpose ? row % height : column % width);
      const source = from.sheet.grid.get(sourceRow, sourceColumn);
      if (skipBlanks && isBlank(source)) continue;
      const targetRow = area.row + row;
      const targetColumn = area.column + column;
      const existing = to.sheet.grid.get(targetRow, targetColumn);
      const ownStyle = styleAt(to.sheet, targetRow, targetColumn);
      const keepsContent = type === 'Formats';
      const takesStyle = type === 'All' || type === 'Formats';
      const formula =
        source?.formula && type !== 'Values' && !keepsContent
          ? `=${translateFormula(source.formula.slice(1), targetRow - sourceRow, targetColumn - sourceColumn)}`
          : null;
      copied.push({
        row: targetRow,
        column: targetColumn,
        cell: {
          value: keepsContent ? (existing?.value ?? null) : valueAt(from.sheet, sourceRow, sourceColumn),
          formula: keepsContent ? (existing?.formula ?? null) : formula,
          style: takesStyle ? styleAt(from.sheet, sourceRow, sourceColumn) : ownStyle,
          raw: null,
        },
      });
    }
  }
  for (const { row, column, cell } of copied) {
    if (cell.value === null && cell.formula === null && cell.style === 0) to.sheet.grid.remove(row, column);
    else to.sheet.grid.set(row, column, cell);
    if (cell.formula !== null) to.sheet.hasFormulas = true;
  }
  to.sheet.changed.add('cells');
  to.sheet.workbook.notify({
    kind: 'cells',
    sheet: to.sheet,
    area,
    changeType: 'RangeEdited',
    shift: 'None',
    details: null,
  });
}
