import { readEntries, type BadEntry } from '../../core/queue/everything-file.ts';
import { mergeCopies } from '../../core/queue/merge-copies.ts';
import { QueueEntry } from '../../core/queue/queue-entry.ts';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';

export interface ImportCounts {
  added: number;
  merged: number;
  same: number;
  bad: BadEntry[];
}

/**
 * What a portion of a file means for the queue: which entries are to be written, and how they are counted. One that is here
 * already is merged, one that cannot be read is named. `present` are the records of the same ids as they stand here.
 */
export function planImport(
  stored: readonly unknown[],
  from: number,
  present: ReadonlyMap<string, unknown>,
  at: string,
): { writing: QueueEntry[]; counts: ImportCounts } {
  const { entries, bad } = readEntries(stored, from);
  const counts: ImportCounts = { added: 0, merged: 0, same: 0, bad };
  const writing = new Map<string, QueueEntry>();
  for (const entry of entries) {
    const before = writing.get(entry.id) ?? present.get(entry.id);
    const mine = before === undefined ? null : readQueueEntry(before);
    if (before === undefined) {
      counts.added++;
      writing.set(entry.id, { ...entry, history: [...entry.history, { at, what: 'imported' }] });
    } else if (mine === null) {
      counts.bad.push({ index: from + indexOf(stored, entry.id), id: entry.id, part: 'stored' });
    } else {
      const merged = QueueEntry.parse(mergeCopies(mine, entry));
      if (JSON.stringify(merged) === JSON.stringify(mine)) counts.same++;
      else {
        counts.merged++;
        writing.set(entry.id, merged);
      }
    }
  }
  return { writing: [...writing.values()], counts };
}

function indexOf(stored: readonly unknown[], id: string): number {
  return stored.findIndex((each) => (each as { id?: unknown } | null)?.id === id);
}
