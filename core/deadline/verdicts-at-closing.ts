import type { ClosingVerdict } from '../complaint/complaint-event.ts';
import type { TrackedDeadline } from './tracked-deadline.ts';

/**
 * What is written into the `closed` event: how each deadline that was done stood then, so that no later calendar or policy
 * changes the verdict.
 */
export function verdictsAtClosing(deadlines: readonly TrackedDeadline[]): ClosingVerdict[] {
  return deadlines.flatMap(({ milestone, blamedAfter, status }) =>
    blamedAfter !== null && (status === 'met' || status === 'missed')
      ? [{ milestone, dueAt: blamedAfter, status }]
      : [],
  );
}
