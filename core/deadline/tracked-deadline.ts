import * as z from 'zod';
import { DayOrMoment, Moment } from '../complaint/moment.ts';
import { Deadline, DeadlineBasis } from './deadline.ts';
import { DeadlineState, TrackedStatus } from './deadline-state.ts';

/** A stretch that made a clock stand still. `reason` null: the complaint was closed and reopened. `to` null: it still goes on. */
export const CountedPause = z.strictObject({
  reason: z.string().nullable(),
  note: z.string(),
  from: Moment,
  to: Moment.nullable(),
  /** The cap of its reason ended it, not a resumption. */
  isCapped: z.boolean(),
});
export type CountedPause = z.infer<typeof CountedPause>;

/** A deadline with its history: what the event log adds to the plain one. */
export const TrackedDeadline = z.strictObject({
  ...Deadline.shape,
  status: TrackedStatus,
  state: DeadlineState,
  cycle: z.int().positive(),
  /** The grade whose target holds: that of now, or of the time when it was done. */
  grade: z.string(),
  /** “In principle” (原则上): missing it is shown, not blamed. */
  isSoft: z.boolean(),
  /** What the complainant was told. */
  promisedAt: Moment.nullable(),
  /** Warned from the earlier of promise and deadline, blamed only after the later. */
  warnedFor: Moment.nullable(),
  blamedAfter: Moment.nullable(),
  /** When to tell people that it is due soon: `warnAt`, or the nearest working time where that is closed. */
  tellAt: Moment.nullable(),
  /** Where the warning has to wait for working time: until when. Null: no need, or the grade is the gravest. */
  quietUntil: Moment.nullable(),
  /** Every warn point in order of time, as it may be told; `tellAt` is that of the first. Empty where nothing runs. */
  warnings: z.array(z.strictObject({ at: Moment, quietUntil: Moment.nullable(), isReached: z.boolean() })),
  /** Who is told, in order of time. */
  escalation: z.array(
    z.strictObject({ tell: z.string(), at: Moment, quietUntil: Moment.nullable(), isReached: z.boolean() }),
  ),
  pauses: z.array(CountedPause),
  /** Due times by the grades it had, oldest first, the one that holds last; empty when it was never regraded. */
  gradeHistory: z.array(
    z.strictObject({
      grade: z.string(),
      since: DayOrMoment.nullable(),
      basis: DeadlineBasis,
      dueAt: Moment.nullable(),
    }),
  ),
  /** How it ended in earlier cycles; never overwritten. */
  earlier: z.array(
    z.strictObject({
      cycle: z.int().positive(),
      dueAt: Moment.nullable(),
      stoppedAt: DayOrMoment.nullable(),
      status: TrackedStatus,
    }),
  ),
  /** Rounds of a clock that runs again and again, the running one last; empty for others. */
  rounds: z.array(
    z.strictObject({
      from: DayOrMoment,
      dueAt: Moment.nullable(),
      doneAt: DayOrMoment.nullable(),
      status: TrackedStatus,
    }),
  ),
});
export type TrackedDeadline = z.infer<typeof TrackedDeadline>;
