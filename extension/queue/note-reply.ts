import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import type { QueueDatabase } from './queue-database.ts';

/** Writes into an entry's history that a reply was taken, with its words. False when there is no such entry. */
export async function noteReply(database: QueueDatabase, id: string, text: string, at: string): Promise<boolean> {
  const { complaints } = database;
  return database.transaction('rw', complaints, async () => {
    const record = await complaints.get(id);
    const entry = record === undefined ? null : readQueueEntry(record.entry);
    if (record === undefined || entry === null) return false;
    const history = [...entry.history, { at, what: 'replied' as const, after: text }];
    await complaints.put({ ...record, entry: { ...entry, history } });
    return true;
  });
}
