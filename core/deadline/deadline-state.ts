import * as z from 'zod';
import { DeadlineStatus, type Deadline } from './deadline.ts';

/** Where a deadline stands when its whole history is known: a clock may also stand still, or be of no interest any more. */
export const TrackedStatus = z.enum([...DeadlineStatus.options, 'paused', 'withdrawn']);
export type TrackedStatus = z.infer<typeof TrackedStatus>;

/** Everything that a deadline can be, in one word (`deadline.state.<state>`). */
export const DeadlineState = z.enum([
  'running',
  'dueSoon',
  'overdue',
  'paused',
  'met',
  'missed',
  'done',
  'unrecorded',
  'withdrawn',
  'notStarted',
  'needsInput',
  'notConfigured',
  'immediately',
  'neverOpens',
]);
export type DeadlineState = z.infer<typeof DeadlineState>;

/**
 * The one word for a deadline: how it stands where there is a time to compare with, else why there is none. Whether the time
 * is exact or provisional stands in its `basis`. `done`: done, with nothing to measure it against; `unrecorded`: the
 * complaint was closed in time without the step being written down.
 */
export function deadlineState({ basis, status, stoppedAt, dueAt }: StateParts): DeadlineState {
  if (status !== 'none') return status;
  if (stoppedAt !== null) return 'done';
  if (dueAt !== null) return 'unrecorded';
  return basis === 'exact' || basis === 'provisional' ? 'unrecorded' : basis;
}

type StateParts = Pick<Deadline, 'basis' | 'stoppedAt' | 'dueAt'> & { status: TrackedStatus };
