import type { BackupDatabase } from './backup-database.ts';
import { backUpQueue } from './back-up-queue.ts';
import { openQueueDatabase, QUEUE_NAME, QUEUE_VERSION, type QueueDatabase } from './queue-database.ts';

/** Opens the queue; before an upgrade all of it is copied aside, and without that copy nothing is upgraded. */
export async function openQueue(backups: BackupDatabase, now: () => string, name = QUEUE_NAME): Promise<QueueDatabase> {
  await backUpQueue(name, QUEUE_VERSION, backups, now);
  const database = openQueueDatabase(name);
  await database.open();
  return database;
}
