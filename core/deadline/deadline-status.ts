import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import type { DeadlineStatus } from './deadline.ts';

/**
 * Where a deadline stands at `asOf`. Done exactly at the due time is in time; a deadline is overdue only after its due
 * time, and due soon from `warnAt` on. Where only the day of completion is known, the due day itself is still in time.
 */
export function deadlineStatus({
  dueAt,
  warnAt,
  stoppedAt,
  asOf,
  zone,
}: {
  dueAt: Moment | null;
  warnAt: Moment | null;
  stoppedAt: DayOrMoment | null;
  asOf: Moment;
  zone: string;
}): DeadlineStatus {
  if (dueAt === null) return 'none';
  const due = toEpoch(dueAt);
  if (stoppedAt !== null) {
    const inTime = isDay(stoppedAt) ? stoppedAt <= dayAt(due, zone) : toEpoch(stoppedAt) <= due;
    return inTime ? 'met' : 'missed';
  }
  const now = toEpoch(asOf);
  if (now > due) return 'overdue';
  return warnAt !== null && now >= toEpoch(warnAt) ? 'dueSoon' : 'running';
}
