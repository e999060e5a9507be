import { tokenize } from './tokens.ts';

/** Functions newer than the first file format: the file writes them with this prefix (MS-XLSX 2.2.2). */
const PREFIXED = new Set(
  'CONCAT TEXTJOIN IFS SWITCH MAXIFS MINIFS XLOOKUP XMATCH UNIQUE SEQUENCE RANDARRAY SORTBY LET LAMBDA IFNA XOR DAYS ISOWEEKNUM NUMBERVALUE UNICHAR UNICODE FORMULATEXT SHEET SHEETS BASE DECIMAL ARABIC CEILING.MATH FLOOR.MATH TEXTBEFORE TEXTAFTER TEXTSPLIT VSTACK HSTACK TOROW TOCOL TAKE DROP BITAND BITOR BITXOR RANK.EQ RANK.AVG PERCENTILE.INC PERCENTILE.EXC QUARTILE.INC STDEV.S STDEV.P VAR.S VAR.P MODE.SNGL'.split(
    ' ',
  ),
);
const WORKSHEET_PREFIXED = new Set(['FILTER', 'SORT']);

/** What the file says → what a person sees: without prefixes, and `T[[#This Row],[a]]` as `T[@a]`. */
export function fromFileForm(formula: string): string {
  if (!/_xl|#This Row/i.test(formula)) return formula;
  const tokens = tokenize(formula);
  if (!tokens) return formula;
  return tokens
    .map((token) => {
      if (token.kind === 'function' || token.kind === 'name') return token.text.replace(/_xl(?:fn|ws|pm)\./gi, '');
      if (token.kind !== 'structured') return token.text;
      return token.text.replace(
        /^([^[]*)\[\[#This Row\],\[((?:[^[\]']|'[\s\S])*)\]\]$/i,
        (_, table: string, column: string) =>
          /^[\p{L}_][\p{L}\p{N}_]*$/u.test(column) ? `${table}[@${column}]` : `${table}[@[${column}]]`,
      );
    })
    .join('');
}

/** The other way; `ownTable` is the table that the formula's cell lies in, for references that name none. */
export function toFileForm(formula: string, ownTable: string | null): string {
  const tokens = tokenize(formula);
  if (!tokens) return formula;
  return tokens
    .map((token) => {
      if (token.kind === 'function') {
        const upper = token.text.toUpperCase();
        if (PREFIXED.has(upper)) return `_xlfn.${upper}`;
        return WORKSHEET_PREFIXED.has(upper) ? `_xlfn._xlws.${upper}` : token.text;
      }
      if (token.kind !== 'structured') return token.text;
      const named = token.text.startsWith('[') ? (ownTable ?? '') + token.text : token.text;
      return named
        .replace(/\[@\]$/, '[#This Row]')
        .replace(/\[@\[((?:[^[\]']|'[\s\S])*)\]\]$/, '[[#This Row],[$1]]')
        .replace(/\[@((?:[^[\]']|'[\s\S])+)\]$/, '[[#This Row],[$1]]');
    })
    .join('');
}
