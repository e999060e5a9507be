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

/**
 * The official days of a country as data: one file a country, whatever notice, law or library it was made from.
 * Weekends need no entry; the week of the company decides about them.
 */
export const OfficialCalendar = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  /** Where the days come from, for a person who wants to check them. */
  source: z.string().min(1),
  /** Years whose days are all known, first and last. */
  years: z.strictObject({ first: z.int(), last: z.int() }),
  /** From this day (`MM-DD`) on the last year is open, because the notice for the next one may still move its last days; null: never. */
  openFrom: z
    .string()
    .regex(/^\d\d-\d\d$/)
    .nullable(),
  days: z.record(
    Day,
    z.strictObject({
      kind: z.enum(['holiday', 'makeUp']),
      /** One of ours, or a name as the country writes it. */
      holiday: z.union([z.enum(KNOWN_HOLIDAYS), z.strictObject({ name: z.string().min(1) })]),
    }),
  ),
});
export type OfficialCalendar = z.infer<typeof OfficialCalendar>;
