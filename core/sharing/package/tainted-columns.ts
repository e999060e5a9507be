import { formulaTokens, type FormulaToken } from '../formula-tokens.ts';
import { cellArea, type Book, type CellArea } from './read-book.ts';
import type { Survey } from './survey.ts';

/** Functions whose target only a calculation tells. */
const ANYWHERE = /^(?:INDIRECT|OFFSET|EVALUATE|GETPIVOTDATA|WEBSERVICE)$/i;

/**
 * Columns whose formulas calculate from personal cells, by way of others too, as `sheet,column`. What such a formula gave
 * when it was last calculated may show a part of a value (the last digits of a phone, a birthday) and is not copied: Excel
 * calculates it anew from the masked cells.
 */
export function taintedColumns(book: Book, survey: Survey): Set<string> {
  const personal = new Set<string>();
  for (const { sheet, regions, labelled } of survey.sheets) {
    for (const { cares } of regions)
      for (const [column, care] of cares)
        if (typeof care === 'object' || care === 'empty') personal.add(`${sheet.index},${column}`);
    for (const place of labelled.keys()) personal.add(`${sheet.index},${place.split(',')[1] ?? ''}`);
  }
  const tainted = new Set(personal);
  const waiting = survey.sheets.flatMap(({ sheet, formulas }) =>
    formulas.map(({ column, tokens }) => ({
      place: `${sheet.index},${column}`,
      reads: readsOf(tokens, book, sheet.index),
    })),
  );
  for (let found = true; found;) {
    found = false;
    for (const { place, reads } of waiting) {
      if (tainted.has(place) || !reads.some((read) => read === 'anywhere' || touches(read, tainted))) continue;
      tainted.add(place);
      found = true;
    }
  }
  return tainted;
}

type Read = { sheet: number; area: CellArea } | 'anywhere';

const WIDEST = 200;

function touches(read: Exclude<Read, 'anywhere'>, tainted: ReadonlySet<string>): boolean {
  const { firstColumn, lastColumn } = read.area;
  for (let column = firstColumn; column <= Math.min(lastColumn, firstColumn + WIDEST); column++)
    if (tainted.has(`${read.sheet},${column}`)) return true;
  return false;
}

function readsOf(tokens: readonly FormulaToken[], book: Book, own: number, depth = 0): Read[] {
  const reads: Read[] = [];
  let sheet = own;
  let table = book.tables.find((candidate) => candidate.sheet.index === own);
  for (const [at, token] of tokens.entries()) {
    const { kind, value } = token;
    if (kind === 'sheet') {
      sheet = book.sheets.find(({ name }) => name === value.split(':')[0])?.index ?? -1;
      continue;
    }
    if (kind === 'ref') {
      const area = cellArea(value);
      if (area !== null) reads.push({ sheet, area });
    } else if (kind === 'column') {
      const column = table?.columns.indexOf(value) ?? -1;
      if (table !== undefined && column >= 0) {
        const place = table.area.firstColumn + column;
        reads.push({ sheet: table.sheet.index, area: { ...table.area, firstColumn: place, lastColumn: place } });
      }
    } else if (kind === 'name') {
      const isCalled = tokens[at + 1]?.raw.startsWith('(') === true;
      if (isCalled && ANYWHERE.test(value)) reads.push('anywhere');
      const named = book.tables.find(({ name }) => name.toLowerCase() === value.toLowerCase());
      if (named !== undefined) {
        table = named;
        if (tokens[at + 1]?.raw !== '[') reads.push({ sheet: named.sheet.index, area: named.area });
      } else if (!isCalled && depth < 5) reads.push(...readsOfName(value, book, own, depth));
    }
    sheet = own;
  }
  return reads;
}

function readsOfName(name: string, book: Book, own: number, depth: number): Read[] {
  const found = book.names.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (found === undefined) return [];
  return readsOf(formulaTokens(found.formula), book, own, depth + 1);
}
