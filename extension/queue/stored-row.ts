import { twinKeys } from '../../core/queue/find-twins.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import { rowOf, type SearchableRow } from '../../core/queue/queue-row.ts';
import { isOpen } from '../../core/queue/search-rows.ts';

/** The slim copy of an entry, for lists, search and twins. Written in the same transaction as the entry, always. */
export interface StoredRow extends SearchableRow {
  /** Open ones stand before those that are done, these before those put aside. */
  shelf: 0 | 1 | 2;
  /** The order on the shelf: open ones by their next deadline, the others by their saving, newest first. */
  place: number;
  /** `twinKeys` of the complaint. */
  keys: string[];
}

/** Later than any deadline: an open entry without one stands after those with one. */
export const NO_DUE = 9e15;

/** The row of an entry with its place and its keys. */
export function storedRow(entry: QueueEntry): StoredRow {
  const row = rowOf(entry);
  const shelf = isOpen(row) ? 0 : row.isRemoved ? 2 : 1;
  const place = shelf === 0 ? (row.dues[0]?.due ?? NO_DUE) : -row.savedAt;
  return { ...row, shelf, place, keys: twinKeys(entry) };
}
