import * as z from 'zod';
import { QueueEntry } from './queue-entry.ts';

const First = z.looseObject({ schemaVersion: z.literal(1), savedAt: z.string() });

/**
 * Reads a stored entry of any version, lifted to the present one; null when it is none. An entry of version 1 had no files,
 * notes, links or history: it gets empty ones, and its saving as the only thing known of its past.
 */
export function readQueueEntry(stored: unknown): QueueEntry | null {
  const entry = QueueEntry.safeParse(lifted(stored));
  return entry.success ? entry.data : null;
}

/** The part of a stored entry that does not fit, such as `values.receivedAt`; `''` when it is no entry at all, or a good one. */
export function faultyPart(stored: unknown): string {
  const issue = QueueEntry.safeParse(lifted(stored)).error?.issues[0];
  const inner = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...inner].join('.').slice(0, 100);
}

function lifted(stored: unknown): unknown {
  const first = First.safeParse(stored);
  return first.success ? lift(first.data) : stored;
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
