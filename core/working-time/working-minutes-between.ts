import type { Moment } from '../complaint/moment.ts';
import { openDaysAfter } from './open-windows.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { toEpoch } from './zoned-time.ts';

/**
 * Whole minutes of open time between two moments, rounded down; negative when `to` lies before `from`.
 * Fri 2026-02-13 17:30 to Sat 2026-02-14 09:30 (09:00–12:00, 13:30–18:00) → 60.
 */
export function workingMinutesBetween(calendar: WorkingCalendar, from: Moment, to: Moment): number {
  const [start, end] = [toEpoch(from), toEpoch(to)];
  if (end < start) return 0 - workingMinutesBetween(calendar, to, from);
  let open = 0;
  for (const { spans } of openDaysAfter(calendar, start)) {
    for (const span of spans) {
      if (span.from >= end) return Math.floor(open / 60_000);
      open += Math.min(span.to, end) - span.from;
    }
  }
  return Math.floor(open / 60_000);
}
