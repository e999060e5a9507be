import { Temporal } from 'temporal-polyfill';
import type { ComplaintEvent } from './complaint-event.ts';
import { isDay, type DayOrMoment, type Moment } from './moment.ts';
import { plainEpoch } from './plain-epoch.ts';

/** The point in time of a moment, in milliseconds since 1970, for comparing. */
export function pointOf(moment: Moment): number {
  return plainEpoch(moment) ?? Temporal.Instant.from(moment).epochMilliseconds;
}

/** First and last millisecond of a day in a zone; a moment is both its own first and last. */
export function extentOf(at: DayOrMoment, zone: string): { first: number; last: number } {
  if (!isDay(at)) return { first: pointOf(at), last: pointOf(at) };
  const day = Temporal.PlainDate.from(at);
  const first = day.toZonedDateTime(zone).epochMilliseconds;
  return { first, last: Math.max(first, day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1) };
}

/** A point in time as a moment with the offset of `zone`, to the second. */
export function momentAt(point: number, zone: string): Moment {
  return Temporal.Instant.fromEpochMilliseconds(point)
    .toZonedDateTimeISO(zone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/**
 * Where an event stands in the order of things. One of which only the day is known: a receipt stands at the beginning of its
 * day; any other where it was written down, if that was on the same day, else at the end of the day.
 */
export function placeInTime({ kind, occurredAt, recordedAt }: ComplaintEvent, zone: string): number {
  const { first, last } = extentOf(occurredAt, zone);
  if (kind === 'received') return first;
  return Math.max(first, Math.min(last, pointOf(recordedAt)));
}
