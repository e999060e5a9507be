import type { Moment } from '../complaint/moment.ts';
import { openDaysAfter, type OpenSpan } from '../working-time/open-windows.ts';
import { openDaysBefore } from '../working-time/open-days-before.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { toEpoch, toMoment, type Epoch } from '../working-time/zoned-time.ts';

/** How long before closing time a warning comes that could not come later. */
const BEFORE_CLOSING = 30 * 60_000;

/**
 * When people are told what would be due to be told at `at`: then, if it is working time; else at the next opening, if that
 * is before `latest`; else half an hour before the last closing time since `earliest`; else at the next opening all the same.
 * Nobody is called at night for a complaint that can wait (a help desk that mailed at midnight was switched off).
 * Where it never opens, `at` stands.
 */
export function tellingTime(
  calendar: WorkingCalendar,
  { at, latest, earliest }: { at: Moment; latest: Moment | null; earliest: Moment | null },
): Moment {
  const now = toEpoch(at);
  const next = firstSpan(openDaysAfter(calendar, now))?.from ?? null;
  if (next === null || next <= now) return at;
  if (latest === null || next < toEpoch(latest)) return toMoment(next, calendar.zone);
  const before = lastSpan(openDaysBefore(calendar, now), earliest === null ? -Infinity : toEpoch(earliest));
  if (before === null) return toMoment(next, calendar.zone);
  return toMoment(Math.max(before.from, before.to - BEFORE_CLOSING), calendar.zone);
}

function firstSpan(days: Iterable<{ spans: OpenSpan[] }>): OpenSpan | null {
  for (const { spans } of days) if (spans[0]) return spans[0];
  return null;
}

function lastSpan(days: Iterable<{ spans: OpenSpan[] }>, earliest: Epoch): OpenSpan | null {
  for (const { spans } of days) {
    const last = spans.at(-1);
    if (last) return last.to > earliest ? { from: Math.max(last.from, earliest), to: last.to } : null;
  }
  return null;
}
