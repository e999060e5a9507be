import type { TrackedStatus } from '../deadline/deadline-state.ts';
import type { Deadline } from '../deadline/deadline.ts';

/** A deadline as the register shows it: of one with a history it may also be paused or withdrawn. */
export type RowDeadline = Omit<Deadline, 'status'> & { status: TrackedStatus };
