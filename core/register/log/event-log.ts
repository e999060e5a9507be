import type { ComplaintEvent } from '../../complaint/complaint-event.ts';
import { numberKey } from '../number-complaints.ts';
import type { CellValue } from '../sheet-reading.ts';
import { LOG_ROLES, matchLogHeader, type LogRole } from './log-columns.ts';
import { readData, unguarded, type EntryText } from './log-entry.ts';

/** Something about the log that a person should see. Words: `complaint.log.finding.<code>`. */
export interface LogFinding {
  level: 'error' | 'warning';
  code:
    | 'dataUnreadable'
    | 'numberMissing'
    | 'noUnreadable'
    | 'idDiffers'
    | 'kindDiffers'
    | 'entryTwice'
    | 'columnGone'
    | 'entryChanged'
    | 'entriesMissing'
    | 'entriesCut'
    | 'complaintGone';
  /** Row of the table's body, from 0; null when it is about the whole log. */
  row: number | null;
  role: LogRole | null;
  params: Record<string, string | number>;
}

/** One row of the log as it stands. */
export interface LogRow {
  row: number;
  text: EntryText;
  hash: string;
}

/** An event log that was read from its table. Entries are only taken apart when somebody asks for them. */
export interface EventLog {
  /** What each column of the table is; null for columns that people added. */
  columns: (LogRole | null)[];
  rows: readonly LogRow[];
  /**
   * The entries of one complaint, by its number in any case and width, in the order in which they stand; those that cannot be
   * read are told by `checkLog`.
   */
  eventsOf: (complaint: string) => readonly ComplaintEvent[];
  ids: ReadonlySet<string>;
  /** Where the next entry goes: its place in the chain, and the hash before it. */
  next: { no: number; before: string };
}

/** A log without an entry, in the usual order of columns. */
export const EMPTY_LOG: EventLog = {
  columns: [...LOG_ROLES],
  rows: [],
  eventsOf: () => [],
  ids: new Set(),
  next: { no: 1, before: '' },
};

/** Reads a table as an event log, whatever order its rows and columns were brought into; null when it is none. */
export function openLog(header: readonly string[], body: readonly (readonly CellValue[])[]): EventLog | null {
  const columns = matchLogHeader(header);
  if (columns === null) return null;
  const at = new Map(columns.flatMap((role, index) => (role === null ? [] : [[role, index] as const])));
  const cell = (row: readonly CellValue[], role: LogRole) => row[at.get(role) ?? -1] ?? '';
  const rows = body.flatMap((row, index): LogRow[] => {
    if (row.every((value) => value === '')) return [];
    const text = Object.fromEntries(LOG_ROLES.map((role) => [role, cell(row, role)])) as Record<LogRole, CellValue>;
    const { hash, ...rest } = text;
    return [{ row: index, text: rest, hash: String(hash) }];
  });
  const byComplaint = groupByComplaint(rows);
  const read = new Map<string, readonly ComplaintEvent[]>();
  return {
    columns,
    rows,
    eventsOf: (complaint) => {
      const key = numberKey(complaint);
      const known = read.get(key);
      if (known !== undefined) return known;
      const events = (byComplaint.get(key) ?? []).flatMap(({ text }) => readData(text.data) ?? []);
      read.set(key, events);
      return events;
    },
    ids: new Set(rows.map(({ text }) => unguarded(text.id))),
    next: nextPlace(rows),
  };
}

/** The complaint that a row of the log belongs to, by its number. */
export function complaintOf({ text }: LogRow): string {
  return unguarded(text.number).trim();
}

/** What an entry is chained to: the hash before it; of two that were written at the same time, both. */
export function chained(hashes: readonly string[]): string {
  return hashes.toSorted().join('+');
}

/** The place of an entry in the chain; null when somebody has written something else there. */
export function placeOf({ text }: LogRow): number | null {
  const no = Number(text.no);
  return text.no !== '' && Number.isSafeInteger(no) && no > 0 ? no : null;
}

/** By number, as numbers are compared (see `numberKey`). */
function groupByComplaint(rows: readonly LogRow[]): Map<string, LogRow[]> {
  const groups = new Map<string, LogRow[]>();
  for (const row of rows) {
    const key = numberKey(complaintOf(row));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function nextPlace(rows: readonly LogRow[]): EventLog['next'] {
  const last = rows.reduce((highest, row) => Math.max(highest, placeOf(row) ?? 0), 0);
  const before = chained(rows.filter((row) => last > 0 && placeOf(row) === last).map(({ hash }) => hash));
  return { no: last + 1, before };
}
