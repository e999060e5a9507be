import type { Moment } from '../complaint/moment.ts';
import { done, refuse, type Outcome } from '../outcome.ts';
import { openDaysAfter, type OpenSpan } from './open-windows.ts';
import { cutOut, within } from './span-set.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import type { WalkedDay, WorkingWalk } from './working-walk.ts';
import { toEpoch, toMoment } from './zoned-time.ts';

const MINUTE = 60_000;

/**
 * The moment at which `minutes` of open time have passed since `startedAt`, without the time that lies in `pauses` (in
 * order, not overlapping). Outside the windows the clock starts at the next opening; a length used up exactly at closing
 * time ends there, not at the next opening.
 * Fri 2026-02-13 17:30 + 60 minutes (09:00–12:00, 13:30–18:00) → Sat 2026-02-14 09:30, a make-up workday.
 * Refuses with `neverOpens` when the calendar has not that much open time.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  startedAt: Moment,
  minutes: number,
  pauses: readonly OpenSpan[] = [],
): Outcome<WorkingWalk, 'neverOpens'> {
  const days: WalkedDay[] = [];
  let left = Math.round(minutes * MINUTE);
  for (const { plan, spans } of openDaysAfter(calendar, toEpoch(startedAt))) {
    const used: WalkedDay['spans'] = [];
    const paused = spans.flatMap((span) => within(span, pauses));
    days.push(paused.length === 0 ? { plan, spans: used } : { plan, spans: used, paused });
    for (const { from, to } of spans.flatMap((span) => cutOut(span, pauses))) {
      const end = Math.min(to, from + left);
      used.push({ from, to: end });
      left -= end - from;
      if (left > 0) continue;
      const isProvisional = days.some((day) => day.plan.isProvisional);
      return done({ dueAt: toMoment(end, calendar.zone), days, isProvisional });
    }
  }
  return refuse('neverOpens');
}
