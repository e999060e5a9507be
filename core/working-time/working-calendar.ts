import * as z from 'zod';
import { Day } from '../complaint/moment.ts';
import { Country, regionsOf } from './official-days.ts';
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

/** Whose entry an override is: the company's own (when absent), a department's, or one made for a single complaint. */
export const CalendarLevel = z.enum(['company', 'department', 'case']);
export type CalendarLevel = z.infer<typeof CalendarLevel>;

/** Dates with their own windows; the last entry of a date wins. */
export const DayOverrides = z.array(
  z.strictObject({ date: Day, windows: Windows, note: z.string().max(200), level: CalendarLevel.optional() }),
);
export type DayOverrides = z.infer<typeof DayOverrides>;

/** Windows by ISO weekday, 1 = Monday … 7 = Sunday. */
export const Week = z.strictObject({
  1: Windows,
  2: Windows,
  3: Windows,
  4: Windows,
  5: Windows,
  6: Windows,
  7: Windows,
});
export type Week = z.infer<typeof Week>;

/** Another week for a part of the year (summer hours), or from a day on: hours that change leave the time used before alone. */
export const Season = z
  .strictObject({ from: Day, to: Day.nullable(), week: Week, makeUpWindows: Windows })
  .refine(({ from, to }) => to === null || from <= to, 'from must not be after to');
export type Season = z.infer<typeof Season>;

/**
 * When a company works. A date is looked up in `overrides` (last one wins), then in the official days of `country`,
 * then in the week: that of the last season that holds the date, else the ordinary one. A half day, a company holiday and
 * a make-up workday are all the same thing: a date with its windows.
 */
export const WorkingCalendar = z
  .strictObject({
    zone: z.string().refine(isKnownZone, 'unknown time zone'),
    week: Week,
    /** Country whose official holidays and make-up workdays apply; null for none. */
    country: Country.nullable(),
    /** Part of the country whose own official days apply too (`regionsOf`); absent: not chosen, or the country has none. */
    region: z.string().optional(),
    /** Windows of a make-up workday (调休补班). */
    makeUpWindows: Windows,
    seasons: z.array(Season).optional(),
    overrides: DayOverrides,
  })
  .refine(({ country, region }) => region === undefined || (country !== null && hasRegion(country, region)), {
    error: 'unknown region of this country',
    path: ['region'],
  });
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

function hasRegion(country: Country, region: string): boolean {
  return regionsOf(country).some(({ code }) => code === region);
}
