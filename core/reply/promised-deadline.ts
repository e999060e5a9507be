import { computeDeadlines, type DeadlineQuestion } from '../deadline/compute-deadlines.ts';
import type { Deadline, TraceLine } from '../deadline/deadline.ts';
import { readTime } from '../deadline/read-time.ts';
import type { ReplyTemplate } from '../policy/guidance.ts';

/**
 * Of a complaint's deadlines the one whose time a template states; null where it states none, or where its clock does not run
 * for this complaint. Tracked deadlines serve as well.
 */
export function promisedDeadline<D extends Pick<Deadline, 'milestone'>>(
  { milestone: clock }: ReplyTemplate,
  deadlines: readonly D[],
): D | null {
  return deadlines.find(({ milestone }) => milestone === clock) ?? null;
}

/**
 * The deadlines as they are once the first response has been sent at `asOf`: a reply that is itself the first response can so
 * promise the time of a clock that waits for it. Where a first response is on record already, its own time counts.
 */
export function deadlinesOnceSent(question: DeadlineQuestion): Deadline[] {
  const { values, asOf } = question;
  const isSent = readTime(values.firstResponseAt).kind !== 'missing';
  return computeDeadlines(isSent ? question : { ...question, values: { ...values, firstResponseAt: asOf } });
}

const REASONS = new Set([
  ...['missingTarget', 'missingTargetQuoted', 'openHours', 'targetTooLong', 'immediately', 'neverOpens'],
  ...['missingCalendar', 'missingFirstDay', 'missingStart', 'unreadableStart', 'needsTimeOfDay'],
]);

/** Why a deadline has no due time: those lines of its explanation that say what is missing; none where it has one. */
export function whyNoTime({ dueAt, trace }: Pick<Deadline, 'dueAt' | 'trace'>): TraceLine[] {
  if (dueAt !== null) return [];
  return trace.filter(({ code }) => REASONS.has(code) || code.startsWith('waitsFor.'));
}
