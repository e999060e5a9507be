import { unpackRows } from '../../core/queue/packed-rows.ts';
import type { SearchableRow } from '../../core/queue/queue-row.ts';
import { totalOf } from '../../core/queue/queue-tally.ts';
import { isBuilt } from './derived-state.ts';
import { readState } from './read-state.ts';
import type { QueueDatabase } from './queue-database.ts';

/** All rows in memory, for as long as the worker lives: searching 100,000 of them there takes less than asking any index. */
export interface RowTable {
  isWhole(): boolean;
  /** Begins to read them; whoever does is told by `onMore` when they are there. */
  begin(): void;
  whole(): Promise<readonly SearchableRow[]>;
  /** What has been read, and of how many; whoever asks is told by `onMore` when there is more. */
  soFar(): { rows: readonly SearchableRow[]; read: number; of: number };
  put(rows: readonly SearchableRow[]): void;
  drop(ids: readonly string[]): void;
  /** Forgets all: they are read anew by whoever asks next. */
  forget(): void;
}

/** Packs that are read at once: so few that a short question beside them is answered in time. */
const PORTION = 16;
/** Those who got a part are told of more at most so often, in milliseconds. */
const TOLD_EVERY = 1_000;

export interface RowSource {
  database: () => Promise<QueueDatabase>;
  /** Resolves when all rows are packed; those that come meanwhile are `put`. */
  built: () => Promise<void>;
  /** Told while rows are read that had been asked for in vain, and when all are there. */
  onMore: () => void;
  /** Told once all are there. */
  onWhole: () => void;
}

export function createRowTable({ database, built, onMore, onWhole }: RowSource): RowTable {
  const byId = new Map<string, SearchableRow>();
  let list: readonly SearchableRow[] | null = null;
  let reading: Promise<void> | null = null;
  let isWhole = false;
  let of = 0;
  let isAwaited = false;
  let told = 0;
  /** Written while the rows were being read: what is read of them later is older. */
  const newer = new Set<string>();

  const tell = () => {
    if (!isAwaited || Date.now() - told < TOLD_EVERY) return;
    told = Date.now();
    onMore();
  };
  const read = async () => {
    told = Date.now();
    // Opening takes long when all is copied before an upgrade.
    const telling = setInterval(tell, TOLD_EVERY);
    const opened = await database().finally(() => clearInterval(telling));
    const state = await readState(opened);
    of = isBuilt(state) ? totalOf(state.tally) : await opened.complaints.count();
    for await (const rows of packsFromLast(opened)) {
      for (const row of rows) if (!newer.has(row.id)) byId.set(row.id, row);
      list = null;
      tell();
    }
    await built();
    isWhole = true;
    newer.clear();
    if (isAwaited) onMore();
    onWhole();
  };
  const forget = () => {
    reading = null;
    isWhole = false;
    list = null;
    byId.clear();
    newer.clear();
  };
  const begin = () => {
    reading ??= read().catch((error: unknown) => {
      // Whoever waits is told; the next one who asks tries again.
      forget();
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
    if (!isWhole) tell();
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
    forget,
  };
}

/** Behind every id. */
const END = '\uffff';

/** The rows of all packs, the newest first; the next portion is on its way while one is taken in. */
async function* packsFromLast({ packs }: QueueDatabase): AsyncGenerator<SearchableRow[]> {
  const firsts = await packs.toCollection().primaryKeys();
  const portion = (end: number) => {
    if (end <= 0) return null;
    // By what lies between, not by the keys themselves: a pack may be halved or begin with another row meanwhile.
    const asked = packs
      .where('first')
      .between(end <= PORTION ? '' : firsts[end - PORTION], firsts[end] ?? END, true, false)
      .toArray();
    // Told where it is waited for; until then it is no unhandled one.
    asked.catch(() => undefined);
    return asked;
  };
  let next = portion(firsts.length);
  for (let end = firsts.length; next !== null; end -= PORTION) {
    const some = await next;
    next = portion(end - PORTION);
    yield some.flatMap(unpackRows);
    await new Promise((others) => setTimeout(others, 0));
  }
}
