import { refuse, done, type Outcome } from '../../core/outcome.ts';
import { moveEntry } from '../../core/queue/change-entry.ts';
import type { Comparable } from '../../core/queue/find-twins.ts';
import { PACK_LIMIT, type PackLimit } from '../../core/queue/packed-rows.ts';
import { QueueEntry, type NewComplaint } from '../../core/queue/queue-entry.ts';
import { shownRow, type QueueRow, type SearchableRow } from '../../core/queue/queue-row.ts';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import { idsOfThose, isRegisteredBefore, isRemovedBefore } from './clear-entries.ts';
import { createCheck } from './check-derived.ts';
import { createBuilder } from './derived-builder.ts';
import { isBuilt } from './derived-state.ts';
import { readState } from './read-state.ts';
import { createFinder, type Copying, type EntryFinder } from './find-entries.ts';
import { findTwinsIn, type Twin } from './find-twins-in.ts';
import { planImport, type ImportCounts } from './import-entries.ts';
import type { QueueDatabase } from './queue-database.ts';
import { createRowTable } from './row-table.ts';
import { storageTrouble, written, type StorageTrouble } from './storage-trouble.ts';
import type { StoredRow } from './stored-row.ts';
import { writeEntries, writing } from './write-entries.ts';

export type QueueTrouble = StorageTrouble | 'notReadBack';

export interface ComplaintQueue extends EntryFinder {
  /** Saved means: written in one transaction, read back, equal, and counted. */
  add(complaint: NewComplaint): Promise<Outcome<{ entry: QueueEntry; waiting: number }, QueueTrouble>>;
  get(id: string): Promise<QueueEntry | null>;
  /** In the order of the ids; what is not there, or unreadable, is left out. */
  entries(ids: readonly string[]): Promise<QueueEntry[]>;
  /** Entries that may be the same complaint, the likeliest first. */
  twinsOf(complaint: Comparable): Promise<Twin[]>;
  /** Changes entries, a portion in one transaction with all that follows from it; gives back those that differ now. */
  change(
    ids: readonly string[],
    how: (entry: QueueEntry) => QueueEntry,
  ): Promise<Outcome<QueueEntry[], StorageTrouble>>;
  /** Ids of all that wait for the register, the oldest first: neither registered nor put aside nor a duplicate. */
  waitingIds(most: number): Promise<string[]>;
  markHandedOver(ids: string[]): Promise<void>;
  /** The register has these rows. Gives back which of them this queue knows. */
  acknowledge(ids: string[]): Promise<string[]>;
  countWaiting(): Promise<number>;
  countOverdue(): Promise<number>;
  /** Rows with an open deadline before this time, or about to warn. */
  openRows(dueBefore: number): Promise<QueueRow[]>;
  /** Clears away for good what was put aside, or of that only what was so before a moment. */
  clearRemoved(before: string | null): Promise<Outcome<number, StorageTrouble>>;
  /** Clears away for good what was registered before a moment. */
  clearRegistered(before: string): Promise<Outcome<number, StorageTrouble>>;
  /** Entries as stored, also unreadable ones, from behind an id on. */
  stored(after: string, most: number): Promise<{ id: string; entry: unknown }[]>;
  importEntries(stored: readonly unknown[], from: number): Promise<Outcome<ImportCounts, StorageTrouble>>;
}

export interface QueueSettings {
  /** Told when rows that had been asked for in vain are there. */
  onMore?: () => void;
  /** How far the copy before an upgrade is. */
  copying?: () => Copying;
  limit?: PackLimit;
}

/** Entries that are in memory at a time. */
const PORTION = 200;

/** The queue of clipped complaints. The clock and the maker of numbers are given by the caller. */
export function createQueue(
  opened: QueueDatabase | Promise<QueueDatabase>,
  now: () => string,
  newId: () => string,
  { onMore = () => undefined, copying = () => ({ read: 0, of: 0 }), limit = PACK_LIMIT }: QueueSettings = {},
): ComplaintQueue {
  const open = () => Promise.resolve(opened);
  const builder = createBuilder(open, limit, (rows) => table.put(rows));
  const table = createRowTable({ database: open, built: () => builder.whole(), onMore, onWhole: () => check() });
  const finder = createFinder(open, table, now, copying);
  const check = createCheck({ builder, table, writes: () => writes, onMore });

  const onShelf = async (shelf: StoredRow['shelf'], before = Infinity) =>
    (await open()).rows.where('[shelf+place+turn]').between([shelf, -Infinity], [shelf, before, Infinity], true, true);
  const countWaiting = async () => {
    const state = await readState(await open());
    // What is not built is not counted either; the index has what a former version left.
    return isBuilt(state) ? state.tally.queued + state.tally.handedOver : (await onShelf(0)).count();
  };
  /** All of a shelf, whatever was not built when it was asked for. */
  const idsOnShelf = async (shelf: StoredRow['shelf']) => {
    await builder.whole();
    return (await onShelf(shelf)).primaryKeys();
  };

  /** Writes that are on their way, and that have been: between commit and memory the two may differ. */
  const writes = { pending: 0, done: 0 };
  const noted = async <T>(
    work: () => Promise<{ result: T; rows: readonly SearchableRow[]; gone?: readonly string[] }>,
  ) => {
    writes.pending++;
    try {
      const { result, rows, gone = [] } = await work();
      table.put(rows);
      table.drop(gone);
      return result;
    } finally {
      writes.pending--;
      writes.done++;
    }
  };
  const put = (entries: readonly QueueEntry[], gone: readonly string[] = []) =>
    noted(async () => {
      const database = await open();
      const rows = await writing(database, () => writeEntries(database, entries, gone, limit));
      return { result: undefined, rows, gone };
    });

  const change = async (ids: readonly string[], how: (entry: QueueEntry) => QueueEntry) => {
    const database = await open();
    // In their order, so that neighbours are written together.
    const inOrder = [...ids].sort();
    const changed: QueueEntry[] = [];
    for (let at = 0; at < inOrder.length; at += PORTION) {
      const portion = await noted(() =>
        writing(database, async () => {
          const records = await database.complaints.bulkGet(inOrder.slice(at, at + PORTION));
          const result = readable(records.filter((record) => record !== undefined))
            .map((entry) => ({ entry, after: how(entry) }))
            .filter(({ entry, after }) => after !== entry)
            .map(({ after }) => QueueEntry.parse(after));
          return { result, rows: result.length === 0 ? [] : await writeEntries(database, result, [], limit) };
        }),
      );
      changed.push(...portion);
    }
    return changed;
  };

  const entries = async (ids: readonly string[]) => {
    const records = await (await open()).complaints.bulkGet([...ids]);
    return readable(records.filter((record) => record !== undefined));
  };
  const clear = async (ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += PORTION) await put([], ids.slice(at, at + PORTION));
    return ids.length;
  };

  return {
    ...finder,
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
      try {
        const database = await open();
        await noted(() =>
          writing(database, async () => {
            // A number that is there already is a fault, not a change.
            if ((await database.complaints.where('id').equals(entry.id).count()) > 0)
              throw new DOMException('', 'ConstraintError');
            return { result: undefined, rows: await writeEntries(database, [entry], [], limit) };
          }),
        );
        const back = [await database.complaints.get(entry.id), (await database.rows.get(entry.id))?.id];
        if (JSON.stringify(back) !== JSON.stringify([{ id: entry.id, entry }, entry.id]))
          return refuse('notReadBack', { id: entry.id });
        return done({ entry, waiting: await countWaiting() });
      } catch (error) {
        return storageTrouble(error);
      }
    },

    get: async (id) => (await entries([id]))[0] ?? null,
    entries,
    twinsOf: async (complaint) => findTwinsIn(await open(), complaint, entries),
    change: (ids, how) => written(() => change(ids, how)),

    waitingIds: async (most) => (await idsOnShelf(0)).sort().slice(0, most),

    async markHandedOver(ids) {
      await change(ids, (entry) => (entry.state === 'queued' ? moveEntry(entry, 'handedOver', now()) : entry));
    },

    async acknowledge(ids) {
      const known = await entries(ids);
      await change(ids, (entry) => moveEntry(entry, 'registered', now()));
      return known.map(({ id }) => id);
    },

    countWaiting,
    countOverdue: async () => (await onShelf(0, Date.parse(now()))).count(),
    openRows: async (dueBefore) => (await (await onShelf(0, dueBefore)).toArray()).map(shownRow),

    clearRemoved: (before) =>
      written(async () => {
        const aside = await idsOnShelf(2);
        return clear(
          before === null ? aside : await idsOfThose(aside, entries, (entry) => isRemovedBefore(entry, before)),
        );
      }),
    clearRegistered: (before) =>
      written(async () =>
        clear(await idsOfThose(await idsOnShelf(1), entries, (entry) => isRegisteredBefore(entry, before))),
      ),

    stored: async (after, most) => (await open()).complaints.where('id').above(after).limit(most).toArray(),

    importEntries: (stored, from) =>
      written(async () => {
        const ids = stored.map((each) => (each as { id?: unknown } | null)?.id).filter((id) => typeof id === 'string');
        const records = await (await open()).complaints.bulkGet(ids);
        const present = new Map(records.flatMap((record) => (record === undefined ? [] : [[record.id, record.entry]])));
        const plan = planImport(stored, from, present, now());
        await put(plan.writing);
        return plan.counts;
      }),
  };
}

function readable(records: readonly { entry: unknown }[]): QueueEntry[] {
  return records.map(({ entry }) => readQueueEntry(entry)).filter((entry) => entry !== null);
}
