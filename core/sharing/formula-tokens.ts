/** A piece of a formula in file form. Pieces joined give the formula back. */
export interface FormulaToken {
  kind: 'text' | 'sheet' | 'column' | 'name' | 'number' | 'ref' | 'other';
  /** As written. */
  raw: string;
  /** What it stands for: without quotes and their doubling. */
  value: string;
}

const TOKEN =
  /("(?:[^"]|"")*")|('(?:[^']|'')*'!)|((?:\[\d+\])?[\p{L}_\\][\p{L}\p{N}_.\\]*(?::[\p{L}_\\][\p{L}\p{N}_.\\]*)?!|\[\d+\]!)|(#[A-Z/0!?]+[!?]?)|(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?(?![\p{L}\p{N}_.(])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_.(])|\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_.(]))|(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|([\p{L}_\\][\p{L}\p{N}_.\\?]*)/gu;

/** Cuts a formula into what holds words or points somewhere, and the rest. Brackets give column names one by one. */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  const push = (kind: FormulaToken['kind'], raw: string, value = raw) => {
    if (raw !== '') tokens.push({ kind, raw, value });
    at += raw.length;
  };
  while (at < formula.length) {
    const previous = tokens.at(-1);
    if (formula[at] === '[' && !/^\[\d+\][^\]]/.test(formula.slice(at, at + 12))) {
      bracketed(formula, at, push);
      continue;
    }
    if (formula[at] === '[' && previous?.kind === 'name') {
      bracketed(formula, at, push);
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula);
    const bracket = formula.indexOf('[', at);
    const next = match?.index ?? formula.length;
    if (bracket >= 0 && bracket < next) {
      push('other', formula.slice(at, bracket));
      if (bracket === at) bracketed(formula, at, push);
      continue;
    }
    if (match === null) {
      push('other', formula.slice(at));
      continue;
    }
    push('other', formula.slice(at, next));
    const [raw, text, quoted, plain, error, ref, number] = match;
    if (text !== undefined) push('text', raw, text.slice(1, -1).replaceAll('""', '"'));
    else if (quoted !== undefined) push('sheet', raw, quoted.slice(1, -2).replaceAll("''", "'"));
    else if (plain !== undefined) push('sheet', raw, plain.slice(0, -1));
    else if (error !== undefined) push('other', raw);
    else if (ref !== undefined) push('ref', raw);
    else if (number !== undefined) push('number', raw);
    else push('name', raw);
  }
  return tokens;
}

type Push = (kind: FormulaToken['kind'], raw: string, value?: string) => void;

/** `[[#This Row],[客户]]`: brackets, commas and `#…` are signs, the rest names of columns; `'` escapes a sign. */
function bracketed(formula: string, from: number, push: Push): void {
  let [depth, at, word, raw] = [0, from, '', ''];
  const flush = () => {
    if (word.startsWith('#') || word.trim() === '') push('other', raw);
    else push('column', raw, word);
    [word, raw] = ['', ''];
  };
  do {
    const sign = formula[at] ?? '';
    if (sign === "'" && at + 1 < formula.length) {
      word += formula[at + 1] ?? '';
      raw += formula.slice(at, at + 2);
      at += 2;
      continue;
    }
    if (sign === '[' || sign === ']' || (depth === 1 && (sign === ',' || sign === ':') && formula[from + 1] === '[')) {
      flush();
      push('other', sign);
      depth += sign === '[' ? 1 : sign === ']' ? -1 : 0;
    } else if (sign === '@' && word === '') {
      push('other', sign);
    } else {
      word += sign;
      raw += sign;
    }
    at++;
  } while (depth > 0 && at < formula.length);
  flush();
}

/** Text between quotes. */
export function quoteText(value: string): string {
  return `"${value.replaceAll('"', '""')}"`;
}

/** A sheet's name before `!`; quoted, which is always allowed. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'!`;
}

/** A column's name between brackets. */
export function escapeColumn(name: string): string {
  return name.replace(/[[\]#'@]/g, "'$&");
}
