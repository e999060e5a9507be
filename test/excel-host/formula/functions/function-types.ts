import { CellError, type CellValue } from '../../model/cell-value.ts';
import { AreaValue, fail, toNumber, toText, type Matrix, type Result, type Scope } from '../values.ts';

export type FormulaFunction = (args: Result[], scope: Scope) => Result;
export type LazyFunction = (args: (() => Result)[], scope: Scope) => Result;

export function matrixOf(result: Result | undefined, scope: Scope): Matrix {
  if (result instanceof AreaValue) return scope.read(result);
  return Array.isArray(result) ? result : [[result ?? null]];
}

export function flat(args: readonly Result[], scope: Scope): CellValue[] {
  return args.flatMap((arg) => matrixOf(arg, scope).flat());
}

export function scalarAt(args: readonly Result[], at: number, scope: Scope): CellValue {
  const arg = args[at];
  return arg === undefined ? null : scope.scalar(arg);
}

export function numberAt(args: readonly Result[], at: number, scope: Scope, fallback?: number): number {
  const value = scalarAt(args, at, scope);
  if (value === null && fallback !== undefined) return fallback;
  return toNumber(value);
}

export function textAt(args: readonly Result[], at: number, scope: Scope): string {
  return toText(scalarAt(args, at, scope));
}

/**
 * The numbers that an aggregate counts: of references only real numbers, of written arguments also what can be read as one. An error
 * anywhere is the result.
 */
export function numbersOf(args: readonly Result[], scope: Scope): number[] {
  const numbers: number[] = [];
  for (const arg of args) {
    const direct = !(arg instanceof AreaValue) && !Array.isArray(arg);
    for (const value of matrixOf(arg, scope).flat()) {
      if (value instanceof CellError) fail(value.code);
      if (typeof value === 'number') numbers.push(value);
      else if (direct && value !== null) numbers.push(toNumber(value));
    }
  }
  return numbers;
}
