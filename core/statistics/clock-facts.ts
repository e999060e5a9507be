import { isDay, type Day, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { Deadline } from '../deadline/deadline.ts';
import { standstillOf } from '../deadline/standstill.ts';
import type { TrackedDeadline } from '../deadline/tracked-deadline.ts';
import { judgingTime } from '../register/row-deadline.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { workingMinutesBetween } from '../working-time/working-minutes-between.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import type { ClockFacts } from './complaint-facts.ts';

/** What a clock rests on besides its deadline. */
export interface ClockFrame {
  /** The working hours that hold for the complaint; null: not confirmed, then nobody can say how long anything took. */
  calendar: WorkingCalendar | null;
  asOf: Moment;
  zone: string;
  /** Neither its status nor a closing time says that it is over. */
  isOpen: boolean;
  isWithdrawn: boolean;
  /** Milestones that the closing itself judged, by id. */
  judged: ReadonlySet<string>;
}

/**
 * One deadline as statistics count it. Done in time or too late is as the register shows it; of a promise and a deadline the
 * later one judges. Of a complaint that was closed or withdrawn without the step being written down nobody can say, unless
 * its closing kept a verdict. What was withdrawn before it fell due is not judged at all.
 */
export function clockFacts(deadline: Deadline | TrackedDeadline, frame: ClockFrame): ClockFacts {
  const { milestone, status, stoppedAt, basis } = deadline;
  const { asOf, zone } = frame;
  const dueAt = judgingTime(deadline);
  const isEnded = !frame.isOpen && stoppedAt === null && !frame.judged.has(milestone);
  const isJudged = status === 'met' || (!isEnded && (status === 'missed' || status === 'overdue'));
  const hasPassed = dueAt !== null && toEpoch(dueAt) < toEpoch(asOf);
  const isGone = status === 'withdrawn' || (frame.isWithdrawn && isEnded && status !== 'missed');
  return {
    isOnTime: isJudged ? status === 'met' : null,
    isDue: isJudged || (isEnded && hasPassed && !isGone),
    lacksStart: basis === 'needsInput' && !isGone,
    dueDay: dueAt === null ? null : dayIn(dueAt, zone),
    stopDay: stoppedAt === null ? null : dayIn(stoppedAt, zone),
    minutesTaken: minutesTaken(deadline, frame),
    isProvisional: basis === 'provisional',
  };
}

/** The day on which something happened, on the clocks of a zone. */
export function dayIn(at: DayOrMoment, zone: string): Day {
  return isDay(at) ? at : dayAt(toEpoch(at), zone);
}

function minutesTaken(deadline: Deadline | TrackedDeadline, { calendar, asOf }: ClockFrame): number | null {
  const { startedAt, stoppedAt } = deadline;
  if (calendar === null || startedAt === null || stoppedAt === null) return null;
  if (isDay(startedAt) || isDay(stoppedAt)) return null;
  const pauses = 'pauses' in deadline ? standstillOf(deadline.pauses, asOf) : [];
  const minutes = workingMinutesBetween(calendar, startedAt, stoppedAt, pauses);
  return minutes === null || minutes < 0 ? null : minutes;
}
