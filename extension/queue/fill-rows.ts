import type { Table } from 'dexie';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import { storedRow } from './stored-row.ts';

/** Entries that are in memory at a time. */
const PORTION = 250;

/**
 * Version 2: every entry is lifted to its present form and gets its row. A record that cannot be read stays as it is and
 * gets none; so it can be counted, and told.
 */
export async function fillRows(complaints: Table, rows: Table): Promise<void> {
  for (let last = ''; ;) {
    const records = (await complaints.where('id').above(last).limit(PORTION).toArray()) as Stored[];
    const end = records.at(-1);
    if (end === undefined) return;
    last = end.id;
    const read = records.flatMap((record) => {
      const entry = readQueueEntry(record.entry);
      return entry === null ? [] : [{ id: record.id, entry }];
    });
    await complaints.bulkPut(read);
    await rows.bulkPut(read.map(({ entry }) => storedRow(entry)));
  }
}

interface Stored {
  id: string;
  entry: unknown;
}
