import { shownRow, type SearchableRow } from '../../core/queue/queue-row.ts';
import type { QueueDatabase } from './queue-database.ts';
import type { StoredRow } from './stored-row.ts';

/** All rows in memory, for as long as the worker lives: searching 100,000 of them there takes less than asking any index. */
export interface RowTable {
  isWhole(): boolean;
  /** Begins to read them; whoever does is told by `onMore` when they are there. */
  begin(): void;
  whole(): Promise<readonly SearchableRow[]>;
  /** What has been read, the newest first, and of how many; whoever asks is told by `onMore` when there is more. */
  soFar(): { rows: readonly SearchableRow[]; read: number; of: number };
  put(rows: readonly StoredRow[]): void;
  drop(ids: readonly string[]): void;
}

/** Rows that are read at once: so few that a short question beside them is answered in time. */
const PORTION = 1_000;
/** Those who got a part are told of more at most so often, in milliseconds. */
const TOLD_EVERY = 1_000;

/** `onMore` is told while rows are read that had been asked for in vain, and when all are there. */
export function createRowTable(database: () => Promise<QueueDatabase>, onMore: () => void): RowTable {
  const byId = new Map<string, SearchableRow>();
  let list: readonly SearchableRow[] | null = null;
  let reading: Promise<void> | null = null;
  let isWhole = false;
  let of = 0;
  let isAwaited = false;
  /** Written while the rows were being read: what is read of them later is older. */
  const newer = new Set<string>();

  const read = async () => {
    const { rows } = await database();
    const ids = (await rows.toCollection().primaryKeys()).sort();
    of = ids.length;
    // Ids begin with their time. The next portion is on its way while one is taken in.
    const portion = (end: number) => {
      const [first, last] = [ids[Math.max(0, end - PORTION)], ids[end - 1]];
      if (first === undefined || last === undefined) return null;
      const asked = rows.where('id').between(first, last, true, true).toArray();
      // Told where it is waited for; until then it is no unhandled one.
      asked.catch(() => undefined);
      return asked;
    };
    let told = Date.now();
    let next = portion(ids.length);
    for (let end = ids.length; next !== null; end -= PORTION) {
      const some = await next;
      next = portion(end - PORTION);
      for (const row of some) if (!newer.has(row.id)) byId.set(row.id, withoutKeys(row));
      list = null;
      if (isAwaited && next !== null && Date.now() - told > TOLD_EVERY) {
        told = Date.now();
        onMore();
      }
      await new Promise((others) => setTimeout(others, 0));
    }
    isWhole = true;
    newer.clear();
    if (isAwaited) onMore();
  };
  const begin = () => {
    reading ??= read().catch((error: unknown) => {
      // Whoever waits is told; the next one who asks tries again.
      reading = null;
      byId.clear();
      newer.clear();
      throw error;
    });
    return reading;
  };
  const change = (id: string, row: SearchableRow | null) => {
    if (reading === null) return;
    list = null;
    if (!isWhole) newer.add(id);
    if (row === null) byId.delete(id);
    else byId.set(id, row);
  };
  const present = () => (list ??= [...byId.values()]);
  const beginUnheard = () => {
    isAwaited = true;
    // A failure is told to those who wait for the whole.
    begin().catch(() => undefined);
  };

  return {
    isWhole: () => isWhole,
    begin: beginUnheard,
    async whole() {
      if (!isWhole) await begin();
      return present();
    },
    soFar() {
      if (!isWhole) beginUnheard();
      return { rows: present(), read: byId.size, of: Math.max(of, byId.size) };
    },
    put: (rows) => rows.forEach((row) => change(row.id, row)),
    drop: (ids) => ids.forEach((id) => change(id, null)),
  };
}

/** Twins are found by the keys in the index; in memory they would only take room. */
function withoutKeys(row: StoredRow): SearchableRow {
  return { ...shownRow(row), words: row.words };
}
