import { Temporal } from 'temporal-polyfill';

/** The day on which a moment falls in a zone, as the reference for 昨天 and the like. An unknown zone is read as UTC. */
export function localDay(moment: string, zone: string): Temporal.PlainDate {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(knownZone(zone)).toPlainDate();
}

/** `2026-04-21` and `07:30` in a zone → `2026-04-21T07:30:00+08:00`. */
export function momentOn(day: string, time: string, zone: string): string {
  return Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone: knownZone(zone), plainTime: Temporal.PlainTime.from(time) })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** A date if there is such a day (no 30 February), else null. */
export function dayOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || year < 1900 || year > 2200) return null;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null;
  return Temporal.PlainDate.from({ year, month, day });
}

/** The latest such day of any year that is not after `reference`; 29 February looks back to a leap year. */
export function latestDay(month: number, day: number, reference: Temporal.PlainDate): Temporal.PlainDate | null {
  for (let back = 0; back <= 8; back++) {
    const found = dayOf(reference.year - back, month, day);
    if (found !== null && Temporal.PlainDate.compare(found, reference) <= 0) return found;
  }
  return null;
}

function knownZone(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

function isZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId !== '';
  } catch {
    return false;
  }
}
