import { twinKeys } from '../../core/queue/find-twins.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import { rowOf } from '../../core/queue/queue-row.ts';
import { isOpen } from '../../core/queue/search-rows.ts';
import type { StoredRow } from './queue-database.ts';

/** Later than any deadline: an open entry without one stands after those with one. */
const NO_DUE = 9e15;

/** The row of an entry with its place and its keys. */
export function storedRow(entry: QueueEntry): StoredRow {
  const row = rowOf(entry);
  const shelf = isOpen(row) ? 0 : row.isRemoved ? 2 : 1;
  const place = shelf === 0 ? (row.dues[0]?.due ?? NO_DUE) : -row.savedAt;
  return { ...row, shelf, place, keys: twinKeys(entry) };
}
