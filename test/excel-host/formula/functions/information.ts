import { CellError } from '../../model/cell-value.ts';
import { columnName, quoteSheet } from '../../model/address.ts';
import { AreaValue, fail, toNumber } from '../values.ts';
import { numberAt, scalarAt, textAt, type FormulaFunction } from './function-types.ts';

export const INFORMATION: Record<string, FormulaFunction> = {
  ISBLANK: (args, scope) => scalarAt(args, 0, scope) === null,
  ISNUMBER: (args, scope) => typeof scalarAt(args, 0, scope) === 'number',
  ISTEXT: (args, scope) => typeof scalarAt(args, 0, scope) === 'string',
  ISNONTEXT: (args, scope) => typeof scalarAt(args, 0, scope) !== 'string',
  ISLOGICAL: (args, scope) => typeof scalarAt(args, 0, scope) === 'boolean',
  ISEVEN: (args, scope) => Math.trunc(toNumber(scalarAt(args, 0, scope))) % 2 === 0,
  ISODD: (args, scope) => Math.trunc(toNumber(scalarAt(args, 0, scope))) % 2 !== 0,
  ISREF: ([arg]) => arg instanceof AreaValue,
  NA: () => fail('#N/A'),
  N(args, scope) {
    const value = scalarAt(args, 0, scope);
    return typeof value === 'number' ? value : value === true ? 1 : value instanceof CellError ? fail(value.code) : 0;
  },
  T(args, scope) {
    const value = scalarAt(args, 0, scope);
    return typeof value === 'string' ? value : '';
  },
  TYPE(args, scope) {
    const value = scalarAt(args, 0, scope);
    if (value instanceof CellError) return 16;
    if (typeof value === 'string') return 2;
    return typeof value === 'boolean' ? 4 : 1;
  },
  ROW: ([arg], scope) => (arg instanceof AreaValue ? arg.area.row : scope.row) + 1,
  COLUMN: ([arg], scope) => (arg instanceof AreaValue ? arg.area.column : scope.column) + 1,
  ADDRESS(args, scope) {
    const [row, column] = [String(numberAt(args, 0, scope)), columnName(numberAt(args, 1, scope) - 1)];
    const kind = numberAt(args, 2, scope, 1);
    const place = `${kind % 2 === 1 ? '$' : ''}${column}${kind <= 2 ? '$' : ''}${row}`;
    return args.length > 4 ? `${quoteSheet(textAt(args, 4, scope))}!${place}` : place;
  },
  ROWS: ([arg]) => (arg instanceof AreaValue ? arg.area.rows : Array.isArray(arg) ? arg.length : 1),
  COLUMNS: ([arg]) => (arg instanceof AreaValue ? arg.area.columns : Array.isArray(arg) ? (arg[0]?.length ?? 1) : 1),
};
