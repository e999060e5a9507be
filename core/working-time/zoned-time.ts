import { Temporal } from 'temporal-polyfill';
import type { Day, Moment } from '../complaint/moment.ts';

/** A point in time as milliseconds since 1970-01-01T00:00Z. Used inside `working-time/` and for comparing, never stored. */
export type Epoch = number;

/** The point in time of a moment. `toEpoch('1970-01-01T08:00:00+08:00')` → 0. */
export function toEpoch(moment: Moment): Epoch {
  return Temporal.Instant.from(moment).epochMilliseconds;
}

/** A point in time as a moment with the offset of `zone`, to the second. `toMoment(0, 'Asia/Shanghai')` → `1970-01-01T08:00:00+08:00`. */
export function toMoment(epoch: Epoch, zone: string): Moment {
  return zoned(epoch, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** The calendar day in `zone` at a point in time. */
export function dayAt(epoch: Epoch, zone: string): Day {
  return zoned(epoch, zone).toPlainDate().toString();
}

/** What a clock on the wall shows in `zone`, for reading: `2026-02-14 09:30`. */
export function wallClock(epoch: Epoch, zone: string): string {
  return zoned(epoch, zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}

/**
 * When the clock of `zone` first shows `time` (`HH:mm`, up to `24:00`) on `day`. A time that a change of the clock leaves
 * out is the moment of that change: with 02:00–03:00 skipped, `02:30` answers the moment that shows 03:00. A time shown
 * twice is the first of the two. A day left out altogether (Apia, 2011-12-30) answers the moment of the jump throughout.
 */
export function epochOf(day: Day, time: string, zone: string): Epoch {
  if (time === '24:00') return epochOf(addDays(day, 1), '00:00', zone);
  const plain = Temporal.PlainDateTime.from(`${day}T${time}`);
  const found = plain.toZonedDateTime(zone);
  if (found.toPlainDateTime().equals(plain)) return found.epochMilliseconds;
  return found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? found.epochMilliseconds;
}

/** `addDays('2026-02-28', 1)` → `2026-03-01`. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return Temporal.PlainDate.from(day).dayOfWeek as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** True when the platform knows the IANA zone. */
export function isKnownZone(zone: string): boolean {
  try {
    zoned(0, zone);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function zoned(epoch: Epoch, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
}
