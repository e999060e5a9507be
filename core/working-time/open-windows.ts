import type { Day } from '../complaint/moment.ts';
import { planOfDay, type DayPlan } from './day-plan.ts';
import { unpublishedFrom } from './official-days.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { addDays, dayAt, epochOf, type Epoch } from './zoned-time.ts';

/** An open stretch of time; `from` is part of it, `to` is not. */
export interface OpenSpan {
  from: Epoch;
  to: Epoch;
}

/** A date with what is left of its open time. A closed date has no spans. */
export interface OpenDay {
  plan: DayPlan;
  spans: OpenSpan[];
}

/** How many days a walk goes before it gives up: longer than any deadline, short enough to answer at once. */
const HORIZON_DAYS = 40_000;

/**
 * The dates from the one that holds `after` on, closed ones too, each with the open spans that end after `after`.
 * Lazy and always finite: it ends where nothing can open any more, at the latest after 40,000 days.
 */
export function* openDaysAfter(calendar: WorkingCalendar, after: Epoch): Generator<OpenDay> {
  const firstDay = dayAt(after, calendar.zone);
  const end = lastDayToLookAt(calendar, firstDay);
  for (let date = firstDay; date <= end;) {
    const day = openDayOf(calendar, date);
    const spans = day.spans
      .filter((span) => span.to > after)
      .map((span) => ({ from: Math.max(span.from, after), to: span.to }));
    yield { plan: day.plan, spans };
    date = day.next;
  }
}

/** A whole date with its open spans, and the date after it. A window that a change of the clock swallows is left out. */
export function openDayOf(calendar: WorkingCalendar, date: Day): OpenDay & { next: Day } {
  const days = looked.get(calendar) ?? new Map<Day, OpenDay & { next: Day }>();
  looked.set(calendar, days);
  const known = days.get(date);
  if (known) return known;
  const plan = planOfDay(calendar, date);
  const spans = plan.windows
    .map(({ from, to }) => ({ from: epochOf(date, from, calendar.zone), to: epochOf(date, to, calendar.zone) }))
    .filter((span) => span.from < span.to);
  const day = { plan, spans, next: addDays(date, 1) };
  days.set(date, day);
  return day;
}

/** Dates already worked out, by calendar: a register of 10,000 rows asks for the same few hundred dates again and again. */
const looked = new WeakMap<WorkingCalendar, Map<Day, OpenDay & { next: Day }>>();

/** The first date from which the calendar's official days are not published; null when it follows no country. */
export function provisionalFrom(calendar: WorkingCalendar): Day | null {
  return calendar.country === null ? null : unpublishedFrom(calendar.country);
}

function lastDayToLookAt(calendar: WorkingCalendar, firstDay: Day): Day {
  const horizon = addDays(firstDay, HORIZON_DAYS);
  const weeks = [calendar, ...(calendar.seasons ?? [])];
  if (weeks.some(({ week }) => Object.values(week).some((windows) => windows.length > 0))) return horizon;
  const lastOverride = calendar.overrides.reduce((latest, { date }) => (date > latest ? date : latest), firstDay);
  const lastMakeUp = weeks.some(({ makeUpWindows }) => makeUpWindows.length > 0)
    ? (provisionalFrom(calendar) ?? firstDay)
    : firstDay;
  const last = lastOverride > lastMakeUp ? lastOverride : lastMakeUp;
  return last < horizon ? last : horizon;
}
