import { CellError, type CellValue } from '../../model/cell-value.ts';
import { parseReference } from '../tokens.ts';
import { AreaValue, compareValues, fail, toBoolean, type Matrix, type Result, type Scope } from '../values.ts';
import { wildcard } from './criteria.ts';
import { matrixOf, numberAt, scalarAt, textAt, type FormulaFunction } from './function-types.ts';

/** Exactly: first equal value, texts with wildcards. Otherwise the last one not above the sought value, in a sorted list. */
function indexOf(sought: CellValue, list: readonly CellValue[], exact: boolean): number {
  if (sought instanceof CellError) return fail(sought.code);
  if (exact) {
    const pattern = typeof sought === 'string' && /[*?~]/.test(sought) ? wildcard(sought) : null;
    return list.findIndex((value) => {
      if (pattern) return typeof value === 'string' && pattern.test(value);
      return (
        value !== null &&
        !(value instanceof CellError) &&
        typeof value === typeof (sought ?? 0) &&
        compareValues(value, sought) === 0
      );
    });
  }
  let found = -1;
  for (const [at, value] of list.entries()) {
    if (value === null || value instanceof CellError || typeof value !== typeof sought) continue;
    if (compareValues(value, sought) > 0) break;
    found = at;
  }
  return found;
}

function lookUp(args: Result[], scope: Scope, turn: (matrix: Matrix) => Matrix): CellValue {
  const table = turn(matrixOf(args[1], scope));
  const index = numberAt(args, 2, scope);
  const exact = args.length > 3 && !toBoolean(scalarAt(args, 3, scope));
  const at = indexOf(
    scalarAt(args, 0, scope),
    table.map((line) => line[0] ?? null),
    exact,
  );
  if (at < 0) return fail('#N/A');
  if (index < 1) return fail('#VALUE!');
  const line = table[at] ?? [];
  return index > line.length ? fail('#REF!') : (line[Math.trunc(index) - 1] ?? null);
}

const transpose = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, column) => matrix.map((line) => line[column] ?? null));

function part(area: AreaValue, row: number, column: number, rows: number, columns: number): AreaValue {
  return new AreaValue(area.sheet, { row: area.area.row + row, column: area.area.column + column, rows, columns });
}

export const LOOKUP: Record<string, FormulaFunction> = {
  VLOOKUP: (args, scope) => lookUp(args, scope, (matrix) => matrix),
  HLOOKUP: (args, scope) => lookUp(args, scope, transpose),
  LOOKUP(args, scope) {
    const list = matrixOf(args[1], scope).flat();
    const at = indexOf(scalarAt(args, 0, scope), list, false);
    return at < 0 ? fail('#N/A') : (matrixOf(args[2] ?? args[1], scope).flat()[at] ?? null);
  },
  MATCH(args, scope) {
    const list = matrixOf(args[1], scope).flat();
    const kind = numberAt(args, 2, scope, args.length > 2 ? 0 : 1);
    const at = indexOf(scalarAt(args, 0, scope), list, kind === 0);
    return at < 0 ? fail('#N/A') : at + 1;
  },
  INDEX(args, scope) {
    const [source] = args;
    const first = Math.trunc(numberAt(args, 1, scope, 0));
    const second = args.length > 2 ? Math.trunc(numberAt(args, 2, scope, 0)) : null;
    if (source instanceof AreaValue) {
      const { rows, columns } = source.area;
      const [row, column] =
        second === null ? (rows === 1 ? [1, first] : [first, columns === 1 ? 1 : 0]) : [first, second];
      if (row < 0 || column < 0 || row > rows || column > columns) return fail('#REF!');
      return part(
        source,
        Math.max(0, row - 1),
        Math.max(0, column - 1),
        row === 0 ? rows : 1,
        column === 0 ? columns : 1,
      );
    }
    const matrix = matrixOf(source, scope);
    const [row, column] = second === null && matrix.length === 1 ? [1, first] : [first, second ?? 1];
    return matrix[row - 1]?.[column - 1] ?? fail('#REF!');
  },
  XLOOKUP(args, scope) {
    const list = matrixOf(args[1], scope).flat();
    const at = indexOf(scalarAt(args, 0, scope), list, true);
    if (at < 0) return args[3] === undefined || args[3] === null ? fail('#N/A') : args[3];
    const answers = matrixOf(args[2], scope);
    return answers.length === 1 ? (answers[0]?.[at] ?? null) : [answers[at] ?? [null]];
  },
  OFFSET(args, scope) {
    const [source] = args;
    if (!(source instanceof AreaValue)) return fail('#VALUE!');
    const rows = numberAt(args, 3, scope, source.area.rows);
    const columns = numberAt(args, 4, scope, source.area.columns);
    const moved = part(source, numberAt(args, 1, scope, 0), numberAt(args, 2, scope, 0), rows, columns);
    return moved.area.row < 0 || moved.area.column < 0 || rows < 1 || columns < 1 ? fail('#REF!') : moved;
  },
  INDIRECT(args, scope) {
    const text = textAt(args, 0, scope);
    if (!parseReference(text) && !/^[\p{L}_]/u.test(text)) return fail('#REF!');
    return scope.evaluate(text);
  },
};
