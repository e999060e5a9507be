import * as z from 'zod';
import { QueueEntry } from './queue-entry.ts';

const First = z.looseObject({ schemaVersion: z.literal(1), savedAt: z.string() });

/**
 * Reads a stored entry of any version, lifted to the present one; null when it is none. An entry of version 1 had no files,
 * notes, links or history: it gets empty ones, and its saving as the only thing known of its past.
 */
export function readQueueEntry(stored: unknown): QueueEntry | null {
  const first = First.safeParse(stored);
  const lifted = first.success ? lift(first.data) : stored;
  const entry = QueueEntry.safeParse(lifted);
  return entry.success ? entry.data : null;
}

const lift = (entry: z.infer<typeof First>) => ({
  ...entry,
  schemaVersion: 2,
  removedAt: null,
  files: [],
  notes: [],
  links: [],
  history: [{ at: entry.savedAt, what: 'saved' }],
});
