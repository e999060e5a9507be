import type { Field } from '../complaint/field.ts';
import { foldText } from '../text/fold-text.ts';
import { isDataLikeRow } from './data-like-row.ts';
import type { HeaderMatch } from './header-match.ts';
import { matchHeader } from './match-header.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** The header of a ledger on a sheet. Rows and columns count from 0. */
export interface HeaderFound {
  rows: number[];
  firstColumn: number;
  lastColumn: number;
}

export type HeaderSearch = { ok: true; header: HeaderFound } | { ok: false; code: 'noHeader' | 'oneFormPerSheet' };

interface RowFacts {
  row: number;
  /** Labels that a rule knows, by column. */
  known: Map<number, HeaderMatch>;
  fields: Set<Field>;
  /** Fields named by a cell merged over most of the width: on a form a label, its value below. */
  wide: Set<Field>;
  texts: number;
  filled: number;
  worth: number;
}

/** One of these is on every complaint form. */
const TELLING: Field[] = ['description', 'solution', 'cause', 'demand'];
/** A header stands near the top; a ledger below a long preface would not be one that people fill in. */
const SEARCHED_ROWS = 60;
const LONGEST_CELL = 60;
/** What a text may mean only by its end names no field of a form. */
const SURE = 0.6;
const LONGEST_WIDE_LABEL = 12;
/** After a row that can only be the header, a few more are looked at: it may have a second row. */
const ROWS_AFTER_PLAIN = 4;

/**
 * Finds the row, or the two or three rows, that name the columns, below whatever titles, logos and blank rows stand above.
 * A sheet whose labels stand beside their values in row after row is a form: one complaint a sheet. Where the row that is
 * likest a header holds values as the rows below it do, the columns have no names at all.
 */
export function findHeader(grid: SheetGrid): HeaderSearch {
  const facts = rowFacts(grid);
  const best = facts.reduce<RowFacts | null>((top, each) => (each.worth > (top?.worth ?? 0) ? each : top), null);
  if (isForm(facts, best)) return { ok: false, code: 'oneFormPerSheet' };
  if (best === null || best.fields.size < 2) return { ok: false, code: 'noHeader' };
  if (isDataLikeRow(grid, best.row, best.known)) return { ok: false, code: 'noHeader' };
  const rows = headerRows(grid, best.row);
  return { ok: true, header: { rows, ...columnRange(grid, rows) } };
}

function rowFacts(grid: SheetGrid): RowFacts[] {
  const memory = new Map<string, HeaderMatch | null>();
  const match = (text: string) => {
    const known = memory.get(text);
    if (known !== undefined) return known;
    const fresh = matchHeader(text);
    memory.set(text, fresh);
    return fresh;
  };
  const last = Math.min(grid.bottom, grid.top + SEARCHED_ROWS - 1);
  const facts: RowFacts[] = [];
  let enough = last;
  for (let row = grid.top; row <= Math.min(last, enough); row++) {
    const found = factsOf(grid, row, match);
    facts.push(found);
    if (isPlain(found)) enough = Math.min(enough, row + ROWS_AFTER_PLAIN);
  }
  return facts;
}

function isPlain({ fields, known, filled }: RowFacts): boolean {
  return fields.size >= 6 && known.size >= filled * 0.75;
}

function factsOf(grid: SheetGrid, row: number, match: (text: string) => HeaderMatch | null): RowFacts {
  const facts: RowFacts = { row, known: new Map(), fields: new Set(), wide: new Set(), texts: 0, filled: 0, worth: 0 };
  const width = grid.right - grid.left + 1;
  for (let column = grid.left; column <= grid.right; column++) {
    const value = grid.value(row, column);
    const text = grid.text(row, column);
    if (text === '') continue;
    facts.filled++;
    if (typeof value !== 'string' || /^[-\d.,/:%\s]+$/.test(text)) continue;
    facts.texts++;
    const merge = grid.mergeAt(row, column);
    if (text.length > LONGEST_CELL) continue;
    if (merge !== null && width > 3 && merge.columnCount > width * 0.6) {
      if (text.length <= LONGEST_WIDE_LABEL)
        match(text)
          ?.fields.slice(0, 1)
          .forEach((field) => facts.wide.add(field));
      continue;
    }
    const found = match(text);
    if (found === null) continue;
    facts.known.set(column, found);
    const [field] = found.fields;
    if (field !== undefined && found.confidence >= SURE) facts.fields.add(field);
  }
  const sure = [...facts.known.values()].reduce(
    (sum, { confidence, fields }) => sum + (fields.length > 0 ? confidence : 0.4),
    0,
  );
  const repeated = facts.known.size - facts.fields.size;
  const textShare = facts.filled === 0 ? 0 : facts.texts / facts.filled;
  const knownShare = facts.filled === 0 ? 0 : facts.known.size / facts.filled;
  facts.worth = textShare < 0.7 ? 0 : Math.max(0, sure - repeated * 0.3) * (0.3 + 0.7 * knownShare);
  return facts;
}

/**
 * A form names its fields all over the sheet, two or three to a row, each beside its value. A ledger names them in one row;
 * further rows with the same names are its header repeated.
 */
function isForm(facts: RowFacts[], best: RowFacts | null): boolean {
  const inBest = best?.fields ?? new Set<Field>();
  const elsewhere = new Set<Field>();
  let rows = 0;
  for (const { row, fields, wide, known, filled } of facts) {
    if (row === best?.row || (known.size === 0 && wide.size === 0) || known.size > 4 || filled > 8) continue;
    const fresh = [...fields, ...wide].filter((field) => !inBest.has(field) && !elsewhere.has(field));
    if (fresh.length > 0) rows++;
    fresh.forEach((field) => elsewhere.add(field));
  }
  const tellsOfComplaint = TELLING.some((field) => elsewhere.has(field) || inBest.has(field));
  return rows >= 4 && elsewhere.size >= 5 && elsewhere.size >= inBest.size && tellsOfComplaint;
}

/** The rows that belong to the header with this one: joined by merges down, or groups above and parts below. */
function headerRows(grid: SheetGrid, row: number): number[] {
  let first = row;
  let last = row;
  while (first > grid.top && row - first < 2 && belongsAbove(grid, first - 1, first)) first--;
  while (last < grid.bottom && last - row < 2 && belongsBelow(grid, last, last + 1)) last++;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function belongsAbove(grid: SheetGrid, above: number, below: number): boolean {
  return countMergesDown(grid, above, below) > 0 || groupsOver(grid, above, below) >= 2;
}

function belongsBelow(grid: SheetGrid, above: number, below: number): boolean {
  if (isDataLikeRow(grid, below)) return false;
  return countMergesDown(grid, above, below) > 0 || groupsOver(grid, above, below) >= 2;
}

function countMergesDown(grid: SheetGrid, above: number, below: number): number {
  let count = 0;
  for (let column = grid.left; column <= grid.right; column++) {
    const merge = grid.mergeAt(below, column);
    if (merge !== null && merge.row <= above && merge.columnCount <= 3 && grid.text(merge.row, merge.column) !== '')
      count++;
  }
  return count;
}

/**
 * How many cells of the upper row stand as a group over several short texts of the lower one: merged across, or, where
 * merges were lost, with blanks to the right that the lower row fills while it leaves other columns to the upper row.
 */
function groupsOver(grid: SheetGrid, above: number, below: number): number {
  let groups = 0;
  let lonely = 0;
  for (let column = grid.left; column <= grid.right; column++) {
    const upper = grid.text(above, column);
    const lower = grid.text(below, column);
    if (upper !== '' && lower === '') lonely++;
    if (upper === '' || upper.length > LONGEST_CELL || /[:：]/.test(upper)) continue;
    const merge = grid.mergeAt(above, column);
    const end = merge === null ? blankRun(grid, above, column) : column + merge.columnCount - 1;
    const covers = Array.from({ length: end - column + 1 }, (_, index) => column + index);
    const isShort = (at: number) => isLabelLike(grid, below, at);
    if (covers.length >= 2 && covers.length < (grid.right - grid.left + 1) * 0.8 && covers.every(isShort)) {
      groups += merge === null ? 0.5 : 2;
    }
  }
  return groups >= 2 || lonely === 0 ? Math.floor(groups) : groups >= 0.5 ? Math.floor(groups + 1.5) : 0;
}

function blankRun(grid: SheetGrid, row: number, column: number): number {
  let end = column;
  const isOpen = (at: number) => grid.text(row, at) === '' && grid.mergeAt(row, at) === null;
  while (end < grid.right && isOpen(end + 1) && grid.text(row + 1, end + 1) !== '') end++;
  return end;
}

function isLabelLike(grid: SheetGrid, row: number, column: number): boolean {
  const value = grid.value(row, column);
  return (
    typeof value === 'string' && value.trim() !== '' && value.length <= 30 && !/\d{3,}/.test(foldText(value).folded)
  );
}

function columnRange(grid: SheetGrid, rows: number[]): { firstColumn: number; lastColumn: number } {
  const named = (column: number) => rows.some((row) => grid.text(row, column) !== '');
  let firstColumn = grid.left;
  let lastColumn = grid.right;
  while (firstColumn < lastColumn && !named(firstColumn)) firstColumn++;
  while (lastColumn > firstColumn && !named(lastColumn)) lastColumn--;
  return { firstColumn, lastColumn };
}

/** The labels of a column from the top header row down; a group merged across counts for each of its columns. */
export function columnLabels(grid: SheetGrid, { rows }: HeaderFound, column: number): string[] {
  const labels: string[] = [];
  let group = '';
  rows.forEach((row, index) => {
    const text = String(grid.shown(row, column)).trim();
    const isLast = index === rows.length - 1;
    if (text === '' && !isLast && grid.mergeAt(row, column) === null) group = nearestGroup(grid, row, column);
    const label = text === '' && !isLast ? group : text;
    if (label !== '' && labels.at(-1) !== label) labels.push(label);
  });
  return labels;
}

/** Where merges were lost, a group reaches right until the next one. */
function nearestGroup(grid: SheetGrid, row: number, column: number): string {
  for (let at = column - 1; at >= grid.left; at--) {
    const text = grid.text(row, at);
    if (text !== '') return text;
  }
  return '';
}
