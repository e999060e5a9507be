import type { QueueRow } from './queue-row.ts';
import { pileOf } from './row-state.ts';

/** How many entries there are of each kind; each counts once. What the time decides (overdue, soon) is not among them. */
export interface QueueTally {
  queued: number;
  handedOver: number;
  registered: number;
  duplicates: number;
  removed: number;
}

export const NO_TALLY: QueueTally = { queued: 0, handedOver: 0, registered: 0, duplicates: 0, removed: 0 };

type Counted = Pick<QueueRow, 'state' | 'isRemoved' | 'links'>;

/** The counts after rows went (`before`) and came (`after`); a row that changed is in both. */
export function tallyAfter(
  tally: QueueTally,
  { before, after }: { before: Iterable<Counted>; after: Iterable<Counted> },
): QueueTally {
  const next = { ...tally };
  for (const row of before) next[pileOf(row)]--;
  for (const row of after) next[pileOf(row)]++;
  return next;
}

/** All entries that are counted. */
export function totalOf({ queued, handedOver, registered, duplicates, removed }: QueueTally): number {
  return queued + handedOver + registered + duplicates + removed;
}

/** Whether two counts agree. */
export function isSameTally(one: QueueTally, other: QueueTally): boolean {
  return (Object.keys(NO_TALLY) as (keyof QueueTally)[]).every((pile) => one[pile] === other[pile]);
}
