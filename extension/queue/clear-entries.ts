import type { QueueEntry } from '../../core/queue/queue-entry.ts';

/** Entries that are in memory at a time. */
const PORTION = 200;

/** Of these ids those that a test, given the entry, lets go. */
export async function idsOfThose(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<QueueEntry[]>,
  isMeant: (entry: QueueEntry) => boolean,
): Promise<string[]> {
  const meant: string[] = [];
  for (let at = 0; at < ids.length; at += PORTION) {
    const portion = await read(ids.slice(at, at + PORTION));
    meant.push(...portion.filter(isMeant).map(({ id }) => id));
  }
  return meant;
}

/** Put aside before a moment. */
export function isRemovedBefore({ removedAt }: QueueEntry, before: string): boolean {
  return removedAt !== null && Date.parse(removedAt) < Date.parse(before);
}

/** Registered before a moment, and unchanged in that since. */
export function isRegisteredBefore({ state, stateChangedAt }: QueueEntry, before: string): boolean {
  return state === 'registered' && Date.parse(stateChangedAt) < Date.parse(before);
}
