import { matchHeaders, type MatchedHeaders } from '../match-headers.ts';
import type { RegisterColumn } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import type { BuildNote, JournalEdit } from './journal-entry.ts';

/** A register's columns as they stand now, and how the journal's headings are called by now. */
export interface ColumnsNow extends MatchedHeaders {
  /** The present heading of the column of an edit; its own where that column is not found. */
  headingOf: (edit: Pick<JournalEdit, 'header' | 'role'>) => string;
}

/**
 * Finds the columns of the register that was built. `remembered` are the columns of the workbook's memory, which has
 * learnt headings that were changed one after the other; those of another register are passed over.
 */
export function columnsNow(
  build: BuildNote,
  remembered: readonly RegisterColumn[] | null,
  header: readonly string[],
  rows: readonly (readonly CellValue[])[],
): ColumnsNow {
  const learned = remembered !== null && sameRoles(remembered, build.columns) ? remembered : build.columns;
  const match = matchHeaders(learned, header, rows);
  const named = [...match.columns, ...learned, ...build.columns];
  return {
    ...match,
    headingOf: ({ header: noted, role = named.find((column) => column.header === noted)?.role }) =>
      match.columns.find((column) => column.role === role)?.header ?? noted,
  };
}

function sameRoles(a: readonly RegisterColumn[], b: readonly RegisterColumn[]): boolean {
  return a.length === b.length && a.every(({ role }, at) => role === b[at]?.role);
}

/** The row of each complaint by its number, from 0; a number that stands twice tells none. */
export function rowsByNumber(numbers: readonly CellValue[]): Map<string, number> {
  const rows = new Map<string, number>();
  const doubled = new Set<string>();
  numbers.forEach((value, row) => {
    const number = String(value).trim();
    if (rows.has(number)) doubled.add(number);
    rows.set(number, row);
  });
  for (const number of doubled) rows.delete(number);
  return rows;
}
