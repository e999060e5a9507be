import { displayText } from '../../model/number-formats.ts';
import { fail, toText, type Result, type Scope } from '../values.ts';
import { wildcard } from './criteria.ts';
import { flat, matrixOf, numberAt, scalarAt, textAt, type FormulaFunction } from './function-types.ts';

function position(args: Result[], scope: Scope, pattern: (sought: string) => RegExp): number {
  const text = textAt(args, 1, scope);
  const start = numberAt(args, 2, scope, 1);
  if (start < 1) return fail('#VALUE!');
  const found = pattern(textAt(args, 0, scope)).exec(text.slice(start - 1));
  return found ? found.index + start : fail('#VALUE!');
}

const escaped = (text: string): RegExp => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));

export const TEXTS: Record<string, FormulaFunction> = {
  LEN: (args, scope) => textAt(args, 0, scope).length,
  LEFT: (args, scope) => textAt(args, 0, scope).slice(0, Math.max(0, numberAt(args, 1, scope, 1))),
  RIGHT(args, scope) {
    const count = numberAt(args, 1, scope, 1);
    return count <= 0 ? '' : textAt(args, 0, scope).slice(-count);
  },
  MID(args, scope) {
    const start = numberAt(args, 1, scope);
    const count = numberAt(args, 2, scope);
    return start < 1 || count < 0 ? fail('#VALUE!') : textAt(args, 0, scope).slice(start - 1, start - 1 + count);
  },
  TRIM: (args, scope) => textAt(args, 0, scope).replace(/ +/g, ' ').replace(/^ | $/g, ''),
  CLEAN: (args, scope) => textAt(args, 0, scope).replace(/[\u0000-\u001F]/g, ''),
  UPPER: (args, scope) => textAt(args, 0, scope).toUpperCase(),
  LOWER: (args, scope) => textAt(args, 0, scope).toLowerCase(),
  PROPER: (args, scope) =>
    textAt(args, 0, scope)
      .toLowerCase()
      .replace(/(^|[^\p{L}])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  CONCATENATE: (args, scope) => args.map((arg) => toText(scope.scalar(arg))).join(''),
  CONCAT: (args, scope) => flat(args, scope).map(toText).join(''),
  TEXTJOIN(args, scope) {
    const skip = scalarAt(args, 1, scope) !== false;
    const texts = flat(args.slice(2), scope).map(toText);
    return texts.filter((text) => !skip || text !== '').join(textAt(args, 0, scope));
  },
  TEXT(args, scope) {
    const value = scalarAt(args, 0, scope);
    return displayText(value ?? 0, textAt(args, 1, scope), scope.date1904);
  },
  FIND: (args, scope) => position(args, scope, escaped),
  SEARCH: (args, scope) => position(args, scope, (sought) => wildcard(sought, false)),
  SUBSTITUTE(args, scope) {
    const [text, old, replacement] = [textAt(args, 0, scope), textAt(args, 1, scope), textAt(args, 2, scope)];
    if (old === '') return text;
    const which = scalarAt(args, 3, scope);
    if (which === null) return text.split(old).join(replacement);
    let seen = 0;
    return text
      .split(old)
      .reduce((joined, piece, at) => (at === 0 ? piece : joined + (++seen === which ? replacement : old) + piece), '');
  },
  REPLACE(args, scope) {
    const text = textAt(args, 0, scope);
    const start = numberAt(args, 1, scope) - 1;
    return text.slice(0, start) + textAt(args, 3, scope) + text.slice(start + numberAt(args, 2, scope));
  },
  REPT: (args, scope) => textAt(args, 0, scope).repeat(Math.max(0, Math.trunc(numberAt(args, 1, scope)))),
  EXACT: (args, scope) => textAt(args, 0, scope) === textAt(args, 1, scope),
  CHAR: (args, scope) => String.fromCharCode(numberAt(args, 0, scope)),
  UNICHAR: (args, scope) => String.fromCodePoint(numberAt(args, 0, scope)),
  CODE: (args, scope) => textAt(args, 0, scope).charCodeAt(0),
  UNICODE: (args, scope) => textAt(args, 0, scope).codePointAt(0) ?? fail('#VALUE!'),
  HYPERLINK: (args, scope) => scalarAt(args, args.length > 1 ? 1 : 0, scope),
  FIXED(args, scope) {
    const digits = numberAt(args, 1, scope, 2);
    return displayText(
      numberAt(args, 0, scope),
      `${scalarAt(args, 2, scope) === true ? '0' : '#,##0'}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`,
      false,
    );
  },
  ARRAYTOTEXT: (args, scope) => matrixOf(args[0], scope).flat().map(toText).join(', '),
};
