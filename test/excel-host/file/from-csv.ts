import { MAX_COLUMNS, MAX_ROWS } from '../model/address.ts';
import { readEntry, type Entry, type EntryContext } from '../model/entry.ts';
import { HostError } from '../model/host-error.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { guessDelimiter, parseDelimited } from './csv.ts';
import { newWorkbook } from './new-workbook.ts';

/** A text file as Excel opens it: every field as if typed, so that 007 is 7 and 1.38E+10 a number. Null when it does not fit a sheet. */
export function workbookFromText(text: string, sheetName: string): Workbook | null {
  const body = text.replace(/^sep=(.)\r?\n/i, '');
  const rows = parseDelimited(body, /^sep=(.)\r?\n/i.exec(text)?.[1] ?? guessDelimiter(body));
  if (rows.length > MAX_ROWS || rows.some((row) => row.length > MAX_COLUMNS)) return null;
  const workbook = newWorkbook([sheetName]);
  const [sheet] = workbook.sheets;
  if (!sheet) return null;
  const context = {
    numberFormat: 'General',
    date1904: false,
    currentYear: workbook.now().getFullYear(),
    chineseDates: true,
  };
  for (const [row, fields] of rows.entries()) {
    for (const [column, field] of fields.entries()) put(sheet, row, column, typed(field, context));
  }
  return workbook;
}

function typed(field: string, context: EntryContext): Entry {
  try {
    // In a text file an apostrophe is a character like any other.
    return field.startsWith("'") ? { value: field, formula: null } : readEntry(field, context);
  } catch (error) {
    if (error instanceof HostError) return { value: field, formula: null }; // begins as a formula and is none
    throw error;
  }
}

function put(sheet: Sheet, row: number, column: number, entry: Entry): void {
  if (entry.value === null && entry.formula === null) return;
  const { styles } = sheet.workbook;
  const style = entry.numberFormat === undefined ? 0 : styles.patch(0, { numberFormat: entry.numberFormat });
  sheet.grid.set(row, column, { value: entry.value, formula: entry.formula, style, raw: null });
  if (entry.formula !== null) sheet.hasFormulas = true;
}
