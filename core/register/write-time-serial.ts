import { Temporal } from 'temporal-polyfill';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';

/**
 * The serial number (1900 system) under which a spreadsheet shows this day or moment on the clocks of `zone`; a moment
 * keeps whole seconds. Days before 1900-03-01 are one less than by counting, as the spreadsheet believes in 29 February
 * 1900. Example: `writeTimeSerial('2024-03-05T12:00+08:00', 'Asia/Shanghai')` → 45356.5.
 * `readTimeCell` reads it back to the same day, or to the same moment unless that is exactly midnight, which reads as its day.
 */
export function writeTimeSerial(value: DayOrMoment, zone: string): number {
  if (isDay(value)) return daySerial(Temporal.PlainDate.from(value));
  const local = Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDateTime();
  const seconds = local.hour * 3600 + local.minute * 60 + local.second;
  return daySerial(local.toPlainDate()) + seconds / 86_400;
}

function daySerial(day: Temporal.PlainDate): number {
  const days = Temporal.PlainDate.from('1899-12-30').until(day, { largestUnit: 'day' }).days;
  return days <= 60 ? days - 1 : days;
}
