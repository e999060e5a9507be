import type { QueueEntry } from './queue-entry.ts';

/** A field of which the register may hold another value than the queue. */
export interface FieldAhead {
  /** A field of the complaint, or `category`, `grade`. */
  field: string;
  /** As it was when it first left the queue. */
  before: string | null;
  now: string | null;
}

/**
 * What the register may have otherwise: the fields that were edited after the complaint first left the queue (or after the
 * user last said that the register is up to date) and differ from what stood there then. The register takes a complaint
 * once; so one that was handed over, edited and handed over again may stand there with its first values. Empty while it waits
 * for its first hand-over, and for deadlines: the register computes its own.
 */
export function fieldsAhead({ history, state }: QueueEntry): FieldAhead[] {
  if (state !== 'registered') return [];
  const aligned = history.findLastIndex(({ what }) => what === 'aligned');
  const left = history.findIndex(({ what }) => what === 'handedOver' || what === 'registered');
  const from = Math.max(aligned, left);
  if (from < 0) return [];
  const ahead = new Map<string, FieldAhead>();
  for (const { what, field, before = null, after = null } of history.slice(from + 1)) {
    if (what !== 'edited' || field === undefined || field.startsWith('due:')) continue;
    ahead.set(field, { field, before: ahead.get(field)?.before ?? before, now: after });
  }
  return [...ahead.values()].filter(({ before, now }) => before !== now);
}
