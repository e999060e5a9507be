import { LOCALES, type Locale } from '../../policy/localized.ts';
import { translate } from '../../wording/translate.ts';
import type { PlannedCell } from '../register-plan.ts';
import { MAX_CELL_TEXT } from '../safe-cell.ts';
import type { CellValue } from '../sheet-reading.ts';
import { JournalEntry } from './journal-entry.ts';

/** What people read of a line, left to right; behind it what the add-in reads, under the same headings in every language. */
const READABLE = ['at', 'what', 'sheet', 'complaint', 'column', 'address', 'before', 'after', 'why'] as const;
const TECHNICAL = ['redress-kind', 'redress-data', 'redress-data-2', 'redress-data-3', 'redress-data-4'] as const;
const DATA_CELLS = TECHNICAL.length - 1;
/** Of a cell's room for the data, so that no text is cut in the middle of a character's two halves by the host. */
const CHUNK = 32_000;

/** So many columns are for people, the others for the add-in. */
export const JOURNAL_READABLE = READABLE.length;
export const JOURNAL_WIDTH = READABLE.length + TECHNICAL.length;

/** The headings of a change journal. */
export function journalHeader(locale: Locale): string[] {
  return [...READABLE.map((part) => translate(locale, `restore.journal.${part}`)), ...TECHNICAL];
}

/** Whether a sheet's first row is that of a change journal, whatever the sheet is called. */
export function isJournalHeader(row: readonly CellValue[]): boolean {
  return TECHNICAL.every((name, at) => row[READABLE.length + at] === name);
}

/** Names a change journal may have, for telling a sheet that was begun from a stranger's. */
export function journalNames(): string[] {
  return LOCALES.map((locale) => translate(locale, 'restore.journal.name'));
}

/** A line as it is written: all text. A text that is too long for the reader's cells is cut there; the data is whole. */
export function journalRow(entry: JournalEntry, locale: Locale): string[] {
  const data = JSON.stringify(entry);
  if (data.length > CHUNK * DATA_CELLS) throw new Error(`A journal line of ${data.length} characters has no room`);
  const edit = entry.kind === 'edit' ? entry : null;
  const readable: Record<(typeof READABLE)[number], string> = {
    at: entry.at.slice(0, 16).replace('T', ' '),
    what: translate(locale, `restore.journal.kind.${entry.kind}`),
    sheet: 'sheet' in entry ? entry.sheet : '',
    complaint: edit?.complaint ?? '',
    column: edit?.header ?? '',
    address: edit?.address ?? '',
    before: edit === null ? '' : shown(edit.before),
    after: edit === null ? '' : shown(edit.after),
    why: edit?.why ?? '',
  };
  const chunks = Array.from({ length: DATA_CELLS }, (_, at) => data.slice(at * CHUNK, (at + 1) * CHUNK));
  return [...READABLE.map((part) => readable[part].slice(0, MAX_CELL_TEXT)), entry.kind, ...chunks];
}

/**
 * The journal's lines as they stand on their sheet, newest first. Blank lines are passed over; lines that somebody has
 * broken are counted, so that the user can be told.
 */
export function readJournal(rows: readonly (readonly CellValue[])[]): { entries: JournalEntry[]; unreadable: number } {
  const entries: JournalEntry[] = [];
  let unreadable = 0;
  for (const row of rows) {
    if (row.every((value) => value === '') || isJournalHeader(row)) continue;
    const text = row
      .slice(READABLE.length + 1, JOURNAL_WIDTH)
      .map(String)
      .join('');
    const entry = JournalEntry.safeParse(parse(text));
    if (entry.success) entries.push(entry.data);
    else unreadable++;
  }
  return { entries, unreadable };
}

function shown(cell: PlannedCell): string {
  return typeof cell === 'object' ? cell.formula : String(cell);
}

/** A line cut or edited by hand is unreadable, which its reader counts. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
