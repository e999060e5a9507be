import { QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import type { FileStore } from '../../queue/file-store.ts';

/** Entries that are looked at at a time. */
const PORTION = 200;
/** A draft that nobody touched for so long holds its files no longer. */
const DRAFT_LIVES = 14 * 24 * 3_600_000;

/**
 * Clears away bytes: those of complaints that the register has had since before `olderThan`, or that are named, and those that
 * no complaint and no draft holds. Their names and hashes stay in the complaints, so that a file kept elsewhere can still be
 * proved to be the one.
 */
export async function forgetFiles(
  queue: ComplaintQueue,
  store: FileStore,
  { olderThan, ids = [], now }: { olderThan: string | null; ids?: readonly string[] | undefined; now: string },
): Promise<{ files: number; bytes: number }> {
  const held = new Set<string>();
  const named = new Set(ids);
  for (let after = ''; ;) {
    const portion = await queue.stored(after, PORTION);
    for (const { entry } of portion) for (const hash of hashesToKeep(entry, olderThan, named)) held.add(hash);
    const last = portion.at(-1);
    if (last === undefined || portion.length < PORTION) break;
    after = last.id;
  }
  return store.collect(held, new Date(Date.parse(now) - DRAFT_LIVES).toISOString());
}

/** An entry that cannot be read keeps whatever it names: nothing of it is thrown away unseen. */
function hashesToKeep(stored: unknown, olderThan: string | null, named: ReadonlySet<string>): string[] {
  const entry = QueueEntry.safeParse(stored).data;
  if (entry === undefined) return JSON.stringify(stored).match(/[0-9a-f]{64}/g) ?? [];
  const isOld =
    olderThan !== null && entry.state === 'registered' && Date.parse(entry.stateChangedAt) < Date.parse(olderThan);
  return isOld || named.has(entry.id) ? [] : entry.files.map(({ sha256 }) => sha256);
}
