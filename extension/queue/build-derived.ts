import { packRows, splitRows, type PackLimit } from '../../core/queue/packed-rows.ts';
import { rowOf, type SearchableRow } from '../../core/queue/queue-row.ts';
import { tallyAfter } from '../../core/queue/queue-tally.ts';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import { isBuilt } from './derived-state.ts';
import { readState } from './read-state.ts';
import type { QueueDatabase } from './queue-database.ts';
import { storedRow } from './stored-row.ts';
import { writing } from './write-entries.ts';

/** Entries that are built in one transaction: so few that a question beside it is answered in time. */
const SLICE = 250;

/**
 * Builds the next slice of all that follows from the entries, the newest first, and lifts these to their present form. A
 * record that cannot be read stays as it is and gets no row; so it can be counted, and told. Gives the rows; null when all is
 * built. It may end at any time, and goes on where it was.
 */
export async function buildSlice(database: QueueDatabase, limit: PackLimit): Promise<SearchableRow[] | null> {
  const { complaints, rows, packs, derived } = database;
  return writing(database, async () => {
    const state = await readState(database);
    if (isBuilt(state)) return null;
    const records = await complaints.where('id').below(state.builtFrom).reverse().limit(SLICE).toArray();
    // The last slice also clears away rows before the first entry.
    const builtFrom = records.length < SLICE ? '' : (records.at(-1)?.id ?? '');
    const read = records.map((record) => ({ record, entry: readQueueEntry(record.entry) })).reverse();
    const entries = read.map(({ entry }) => entry).filter((entry) => entry !== null);
    const searchable = entries.map(rowOf);

    const stored = read.flatMap(({ record, entry }) => (entry === null || isPresent(record) ? [] : [entry]));
    await complaints.bulkPut(stored.map((entry) => ({ id: entry.id, entry })));
    const ids = new Set(entries.map(({ id }) => id));
    const known = await rows.where('id').between(builtFrom, state.builtFrom, true, false).primaryKeys();
    await rows.bulkDelete(known.filter((id) => !ids.has(id)));
    await rows.bulkPut(entries.map((entry, at) => storedRow(entry, searchable[at] ?? rowOf(entry))));
    const parts = splitRows(searchable, false, limit);
    await packs.bulkPut(parts.map(packRows).filter((pack) => pack !== null));
    await derived.put({
      ...state,
      builtFrom,
      tally: tallyAfter(state.tally, { before: [], after: searchable }),
      unreadable: state.unreadable + records.length - entries.length,
    });
    return searchable;
  });
}

/** Version 1 kept more beside the entry than the entry. */
function isPresent(record: object & { entry: { schemaVersion: number } }): boolean {
  return record.entry.schemaVersion === 2 && Object.keys(record).length === 2;
}
