import type { Moment } from '../complaint/moment.ts';
import type { TrackedStatus } from '../deadline/deadline-state.ts';
import type { Deadline } from '../deadline/deadline.ts';

/**
 * A deadline as the register shows it: of one with a history it may also be paused or withdrawn, and people may have promised
 * another time. Warned for the earlier of the two, blamed after the later one.
 */
export type RowDeadline = Omit<Deadline, 'status'> & {
  status: TrackedStatus;
  promisedAt?: Moment | null;
  warnedFor?: Moment | null;
  blamedAfter?: Moment | null;
};

/** The time that judges: of a promise and the deadline the later one. Null: neither is known. */
export function judgingTime({ blamedAfter = null, dueAt }: Pick<RowDeadline, 'blamedAfter' | 'dueAt'>): Moment | null {
  return blamedAfter ?? dueAt;
}
