import * as z from 'zod';

/** A day without a time of day, `YYYY-MM-DD`. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;

/** A moment with its offset, `YYYY-MM-DDTHH:mm[:ss]±HH:mm` or `Z`. */
export const Moment = z.union([
  z.iso.datetime({ offset: true }),
  // Seconds may be left out: ledgers and letters know minutes, and an invented `:00` would claim more.
  z.iso.datetime({ offset: true, precision: -1 }),
]);
export type Moment = z.infer<typeof Moment>;

/** When something happened, as precisely as it is known: a moment, or only the day. The two are never mixed up. */
export const DayOrMoment = z.union([Moment, Day]);
export type DayOrMoment = z.infer<typeof DayOrMoment>;

/** True when only the day is known. */
export function isDay(value: DayOrMoment): boolean {
  return !value.includes('T');
}
