import * as z from 'zod';

/** No time limit of a complaint is longer: ten years. What is beyond is a slip of the keyboard, and no date can be reckoned from it. */
const LONGEST_DAYS = 3_650;
export const LONGEST_MINUTES = LONGEST_DAYS * 1_440;
export const Days = z.int().positive().max(LONGEST_DAYS);
export const Minutes = z.int().positive().max(LONGEST_MINUTES);
const Hours = z
  .int()
  .positive()
  .max(LONGEST_MINUTES / 60);

/** A length of time to a deadline. A blank of the source document is `notConfigured`: shown as such, never guessed. */
export const Target = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('workMinutes'), amount: Minutes }),
  z.strictObject({ unit: z.literal('clockMinutes'), amount: Minutes }),
  /** `amount` hours of which the document does not say whether working or clock hours are meant (S1f-10, S3-21): the company decides. */
  z.strictObject({ unit: z.literal('hoursOfUnknownKind'), amount: Hours }),
  z.strictObject({ unit: z.literal('workDays'), amount: Days }),
  z.strictObject({ unit: z.literal('calendarDays'), amount: Days }),
  z.strictObject({ unit: z.literal('immediately') }),
  /** `blank` quotes the words in which the document leaves it open: `[X]个工作日`. */
  z.strictObject({ unit: z.literal('notConfigured'), blank: z.string().optional() }),
]);
export type Target = z.infer<typeof Target>;

/** Whether a length lies within what the schema allows; for targets that were never read through it. */
export function isReckonable(target: Target): boolean {
  return !('amount' in target) || Target.safeParse(target).success;
}
