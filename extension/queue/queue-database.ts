import Dexie, { type EntityTable } from 'dexie';
import type { PackedRows } from '../../core/queue/packed-rows.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import type { DerivedState } from './derived-state.ts';
import type { StoredRow } from './stored-row.ts';

/** A record: the entry by its id. Version 1 kept beside it what twins were found by; these are keys of its row now. */
export interface StoredComplaint {
  id: string;
  entry: QueueEntry;
}

/** `complaints` is what counts; everything else follows from it, and can be built again. */
export type QueueDatabase = Dexie & {
  complaints: EntityTable<StoredComplaint, 'id'>;
  rows: EntityTable<StoredRow, 'id'>;
  packs: EntityTable<PackedRows, 'first'>;
  derived: EntityTable<DerivedState, 'name'>;
};

export const QUEUE_NAME = 'redress-queue';
/** The newest version below. Dexie keeps it tenfold. */
export const QUEUE_VERSION = 4;

/**
 * Describes the queue's database. Each version of the schema stays here for ever. None needs an upgrade of its own: what is
 * derived is built after opening, in slices (`buildDerived`), which also lifts entries to their present form.
 */
export function openQueueDatabase(name = QUEUE_NAME): QueueDatabase {
  const database = new Dexie(name) as QueueDatabase;
  database.version(1).stores({ complaints: 'id, entry.state, identity, fingerprint' });
  database.version(2).stores({ complaints: 'id', rows: 'id, [shelf+place], *keys' });
  database.version(3).stores({ rows: 'id, [shelf+place], [state+shelf], *keys' });
  // Counts are kept, searchable rows are packed; the words are in the packs alone.
  database
    .version(4)
    .stores({ rows: 'id, [shelf+place+turn], [shelf+noticeAt], *keys', packs: 'first', derived: 'name' });
  return database;
}
