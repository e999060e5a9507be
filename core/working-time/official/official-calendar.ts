import * as z from 'zod';
import { Day } from '../../complaint/moment.ts';

/** The holidays that have words of their own in the catalogues. */
export const KNOWN_HOLIDAYS = [
  'newYear',
  'springFestival',
  'qingming',
  'labourDay',
  'dragonBoat',
  'midAutumn',
  'nationalDay',
  'victoryDay',
] as const;
export type KnownHoliday = (typeof KNOWN_HOLIDAYS)[number];

/** A holiday that has a name in the catalogues, or one by the name that its country gives it. */
export const Holiday = z.union([z.enum(KNOWN_HOLIDAYS), z.strictObject({ name: z.string().min(1) })]);
export type Holiday = z.infer<typeof Holiday>;

/**
 * What a date is: a day off; a workday on a weekend; `open`, a workday in a region that does not keep the country's day;
 * `unsure`, a day that is off in a part of the region only, or on the word of a list that nobody vouches for.
 */
export const DayKind = z.enum(['holiday', 'makeUp', 'open', 'unsure']);
export type DayKind = z.infer<typeof DayKind>;

const Days = z.record(Day, z.strictObject({ kind: DayKind, holiday: Holiday }));

/**
 * The official days of a country as data: one file a country, whatever notice, law or library it was made from.
 * Weekends need no entry; the week of the company decides about them.
 */
export const OfficialCalendar = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Where the days come from, for a person who wants to check them. */
  source: z.string().min(1),
  /** The licence of that source. */
  licence: z.string().min(1),
  /** Years whose days are all known, first and last; null: of no year are all days known. */
  years: z.strictObject({ first: z.int(), last: z.int() }).nullable(),
  /** From this day (`MM-DD`) on the last year is open, because the notice for the next one may still move its last days; null: never. */
  openFrom: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable(),
  /** The days of the whole country; outside `years` as far as they can be told. */
  days: Days,
  /** Parts of the country with days of their own, by code (ISO 3166-2 without the country), as they differ from `days`. */
  regions: z
    .record(
      z.string().regex(/^[A-Z0-9-]+$/),
      z.strictObject({
        /** As the country writes it; null: no part, but the days of the whole country and no others. */
        name: z.string().min(1).nullable(),
        days: Days,
      }),
    )
    .optional(),
});
export type OfficialCalendar = z.infer<typeof OfficialCalendar>;
