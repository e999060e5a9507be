import { Temporal } from 'temporal-polyfill';

/** A stretch of time in which a zone keeps one distance from UTC; `to` is no part of it. In milliseconds. */
export interface OffsetStretch {
  from: number;
  to: number;
  offset: number;
}

/**
 * The stretch of a zone that holds a point in time. Clocks change twice a year at most, and registers ask for the same few
 * years again and again: each stretch is looked up once. Throws a RangeError for an unknown zone.
 */
export function offsetStretch(epoch: number, zone: string): OffsetStretch {
  const known = stretches.get(zone) ?? [];
  const found = known.find(({ from, to }) => from <= epoch && epoch < to);
  if (found) return found;
  const at = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(zone);
  const before = at.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const after = at.getTimeZoneTransition('next');
  const stretch = {
    from: before?.epochMilliseconds ?? -Infinity,
    to: after?.epochMilliseconds ?? Infinity,
    offset: at.offsetNanoseconds / 1e6,
  };
  stretches.set(zone, [stretch, ...known]);
  return stretch;
}

const stretches = new Map<string, OffsetStretch[]>();
