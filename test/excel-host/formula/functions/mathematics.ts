import { CellError, type CellValue } from '../../model/cell-value.ts';
import { isRowHidden } from '../../model/rows-and-columns.ts';
import { AreaValue, fail, toNumber, type Result, type Scope } from '../values.ts';
import { criterion } from './criteria.ts';
import { flat, matrixOf, numberAt, numbersOf, scalarAt, type FormulaFunction } from './function-types.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const average = (numbers: readonly number[]): number =>
  numbers.length === 0 ? fail('#DIV/0!') : sum(numbers) / numbers.length;
const maximum = (numbers: readonly number[]): number =>
  numbers.reduce((best, number) => Math.max(best, number), -Infinity);
const minimum = (numbers: readonly number[]): number =>
  numbers.reduce((best, number) => Math.min(best, number), Infinity);

/** Half away from zero, on the decimal digits that a person sees. */
function round(value: number, digits: number, how: (scaled: number) => number = Math.round): number {
  const scaled = Number(`${Math.abs(value)}e${digits}`);
  const usable = Number.isNaN(scaled) ? Math.abs(value) * 10 ** digits : Number(scaled.toPrecision(15));
  return (Math.sign(value) * how(usable)) / 10 ** digits;
}

function sorted(args: readonly Result[], scope: Scope): number[] {
  return numbersOf(args, scope).sort((a, b) => a - b);
}

/** The cells for which every (range, condition) pair holds. */
function matching(pairs: readonly Result[], scope: Scope): boolean[] {
  let hits: boolean[] | null = null;
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const test = criterion(scope.scalar(pairs[at + 1] ?? null));
    const values = matrixOf(pairs[at], scope).flat();
    const own: boolean[] = values.map(test);
    hits = hits === null ? own : hits.map((hit, index) => hit && (own[index] ?? false));
  }
  return hits ?? [];
}

function chosen(target: Result | undefined, pairs: readonly Result[], scope: Scope): number[] {
  const hits = matching(pairs, scope);
  const base = pairs[0];
  const source =
    target instanceof AreaValue && base instanceof AreaValue
      ? new AreaValue(target.sheet, { ...target.area, rows: base.area.rows, columns: base.area.columns })
      : target;
  const width = matrixOf(base, scope)[0]?.length ?? 1;
  const values =
    source instanceof AreaValue ? readLike(source, hits.length / width, width, scope) : matrixOf(source, scope).flat();
  const found = values.filter((_, index) => hits[index]);
  const error = found.find((value): value is CellError => value instanceof CellError);
  if (error) fail(error.code);
  return found.filter((value): value is number => typeof value === 'number');
}

function readLike(source: AreaValue, rows: number, columns: number, scope: Scope): CellValue[] {
  const matrix = scope.read(source);
  return Array.from({ length: rows * columns }, (_, at) => matrix[Math.floor(at / columns)]?.[at % columns] ?? null);
}

const SUBTOTALS: Record<number, (numbers: number[], values: CellValue[]) => number> = {
  1: (numbers) => average(numbers),
  2: (numbers) => numbers.length,
  3: (_, values) => values.filter((value) => value !== null).length,
  4: (numbers) => maximum(numbers),
  5: (numbers) => minimum(numbers),
  9: (numbers) => sum(numbers),
};

export const MATHEMATICS: Record<string, FormulaFunction> = {
  SUM: (args, scope) => sum(numbersOf(args, scope)),
  AVERAGE: (args, scope) => average(numbersOf(args, scope)),
  COUNT: (args, scope) => flat(args, scope).filter((value) => typeof value === 'number').length,
  COUNTA: (args, scope) => flat(args, scope).filter((value) => value !== null).length,
  COUNTBLANK: (args, scope) => {
    const [area] = args;
    const all = area instanceof AreaValue ? area.area.rows * area.area.columns : 0;
    return all - flat(args, scope).filter((value) => value !== null && value !== '').length;
  },
  MAX: (args, scope) => Math.max(...[maximum(numbersOf(args, scope))].map((best) => (best === -Infinity ? 0 : best))),
  MIN: (args, scope) => Math.min(...[minimum(numbersOf(args, scope))].map((best) => (best === Infinity ? 0 : best))),
  MEDIAN(args, scope) {
    const all = sorted(args, scope);
    const middle = all.length >> 1;
    if (all.length === 0) return fail('#NUM!');
    return all.length % 2 === 1 ? (all[middle] ?? 0) : ((all[middle - 1] ?? 0) + (all[middle] ?? 0)) / 2;
  },
  LARGE: (args, scope) => sorted(args.slice(0, 1), scope).reverse()[numberAt(args, 1, scope) - 1] ?? fail('#NUM!'),
  SMALL: (args, scope) => sorted(args.slice(0, 1), scope)[numberAt(args, 1, scope) - 1] ?? fail('#NUM!'),
  RANK(args, scope) {
    const value = numberAt(args, 0, scope);
    const all = sorted(args.slice(1, 2), scope);
    if (!all.includes(value)) return fail('#N/A');
    return numberAt(args, 2, scope, 0) === 0 ? all.filter((other) => other > value).length + 1 : all.indexOf(value) + 1;
  },
  PRODUCT: (args, scope) => numbersOf(args, scope).reduce((total, number) => total * number, 1),
  SUMPRODUCT(args, scope) {
    const matrices = args.map((arg) => matrixOf(arg, scope).flat());
    const [first = []] = matrices;
    return sum(
      first.map((_, at) =>
        matrices.reduce((product, values) => {
          const value = values[at] ?? null;
          if (value instanceof CellError) fail(value.code);
          return product * (typeof value === 'number' ? value : 0);
        }, 1),
      ),
    );
  },
  SUMIF: (args, scope) => sum(chosen(args[2] ?? args[0], args.slice(0, 2), scope)),
  SUMIFS: (args, scope) => sum(chosen(args[0], args.slice(1), scope)),
  COUNTIF: (args, scope) => matching(args.slice(0, 2), scope).filter(Boolean).length,
  COUNTIFS: (args, scope) => matching(args, scope).filter(Boolean).length,
  AVERAGEIF: (args, scope) => average(chosen(args[2] ?? args[0], args.slice(0, 2), scope)),
  AVERAGEIFS: (args, scope) => average(chosen(args[0], args.slice(1), scope)),
  MAXIFS: (args, scope) => Math.max(0, maximum(chosen(args[0], args.slice(1), scope))),
  MINIFS: (args, scope) => {
    const best = minimum(chosen(args[0], args.slice(1), scope));
    return best === Infinity ? 0 : best;
  },
  SUBTOTAL(args, scope) {
    const code = numberAt(args, 0, scope);
    const run = SUBTOTALS[code % 100] ?? fail('#VALUE!');
    const values = args.slice(1).flatMap((arg) => {
      if (!(arg instanceof AreaValue)) return matrixOf(arg, scope).flat();
      return scope.read(arg).flatMap((line, row) => (isRowHidden(arg.sheet, arg.area.row + row) ? [] : line));
    });
    return run(
      values.filter((value): value is number => typeof value === 'number'),
      values,
    );
  },
  ROUND: (args, scope) => round(numberAt(args, 0, scope), numberAt(args, 1, scope, 0)),
  ROUNDUP: (args, scope) => round(numberAt(args, 0, scope), numberAt(args, 1, scope, 0), Math.ceil),
  ROUNDDOWN: (args, scope) => round(numberAt(args, 0, scope), numberAt(args, 1, scope, 0), Math.floor),
  TRUNC: (args, scope) => round(numberAt(args, 0, scope), numberAt(args, 1, scope, 0), Math.floor),
  INT: (args, scope) => Math.floor(numberAt(args, 0, scope)),
  ABS: (args, scope) => Math.abs(numberAt(args, 0, scope)),
  SIGN: (args, scope) => Math.sign(numberAt(args, 0, scope)),
  SQRT: (args, scope) => Math.sqrt(numberAt(args, 0, scope)),
  POWER: (args, scope) => numberAt(args, 0, scope) ** numberAt(args, 1, scope),
  EXP: (args, scope) => Math.exp(numberAt(args, 0, scope)),
  LN: (args, scope) => Math.log(numberAt(args, 0, scope)),
  LOG10: (args, scope) => Math.log10(numberAt(args, 0, scope)),
  PI: () => Math.PI,
  MOD(args, scope) {
    const [value, by] = [numberAt(args, 0, scope), numberAt(args, 1, scope)];
    return by === 0 ? fail('#DIV/0!') : value - by * Math.floor(value / by);
  },
  CEILING: (args, scope) => step(args, scope, Math.ceil),
  FLOOR: (args, scope) => step(args, scope, Math.floor),
  VALUE: (args, scope) => toNumber(scalarAt(args, 0, scope)),
};

function step(args: Result[], scope: Scope, how: (value: number) => number): number {
  const by = numberAt(args, 1, scope, 1);
  return by === 0 ? 0 : how(Number((numberAt(args, 0, scope) / by).toPrecision(15))) * by;
}
