import { toEpoch } from '../working-time/zoned-time.ts';
import type { EntryChange, QueueEntry } from './queue-entry.ts';

/**
 * One entry of two copies of the same complaint (same id), as when an export is read back. Notes, links, files and history
 * of both are kept, nothing twice; all else is taken from the copy that was changed last. The order of the two makes no
 * difference, and merging once more changes nothing.
 */
export function mergeCopies(one: QueueEntry, other: QueueEntry): QueueEntry {
  const [older, newer] = isLater(one, other) ? [other, one] : [one, other];
  return {
    ...newer,
    files: united(older.files, newer.files, ({ sha256, origin }) => `${sha256} ${origin}`),
    notes: united(older.notes, newer.notes, ({ id }) => id).filter(({ id }) => !isNoteRemoved(id, older, newer)),
    links: united(older.links, newer.links, ({ to }) => to),
    history: united(older.history, newer.history, (change) => JSON.stringify(ordered(change))).sort(byTime),
  };
}

/** Changed later; of two changed at the same time the longer history, then the words, decide. */
function isLater(one: QueueEntry, other: QueueEntry): boolean {
  const [at, otherAt] = [lastChange(one), lastChange(other)];
  if (at !== otherAt) return at > otherAt;
  if (one.history.length !== other.history.length) return one.history.length > other.history.length;
  return JSON.stringify(one) > JSON.stringify(other);
}

const lastChange = ({ history, savedAt }: QueueEntry) =>
  Math.max(toEpoch(savedAt), ...history.map(({ at }) => toEpoch(at)));

/** Those of both; where both have one, that of the second. In the order in which they first stand. */
function united<T>(older: readonly T[], newer: readonly T[], key: (item: T) => string): T[] {
  return [...new Map([...older, ...newer].map((item) => [key(item), item])).values()];
}

/** A note that only one copy has was removed from the other if that one is the later and once had it. */
function isNoteRemoved(id: string, older: QueueEntry, newer: QueueEntry): boolean {
  const text = older.notes.find((note) => note.id === id)?.text;
  const isInNewer = newer.notes.some((note) => note.id === id);
  return !isInNewer && newer.history.some(({ what, before }) => what === 'noteRemoved' && before === text);
}

function ordered({ at, what, field, before, after }: EntryChange) {
  return [toEpoch(at), what, field, before, after];
}

/** By time; what happened at one moment keeps a fixed order, so that it does not matter which copy came first. */
function byTime(one: EntryChange, other: EntryChange): number {
  return toEpoch(one.at) - toEpoch(other.at);
}
