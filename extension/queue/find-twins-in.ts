import { compareWith, keyKind, twinKeys, type Comparable, type TwinReason } from '../../core/queue/find-twins.ts';
import type { QueueEntry } from '../../core/queue/queue-entry.ts';
import type { QueueDatabase } from './queue-database.ts';

export interface Twin {
  entry: QueueEntry;
  reasons: TwinReason[];
}

/** Twins that are looked at more closely. */
const MOST_CANDIDATES = 60;

/** Entries that may be the same complaint, the likeliest first; none of those that were put aside. */
export async function findTwinsIn(
  database: QueueDatabase,
  complaint: Comparable,
  read: (ids: readonly string[]) => Promise<QueueEntry[]>,
): Promise<Twin[]> {
  const keys = twinKeys(complaint);
  if (keys.length === 0) return [];
  // Each kind by itself: thousands may look alike, or have one subject, and must not crowd out the same message.
  const found = await Promise.all(
    (['exact', 'likeness', 'subject'] as const)
      .map((kind) => keys.filter((key) => keyKind(key) === kind))
      .map((some) => database.rows.where('keys').anyOf(some).distinct().limit(MOST_CANDIDATES).toArray()),
  );
  const rows = new Map(found.flat().map((row) => [row.id, row]));
  const present = [...rows.values()].filter(({ isRemoved }) => !isRemoved);
  const compare = compareWith(complaint);
  const candidates = await read(present.map(({ id }) => id));
  return candidates
    .map((entry) => ({ entry, reasons: compare(entry) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => strength(other) - strength(one));
}

const STRENGTH = { sameMessage: 8, sameWords: 4, sameGoods: 2, similarText: 1 };

function strength({ reasons }: Twin): number {
  return reasons.reduce((sum, { kind }) => sum + STRENGTH[kind], 0);
}
