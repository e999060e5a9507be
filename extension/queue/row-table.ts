import type { QueueDatabase } from './queue-database.ts';
import type { StoredRow } from './stored-row.ts';

/** All rows in memory, for as long as the worker lives: searching 100,000 of them there takes less than asking any index. */
export interface RowTable {
  /** Null until they are read; asking begins to read them. */
  now(): readonly StoredRow[] | null;
  whole(): Promise<readonly StoredRow[]>;
  put(rows: readonly StoredRow[]): void;
  drop(ids: readonly string[]): void;
}

/** `onLoaded` is told once, when rows that had been asked for in vain are there. */
export function createRowTable(database: () => Promise<QueueDatabase>, onLoaded: () => void): RowTable {
  let byId: Map<string, StoredRow> | null = null;
  let list: readonly StoredRow[] | null = null;
  let reading: Promise<void> | null = null;
  /** What was written while the rows were being read; null: it was cleared. */
  const meanwhile = new Map<string, StoredRow | null>();

  const read = async () => {
    const rows = await (await database()).rows.toArray();
    byId = new Map(rows.map((row) => [row.id, row]));
    for (const [id, row] of meanwhile) set(byId, id, row);
    meanwhile.clear();
  };
  const begin = () => {
    reading ??= read().then(onLoaded, (error: unknown) => {
      // Whoever waits is told; the next one who asks tries again.
      reading = null;
      throw error;
    });
    return reading;
  };
  const change = (id: string, row: StoredRow | null) => {
    list = null;
    if (byId !== null) set(byId, id, row);
    else if (reading !== null) meanwhile.set(id, row);
  };
  const present = () => (byId === null ? null : (list ??= [...byId.values()]));

  return {
    now() {
      const rows = present();
      // A failure is told to those who wait for the whole.
      if (rows === null) begin().catch(() => undefined);
      return rows;
    },
    async whole() {
      if (byId === null) await begin();
      return present() ?? [];
    },
    put: (rows) => rows.forEach((row) => change(row.id, row)),
    drop: (ids) => ids.forEach((id) => change(id, null)),
  };
}

function set(rows: Map<string, StoredRow>, id: string, row: StoredRow | null): void {
  if (row === null) rows.delete(id);
  else rows.set(id, row);
}
