import { addDays, dayAt, type Epoch } from './zoned-time.ts';
import { openDayOf, type OpenDay } from './open-windows.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** How many days a walk back goes before it gives up: some eleven years. */
const HORIZON_DAYS = 4_000;

/**
 * The dates from the one that holds `before` backwards, closed ones too, each with the open spans that begin before
 * `before`, in their order on the clock. Lazy and finite.
 */
export function* openDaysBefore(calendar: WorkingCalendar, before: Epoch): Generator<OpenDay> {
  let date = dayAt(before, calendar.zone);
  for (let walked = 0; walked < HORIZON_DAYS; walked += 1) {
    const { plan, spans } = openDayOf(calendar, date);
    yield {
      plan,
      spans: spans
        .filter((span) => span.from < before)
        .map((span) => ({ from: span.from, to: Math.min(span.to, before) })),
    };
    date = addDays(date, -1);
  }
}
