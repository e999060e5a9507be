import Dexie from 'dexie';
import type { BackupDatabase } from './backup-database.ts';
import { backUpQueue } from './back-up-queue.ts';
import { openQueueDatabase, QUEUE_NAME, QUEUE_VERSION, type QueueDatabase } from './queue-database.ts';

/** Opens the queue; before an upgrade all of it is copied aside, and without that copy nothing is upgraded. */
export async function openQueue(
  backups: BackupDatabase,
  now: () => string,
  {
    name = QUEUE_NAME,
    onCopied = () => undefined,
  }: { name?: string; onCopied?: (read: number, of: number) => void } = {},
): Promise<QueueDatabase> {
  if (await isOlder(name)) await backUpQueue(name, QUEUE_VERSION, backups, now, onCopied);
  const database = openQueueDatabase(name);
  await database.open();
  return database;
}

/** Whether the browser says that it has an older one. Asked by its name alone: opening it twice would take its time each start. */
async function isOlder(name: string): Promise<boolean> {
  const factory: Partial<IDBFactory> = Dexie.dependencies.indexedDB;
  if (factory.databases === undefined) return true;
  const known = (await factory.databases()).find((each) => each.name === name);
  return known !== undefined && (known.version ?? 0) < QUEUE_VERSION * 10;
}
