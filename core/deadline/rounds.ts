import type { DayOrMoment, Moment } from '../complaint/moment.ts';
import { deadlineStatus } from './deadline-status.ts';
import { isBefore } from './trace-lines.ts';
import type { TrackedDeadline } from './tracked-deadline.ts';

export type Round = TrackedDeadline['rounds'][number];

/**
 * The rounds of a clock that runs again and again: the first from `start`, each next one from the report before, the last one
 * open or ended with `end`. A report later than its due time is missed, and the next round counts from it all the same.
 * The status of an open round is for the caller to say.
 */
export function roundsOf(
  start: DayOrMoment,
  reports: readonly DayOrMoment[],
  end: DayOrMoment | null,
  zone: string,
  dueOf: (from: DayOrMoment) => Moment | null,
): Round[] {
  // What was told before the clock started is no report of it.
  const stops = [...reports.filter((told) => !isBefore(told, start, zone)), end];
  return stops.map((doneAt, i): Round => {
    const from = i === 0 ? start : (stops[i - 1] ?? start);
    const dueAt = dueOf(from);
    const status =
      doneAt === null
        ? 'none'
        : deadlineStatus({ dueAt, warnAt: null, stoppedAt: doneAt, asOf: dueAt ?? '1970-01-01T00:00:00Z', zone });
    return { from, dueAt, doneAt, status };
  });
}
