import type { ComplaintEvent } from './complaint-event.ts';
import type { LateEntry } from './complaint-state.ts';
import { isDay } from './moment.ts';
import { extentOf, pointOf } from './point-in-time.ts';

/**
 * The entries that were filled in afterwards (补写, S1f-14): written down a minute or more after they happened, or after
 * their day where only that is known. How late is too late is for the policy to say.
 */
export function lateEntries(events: readonly ComplaintEvent[], zone: string): LateEntry[] {
  return events.flatMap(({ id, kind, occurredAt, recordedAt }) => {
    const minutes = Math.floor((pointOf(recordedAt) - extentOf(occurredAt, zone).last) / 60_000);
    const isLate = isDay(occurredAt) ? pointOf(recordedAt) > extentOf(occurredAt, zone).last : minutes >= 1;
    return isLate ? [{ id, kind, occurredAt, recordedAt, minutesLate: isDay(occurredAt) ? null : minutes }] : [];
  });
}
