import type { DayOrMoment } from '../complaint/moment.ts';
import type { TimeField } from '../complaint/field.ts';
import type { IntendedRemedy } from '../remedy/check-remedy.ts';

/** How far a complaint has come, as plain facts; the state that the event log replays to meets it. */
export interface Progress {
  times: Partial<Record<TimeField, DayOrMoment>>;
  /** What the last follow-up said; null: not asked yet. */
  satisfied: boolean | null;
  /** How often a follow-up found the complainant not satisfied (S2-21). */
  unsatisfiedCount: number;
  /** Gates, tests, tasks and items that a person confirmed, by id. */
  confirmed: readonly string[];
  /** Approvals granted: ids of approvals, of steps that need one, of remedies that need consent. */
  approvals: readonly string[];
  phase?: 'notReceived' | 'open' | 'closed' | 'archived' | 'withdrawn';
  /** The department that has it again because the complainant was not satisfied. */
  backWith?: string | null;
  firstReceiver?: string | null;
  owner?: { department: string | null; person: string | null } | null;
  /** The grade by the log; absent or null: that of the assessment holds. */
  grade?: string | null;
  /** How the complaint turned out, by the pack's verdicts; absent: not decided. */
  verdict?: string | null;
  /** What somebody means to give: approval and consent come first. */
  intended?: readonly IntendedRemedy[];
  /** What was promised to the complainant already: the same approvals and consents must be there. */
  promisedRemedies?: readonly IntendedRemedy[];
}

/** A complaint of which nothing is done yet. */
export const NO_PROGRESS: Progress = { times: {}, satisfied: null, unsatisfiedCount: 0, confirmed: [], approvals: [] };

/** What is done anew when the complainant is not satisfied. */
export const DONE_AGAIN: readonly TimeField[] = ['executedAt', 'resultToldAt', 'followedUpAt'];

/**
 * The times that count. Once a follow-up found the complainant not satisfied, carrying out, result and follow-up of before
 * count no more (S2-21, S4-13); an event log has taken them out already.
 */
export function timesThatCount({ times, satisfied }: Progress): Progress['times'] {
  if (satisfied !== false || times.followedUpAt === undefined) return times;
  return Object.fromEntries(Object.entries(times).filter(([field]) => !DONE_AGAIN.some((again) => again === field)));
}
