import type { QueueRow } from './queue-row.ts';

/** Overdue or due soon, by the next open deadline; null for what is done, put aside, a duplicate, or has time. */
export function dueState(row: Pick<QueueRow, 'dues' | 'state' | 'isRemoved' | 'links'>, asOf: number) {
  const [next] = row.dues;
  if (next === undefined || !isOpen(row)) return null;
  if (asOf > next.due) return 'overdue';
  return row.dues.some(({ warn }) => warn !== null && asOf >= warn) ? 'soon' : null;
}

/** Still to be worked on here: not registered, not put aside, and not a duplicate of another one. */
export function isOpen({ state, isRemoved, links }: Pick<QueueRow, 'state' | 'isRemoved' | 'links'>): boolean {
  return state !== 'registered' && !isRemoved && !links.some(({ kind }) => kind === 'duplicateOf');
}

/** The kind of which `QueueCounts` counts an entry. */
export function pileOf(row: Pick<QueueRow, 'state' | 'isRemoved' | 'links'>) {
  if (row.isRemoved) return 'removed';
  return row.state === 'registered' || isOpen(row) ? row.state : 'duplicates';
}
