import type { DayOrMoment, Moment } from '../complaint/moment.ts';
import type { Milestone } from '../policy/policy-pack.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { toEpoch, toMoment } from '../working-time/zoned-time.ts';
import { tellingTime } from './telling-time.ts';
import type { TrackedDeadline } from './tracked-deadline.ts';

/** What decides when people may be told. Without a calendar, and for the gravest grade, that is always. */
export interface Telling {
  calendar: WorkingCalendar | null;
  isGravest: boolean;
  startedAt: DayOrMoment | null;
  asOf: Moment;
  zone: string;
}

/** When to warn: in working time, unless the grade is the gravest. */
export function warningOf(
  warnAt: Moment | null,
  dueAt: Moment | null,
  telling: Telling,
): Pick<TrackedDeadline, 'tellAt' | 'quietUntil'> {
  if (warnAt === null) return { tellAt: null, quietUntil: null };
  const { at, quietUntil } = told(warnAt, dueAt, telling);
  return { tellAt: at, quietUntil };
}

/** All warn points of a deadline, each when it may be told, and whether that has come. */
export function warningsOf(
  moments: readonly Moment[],
  dueAt: Moment | null,
  telling: Telling,
): TrackedDeadline['warnings'] {
  return moments.map((wanted) => {
    const { at, quietUntil } = told(wanted, dueAt, telling);
    return { at, quietUntil, isReached: toEpoch(telling.asOf) >= toEpoch(at) };
  });
}

/**
 * Who is told of a deadline that nears or has passed, in order of time. Steps before it count from the time that is warned
 * for, steps after it from the time that is blamed.
 */
export function escalationOf(
  { escalation = [] }: Milestone,
  { warnedFor, blamedAfter }: Pick<TrackedDeadline, 'warnedFor' | 'blamedAfter'>,
  telling: Telling,
): TrackedDeadline['escalation'] {
  return escalation
    .flatMap(({ minutes, tell }) => {
      const from = minutes < 0 ? warnedFor : blamedAfter;
      if (from === null) return [];
      const wanted = toMoment(toEpoch(from) + minutes * 60_000, telling.zone);
      const { at, quietUntil } = told(wanted, minutes < 0 ? from : null, telling);
      return [{ tell, at, quietUntil, isReached: toEpoch(telling.asOf) >= toEpoch(at) }];
    })
    .toSorted((a, b) => toEpoch(a.at) - toEpoch(b.at));
}

function told(wanted: Moment, latest: Moment | null, { calendar, isGravest, startedAt }: Telling) {
  if (calendar === null || isGravest) return { at: wanted, quietUntil: null };
  const earliest = startedAt?.includes('T') ? startedAt : null;
  const at = tellingTime(calendar, { at: wanted, latest, earliest });
  return { at, quietUntil: toEpoch(at) > toEpoch(wanted) ? at : null };
}
