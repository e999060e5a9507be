import * as z from 'zod';

/** A length of time to a deadline. A blank of the source document is `notConfigured`: shown as such, never guessed. */
export const Target = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('workMinutes'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('clockMinutes'), amount: z.int().positive() }),
  /** `amount` hours of which the document does not say whether working or clock hours are meant (S1f-10, S3-21): the company decides. */
  z.strictObject({ unit: z.literal('hoursOfUnknownKind'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('workDays'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('calendarDays'), amount: z.int().positive() }),
  z.strictObject({ unit: z.literal('immediately') }),
  /** `blank` quotes the words in which the document leaves it open: `[X]个工作日`. */
  z.strictObject({ unit: z.literal('notConfigured'), blank: z.string().optional() }),
]);
export type Target = z.infer<typeof Target>;
