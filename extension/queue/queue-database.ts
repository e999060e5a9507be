import Dexie, { type EntityTable } from 'dexie';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import { fillRows } from './fill-rows.ts';
import type { StoredRow } from './stored-row.ts';

/** A record: the entry by its id. Version 1 kept beside it what twins were found by; these are keys of its row now. */
export interface StoredComplaint {
  id: string;
  entry: QueueEntry;
}

export type QueueDatabase = Dexie & {
  complaints: EntityTable<StoredComplaint, 'id'>;
  rows: EntityTable<StoredRow, 'id'>;
};

export const QUEUE_NAME = 'redress-queue';
/** The newest version below. Dexie keeps it tenfold. */
export const QUEUE_VERSION = 3;

/** Describes the queue's database. Each version of the schema stays here for ever, with its upgrade. */
export function openQueueDatabase(name = QUEUE_NAME): QueueDatabase {
  const database = new Dexie(name) as QueueDatabase;
  database.version(1).stores({ complaints: 'id, entry.state, identity, fingerprint' });
  database
    .version(2)
    .stores({ complaints: 'id', rows: 'id, [shelf+place], *keys' })
    .upgrade((transaction) => fillRows(transaction.table('complaints'), transaction.table('rows')));
  // How many there are of each state is counted before the rows are in memory.
  database.version(3).stores({ rows: 'id, [shelf+place], [state+shelf], *keys' });
  return database;
}
