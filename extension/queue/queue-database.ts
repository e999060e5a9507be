import Dexie, { type EntityTable } from 'dexie';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import type { SearchableRow } from '../../core/queue/queue-row.ts';
import { fillRows } from './fill-rows.ts';

/** A record: the entry by its id. Version 1 kept beside it what twins were found by; these are keys of its row now. */
export interface StoredComplaint {
  id: string;
  entry: QueueEntry;
}

/** The slim copy of an entry, for lists, search and twins. Written in the same transaction as the entry, always. */
export interface StoredRow extends SearchableRow {
  /** Open ones stand before those that are done, these before those put aside. */
  shelf: 0 | 1 | 2;
  /** The order on the shelf: open ones by their next deadline, the others by their saving, newest first. */
  place: number;
  /** `twinKeys` of the complaint. */
  keys: string[];
}

export type QueueDatabase = Dexie & {
  complaints: EntityTable<StoredComplaint, 'id'>;
  rows: EntityTable<StoredRow, 'id'>;
};

export const QUEUE_NAME = 'redress-queue';
/** The newest version below. Dexie keeps it tenfold. */
export const QUEUE_VERSION = 2;

/** Describes the queue's database. Each version of the schema stays here for ever, with its upgrade. */
export function openQueueDatabase(name = QUEUE_NAME): QueueDatabase {
  const database = new Dexie(name) as QueueDatabase;
  database.version(1).stores({ complaints: 'id, entry.state, identity, fingerprint' });
  database
    .version(2)
    .stores({ complaints: 'id', rows: 'id, [shelf+place], *keys' })
    .upgrade((transaction) => fillRows(transaction.table('complaints'), transaction.table('rows')));
  return database;
}
