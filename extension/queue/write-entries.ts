import type { PackLimit } from '../../core/queue/packed-rows.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import { rowOf, type SearchableRow } from '../../core/queue/queue-row.ts';
import { tallyAfter } from '../../core/queue/queue-tally.ts';
import { readState } from './read-state.ts';
import type { QueueDatabase } from './queue-database.ts';
import { changePacks } from './row-packs.ts';
import { storedRow } from './stored-row.ts';

/** One transaction over the entries and all that follows from them. */
export function writing<T>(database: QueueDatabase, work: () => Promise<T>): Promise<T> {
  const { complaints, rows, packs, derived } = database;
  return database.transaction('rw', [complaints, rows, packs, derived], work);
}

/**
 * Writes entries, and takes others away, with their rows, packs and counts; within `writing`. Gives the rows as they are
 * searched. What is not built yet is left to the building: it reads the entries as they stand then.
 */
export async function writeEntries(
  database: QueueDatabase,
  entries: readonly QueueEntry[],
  gone: readonly string[],
  limit: PackLimit,
): Promise<SearchableRow[]> {
  const { complaints, rows, derived } = database;
  const searchable = entries.map(rowOf);
  const state = await readState(database);
  const isIn = (id: string) => id >= state.builtFrom;
  const touched = [...entries.map(({ id }) => id), ...gone].filter(isIn);
  const before = (await rows.bulkGet(touched)).filter((row) => row !== undefined);
  await complaints.bulkPut(entries.map((entry) => ({ id: entry.id, entry })));
  await rows.bulkPut(entries.map((entry, at) => storedRow(entry, searchable[at] ?? rowOf(entry))));
  if (gone.length > 0) {
    await complaints.bulkDelete([...gone]);
    await rows.bulkDelete([...gone]);
  }
  const after = searchable.filter(({ id }) => isIn(id));
  await changePacks(database, after, gone.filter(isIn), limit);
  await derived.put({ ...state, tally: tallyAfter(state.tally, { before, after }) });
  return searchable;
}
