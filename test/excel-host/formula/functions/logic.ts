import { CellError, type CellValue } from '../../model/cell-value.ts';
import {
  AreaValue,
  compareValues,
  fail,
  FormulaError,
  toBoolean,
  toNumber,
  type Result,
  type Scope,
} from '../values.ts';
import { flat, scalarAt, type FormulaFunction, type LazyFunction } from './function-types.ts';

function truths(args: Result[], scope: Scope): boolean[] {
  const values = args.flatMap((arg) => {
    const referenced = arg instanceof AreaValue;
    // Texts and blanks in references do not count.
    return flat([arg], scope).filter(
      (value) => !referenced || typeof value === 'boolean' || typeof value === 'number' || value instanceof CellError,
    );
  });
  return values.length === 0 ? fail('#VALUE!') : values.map(toBoolean);
}

function attempt(arg: (() => Result) | undefined, scope: Scope): CellValue {
  try {
    return arg ? scope.scalar(arg()) : null;
  } catch (error) {
    if (error instanceof FormulaError) return new CellError(error.code);
    throw error;
  }
}

export const LOGIC: Record<string, FormulaFunction> = {
  TRUE: () => true,
  FALSE: () => false,
  NOT: (args, scope) => !toBoolean(scalarAt(args, 0, scope)),
  AND: (args, scope) => truths(args, scope).every(Boolean),
  OR: (args, scope) => truths(args, scope).some(Boolean),
  XOR: (args, scope) => truths(args, scope).filter(Boolean).length % 2 === 1,
};

export const LAZY_FUNCTIONS: Record<string, LazyFunction> = {
  IF([test, yes, no], scope) {
    if (toBoolean(attemptOrFail(test, scope))) return yes ? (yes() ?? 0) : true;
    return no ? (no() ?? 0) : false;
  },
  IFS(args, scope) {
    for (let at = 0; at + 1 < args.length; at += 2) {
      if (toBoolean(attemptOrFail(args[at], scope))) return args[at + 1]?.() ?? 0;
    }
    return fail('#N/A');
  },
  IFERROR([value, fallback], scope) {
    const tried = attempt(value, scope);
    return tried instanceof CellError ? (fallback?.() ?? 0) : tried;
  },
  IFNA([value, fallback], scope) {
    const tried = attempt(value, scope);
    return tried instanceof CellError && tried.code === '#N/A' ? (fallback?.() ?? 0) : tried;
  },
  SWITCH([subject, ...cases], scope) {
    const wanted = attemptOrFail(subject, scope);
    for (let at = 0; at + 1 < cases.length; at += 2) {
      if (compareValues(wanted, attemptOrFail(cases[at], scope)) === 0) return cases[at + 1]?.() ?? 0;
    }
    return cases.length % 2 === 1 ? (cases.at(-1)?.() ?? 0) : fail('#N/A');
  },
  CHOOSE([index, ...choices], scope) {
    const at = Math.trunc(toNumber(attemptOrFail(index, scope)));
    return choices[at - 1]?.() ?? fail('#VALUE!');
  },
  ISERROR: ([value], scope) => attempt(value, scope) instanceof CellError,
  ISERR([value], scope) {
    const tried = attempt(value, scope);
    return tried instanceof CellError && tried.code !== '#N/A';
  },
  ISNA([value], scope) {
    const tried = attempt(value, scope);
    return tried instanceof CellError && tried.code === '#N/A';
  },
  'ERROR.TYPE'([value], scope) {
    const tried = attempt(value, scope);
    const kinds = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'];
    return tried instanceof CellError ? kinds.indexOf(tried.code) + 1 : fail('#N/A');
  },
};

function attemptOrFail(arg: (() => Result) | undefined, scope: Scope): CellValue {
  const value = arg ? scope.scalar(arg()) : null;
  return value instanceof CellError ? fail(value.code) : value;
}
