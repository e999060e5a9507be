import Dexie, { type EntityTable } from 'dexie';

/** A full copy of the queue as it was before an upgrade. `isWhole` only when all of it is written. */
export interface Backup {
  id: string;
  takenAt: string;
  fromVersion: number;
  toVersion: number;
  count: number;
  isWhole: boolean;
}

/** A portion of the records of a backup, as they stood in the database. */
interface BackupPart {
  part?: number;
  backup: string;
  records: unknown[];
}

export type BackupDatabase = Dexie & {
  backups: EntityTable<Backup, 'id'>;
  parts: EntityTable<BackupPart, 'part'>;
};

/** A database of its own: an upgrade of the queue that goes wrong cannot reach it. */
export function openBackupDatabase(name = 'redress-backups'): BackupDatabase {
  const database = new Dexie(name) as BackupDatabase;
  database.version(1).stores({ backups: 'id', parts: '++part, backup' });
  return database;
}
