import { LIST_IDS } from '../../register/register-lists.ts';
import { DIMENSIONS, type Dimension } from '../../statistics/complaint-facts.ts';
import { FACTS_TABLE } from '../../statistics/facts-table.ts';
import type { ColumnCare } from '../personal-columns.ts';
import { inAllLanguages } from '../plain-words.ts';
import { rowsOf, type WrittenRow } from './cells.ts';
import { dataOf, type Book, type BookTable } from './read-book.ts';
import { watched, type Region, type SurveyedSheet, type SurveyOptions } from './survey.ts';

/** What the columns of the facts hold of people; their other texts are words of the register, or free ones. */
const FACTS: Partial<Record<Dimension, ColumnCare>> = {
  customer: { whole: 'person' },
  handler: { whole: 'staff' },
  ...{ cause: 'free', outcome: 'free', status: 'free', department: 'free', channel: 'free' },
};
const FACTS_CARE: ReadonlyMap<string, ColumnCare> = new Map([
  ...DIMENSIONS.flatMap((id) => headings(`overview.column.${id}`, FACTS[id] ?? 'kept')),
  ...headings('overview.column.number', 'number'),
  ...headings('overview.column.customerMain', { whole: 'person' }),
]);
const OWNERS = new Set(inAllLanguages(['report.measures.owner']));
const SIGNATURES = new Set(inAllLanguages(['written', 'checked', 'approved'].map((who) => `report.signature.${who}`)));
const LIST_TITLES = new Set(inAllLanguages(LIST_IDS.map((id) => `register.list.${id}`)));

function headings(code: string, care: ColumnCare): [string, ColumnCare][] {
  return inAllLanguages([code]).map((heading) => [heading, care]);
}

/** The words of the drop-down lists, which people may have added to. */
export function* listedWords(book: Book, own: readonly string[]): Generator<string> {
  for (const sheet of book.sheets) {
    if (!sheet.isWorksheet || !own.includes(sheet.name)) continue;
    const lists = new Set<number>();
    for (const { row, cells } of rowsOf(dataOf(book, sheet), book.strings)) {
      if (row === 0) for (const { column, value } of cells) if (LIST_TITLES.has(value)) lists.add(column);
      if (lists.size === 0) break;
      for (const { column, type, value } of cells) if (type === 's' && lists.has(column)) yield value;
    }
  }
}

/** A table that the add-in writes: the facts by their columns, all others by what is found in their texts. */
export function ownTable({ name, area, hasHeader, columns }: BookTable, { keepStaff }: SurveyOptions): Region {
  const careOf = (heading: string): ColumnCare => {
    const care = name === FACTS_TABLE ? (FACTS_CARE.get(heading) ?? 'free') : 'free';
    return keepStaff && isStaff(care) ? 'free' : care;
  };
  return {
    area,
    headerRow: hasHeader ? area.firstRow : null,
    cares: new Map(columns.map((heading, at) => [area.firstColumn + at, careOf(heading)])),
    words: new Set(),
    headings: new Map(),
    ...watched([]),
  };
}

const isStaff = (care: ColumnCare): boolean => typeof care === 'object' && care.whole === 'staff';

/**
 * Follows a sheet that the add-in writes without a table: below the heading of those who are to act people are named, down to
 * the next empty row, and beside the words for signatures. The block that is open after this row; null: none.
 */
export function ownBlock(
  { row, cells }: WrittenRow,
  surveyed: SurveyedSheet,
  open: Region | null,
  { keepStaff }: SurveyOptions,
): Region | null {
  if (keepStaff) return null;
  const texts = cells.filter(({ type, value }) => type === 's' && value.trim() !== '');
  if (texts.filter(({ value }) => SIGNATURES.has(value)).length > 1)
    for (const { column, value } of texts)
      if (!SIGNATURES.has(value)) surveyed.labelled.set(`${row},${column}`, { whole: 'staff' });
  const owners = texts.filter(({ value }) => OWNERS.has(value));
  if (owners.length > 0) {
    const block: Region = {
      area: { firstRow: row, lastRow: row, firstColumn: 0, lastColumn: 16_383 },
      headerRow: row,
      cares: new Map(owners.map(({ column }) => [column, { whole: 'staff' }])),
      words: new Set(),
      headings: new Map(),
      ...watched([]),
    };
    surveyed.regions.push(block);
    return block;
  }
  if (open === null || row !== open.area.lastRow + 1 || cells.every(({ value }) => value === '')) return null;
  open.area.lastRow = row;
  return open;
}
