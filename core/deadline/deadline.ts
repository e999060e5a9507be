import * as z from 'zod';
import { DayOrMoment, Moment } from '../complaint/moment.ts';
import { Localized } from '../policy/localized.ts';

/**
 * How sure a deadline is: `provisional` crosses into a year whose holidays are not published, `needsInput` lacks a start time
 * that must be known, `notStarted` waits for an earlier step, `neverOpens`: the calendar has not that much working time.
 */
export const DeadlineBasis = z.enum([
  'exact',
  'provisional',
  'notConfigured',
  'needsInput',
  'immediately',
  'notStarted',
  'neverOpens',
]);
export type DeadlineBasis = z.infer<typeof DeadlineBasis>;

/** Where a deadline stands at a given moment. `none` when there is no due time to compare with. */
export const DeadlineStatus = z.enum(['none', 'running', 'dueSoon', 'overdue', 'met', 'missed']);
export type DeadlineStatus = z.infer<typeof DeadlineStatus>;

/** One line of the explanation: a wording code (`deadline.trace.<code>`) and its parameters. */
export const TraceLine = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Parameters that have a label in each language (a grade, a reason, a role); `sayLine` fills them in. */
  labels: z.record(z.string(), Localized).optional(),
});
export type TraceLine = z.infer<typeof TraceLine>;

export const Deadline = z.strictObject({
  milestone: z.string(),
  basis: DeadlineBasis,
  startedAt: DayOrMoment.nullable(),
  dueAt: Moment.nullable(),
  stoppedAt: DayOrMoment.nullable(),
  /** The moment from which it counts as due soon. */
  warnAt: Moment.nullable(),
  status: DeadlineStatus,
  trace: z.array(TraceLine),
});
export type Deadline = z.infer<typeof Deadline>;
