import { Temporal } from 'temporal-polyfill';
import type { Day, Moment } from '../complaint/moment.ts';
import { plainEpoch } from '../complaint/plain-epoch.ts';
import { offsetStretch } from './zone-offset.ts';

/** A point in time as milliseconds since 1970-01-01T00:00Z. Used inside `working-time/` and for comparing, never stored. */
export type Epoch = number;

/** The point in time of a moment. `toEpoch('1970-01-01T08:00:00+08:00')` → 0. */
export function toEpoch(moment: Moment): Epoch {
  return plainEpoch(moment) ?? Temporal.Instant.from(moment).epochMilliseconds;
}

/** A point in time as a moment with the offset of `zone`, to the second. `toMoment(0, 'Asia/Shanghai')` → `1970-01-01T08:00:00+08:00`. */
export function toMoment(epoch: Epoch, zone: string): Moment {
  const { offset } = offsetStretch(epoch, zone);
  if (!isPlain(epoch, offset)) return zoned(epoch, zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
  return shown(epoch, offset, 19) + offsetText(offset);
}

/** The calendar day in `zone` at a point in time. */
export function dayAt(epoch: Epoch, zone: string): Day {
  const { offset } = offsetStretch(epoch, zone);
  return isPlain(epoch, offset) ? shown(epoch, offset, 10) : zoned(epoch, zone).toPlainDate().toString();
}

/** What a clock on the wall shows in `zone`, for reading: `2026-02-14 09:30`. */
export function wallClock(epoch: Epoch, zone: string): string {
  const { offset } = offsetStretch(epoch, zone);
  const text = isPlain(epoch, offset)
    ? shown(epoch, offset, 16)
    : zoned(epoch, zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
  return text.replace('T', ' ');
}

/**
 * When the clock of `zone` first shows `time` (`HH:mm`, up to `24:00`) on `day`. A time that a change of the clock leaves
 * out is the moment of that change: with 02:00–03:00 skipped, `02:30` answers the moment that shows 03:00. A time shown
 * twice is the first of the two. A day left out altogether (Apia, 2011-12-30) answers the moment of the jump throughout.
 */
export function epochOf(day: Day, time: string, zone: string): Epoch {
  if (time === '24:00') return epochOf(addDays(day, 1), '00:00', zone);
  const wall = plainEpoch(`${day}T${time}Z`);
  if (wall !== null) {
    // Far enough from any change of the clock there is one moment that shows it.
    const { from, to, offset } = offsetStretch(wall, zone);
    if (wall - from > FAR && to - wall > FAR) return wall - offset;
  }
  const plain = Temporal.PlainDateTime.from(`${day}T${time}`);
  const found = plain.toZonedDateTime(zone);
  if (found.toPlainDateTime().equals(plain)) return found.epochMilliseconds;
  return found.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')?.epochMilliseconds ?? found.epochMilliseconds;
}

/** `addDays('2026-02-28', 1)` → `2026-03-01`. */
export function addDays(day: Day, days: number): Day {
  const epoch = plainEpoch(`${day}T00:00Z`);
  const later = epoch === null ? NaN : epoch + days * DAY;
  return isPlain(later, 0) ? shown(later, 0, 10) : Temporal.PlainDate.from(day).add({ days }).toString();
}

/** ISO weekday, 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const epoch = plainEpoch(`${day}T00:00Z`);
  const weekday = epoch === null ? Temporal.PlainDate.from(day).dayOfWeek : new Date(epoch).getUTCDay() || 7;
  return weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7;
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

const DAY = 86_400_000;
/** More than two zones can lie apart, and a change of the clock can move it. */
const FAR = 3 * DAY;
const OFFSET_MINUTE = 60_000;

/** Whether a moment is shown in four digits of the year and whole minutes of its offset. */
function isPlain(epoch: Epoch, offset: number): boolean {
  return Math.abs(epoch) < FAR_AWAY && offset % OFFSET_MINUTE === 0;
}

/** From the year 140 to 3800, all years have four digits; beyond it Temporal has the word. */
const FAR_AWAY = Date.UTC(3800, 0);

function shown(epoch: Epoch, offset: number, length: number): string {
  const local = epoch + offset;
  const day = Math.floor(local / DAY);
  if (length === 10) return dayText(day);
  const seconds = Math.floor((local - day * DAY) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${dayText(day)}T${two(hours)}:${two(minutes)}:${two(seconds % 60)}`.slice(0, length);
}

const two = (count: number) => (count < 10 ? `0${count}` : String(count));

/** Days as text, counted from 1970: a register asks for the same few thousand again and again. */
const dayTexts = new Map<number, string>();
const MOST_DAYS = 20_000;

function dayText(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  if (dayTexts.size >= MOST_DAYS) dayTexts.clear();
  const text = new Date(day * DAY).toISOString().slice(0, 10);
  dayTexts.set(day, text);
  return text;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / OFFSET_MINUTE;
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function zoned(epoch: Epoch, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
}
