import Dexie, { type EntityTable } from 'dexie';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';

/** A record: the entry, and beside it what twins are found by. */
export interface StoredComplaint {
  id: string;
  entry: QueueEntry;
  identity: string | null;
  fingerprint: string;
}

export type QueueDatabase = Dexie & { complaints: EntityTable<StoredComplaint, 'id'> };

/** Opens the queue. Each version of the schema stays here for ever, with its upgrade. */
export function openQueueDatabase(name = 'redress-queue'): QueueDatabase {
  const database = new Dexie(name) as QueueDatabase;
  database.version(1).stores({ complaints: 'id, entry.state, identity, fingerprint' });
  return database;
}
