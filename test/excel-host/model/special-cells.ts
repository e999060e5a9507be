import { intersection, type Area } from './address.ts';
import { CellError, isBlank, type Cell, type CellValue } from './cell-value.ts';
import { valueAt } from './read-cells.ts';
import { isColumnHidden, isRowHidden } from './rows-and-columns.ts';
import { usedArea } from './used-area.ts';
import type { Sheet } from './workbook.ts';

export type SpecialKind = 'Constants' | 'Formulas' | 'Blanks' | 'Visible' | 'ConditionalFormats' | 'DataValidations';

/** "Go to special": the cells of a kind inside the used part of an area, as areas of one row each that are joined downwards. */
export function specialAreas(sheet: Sheet, area: Area, kind: SpecialKind, valueKind: string): Area[] {
  if (kind === 'ConditionalFormats')
    return cut(
      sheet.conditionalFormats.flatMap((format) => format.areas),
      area,
    );
  if (kind === 'DataValidations')
    return cut(
      sheet.validations.flatMap((validation) => validation.areas),
      area,
    );
  const used = usedArea(sheet, null, false);
  const within = used && intersection(used, area);
  if (!within) return [];
  const wanted = (row: number, column: number, cell: Cell | undefined): boolean => {
    if (kind === 'Blanks') return isBlank(cell);
    if (kind === 'Visible') return !isRowHidden(sheet, row) && !isColumnHidden(sheet, column);
    if (isBlank(cell) || (cell?.formula !== null) !== (kind === 'Formulas')) return false;
    return hasKind(valueAt(sheet, row, column), valueKind);
  };
  const areas: Area[] = [];
  for (let row = within.row; row < within.row + within.rows; row += 1) {
    let start = -1;
    for (let column = within.column; column <= within.column + within.columns; column += 1) {
      const inside = column < within.column + within.columns && wanted(row, column, sheet.grid.get(row, column));
      if (inside && start < 0) start = column;
      if (inside || start < 0) continue;
      join(areas, { row, column: start, rows: 1, columns: column - start });
      start = -1;
    }
  }
  return areas;
}

function hasKind(value: CellValue, kind: string): boolean {
  if (kind === 'All') return true;
  if (value instanceof CellError) return kind.includes('Errors');
  if (typeof value === 'boolean') return /logical/i.test(kind);
  return typeof value === 'number' ? /number/i.test(kind) : /text/i.test(kind);
}

function cut(areas: readonly Area[], within: Area): Area[] {
  return areas.map((area) => intersection(area, within)).filter((area): area is Area => area !== null);
}

function join(areas: Area[], line: Area): void {
  const above = areas.find(
    (area) => area.column === line.column && area.columns === line.columns && area.row + area.rows === line.row,
  );
  if (above) above.rows += 1;
  else areas.push(line);
}
