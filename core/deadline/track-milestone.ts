import type { Cycle, GradeChange, PromisedTime } from '../complaint/complaint-state.ts';
import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import { chooseTarget } from '../policy/choose-target.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import type { Milestone, PolicyPack } from '../policy/policy-pack.ts';
import { warnPointsOf } from '../policy/warn-point.ts';
import { calendarVersion } from '../working-time/calendar-version.ts';
import type { LaidCalendar } from '../working-time/lay-calendar.ts';
import { epochOf, toEpoch, toMoment } from '../working-time/zoned-time.ts';
import { deadlineState, type TrackedStatus } from './deadline-state.ts';
import { deadlineStatus } from './deadline-status.ts';
import type { TraceLine } from './deadline.ts';
import { escalationOf, warningOf, warningsOf } from './escalation.ts';
import { pauseLines, promiseLines, regradeLines, show } from './history-lines.ts';
import { layOutTarget, type LaidOut } from './lay-out-target.ts';
import { endOfRounds, endsWithClosing, stepBefore } from './milestone-times.ts';
import { readTime, type RecordedTime } from './read-time.ts';
import { roundsOf, type Round } from './rounds.ts';
import { isPaused, pausesOf, standstillOf, whileRunning } from './standstill.ts';
import { stopLines } from './trace-lines.ts';
import type { CountedPause, TrackedDeadline } from './tracked-deadline.ts';
import { warnMoments } from './warn-moment.ts';

/** Everything outside a milestone on which its deadline rests. */
export interface TrackingFrame {
  pack: PolicyPack;
  /** With the calendar that has all layers laid over it. */
  company: CompanySettings | null;
  calendar: LaidCalendar | null;
  zone: string;
  asOf: Moment;
  /** Oldest first; the last one runs. */
  cycles: readonly Cycle[];
  /** The assessed grade, for as long as no change is recorded. */
  grade: string;
  grades: readonly GradeChange[];
  promise: PromisedTime | null;
  isGravest: boolean;
}

/** One deadline with its history. See `deadlinesOf` for the rules. */
export function trackMilestone(milestone: Milestone, frame: TrackingFrame): TrackedDeadline {
  const { zone, asOf, pack, promise } = frame;
  const past = frame.cycles.slice(0, -1).map((cycle) => judge(milestone, cycle, frame, null));
  const cycle = frame.cycles.at(-1);
  if (!cycle) throw new Error('A complaint has at least one cycle');
  const now = judge(milestone, cycle, frame, promise);
  const { startedAt, stoppedAt, laid, dueAt, status, promisedAt } = now;
  const warnedFor = earlier(promisedAt, dueAt);
  const warnings =
    warnedFor === null ? [] : warnMoments(warnedFor, startedAt, warnPointsOf(milestone, now.grade), zone);
  const warnAt = warnings[0] ?? null;
  const isLive = status === 'running' || status === 'dueSoon' || status === 'overdue';
  const telling = { calendar: frame.calendar, isGravest: frame.isGravest, startedAt, asOf, zone };
  // Pauses are told after start and target, before the way to the due time.
  const head = laid.trace.findIndex(({ code }) => code.startsWith('target.')) + 1;

  return {
    milestone: milestone.id,
    basis: laid.basis,
    ...{ startedAt, dueAt, stoppedAt, warnAt, status },
    state: deadlineState({ basis: laid.basis, status, stoppedAt, dueAt }),
    cycle: cycle.number,
    grade: now.grade,
    isSoft: milestone.isSoft === true,
    ...{ promisedAt, warnedFor, blamedAfter: now.blamedAfter },
    ...warningOf(isLive ? warnAt : null, warnedFor, telling),
    warnings: isLive ? warningsOf(warnings, warnedFor, telling) : [],
    escalation: isLive ? escalationOf(milestone, { warnedFor, blamedAfter: now.blamedAfter }, telling) : [],
    pauses: now.pauses,
    gradeHistory: now.gradeHistory,
    earlier: past
      .filter(
        (result, i) => result.stoppedAt !== null && frame.cycles[i + 1]?.times[milestone.stopsAt] !== result.stoppedAt,
      )
      .map((result) => ({
        ...{ cycle: result.cycle, dueAt: result.dueAt, stoppedAt: result.stoppedAt, status: result.status },
      })),
    rounds: now.rounds,
    trace: [
      ...(milestone.isSoft === true ? [{ code: 'inPrinciple', params: {} }] : []),
      ...(cycle.number > 1 ? [{ code: `cycle.${cycle.way ?? 'continue'}`, params: { count: cycle.number } }] : []),
      ...laid.trace.slice(0, head),
      ...(laid.dueAt === null ? [] : pauseLines(now.pauses, { pack, zone, asOf })),
      ...laid.trace.slice(head),
      ...regradeLines(now.gradeHistory, pack, zone),
      ...promiseLines(promisedAt, dueAt, zone),
      ...(promisedAt === null ? [] : versionLines(frame)),
      ...stopLines(now.stop, startedAt, zone),
      ...now.ending,
    ],
  };
}

interface Judged {
  cycle: number;
  grade: string;
  stop: RecordedTime;
  startedAt: DayOrMoment | null;
  stoppedAt: DayOrMoment | null;
  laid: LaidOut;
  dueAt: Moment | null;
  promisedAt: Moment | null;
  blamedAfter: Moment | null;
  status: TrackedStatus;
  pauses: CountedPause[];
  gradeHistory: TrackedDeadline['gradeHistory'];
  rounds: Round[];
  /** Why it ended as it did, beyond being done. */
  ending: TraceLine[];
}

function judge(milestone: Milestone, cycle: Cycle, frame: TrackingFrame, promise: PromisedTime | null): Judged {
  const { zone, asOf, pack, company } = frame;
  const pauses = pausesOf(milestone, cycle);
  const stopsAt = milestone.recurs === true ? endOfRounds(milestone) : milestone.stopsAt;
  const stop = readTime(cycle.times[stopsAt]);
  const stoppedAt = stop.kind === 'known' ? stop.at : null;
  const lay = (start: RecordedTime, grade: string) =>
    layOutTarget(chooseTarget(milestone, grade, pack, company), start, company, zone, {
      waitsFor: stepBefore(milestone.startsAt),
      pauses: standstillOf(pauses, asOf),
    });
  const begun = readTime(cycle.times[milestone.startsAt]);
  const inForce = gradesBetween(frame, begun.kind === 'known' ? begun.at : null, stoppedAt);
  const grade = inForce.at(-1)?.grade ?? frame.grade;
  const rounds =
    milestone.recurs === true && begun.kind === 'known'
      ? roundsOf(begun.at, cycle.progressTold, stoppedAt, zone, (from) => lay({ kind: 'known', at: from }, grade).dueAt)
      : [];
  const from = rounds.at(-1)?.from;
  const start: RecordedTime = from === undefined ? begun : { kind: 'known', at: from };
  const laid = lay(start, grade);
  const startedAt = start.kind === 'known' ? start.at : null;
  const verdict = cycle.verdicts.find((kept) => kept.milestone === milestone.id);
  const dueAt = verdict?.dueAt ?? laid.dueAt;
  const promisedAt = promise?.dueAt ?? null;
  const blamedAfter = verdict ? verdict.dueAt : later(promisedAt, dueAt);
  const warnedFor = earlier(promisedAt, dueAt);
  const points = warnPointsOf(milestone, grade);
  const warnAt = warnedFor === null ? null : (warnMoments(warnedFor, startedAt, points, zone)[0] ?? null);
  const statusAt = (moment: Moment) => deadlineStatus({ dueAt: blamedAfter, warnAt, stoppedAt, asOf: moment, zone });
  const hasPassed = (moment: Moment) => statusAt(moment) === 'overdue';

  const result = (status: TrackedStatus, ending: TraceLine[] = []): Judged => ({
    ...{ cycle: cycle.number, grade, stop, startedAt, stoppedAt, laid, dueAt, promisedAt, blamedAfter, status },
    pauses: whileRunning(pauses, { startedAt, stoppedAt }, zone),
    gradeHistory: inForce.length < 2 ? [] : inForce.map((held) => ({ ...held, ...pick(lay(start, held.grade)) })),
    rounds: rounds.map((round, i) => (i === rounds.length - 1 && round.doneAt === null ? { ...round, status } : round)),
    ending,
  });

  if (verdict) {
    const isOther = laid.dueAt !== null && toEpoch(laid.dueAt) !== toEpoch(verdict.dueAt);
    return result(verdict.status, isOther ? [{ code: 'verdictKept', params: { at: show(verdict.dueAt, zone) } }] : []);
  }
  if (stoppedAt !== null) return result(rounds.some(({ status }) => status === 'missed') ? 'missed' : statusAt(asOf));
  if (cycle.withdrawnAt !== null) {
    const line = { code: 'withdrawn', params: { at: show(cycle.withdrawnAt, zone) } };
    return result(hasPassed(lastOf(cycle.withdrawnAt, asOf, zone)) ? 'missed' : 'withdrawn', [line]);
  }
  const closed = readTime(cycle.times.closedAt);
  if (closed.kind === 'known' && endsWithClosing(milestone)) {
    return result(hasPassed(lastOf(closed.at, asOf, zone)) ? 'missed' : 'none', [
      { code: 'closedWithout', params: {} },
    ]);
  }
  const status = statusAt(asOf);
  if (status !== 'overdue' && startedAt !== null && isPaused(pauses, asOf)) return result('paused');
  return result(status);
}

/**
 * The grades it had one after the other while its clock ran: what was changed before it started is no change for it, and what is
 * changed after it was done does not touch what is over. The first grade that was ever given holds from the beginning.
 */
function gradesBetween(
  { grade, grades, zone }: TrackingFrame,
  startedAt: DayOrMoment | null,
  stoppedAt: DayOrMoment | null,
): { grade: string; since: DayOrMoment | null }[] {
  const first = grades[0] === undefined ? grade : (grades[0].from ?? grades[0].to);
  const held: { grade: string; since: DayOrMoment | null }[] = [{ grade: first, since: null }];
  for (const { to, at } of grades) {
    if (stoppedAt !== null && !isBefore(at, stoppedAt, zone, true)) continue;
    const isBase = held.length === 1 && startedAt !== null && isBefore(at, startedAt, zone, false);
    if (isBase) held[0] = { grade: to, since: null };
    else if (held.at(-1)?.grade !== to) held.push({ grade: to, since: at });
  }
  return held;
}

/** Where only days are known, `sameDay` says whether one day counts as before itself. */
function isBefore(at: DayOrMoment, other: DayOrMoment, zone: string, sameDay: boolean): boolean {
  if (!isDay(at) && !isDay(other)) return toEpoch(at) <= toEpoch(other);
  const [day, otherDay] = [show(at, zone).slice(0, 10), show(other, zone).slice(0, 10)];
  return sameDay ? day <= otherDay : day < otherDay;
}

/** The end of a day, but not after `asOf`; a moment as it is. */
function lastOf(at: DayOrMoment, asOf: Moment, zone: string): Moment {
  if (!isDay(at)) return at;
  return toMoment(Math.min(epochOf(at, '24:00', zone) - 1000, toEpoch(asOf)), zone);
}

function pick({ basis, dueAt }: LaidOut): Pick<LaidOut, 'basis' | 'dueAt'> {
  return { basis, dueAt };
}

function earlier(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return toEpoch(a) <= toEpoch(b) ? a : b;
}

function later(a: Moment | null, b: Moment | null): Moment | null {
  if (a === null || b === null) return a ?? b;
  return toEpoch(a) >= toEpoch(b) ? a : b;
}

/** What has changed in the rules since the promise was given. */
function versionLines({ promise, pack, calendar }: TrackingFrame): TraceLine[] {
  const policy = promise?.policyVersion ?? null;
  const hours = promise?.calendarVersion ?? null;
  return [
    ...(policy !== null && policy !== pack.version
      ? [{ code: 'policyChanged', params: { from: policy, to: pack.version } }]
      : []),
    ...(hours !== null && (calendar === null || hours !== calendarVersion(calendar))
      ? [{ code: 'calendarChanged', params: {} }]
      : []),
  ];
}
