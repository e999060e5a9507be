import type { Moment } from '../complaint/moment.ts';
import { openDaysAfter, type OpenSpan } from './open-windows.ts';
import { cutOut, lengthOf } from './span-set.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { toEpoch } from './zoned-time.ts';

/** Well within what a walk through a calendar covers. */
const LONGEST = 100 * 365.25 * 86_400_000;

/**
 * Whole minutes of open time between two moments, rounded down; negative when `to` lies before `from`.
 * Fri 2026-02-13 17:30 to Sat 2026-02-14 09:30 (09:00–12:00, 13:30–18:00) → 60.
 * Time within `pauses` (in order, not overlapping) does not count.
 * Null for more than a hundred years: no complaint lasts so long, one of the two is a slip.
 */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: Moment,
  to: Moment,
  pauses: readonly OpenSpan[] = [],
): number | null {
  const [start, end] = [toEpoch(from), toEpoch(to)];
  if (end < start) {
    const minutes = workingMinutesBetween(calendar, to, from, pauses);
    return minutes === null ? null : 0 - minutes;
  }
  if (end - start > LONGEST) return null;
  let open = 0;
  for (const { spans } of openDaysAfter(calendar, start)) {
    for (const span of spans) {
      if (span.from >= end) return Math.floor(open / 60_000);
      open += lengthOf(cutOut({ from: span.from, to: Math.min(span.to, end) }, pauses));
    }
  }
  return Math.floor(open / 60_000);
}
