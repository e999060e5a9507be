import { twinKeys } from '../../core/queue/find-twins.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import { shownRow, type QueueRow, type SearchableRow } from '../../core/queue/queue-row.ts';
import { isOpen } from '../../core/queue/row-state.ts';

/** The slim copy of an entry, for the first page, counts and twins. Written in the same transaction as the entry, always. */
export interface StoredRow extends QueueRow {
  /** Open ones stand before those that are done, these before those put aside. */
  shelf: 0 | 1 | 2;
  /** The order on the shelf: open ones by their next deadline, the others by their saving, newest first. */
  place: number;
  /** The order at one place: the newest first. */
  turn: number;
  /** Only of an open one with a deadline: from when on it counts as due soon or overdue. */
  noticeAt?: number;
  /** `twinKeys` of the complaint. */
  keys: string[];
}

/** Later than any deadline: an open entry without one stands after those with one. */
export const NO_DUE = 9e15;

/** The row of an entry, from the one that is searched, with its place and its keys. */
export function storedRow(entry: QueueEntry, searchable: SearchableRow): StoredRow {
  const row = shownRow(searchable);
  const shelf = isOpen(row) ? 0 : row.isRemoved ? 2 : 1;
  const place = shelf === 0 ? (row.dues[0]?.due ?? NO_DUE) : -row.savedAt;
  const noticeAt = shelf === 0 ? noticeOf(row) : null;
  return {
    ...row,
    shelf,
    place,
    turn: -row.savedAt,
    ...(noticeAt === null ? {} : { noticeAt }),
    keys: twinKeys(entry),
  };
}

/** `dueState` is `soon` from the first warning on, and `overdue` when the next deadline has passed. */
function noticeOf({ dues }: QueueRow): number | null {
  const [next] = dues;
  if (next === undefined) return null;
  return Math.min(next.due + 1, ...dues.flatMap(({ warn }) => (warn === null ? [] : [warn])));
}
