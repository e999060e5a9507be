import type { Cycle } from '../complaint/complaint-state.ts';
import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { Milestone } from '../policy/policy-pack.ts';
import type { OpenSpan } from '../working-time/open-windows.ts';
import { unionOf } from '../working-time/span-set.ts';
import { epochOf, toEpoch } from '../working-time/zoned-time.ts';
import type { CountedPause } from './tracked-deadline.ts';

/**
 * The stretches of a cycle that make a milestone's clock stand still: pauses for a reason that the milestone lists, and the
 * time between closing and a reopening that went on with the same clock. Never of the first response.
 */
export function pausesOf(milestone: Milestone, { pauses, closedFor }: Cycle): CountedPause[] {
  if (milestone.stopsAt === 'firstResponseAt') return [];
  const listed = pauses
    .filter(({ reason }) => milestone.pausedBy?.includes(reason) ?? false)
    .filter(({ milestones }) => milestones?.includes(milestone.id) ?? true)
    .map(({ reason, note, from, to, endedBy }) => ({ reason, note, from, to, isCapped: endedBy === 'cap' }));
  const closed = closedFor.map(({ from, to }) => ({ reason: null, note: '', from, to, isCapped: false }));
  return [...listed, ...closed].toSorted((a, b) => toEpoch(a.from) - toEpoch(b.from));
}

/** The same as one set of stretches, overlaps joined. What has no end yet reaches to `asOf`: the due time if it went on now. */
export function standstillOf(pauses: readonly CountedPause[], asOf: Moment): OpenSpan[] {
  return unionOf(
    pauses.map(({ from, to }) => {
      const start = toEpoch(from);
      return { from: start, to: to === null ? Math.max(start, toEpoch(asOf)) : toEpoch(to) };
    }),
  );
}

/** Those pauses that fall into the time for which a clock ran: none before it started and after it was stopped. */
export function whileRunning(
  pauses: readonly CountedPause[],
  { startedAt, stoppedAt }: { startedAt: DayOrMoment | null; stoppedAt: DayOrMoment | null },
  zone: string,
): CountedPause[] {
  if (startedAt === null) return [];
  const start = isDay(startedAt) ? epochOf(startedAt, '00:00', zone) : toEpoch(startedAt);
  const end = stoppedAt === null ? Infinity : isDay(stoppedAt) ? epochOf(stoppedAt, '24:00', zone) : toEpoch(stoppedAt);
  return pauses.filter(({ from, to }) => toEpoch(from) < end && (to === null || toEpoch(to) > start));
}

/** True when the clock stands still at `asOf`. */
export function isPaused(pauses: readonly CountedPause[], asOf: Moment): boolean {
  const now = toEpoch(asOf);
  return pauses.some(({ from, to }) => toEpoch(from) <= now && (to === null || now < toEpoch(to)));
}
