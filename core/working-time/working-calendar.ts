import * as z from 'zod';
import { Day } from '../complaint/moment.ts';
import { isKnownZone } from './zoned-time.ts';

/** A time of day, `HH:mm`, up to `24:00` for the end of the day. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** An open span within one day. */
export const Window = z
  .strictObject({ from: TimeOfDay, to: TimeOfDay })
  .refine((w) => w.from < w.to, 'from must be before to');
export type Window = z.infer<typeof Window>;

/** Several spans of a day, in order and apart from each other. Empty: closed. */
export const Windows = z
  .array(Window)
  .refine(
    (list) => list.every((w, i) => i === 0 || (list[i - 1]?.to ?? '') <= w.from),
    'windows must be in order and not overlap',
  );

/**
 * When a company works. A date is looked up in `overrides` (last one wins), then in the official days of `country`,
 * then in the week. A half day, a company holiday and a make-up workday are all the same thing: a date with its windows.
 */
export const WorkingCalendar = z.strictObject({
  zone: z.string().refine(isKnownZone, 'unknown time zone'),
  /** Windows by ISO weekday, 1 = Monday … 7 = Sunday. */
  week: z.strictObject({ 1: Windows, 2: Windows, 3: Windows, 4: Windows, 5: Windows, 6: Windows, 7: Windows }),
  /** ISO country whose official holidays and make-up workdays apply; null for none. */
  country: z.literal('CN').nullable(),
  /** Windows of a make-up workday (调休补班). */
  makeUpWindows: Windows,
  overrides: z.array(z.strictObject({ date: Day, windows: Windows, note: z.string().max(200) })),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;
