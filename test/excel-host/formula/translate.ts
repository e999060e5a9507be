import { mapReferences, type ReferenceCorner } from './tokens.ts';

/** The formula (without `=`) as it reads when copied by so many rows and columns: relative references move along. */
export function translateFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  const move = (corner: ReferenceCorner): ReferenceCorner => ({
    ...corner,
    row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
    column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
  });
  return mapReferences(formula, (reference) => ({
    sheet: reference.sheet,
    first: move(reference.first),
    last: reference.last && move(reference.last),
  }));
}
