import { Temporal } from 'temporal-polyfill';
import type { Day } from '../complaint/moment.ts';
import type { Epoch } from './zoned-time.ts';

/** A time of day as the clock on the wall shows it, `HH:mm:ss`. */
export type ClockTime = string;

/** What the clock of `zone` shows at a point in time. `clockTimeAt(0, 'Asia/Shanghai')` → `08:00:00`. */
export function clockTimeAt(epoch: Epoch, zone: string): ClockTime {
  return zonedAt(epoch, zone).toPlainTime().toString();
}

/**
 * When the clock shows `time` on `day`, by Temporal's `compatible`: a time shown twice is the first of the two; a time left
 * out is as much later as the clock was put forward (02:30 in a gap from 02:00 to 03:00 → 03:30).
 */
export function atClockTime(day: Day, time: ClockTime, zone: string): Epoch {
  return Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;
}

/**
 * The last moment of `day` at which the clock shows `time`, or, where that time is left out, the last second before the clock
 * was put forward.
 */
export function lastAtClockTime(day: Day, time: ClockTime, zone: string): Epoch {
  const plain = Temporal.PlainDateTime.from(`${day}T${time}`);
  const found = plain.toZonedDateTime(zone, { disambiguation: 'later' });
  if (found.toPlainDateTime().equals(plain)) return found.epochMilliseconds;
  return changeBefore(found) - 1000;
}

/**
 * The latest time of day whose moment by `atClockTime` is not after `epoch`: what the clock shows, or, while it shows a
 * time for the second time, the last second before it was put back.
 */
export function latestClockTimeBy(epoch: Epoch, zone: string): ClockTime {
  const shown = zonedAt(epoch, zone);
  const first = shown.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds;
  return first === epoch ? clockTimeAt(epoch, zone) : clockTimeAt(changeBefore(shown) - 1000, zone);
}

function changeBefore(at: Temporal.ZonedDateTime): Epoch {
  // `previous` leaves out the moment itself.
  return at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? at.epochMilliseconds;
}

function zonedAt(epoch: Epoch, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
}
