import { toEpoch } from '../working-time/zoned-time.ts';
import type { EntryChange, QueueEntry } from './queue-entry.ts';

/**
 * One entry of two copies of the same complaint (same id), as when an export is read back. Notes, links, files and history
 * of both are kept, nothing twice; all else is taken from the copy that was changed last. The order of the two makes no
 * difference, and merging once more changes nothing.
 */
export function mergeCopies(one: QueueEntry, other: QueueEntry): QueueEntry {
  const [older, newer] = isLater(one, other) ? [other, one] : [one, other];
  const notes = united(newer.notes, older.notes, ({ id }) => id);
  return {
    ...newer,
    files: united(newer.files, older.files, ({ sha256, origin }) => `${sha256} ${origin}`).sort(
      by(({ takenAt, sha256 }) => `${takenAt} ${sha256}`),
    ),
    notes: notes.filter(({ id }) => !isNoteRemoved(id, older, newer)).sort(by(({ at, id }) => `${at} ${id}`)),
    links: united(
      newer.links,
      older.links.filter(({ to }) => !isUnlinked(to, newer)),
      ({ to }) => to,
    ).sort(by(({ to }) => to)),
    history: united(newer.history, older.history, (change) => JSON.stringify(ordered(change))).sort(byTime),
  };
}

/**
 * Changed later. Of two changed at the same time the longer history decides, then their words: those first that merging takes
 * from one of them, so that a merged copy goes before those it was made of.
 */
function isLater(one: QueueEntry, other: QueueEntry): boolean {
  const [at, otherAt] = [lastChange(one), lastChange(other)];
  if (at !== otherAt) return at > otherAt;
  if (one.history.length !== other.history.length) return one.history.length > other.history.length;
  const [words, otherWords] = [wordsOf(one), wordsOf(other)];
  if (words !== otherWords) return words > otherWords;
  return (
    JSON.stringify([one.history, one.notes, one.links]) > JSON.stringify([other.history, other.notes, other.links])
  );
}

const wordsOf = (entry: QueueEntry) => JSON.stringify({ ...entry, files: [], notes: [], links: [], history: [] });

const lastChange = ({ history, savedAt }: QueueEntry) =>
  Math.max(toEpoch(savedAt), ...history.map(({ at }) => toEpoch(at)));

/** Those of both; where both have one, that of the first. What stands twice in one copy stands twice. */
function united<T>(newer: readonly T[], older: readonly T[], key: (item: T) => string): T[] {
  const all = numbered(newer, key);
  for (const [name, item] of numbered(older, key)) if (!all.has(name)) all.set(name, item);
  return [...all.values()];
}

function numbered<T>(items: readonly T[], key: (item: T) => string): Map<string, T> {
  const seen = new Map<string, number>();
  return new Map(
    items.map((item) => {
      const count = (seen.get(key(item)) ?? 0) + 1;
      seen.set(key(item), count);
      return [`${count} ${key(item)}`, item];
    }),
  );
}

/** A note that only one copy has was removed from the other if that one is the later and once had it. */
function isNoteRemoved(id: string, older: QueueEntry, newer: QueueEntry): boolean {
  const text = older.notes.find((note) => note.id === id)?.text;
  const isInNewer = newer.notes.some((note) => note.id === id);
  return !isInNewer && newer.history.some(({ what, before }) => what === 'noteRemoved' && before === text);
}

/** A link that only the earlier copy has was taken away in the later one if that one says so: it must not come back. */
function isUnlinked(to: string, { links, history }: QueueEntry): boolean {
  return (
    !links.some((link) => link.to === to) && history.some(({ what, before }) => what === 'unlinked' && before === to)
  );
}

function ordered({ at, what, field, before, after }: EntryChange) {
  return [toEpoch(at), what, field, before, after];
}

/** By time; what happened at one moment stays in the order of the later copy. */
function byTime(one: EntryChange, other: EntryChange): number {
  return toEpoch(one.at) - toEpoch(other.at);
}

function by<T>(key: (item: T) => string): (one: T, other: T) => number {
  return (one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0);
}
