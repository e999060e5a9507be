import { changedRows, packRows, splitRows, unpackRows, type PackLimit } from '../../core/queue/packed-rows.ts';
import type { SearchableRow } from '../../core/queue/queue-row.ts';
import type { QueueDatabase } from './queue-database.ts';

/** Writes rows into the packs they belong to, and takes others out; within the transaction of the caller. */
export async function changePacks(
  { packs }: QueueDatabase,
  puts: readonly SearchableRow[],
  drops: readonly string[],
  limit: PackLimit,
): Promise<void> {
  const firsts = await packs.toCollection().primaryKeys();
  const dropped = new Set(drops);
  const touched = new Map<number, SearchableRow[]>();
  for (const id of drops) touched.set(placeOf(firsts, id), []);
  for (const row of puts) {
    const at = placeOf(firsts, row.id);
    touched.set(at, [...(touched.get(at) ?? []), row]);
  }
  for (const [at, coming] of touched) {
    const first = firsts[at];
    const pack = first === undefined ? undefined : await packs.get(first);
    const rows = changedRows(pack === undefined ? [] : unpackRows(pack), coming, dropped);
    const parts = splitRows(rows, at === firsts.length - 1 || first === undefined, limit);
    const records = parts.map(packRows).filter((record) => record !== null);
    if (first !== undefined && first !== records[0]?.first) await packs.delete(first);
    await packs.bulkPut(records);
  }
}

/** The pack that an id belongs to: the last one that begins before it, or the first of all. */
function placeOf(firsts: readonly string[], id: string): number {
  let [low, high] = [0, firsts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((firsts[middle] ?? '') <= id) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
