import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Moment } from '../complaint/moment.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { chooseTarget } from '../policy/choose-target.ts';
import { warnPointsOf } from '../policy/warn-point.ts';
import type { Deadline } from './deadline.ts';
import { deadlineStatus } from './deadline-status.ts';
import { layOutTarget } from './lay-out-target.ts';
import { mayApply } from './may-apply.ts';
import { endOfRounds, stepBefore } from './milestone-times.ts';
import { readTime } from './read-time.ts';
import { isBefore, stopLines } from './trace-lines.ts';
import { warnMoments } from './warn-moment.ts';

export interface DeadlineQuestion {
  values: ComplaintValues;
  grade: string;
  pack: PolicyPack;
  /** What the company laid over the pack; null when it has answered nothing yet. */
  company: CompanySettings | null;
  asOf: Moment;
  /** Zone in which days begin and end where the company has no calendar. */
  zone: string;
  /** Which milestones apply; absent: those whose condition the grade and the known fields do not rule out. */
  applies?: (milestone: Milestone) => boolean;
}

/**
 * The deadlines of a complaint, one for each milestone of the pack that applies to it, in the pack's order, each with its
 * basis, its status at `asOf` and the lines that explain it. A company's target goes before the pack's; a company's calendar
 * decides zone and working time. Plain values know no pauses and no history: for these see `deadlinesOf`.
 * Example: received Fri 2026-02-13 17:30, one working hour → due Sat 2026-02-14 09:30 (make-up workday).
 */
export function computeDeadlines(question: DeadlineQuestion): Deadline[] {
  const applies = question.applies ?? ((milestone: Milestone) => mayApply(milestone.when, question));
  return question.pack.milestones.filter(applies).map((milestone) => computeDeadline(milestone, question));
}

function computeDeadline(
  milestone: Milestone,
  { values, grade, pack, company, asOf, zone }: DeadlineQuestion,
): Deadline {
  const place = company?.calendar?.zone ?? zone;
  const { startsAt, stopsAt } = fieldsOfRound(milestone, values, place);
  const start = readTime(values[startsAt]);
  const stop = readTime(values[stopsAt]);
  const choice = chooseTarget(milestone, grade, pack, company);
  const { basis, dueAt, trace } = layOutTarget(choice, start, company, place, { waitsFor: stepBefore(startsAt) });
  const stoppedAt = stop.kind === 'known' ? stop.at : null;
  const startedAt = start.kind === 'known' ? start.at : null;
  const points = warnPointsOf(milestone, grade);
  const warnAt = dueAt === null ? null : (warnMoments(dueAt, startedAt, points, place)[0] ?? null);
  return {
    milestone: milestone.id,
    basis,
    startedAt,
    dueAt,
    stoppedAt,
    warnAt,
    status: deadlineStatus({ dueAt, warnAt, stoppedAt, asOf, zone: place }),
    trace: [...trace, ...stopLines(stop, startedAt, place)],
  };
}

/**
 * A clock that runs again and again counts from the last progress report, unless that was told before the clock started, and
 * stops when the complaint is closed.
 */
function fieldsOfRound(
  milestone: Milestone,
  values: ComplaintValues,
  zone: string,
): Pick<Milestone, 'startsAt' | 'stopsAt'> {
  if (milestone.recurs !== true) return milestone;
  const [told, begun] = [readTime(values.progressToldAt), readTime(values[milestone.startsAt])];
  const isEarlier = told.kind === 'known' && begun.kind === 'known' && isBefore(told.at, begun.at, zone);
  return {
    startsAt: told.kind === 'missing' || isEarlier ? milestone.startsAt : 'progressToldAt',
    stopsAt: endOfRounds(milestone),
  };
}
