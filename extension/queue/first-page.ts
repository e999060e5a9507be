import type { QueueQuestion } from '../../core/queue/queue-question.ts';
import { FIRST_QUESTION } from '../../core/queue/queue-question.ts';
import { shownRow, type QueueRow } from '../../core/queue/queue-row.ts';
import type { QueueTally } from '../../core/queue/queue-tally.ts';
import type { QueueCounts } from '../../core/queue/search-rows.ts';
import type { QueueDatabase } from './queue-database.ts';
import type { StoredRow } from './stored-row.ts';

/** The whole list in its first order: what the indexes answer by themselves. */
export function isWholeList(question: QueueQuestion): boolean {
  const part = { from: 0, count: 1 };
  return JSON.stringify({ ...question, ...part }) === JSON.stringify({ ...FIRST_QUESTION, ...part });
}

/** A part of the list in its first order, by the index alone: open ones, then those that are done. */
export async function pageByIndex(database: QueueDatabase, from: number, count: number): Promise<QueueRow[]> {
  const shelf = (at: StoredRow['shelf']) =>
    database.rows.where('[shelf+place+turn]').between([at, -Infinity], [at, Infinity, Infinity], true, true);
  const open = from === 0 ? 0 : await shelf(0).count();
  const first = from > 0 && from >= open ? [] : await shelf(0).offset(from).limit(count).toArray();
  if (first.length >= count) return first.map(shownRow);
  const rest = await shelf(1)
    .offset(Math.max(0, from - open))
    .limit(count - first.length)
    .toArray();
  return [...first, ...rest].map(shownRow);
}

/** What `countRows` gives: the kept counts, and by the indexes what the time decides. */
export async function countByIndex({ rows }: QueueDatabase, tally: QueueTally, asOf: number): Promise<QueueCounts> {
  const [overdue, noticed] = await Promise.all([
    rows.where('[shelf+place+turn]').between([0, -Infinity], [0, asOf], true, false).count(),
    rows.where('[shelf+noticeAt]').between([0, -Infinity], [0, asOf], true, true).count(),
  ]);
  return { ...tally, overdue, soon: noticed - overdue };
}
