import type { Locale } from '../../core/policy/localized.ts';
import type { JournalEdit, JournalEntry } from '../../core/register/journal/journal-entry.ts';
import {
  isJournalHeader,
  journalHeader,
  journalNames,
  journalRow,
  JOURNAL_READABLE,
  JOURNAL_WIDTH,
  readJournal,
} from '../../core/register/journal/journal-sheet.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { translate } from '../../core/wording/translate.ts';
import { CELLS_A_WRITE, rangeOf, stripes } from './area.ts';
import { readValues } from './read-register.ts';

export type { JournalEdit } from '../../core/register/journal/journal-entry.ts';

/** Lines of the journal with the sheet that holds them; null: the workbook has none. */
export interface Journal {
  sheet: string | null;
  /** Newest first. */
  entries: JournalEntry[];
  /** Lines that somebody has broken. */
  unreadable: number;
}

/**
 * Queues a line for each cell of the user's that is changed with consent. Await it, queue the change itself, and sync: both
 * go in one request. What it has to look up first it looks up with a sync of its own. Gives what takes the lines
 * out again, queued with the putting back of the change.
 */
export function journalEdits(
  context: Excel.RequestContext,
  edits: readonly JournalEdit[],
  locale: Locale = 'zh-CN',
): Promise<() => void> {
  return journal(
    context,
    edits.map((edit) => ({ kind: 'edit', ...edit })),
    locale,
  );
}

/** Queues the note that a sheet was made which goes with the register, in the same way as `journalEdits`. */
export function journalMade(
  context: Excel.RequestContext,
  made: { sheet: string; what: string; at: string; mark?: string },
  locale: Locale = 'zh-CN',
): Promise<() => void> {
  return journal(context, [{ kind: 'made', ...made }], locale);
}

/**
 * Queues lines at the top of the journal, the last of `entries` uppermost. They are inserted there, not appended, so that
 * two people's lines never fall on one row; each is complete in itself, and a blank one left by a break is passed over.
 */
export async function journal(
  context: Excel.RequestContext,
  entries: readonly JournalEntry[],
  locale: Locale,
): Promise<() => void> {
  if (entries.length === 0) return () => undefined;
  const sheet = (await findJournal(context)) ?? (await makeJournal(context, locale));
  const rows = entries.map((entry) => journalRow(entry, locale)).reverse();
  const place = { row: 1, column: 0, rowCount: rows.length, columnCount: JOURNAL_WIDTH };
  rangeOf(sheet, place).getEntireRow().insert('Down');
  const written = stripes(place, CELLS_A_WRITE).map((part) => {
    const range = rangeOf(sheet, part);
    const lines = rows.slice(part.row - place.row, part.row - place.row + part.rowCount);
    range.numberFormat = lines.map((line) => line.map(() => '@'));
    range.values = lines;
    return range;
  });
  return () => {
    for (const range of written) range.getEntireRow().delete('Up');
  };
}

/** Reads the journal, found by its headings: settings and the sheet's name may be gone. */
export async function readChangeJournal(context: Excel.RequestContext): Promise<Journal> {
  const sheet = await findJournal(context);
  if (sheet === null) return { sheet: null, entries: [], unreadable: 0 };
  const used = sheet.getUsedRange(true).load('rowIndex,rowCount');
  await context.sync();
  const rowCount = used.rowIndex + used.rowCount;
  const rows = await readValues(context, sheet, { row: 0, column: 0, rowCount, columnCount: JOURNAL_WIDTH });
  return { sheet: sheet.name, ...readJournal(rows) };
}

/** Queues that the journal becomes a plain sheet for people to read: nothing is known by it any more. */
export function leaveJournal(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Visible';
  const columns = { row: 0, column: JOURNAL_READABLE, rowCount: 1, columnCount: JOURNAL_WIDTH - JOURNAL_READABLE };
  rangeOf(sheet, columns).getEntireColumn().clear('Contents');
}

async function findJournal(context: Excel.RequestContext): Promise<Excel.Worksheet | null> {
  const sheets = context.workbook.worksheets.load('items/name,items/visibility');
  await context.sync();
  const heads = sheets.items.map((sheet) => ({
    sheet,
    head: rangeOf(sheet, { row: 0, column: 0, rowCount: 1, columnCount: JOURNAL_WIDTH }).load('values'),
  }));
  await context.sync();
  return heads.find(({ head }) => isJournalHeader((head.values as CellValue[][])[0] ?? []))?.sheet ?? null;
}

/** A sheet that a run which broke off had made and not filled is taken up. */
async function makeJournal(context: Excel.RequestContext, locale: Locale): Promise<Excel.Worksheet> {
  const sheets = context.workbook.worksheets.load('items/name');
  await context.sync();
  const wanted = translate(locale, 'restore.journal.name');
  const begun = sheets.items
    .filter(({ name }) => journalNames().includes(name))
    .map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true).load('address') }));
  if (begun.length > 0) await context.sync();
  const found = begun.find(({ used }) => used.isNullObject)?.sheet;
  const taken = sheets.items.map(({ name }) => name);
  const sheet = found ?? context.workbook.worksheets.add(uniqueName(wanted, taken, { max: 31, join: ' ' }));
  // Before its headings, by which it is known: what breaks off in between is taken up again, and hidden.
  sheet.visibility = 'Hidden';
  const head = rangeOf(sheet, { row: 0, column: 0, rowCount: 1, columnCount: JOURNAL_WIDTH });
  head.numberFormat = [journalHeader(locale).map(() => '@')];
  head.values = [journalHeader(locale)];
  head.format.font.bold = true;
  return sheet;
}
