import { mapReferences, type Reference, type ReferenceCorner } from '../formula/tokens.ts';
import { elementsOf } from '../xml/xml-tree.ts';
import { MAX_COLUMNS, MAX_ROWS, type Area } from './address.ts';
import { moveArea, type Shift } from './move-area.ts';
import type { Sheet } from './workbook.ts';

/** References to moved cells follow, in every formula, rule and name of the workbook; what pointed at deleted cells is #REF!. */
export function moveFormulas(moved: Sheet, shift: Shift): void {
  const { workbook } = moved;
  const rewrite = (formula: string, home: Sheet | null): string =>
    mapReferences(formula, (reference) => {
      const sheet = reference.sheet === null ? home : workbook.sheetNamed(reference.sheet);
      return sheet === moved ? moveReference(reference, shift) : reference;
    });
  for (const sheet of workbook.sheets) {
    if (sheet.hasFormulas) rewriteCells(sheet, (formula) => rewrite(formula, sheet));
    for (const validation of sheet.validations) {
      if (validation.formula1 !== null) validation.formula1 = rewrite(validation.formula1, sheet);
      if (validation.formula2 !== null) validation.formula2 = rewrite(validation.formula2, sheet);
    }
    for (const { rule } of sheet.conditionalFormats) {
      for (const node of elementsOf(rule, 'formula')) {
        node.children = node.children.map((child) => (typeof child === 'string' ? rewrite(child, sheet) : child));
      }
    }
  }
  for (const name of workbook.names) {
    const formula = rewrite(name.formula, name.sheet);
    if (formula === name.formula) continue;
    name.formula = formula;
    workbook.changed.names = true;
  }
}

function rewriteCells(sheet: Sheet, rewrite: (formula: string) => string): void {
  for (const record of sheet.grid.rows.values()) {
    for (const cell of record.cells.values()) {
      if (cell.formula === null) continue;
      const formula = `=${rewrite(cell.formula.slice(1))}`;
      if (formula === cell.formula) continue;
      cell.formula = formula;
      cell.raw = null;
      sheet.changed.add('cells');
    }
  }
}

function moveReference(reference: Reference, shift: Shift): Reference | null {
  const { first, last } = reference;
  const area = referenceArea(first, last);
  const moved = moveArea(area, shift);
  if (!moved) return null;
  const corner = (old: ReferenceCorner, row: number, column: number): ReferenceCorner => ({
    ...old,
    row: old.row === null ? null : row,
    column: old.column === null ? null : column,
  });
  return {
    sheet: reference.sheet,
    first: corner(first, moved.row, moved.column),
    last: last && corner(last, moved.row + moved.rows - 1, moved.column + moved.columns - 1),
  };
}

export function referenceArea(first: ReferenceCorner, last: ReferenceCorner | null): Area {
  const end = last ?? first;
  const row = Math.min(first.row ?? 0, end.row ?? 0);
  const column = Math.min(first.column ?? 0, end.column ?? 0);
  return {
    row,
    column,
    rows: Math.max(first.row ?? MAX_ROWS - 1, end.row ?? MAX_ROWS - 1) - row + 1,
    columns: Math.max(first.column ?? MAX_COLUMNS - 1, end.column ?? MAX_COLUMNS - 1) - column + 1,
  };
}
