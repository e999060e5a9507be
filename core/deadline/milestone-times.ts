import type { TimeField } from '../complaint/field.ts';
import type { Milestone } from '../policy/policy-pack.ts';

/**
 * The step that a milestone waits for, where its clock starts with one of our own steps: as long as that has not happened the
 * clock has not started. Null for receipt and occurrence, which have always happened: not knowing them is a gap.
 */
export function stepBefore(startsAt: TimeField): TimeField | null {
  return startsAt === 'receivedAt' || startsAt === 'occurredAt' ? null : startsAt;
}

/** What ends a clock that runs again and again: its own stop, or closing where the stop is the report itself. */
export function endOfRounds({ stopsAt }: Pick<Milestone, 'stopsAt'>): TimeField {
  return stopsAt === 'progressToldAt' ? 'closedAt' : stopsAt;
}

/** Steps that come after closing: their clocks run on when the complaint is closed. */
const AFTER_CLOSING: ReadonlySet<TimeField> = new Set(['closedAt', 'followedUpAt', 'archivedAt']);

/** True when nothing is left to do for this milestone once the complaint is closed. */
export function endsWithClosing({ stopsAt }: Pick<Milestone, 'stopsAt'>): boolean {
  return !AFTER_CLOSING.has(stopsAt);
}
