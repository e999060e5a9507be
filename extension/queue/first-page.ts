import type { QueueQuestion } from '../../core/queue/queue-question.ts';
import { FIRST_QUESTION } from '../../core/queue/queue-question.ts';
import { shownRow, type QueueRow } from '../../core/queue/queue-row.ts';
import { dueState, type QueueCounts } from '../../core/queue/search-rows.ts';
import type { QueueDatabase } from './queue-database.ts';
import { NO_DUE, type StoredRow } from './stored-row.ts';

/** Open rows that are looked at to count what is due soon. */
const MOST_OPEN = 1_000;

/** The whole list in its first order: what the indexes answer by themselves. */
export function isWholeList(question: QueueQuestion): boolean {
  const part = { from: 0, count: 1 };
  return JSON.stringify({ ...question, ...part }) === JSON.stringify({ ...FIRST_QUESTION, ...part });
}

/** A part of the list in its first order, by the index alone: open ones, then those that are done. */
export async function pageByIndex(database: QueueDatabase, from: number, count: number): Promise<QueueRow[]> {
  const shelf = (at: StoredRow['shelf']) =>
    database.rows.where('[shelf+place]').between([at, -Infinity], [at, Infinity], true, true);
  const open = from === 0 ? 0 : await shelf(0).count();
  const first = from > 0 && from >= open ? [] : await shelf(0).offset(from).limit(count).toArray();
  if (first.length >= count) return first.map(shownRow);
  const rest = await shelf(1)
    .offset(Math.max(0, from - open))
    .limit(count - first.length)
    .toArray();
  return [...first, ...rest].map(shownRow);
}

export interface IndexCounts {
  /** All but what was put aside. */
  total: number;
  /** Null where too many are open to look at each one's warnings. */
  counts: QueueCounts | null;
}

/** What `countRows` gives, by the indexes alone. */
export async function countByIndex(database: QueueDatabase, asOf: number): Promise<IndexCounts> {
  // Of those that are not registered, duplicates alone stand behind the open ones.
  const byState = (state: StoredRow['state'], shelf: StoredRow['shelf']) =>
    database.rows.where('[state+shelf]').equals([state, shelf]).count();
  const byPlace = (from: [number, number], to: [number, number]) =>
    database.rows.where('[shelf+place]').between(from, to, true, false);
  const [queued, handedOver, registered, queuedTwice, handedOverTwice, removed, overdue, open] = await Promise.all([
    byState('queued', 0),
    byState('handedOver', 0),
    byState('registered', 1),
    byState('queued', 1),
    byState('handedOver', 1),
    byPlace([2, -Infinity], [2, Infinity]).count(),
    byPlace([0, -Infinity], [0, asOf]).count(),
    byPlace([0, asOf], [0, NO_DUE])
      .limit(MOST_OPEN + 1)
      .toArray(),
  ]);
  const soon = open.filter((row) => dueState(row, asOf) === 'soon').length;
  const duplicates = queuedTwice + handedOverTwice;
  const counts = { queued, handedOver, registered, duplicates, removed, overdue, soon };
  return { total: queued + handedOver + registered + duplicates, counts: open.length > MOST_OPEN ? null : counts };
}
