import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { DayOrMoment, Moment } from '../complaint/moment.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { toEpoch, toMoment } from '../working-time/zoned-time.ts';
import { chooseTarget } from '../policy/choose-target.ts';
import type { Deadline } from './deadline.ts';
import { deadlineStatus } from './deadline-status.ts';
import { layOutTarget } from './lay-out-target.ts';
import { readTime } from './read-time.ts';
import { stopLines } from './trace-lines.ts';

export interface DeadlineQuestion {
  values: ComplaintValues;
  grade: string;
  pack: PolicyPack;
  /** What the company laid over the pack; null when it has answered nothing yet. */
  company: CompanySettings | null;
  asOf: Moment;
  /** Zone in which days begin and end where the company has no calendar. */
  zone: string;
}

/**
 * The deadlines of a complaint, one for each milestone of the pack, in the pack's order, each with its basis, its status
 * at `asOf` and the lines that explain it. A company's target goes before the pack's; a company's calendar decides zone
 * and working time. Example: received Fri 2026-02-13 17:30, one working hour → due Sat 2026-02-14 09:30 (make-up workday).
 */
export function computeDeadlines(question: DeadlineQuestion): Deadline[] {
  return question.pack.milestones.map((milestone) => computeDeadline(milestone, question));
}

function computeDeadline(
  milestone: Milestone,
  { values, grade, pack, company, asOf, zone }: DeadlineQuestion,
): Deadline {
  const place = company?.calendar?.zone ?? zone;
  const start = readTime(values[milestone.startsAt]);
  const stop = readTime(values[milestone.stopsAt]);
  const choice = chooseTarget(milestone, grade, pack, company);
  const { basis, dueAt, trace } = layOutTarget(choice, start, company, place);
  const stoppedAt = stop.kind === 'known' ? stop.at : null;
  const startedAt = start.kind === 'known' ? start.at : null;
  const warnAt = dueAt === null ? null : warnMoment(dueAt, startedAt, milestone.warnMinutes, place);
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

/** Never before the start: a short target is due soon from its first minute. */
function warnMoment(dueAt: Moment, startedAt: DayOrMoment | null, minutes: number, zone: string): Moment {
  const warn = toEpoch(dueAt) - minutes * 60_000;
  const start = startedAt?.includes('T') ? toEpoch(startedAt) : -Infinity;
  return toMoment(Math.max(warn, start), zone);
}
