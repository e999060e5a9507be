import { refuse, done, type Outcome } from '../../core/outcome.ts';
import { moveEntry } from '../../core/queue/change-entry.ts';
import type { BadEntry } from '../../core/queue/everything-file.ts';
import { readEntries } from '../../core/queue/everything-file.ts';
import { isExactKey, twinKeys, twinReasons, type Comparable, type TwinReason } from '../../core/queue/find-twins.ts';
import { mergeCopies } from '../../core/queue/merge-copies.ts';
import { QueueEntry, type NewComplaint } from '../../core/queue/queue-entry.ts';
import type { QueueQuestion } from '../../core/queue/queue-question.ts';
import { shownRow, type QueueRow, type SearchableRow } from '../../core/queue/queue-row.ts';
import { readQueueEntry } from '../../core/queue/read-queue-entry.ts';
import {
  countRows,
  filterRows,
  facetsOf,
  idsOf,
  sortRows,
  type QueueCounts,
  type QueueFacets,
} from '../../core/queue/search-rows.ts';
import type { QueueDatabase, StoredComplaint } from './queue-database.ts';
import { countByIndex, isWholeList, pageByIndex, type IndexCounts } from './first-page.ts';
import { createRowTable } from './row-table.ts';
import { storageTrouble, written, type StorageTrouble } from './storage-trouble.ts';
import { storedRow, type StoredRow } from './stored-row.ts';

export type QueueTrouble = StorageTrouble | 'notReadBack';

export interface QueuePage {
  rows: QueueRow[];
  /** How many there are; while rows are being read, how many were found so far. */
  total: number;
  /** Null while rows are being read that only all of them together tell; `onMore` tells when. */
  counts: QueueCounts | null;
  facets: QueueFacets | null;
  /** How far the rows are read, where more of them may fit than stand here; else null. */
  reading: { read: number; of: number } | null;
  /** Records that do not fit the schema; told, never dropped. */
  unreadable: number;
}

interface Found {
  rows: SearchableRow[];
  counts: QueueCounts;
  facets: QueueFacets;
}

export interface Twin {
  entry: QueueEntry;
  reasons: TwinReason[];
}

export interface ComplaintQueue {
  /** Saved means: written in one transaction, read back, equal, and counted. */
  add(complaint: NewComplaint): Promise<Outcome<{ entry: QueueEntry; waiting: number }, QueueTrouble>>;
  find(question: QueueQuestion): Promise<QueuePage>;
  /** All that fit, in order; at most `most`. */
  findIds(question: QueueQuestion, most: number): Promise<string[]>;
  get(id: string): Promise<QueueEntry | null>;
  /** The rows that an entry links to, or that link to it. */
  related(id: string): Promise<QueueRow[]>;
  /** In the order of the ids; what is not there, or unreadable, is left out. */
  entries(ids: readonly string[]): Promise<QueueEntry[]>;
  /** Entries that may be the same complaint, the likeliest first. */
  twinsOf(complaint: Comparable): Promise<Twin[]>;
  /** Changes entries, each in one transaction with its row; gives back those that differ now. */
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

export interface ImportCounts {
  added: number;
  merged: number;
  same: number;
  bad: BadEntry[];
}

/** Entries that are in memory at a time. */
const PORTION = 200;
/** For so long nothing becomes overdue in an answer that is kept. */
const SAME_MINUTE = 15_000;
/** So long an answer waits for rows that are still being read; then it gives what was found so far, in milliseconds. */
const PATIENCE = 150;
/** So long the first page waits for its counts; then they follow. */
const COUNTING = 50;
/** Twins that are looked at more closely. */
const MOST_CANDIDATES = 60;

/** The queue of clipped complaints. The clock and the maker of numbers are given by the caller. */
export function createQueue(
  opened: QueueDatabase | Promise<QueueDatabase>,
  now: () => string,
  newId: () => string,
  onMore: () => void = () => undefined,
): ComplaintQueue {
  const open = () => Promise.resolve(opened);
  const table = createRowTable(open, onMore);

  const onShelf = async (shelf: StoredRow['shelf'], before = Infinity) =>
    (await open()).rows.where('[shelf+place]').between([shelf, -Infinity], [shelf, before], true, true);
  const countWaiting = async () => (await onShelf(0)).count();

  const put = async (entries: readonly QueueEntry[]) => {
    const database = await open();
    const rows = entries.map(storedRow);
    await database.transaction('rw', database.complaints, database.rows, async () => {
      await database.complaints.bulkPut(entries.map((entry) => ({ id: entry.id, entry })));
      await database.rows.bulkPut(rows);
    });
    tableChanged(rows);
  };

  const change = async (ids: readonly string[], how: (entry: QueueEntry) => QueueEntry) => {
    const database = await open();
    const changed: QueueEntry[] = [];
    for (let at = 0; at < ids.length; at += PORTION) {
      const portion = await database.transaction('rw', database.complaints, database.rows, async () => {
        const records = await database.complaints.bulkGet(ids.slice(at, at + PORTION));
        const entries = readable(records.filter((record) => record !== undefined));
        const differing = entries
          .map((entry) => ({ entry, after: how(entry) }))
          .filter(({ entry, after }) => after !== entry)
          .map(({ after }) => QueueEntry.parse(after));
        await database.complaints.bulkPut(differing.map((entry) => ({ id: entry.id, entry })));
        await database.rows.bulkPut(differing.map(storedRow));
        return differing;
      });
      tableChanged(portion.map(storedRow));
      changed.push(...portion);
    }
    return changed;
  };

  const entries = async (ids: readonly string[]) => {
    const records = await (await open()).complaints.bulkGet([...ids]);
    return readable(records.filter((record) => record !== undefined));
  };

  const clear = async (ids: readonly string[]) => {
    const database = await open();
    await database.transaction('rw', database.complaints, database.rows, async () => {
      await database.complaints.bulkDelete([...ids]);
      await database.rows.bulkDelete([...ids]);
    });
    tableChanged([], ids);
    return ids.length;
  };

  /** Kept until a row is written, for whoever scrolls while the rows are read. */
  let counted: { key: string; counts: Promise<IndexCounts> } | null = null;
  let writings = 0;
  const countNow = async (asOf: number) => {
    const key = `${writings} ${Math.floor(asOf / SAME_MINUTE)}`;
    if (counted?.key !== key) counted = { key, counts: countByIndex(await open(), asOf) };
    return counted.counts;
  };
  const tableChanged = (rows: readonly StoredRow[], dropped: readonly string[] = []) => {
    writings++;
    table.put(rows);
    table.drop(dropped);
  };

  /** The answer while the rows are being read: the list by its index, anything else among those that are there. */
  const findMeanwhile = async (question: QueueQuestion): Promise<QueuePage> => {
    const asOf = Date.parse(now());
    const { from, count } = question;
    if (isWholeList(question)) {
      const rows = await pageByIndex(await open(), from, count);
      const counting = countNow(asOf);
      const known = await Promise.race([counting, later(COUNTING)]);
      // Only now: neither the first page nor its counts are to wait for the rows.
      const begin = () => {
        if (known === null) onMore();
        table.begin();
      };
      counting.then(begin, begin);
      const { total, counts } = known ?? { total: from + rows.length, counts: null };
      return { rows, total, counts, facets: null, reading: null, unreadable: 0 };
    }
    const { rows, read, of } = table.soFar();
    const fitting = sortRows(filterRows(rows, question, asOf), question.sort);
    const part = fitting.slice(from, from + count).map(shownRow);
    return { rows: part, total: fitting.length, counts: null, facets: null, reading: { read, of }, unreadable: 0 };
  };
  const wholeSoon = () => Promise.race([table.whole(), later(PATIENCE)]);

  /** Kept until a row changes: the orders in which all were asked for. And the last answer: scrolling asks the same again. */
  let sorted: {
    all: readonly SearchableRow[];
    facets: QueueFacets;
    orders: Partial<Record<QueueQuestion['sort'], SearchableRow[]>>;
  } | null = null;
  let last: { all: readonly SearchableRow[]; key: string; found: Found } | null = null;
  const foundIn = (all: readonly SearchableRow[], question: QueueQuestion, asOf: number): Found => {
    const key = JSON.stringify([{ ...question, from: 0, count: 1 }, Math.floor(asOf / SAME_MINUTE)]);
    if (last?.all === all && last.key === key) return last.found;
    if (sorted?.all !== all) sorted = { all, facets: facetsOf(all), orders: {} };
    const rows = filterRows((sorted.orders[question.sort] ??= sortRows(all, question.sort)), question, asOf);
    last = { all, key, found: { rows, counts: countRows(all, asOf), facets: sorted.facets } };
    return last.found;
  };

  /** Counted once: only an upgrade leaves any behind. */
  let countedUnreadable: Promise<number> | null = null;
  const unreadable = () => (countedUnreadable ??= countUnreadable());
  const countUnreadable = async () => {
    const database = await open();
    return Math.max(0, (await database.complaints.count()) - (await database.rows.count()));
  };

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
      const record: StoredComplaint = { id: entry.id, entry };
      const row = storedRow(entry);
      try {
        const database = await open();
        await database.transaction('rw', database.complaints, database.rows, async () => {
          await database.complaints.add(record);
          await database.rows.add(row);
        });
        const back = [await database.complaints.get(entry.id), await database.rows.get(entry.id)];
        if (JSON.stringify(back) !== JSON.stringify([record, row])) return refuse('notReadBack', { id: entry.id });
        tableChanged([row]);
        return done({ entry, waiting: await countWaiting() });
      } catch (error) {
        return storageTrouble(error);
      }
    },

    async find(question) {
      if (isWholeList(question) && !table.isWhole()) return findMeanwhile(question);
      const whole = await wholeSoon();
      if (whole === null) return findMeanwhile(question);
      const { rows: all, ...rest } = foundIn(whole, question, Date.parse(now()));
      return {
        rows: all.slice(question.from, question.from + question.count).map(shownRow),
        total: all.length,
        ...rest,
        reading: null,
        unreadable: await unreadable(),
      };
    },

    async findIds(question, most) {
      return idsOf(await table.whole(), question, Date.parse(now())).slice(0, most);
    },

    get: async (id) => (await entries([id]))[0] ?? null,
    entries,

    async related(id) {
      const database = await open();
      const own = (await database.rows.get(id))?.links.map(({ to }) => to) ?? [];
      // Those that only point here are told as soon as the rows are read; an entry does not wait for them.
      const all = (await wholeSoon()) ?? table.soFar().rows;
      const pointing = all.filter((row) => row.links.some(({ to }) => to === id) && !own.includes(row.id));
      const linked = (await database.rows.bulkGet(own)).filter((row) => row !== undefined);
      return [...linked, ...pointing].map(shownRow);
    },

    async twinsOf(complaint) {
      const keys = twinKeys(complaint);
      if (keys.length === 0) return [];
      const database = await open();
      // Keys that are exact first: thousands may look alike, and must not crowd out the same message.
      const found = await Promise.all(
        [keys.filter(isExactKey), keys.filter((key) => !isExactKey(key))].map((some) =>
          database.rows.where('keys').anyOf(some).distinct().limit(MOST_CANDIDATES).toArray(),
        ),
      );
      const rows = new Map(found.flat().map((row) => [row.id, row]));
      const present = [...rows.values()].filter(({ isRemoved }) => !isRemoved);
      const candidates = await entries(present.map(({ id }) => id));
      return candidates
        .map((entry) => ({ entry, reasons: twinReasons(complaint, entry) }))
        .filter(({ reasons }) => reasons.length > 0)
        .sort((one, other) => strength(other) - strength(one));
    },

    change: (ids, how) => written(() => change(ids, how)),

    async waitingIds(most) {
      const database = await open();
      const ids = await database.rows.where('[shelf+place]').between([0, -Infinity], [0, Infinity]).primaryKeys();
      return ids.sort().slice(0, most);
    },

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
        const aside = await (await onShelf(2)).primaryKeys();
        const old = before === null ? aside : (await removedBefore(before, aside, entries)).map(({ id }) => id);
        return clear(old);
      }),

    clearRegistered: (before) =>
      written(async () => {
        const done = await (await onShelf(1)).primaryKeys();
        const old: string[] = [];
        for (let at = 0; at < done.length; at += PORTION) {
          for (const { id, state, stateChangedAt } of await entries(done.slice(at, at + PORTION)))
            if (state === 'registered' && Date.parse(stateChangedAt) < Date.parse(before)) old.push(id);
        }
        return clear(old);
      }),

    stored: async (after, most) => (await open()).complaints.where('id').above(after).limit(most).toArray(),

    importEntries: (stored, from) =>
      written(async () => {
        const { entries: given, bad } = readEntries(stored, from);
        const counts: ImportCounts = { added: 0, merged: 0, same: 0, bad };
        const database = await open();
        const records = await database.complaints.bulkGet(given.map(({ id }) => id));
        const writing = new Map<string, QueueEntry>();
        given.forEach((entry, at) => {
          const before = writing.get(entry.id) ?? records[at]?.entry;
          const mine = before === undefined ? null : readQueueEntry(before);
          if (before === undefined) {
            counts.added++;
            const change = { at: now(), what: 'imported' as const };
            writing.set(entry.id, { ...entry, history: [...entry.history, change] });
          } else if (mine === null)
            counts.bad.push({ index: from + stored.indexOf(entry), id: entry.id, part: 'stored' });
          else {
            const merged = QueueEntry.parse(mergeCopies(mine, entry));
            if (JSON.stringify(merged) === JSON.stringify(mine)) counts.same++;
            else {
              counts.merged++;
              writing.set(entry.id, merged);
            }
          }
        });
        await put([...writing.values()]);
        return counts;
      }),
  };
}

function later(ms: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ms));
}

function readable(records: readonly { entry: unknown }[]): QueueEntry[] {
  return records.map(({ entry }) => readQueueEntry(entry)).filter((entry) => entry !== null);
}

async function removedBefore(
  before: string,
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<QueueEntry[]>,
): Promise<QueueEntry[]> {
  const old: QueueEntry[] = [];
  for (let at = 0; at < ids.length; at += PORTION) {
    const portion = await read(ids.slice(at, at + PORTION));
    old.push(...portion.filter(({ removedAt }) => removedAt !== null && Date.parse(removedAt) < Date.parse(before)));
  }
  return old;
}

const STRENGTH = { sameMessage: 8, sameWords: 4, sameGoods: 2, similarText: 1 };

function strength({ reasons }: Twin): number {
  return reasons.reduce((sum, { kind }) => sum + STRENGTH[kind], 0);
}
