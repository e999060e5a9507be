import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import type { ComplaintState, Cycle, PromisedTime } from '../complaint/complaint-state.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Moment } from '../complaint/moment.ts';
import { DONE_AGAIN, replayEvents } from '../complaint/replay-events.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Condition } from '../policy/condition.ts';
import { overlayCompany } from '../policy/overlay-company.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { layCalendar, type CalendarLayer } from '../working-time/lay-calendar.ts';
import { trackMilestone } from './track-milestone.ts';
import type { TrackedDeadline } from './tracked-deadline.ts';
import { mayApply, type KnownFacts } from './may-apply.ts';

/** A time that the complainant was told; a deadline computed when the complaint was clipped will do. */
export interface GivenPromise {
  milestone: string;
  dueAt: Moment | null;
  policyVersion?: string | null;
  calendarVersion?: string | null;
}

export interface TrackedQuestion {
  /** What happened: the log, or the state that was replayed from it by the pack with the company's answers in it. */
  log: { events: readonly ComplaintEvent[] } | { state: ComplaintState };
  /** What the record holds; times of the log go before its times. */
  values: ComplaintValues;
  /** The assessed grade: holds as long as the log says nothing about grades. */
  grade: string;
  /** With or without the company's answers: they are laid over it here (its own pauses, caps and ways of reopening). */
  pack: PolicyPack;
  company: CompanySettings | null;
  asOf: Moment;
  /** Zone in which days begin and end where the company has no calendar. */
  zone: string;
  /** Days of the department and of this complaint, over the company's calendar. */
  layers?: readonly CalendarLayer[];
  /** Times that were promised elsewhere than in the log, such as when the complaint was clipped. The log's go before. */
  promised?: readonly GivenPromise[];
  /** Category, lanes and axes, where they are known. */
  facts?: Omit<KnownFacts, 'values' | 'grade'>;
  /** Reads conditions to the word; absent: what grade, facts and known fields do not rule out applies. */
  holds?: (when: Condition) => boolean;
}

/**
 * The deadlines of a complaint as its log has made them, one for each milestone of the pack that applies, in the pack's order.
 *
 * - A pause for a reason that the milestone lists makes the clock stand still; overlapping pauses count once; the first
 *   response is never paused. While a pause has no end, the due time is that of going on at `asOf`.
 * - Regrading keeps what has passed and all pauses and swaps the target; what was done before keeps the target of its time.
 * - Reopening `continue` goes on with the same clocks, the time in between not counted; `newCycle` starts them anew; a linked
 *   case leaves everything as it was. Earlier results stay beside. Withdrawal stops all.
 * - Of a promise and the deadline computed now the earlier warns and the later blames. Closing keeps its verdicts.
 */
export function deadlinesOf(question: TrackedQuestion): TrackedDeadline[] {
  const { values, asOf, layers = [], facts = {} } = question;
  const { pack } = overlayCompany(question.pack, question.company);
  const calendar = question.company?.calendar ? layCalendar(question.company.calendar, layers) : null;
  const company = question.company && { ...question.company, calendar };
  const zone = calendar?.zone ?? question.zone;
  const state = 'state' in question.log ? question.log.state : replayEvents(question.log.events, pack, zone);
  const grade = state.grade ?? question.grade;
  const known: KnownFacts = { ...facts, values, grade };
  const holds = question.holds ?? ((when: Condition) => mayApply(when, known));
  const cycles = state.cycles.map((cycle) => withValues(cycle, values, state));
  // Clocks that were started anew know nothing of what was promised before.
  const begun = state.cycles.findLast(({ way }) => way !== 'continue')?.number ?? 1;
  const promises = [...(question.promised ?? []).flatMap(asPromise), ...state.promises].filter(
    ({ cycle }) => cycle >= begun,
  );

  return pack.milestones
    .filter(({ when }) => when === undefined || holds(when))
    .map((milestone) =>
      trackMilestone(milestone, {
        ...{ pack, company, calendar, zone, asOf, cycles },
        grade: question.grade,
        grades: state.grades,
        promise: promises.findLast((promise) => promise.milestone === milestone.id) ?? null,
        isGravest: grade === pack.grades.at(-1)?.id,
      }),
    );
}

/**
 * The times of a record serve where the log says nothing, as long as there is one cycle only, and not for the steps that have
 * to be done again because the customer was not satisfied.
 */
function withValues(cycle: Cycle, values: ComplaintValues, { cycles, satisfied }: ComplaintState): Cycle {
  if (cycles.length > 1) return cycle;
  const again: readonly string[] = satisfied === false ? DONE_AGAIN : [];
  const recorded = Object.fromEntries(Object.entries(values).filter(([field]) => !again.includes(field)));
  const toldAt = cycle.progressTold.length === 0 ? values.progressToldAt : undefined;
  const progressTold = toldAt === undefined ? cycle.progressTold : [toldAt];
  return { ...cycle, times: { ...recorded, ...cycle.times }, progressTold };
}

function asPromise({ milestone, dueAt, policyVersion, calendarVersion }: GivenPromise): PromisedTime[] {
  if (dueAt === null) return [];
  return [
    { cycle: 1, milestone, dueAt, policyVersion: policyVersion ?? null, calendarVersion: calendarVersion ?? null },
  ];
}
