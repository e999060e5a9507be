import { refuse, done, type Outcome } from '../../core/outcome.ts';
import type { PageCapture } from '../../core/capture/page-capture.ts';
import { QueueEntry, type NewComplaint } from '../../core/queue/queue-entry.ts';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { QueueDatabase, StoredComplaint } from './queue-database.ts';

export type QueueTrouble = 'storageFull' | 'storageFailed' | 'notReadBack';

export interface ComplaintQueue {
  /** Saved means: written in one transaction, read back, equal, and counted. */
  add(complaint: NewComplaint): Promise<Outcome<{ entry: QueueEntry; waiting: number }, QueueTrouble>>;
  list(): Promise<{ entries: QueueEntry[]; unreadable: number }>;
  twinsOf(capture: PageCapture): Promise<QueueEntry[]>;
  markHandedOver(ids: string[]): Promise<void>;
  /** The register has these rows. Gives back which of them this queue knows. */
  acknowledge(ids: string[]): Promise<string[]>;
  countWaiting(): Promise<number>;
}

/** The queue of clipped complaints. The clock and the maker of numbers are given by the caller. */
export function createQueue(database: QueueDatabase, now: () => string, newId: () => string): ComplaintQueue {
  const { complaints } = database;

  const countWaiting = async () =>
    (await complaints.count()) - (await complaints.where('entry.state').equals('registered').count());

  const move = (ids: string[], from: QueueEntry['state'][], to: QueueEntry['state']) =>
    database.transaction('rw', complaints, async () => {
      const records = (await complaints.bulkGet(ids)).filter((record) => record !== undefined);
      const moving = records.filter(({ entry }) => from.includes(entry.state));
      await complaints.bulkPut(
        moving.map((record) => ({ ...record, entry: { ...record.entry, state: to, stateChangedAt: now() } })),
      );
      return records.map(({ id }) => id);
    });

  return {
    async add(complaint) {
      const savedAt = now();
      const entry = QueueEntry.parse({
        schemaVersion: 2,
        id: newId(),
        savedAt,
        state: 'queued',
        stateChangedAt: savedAt,
        removedAt: null,
        notes: [],
        links: [],
        history: [{ at: savedAt, what: 'saved' }],
        ...complaint,
      });
      const record: StoredComplaint = {
        id: entry.id,
        entry,
        identity: entry.capture.identity,
        fingerprint: await fingerprintOf(entry.capture),
      };
      try {
        await database.transaction('rw', complaints, () => complaints.add(record));
        const back = await complaints.get(record.id);
        if (JSON.stringify(back) !== JSON.stringify(record)) return refuse('notReadBack', { id: record.id });
        return done({ entry, waiting: await countWaiting() });
      } catch (error) {
        return storageTrouble(error);
      }
    },

    async list() {
      const records = await complaints.orderBy('id').reverse().toArray();
      const entries = records.map(({ entry }) => readQueueEntry(entry)).filter((entry) => entry !== null);
      return { entries, unreadable: records.length - entries.length };
    },

    async twinsOf(capture) {
      const fingerprint = await fingerprintOf(capture);
      const sameWords = await complaints.where('fingerprint').equals(fingerprint).toArray();
      const sameMessage =
        capture.identity === null ? [] : await complaints.where('identity').equals(capture.identity).toArray();
      const twins = new Map([...sameMessage, ...sameWords].map((record) => [record.id, readQueueEntry(record.entry)]));
      return [...twins.values()].filter((entry) => entry !== null);
    },

    async markHandedOver(ids) {
      await move(ids, ['queued'], 'handedOver');
    },
    acknowledge: (ids) => move(ids, ['queued', 'handedOver'], 'registered'),
    countWaiting,
  };
}

/** A full disk is expected and has a remedy; any other failure of the storage is told by its name. */
function storageTrouble(error: unknown): ReturnType<typeof refuse<QueueTrouble>> {
  const names = [error, (error as { inner?: unknown } | null)?.inner].map((each) =>
    each instanceof Error || each instanceof DOMException ? each.name : '',
  );
  if (names.includes('QuotaExceededError')) return refuse('storageFull');
  if (names[0] === '') throw error;
  return refuse('storageFailed', { name: names[0] ?? '' });
}
