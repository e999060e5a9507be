import { MAX_COLUMNS, MAX_ROWS, columnIndex, columnName, quoteSheet } from '../model/address.ts';

/** The pieces of a formula (without its leading `=`); the texts of all tokens put together are the formula again. */
export interface Token {
  kind: 'number' | 'string' | 'error' | 'reference' | 'structured' | 'name' | 'function' | 'symbol' | 'space';
  text: string;
}

const SHEET_PREFIX = String.raw`(?:(?:'(?:[^']|'')*'|[\p{L}\p{N}_.\\]+)!)?`;
const CELL = String.raw`\$?[A-Za-z]{1,3}\$?[0-9]{1,7}`;
const PATTERNS: [Token['kind'], RegExp][] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)/uy],
  [
    'reference',
    new RegExp(
      `${SHEET_PREFIX}(?:${CELL}(?::${CELL})?|\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}:\\$?[0-9]{1,7}|#REF!)(?![\\p{L}\\p{N}_.(\\[!])`,
      'uy',
    ),
  ],
  ['number', /(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/uy],
  ['structured', /(?:[\p{L}_\\][\p{L}\p{N}_.\\]*)?\[(?:[^[\]']|'[\s\S]|\[(?:[^[\]']|'[\s\S])*\])*\]/uy],
  ['function', /[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\s*\()/uy],
  ['name', new RegExp(`${SHEET_PREFIX}[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*`, 'uy')],
  ['symbol', /<>|<=|>=|[-+*/^&=<>%(),;{}:@!#]/uy],
];

const cache = new Map<string, readonly Token[] | null>();

/** Null when the text cannot be a formula. */
export function tokenize(formula: string): readonly Token[] | null {
  let tokens = cache.get(formula);
  if (tokens === undefined) {
    tokens = readTokens(formula);
    if (cache.size > 20_000) cache.clear();
    cache.set(formula, tokens);
  }
  return tokens;
}

function readTokens(formula: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  while (at < formula.length) {
    const token = nextToken(formula, at);
    if (!token) return null;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function nextToken(formula: string, at: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match && match[0].length > 0) return { kind, text: match[0] };
  }
  return null;
}

export interface ReferenceCorner {
  row: number | null;
  column: number | null;
  rowFixed: boolean;
  columnFixed: boolean;
}

export interface Reference {
  /** As written before `!`, unquoted; null for the formula's own sheet. */
  sheet: string | null;
  first: ReferenceCorner;
  last: ReferenceCorner | null;
}

export function parseReference(text: string): Reference | null {
  const bang = text.lastIndexOf('!');
  let sheet: string | null = null;
  let rest = text;
  if (bang >= 0 && !text.endsWith('#REF!')) {
    sheet = text.slice(0, bang).replace(/^'|'$/g, '').replace(/''/g, "'");
    rest = text.slice(bang + 1);
  }
  const [left = '', right] = rest.split(':');
  const first = parseCorner(left);
  const last = right === undefined ? null : parseCorner(right);
  return first && (right === undefined || last) ? { sheet, first, last } : null;
}

function parseCorner(text: string): ReferenceCorner | null {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([0-9]{1,7})?$/.exec(text);
  if (!match) return null;
  const [, firstDollar, letters, secondDollar, digits] = match;
  if (letters === undefined && digits === undefined) return null;
  return {
    column: letters === undefined ? null : columnIndex(letters),
    row: digits === undefined ? null : Number(digits) - 1,
    columnFixed: letters !== undefined && firstDollar === '$',
    rowFixed: letters === undefined ? firstDollar === '$' : secondDollar === '$',
  };
}

export function writeReference(reference: Reference): string {
  const prefix = reference.sheet === null ? '' : `${quoteSheet(reference.sheet)}!`;
  const first = writeCorner(reference.first);
  const last = reference.last ? writeCorner(reference.last) : null;
  if (first === null || (reference.last && last === null)) return '#REF!';
  return prefix + first + (last === null ? '' : `:${last}`);
}

function writeCorner(corner: ReferenceCorner): string | null {
  const { row, column } = corner;
  if (row !== null && (row < 0 || row >= MAX_ROWS)) return null;
  if (column !== null && (column < 0 || column >= MAX_COLUMNS)) return null;
  return (
    (column === null ? '' : (corner.columnFixed ? '$' : '') + columnName(column)) +
    (row === null ? '' : (corner.rowFixed ? '$' : '') + String(row + 1))
  );
}

/** Rewrites every reference of a formula; what is no formula comes back as it is. */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  const tokens = tokenize(formula);
  if (!tokens) return formula;
  return tokens
    .map((token) => {
      if (token.kind !== 'reference') return token.text;
      const reference = parseReference(token.text);
      if (!reference) return token.text;
      const changed = change(reference);
      return changed === reference ? token.text : changed ? writeReference(changed) : '#REF!';
    })
    .join('');
}
