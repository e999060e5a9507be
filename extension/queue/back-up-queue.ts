import Dexie from 'dexie';
import type { Backup, BackupDatabase } from './backup-database.ts';

const PORTION = 500;
/** Older backups than these are dropped when a new one is whole. */
const KEPT = 2;

/**
 * Copies all records of the queue into the database of backups, if what is stored is older than `toVersion`. Null when there
 * is nothing to copy. `onCopied` is told how far it is. Throws when the copy could not be written: then nothing may be upgraded.
 */
export async function backUpQueue(
  name: string,
  toVersion: number,
  backups: BackupDatabase,
  now: () => string,
  onCopied: (read: number, of: number) => void = () => undefined,
): Promise<Backup | null> {
  if (!(await Dexie.exists(name))) return null;
  // Opened without a version it comes as it is stored, and nothing is upgraded.
  const stored = await new Dexie(name).open();
  try {
    if (stored.verno >= toVersion || !stored.tables.some((table) => table.name === 'complaints')) return null;
    const complaints = stored.table('complaints');
    const takenAt = now();
    const id = `${stored.verno}-${takenAt}`;
    const backup: Backup = { id, takenAt, fromVersion: stored.verno, toVersion, count: 0, isWhole: false };
    await dropBackups(backups, await backups.backups.filter(({ isWhole }) => !isWhole).primaryKeys());
    await backups.backups.put(backup);
    const of = await complaints.count();
    for (let last = ''; ;) {
      const records = (await complaints.where('id').above(last).limit(PORTION).toArray()) as { id: string }[];
      const end = records.at(-1);
      if (end === undefined) break;
      last = end.id;
      backup.count += records.length;
      await backups.parts.add({ backup: id, records });
      onCopied(backup.count, of);
    }
    if ((await complaints.count()) !== backup.count) throw new Error('The backup is not whole');
    await backups.backups.put({ ...backup, isWhole: true });
    const all = (await backups.backups.orderBy('id').toArray()).sort((one, other) =>
      one.takenAt < other.takenAt ? 1 : -1,
    );
    await dropBackups(
      backups,
      all.slice(KEPT).map((each) => each.id),
    );
    return { ...backup, isWhole: true };
  } finally {
    stored.close();
  }
}

async function dropBackups(backups: BackupDatabase, ids: string[]): Promise<void> {
  await backups.transaction('rw', backups.backups, backups.parts, async () => {
    await backups.parts.where('backup').anyOf(ids).delete();
    await backups.backups.bulkDelete(ids);
  });
}

/** The whole backups, newest first. */
export async function listBackups(backups: BackupDatabase): Promise<Backup[]> {
  const all = await backups.backups.toArray();
  return all.filter(({ isWhole }) => isWhole).sort((one, other) => (one.takenAt < other.takenAt ? 1 : -1));
}

/** One portion of a backup, from 0 on; null after the last. The entries are given, without what the database kept beside. */
export async function readBackupPart(backups: BackupDatabase, id: string, portion: number): Promise<unknown[] | null> {
  const part = await backups.parts.where('backup').equals(id).offset(portion).first();
  return part === undefined ? null : part.records.map((record) => (record as { entry?: unknown }).entry ?? record);
}
