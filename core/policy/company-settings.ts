import * as z from 'zod';
import { DayOverrides, WorkingCalendar } from '../working-time/working-calendar.ts';
import { PolicyAnswers } from './policy-answers.ts';
import { Target } from './target.ts';

/** What a company lays over a policy pack without changing it: the answers to the pack's blanks. `null`: not configured. */
export const CompanySettings = z.strictObject({
  schemaVersion: z.literal(1),
  policyId: z.string(),
  calendar: WorkingCalendar.nullable(),
  /** For day targets: is the day after receipt day 1 (`nextDay`) or the day of receipt itself (`sameDay`)? */
  firstDay: z.enum(['nextDay', 'sameDay']).nullable(),
  /**
   * When the last day of a limit in days ends: with its last window (`lastWindow`; calendar days with midnight) or at the time of
   * day of the start (`sameClockTime`). Null or absent: not answered, and days end as with `lastWindow`.
   */
  dayEnds: z.enum(['lastWindow', 'sameClockTime']).nullable().optional(),
  /** What “hours” means where the policy does not say it (S1f-10, S3-21, S3-22, S4-29); null or absent: not answered. */
  hoursMean: z.enum(['working', 'clock']).nullable().optional(),
  /** Own days of departments, by department id, laid over the company's calendar. */
  departmentDays: z.record(z.string(), DayOverrides).optional(),
  /** Own targets by milestone id and grade id (or `default`), laid over the pack's. */
  targets: z.record(z.string(), z.record(z.string(), Target)),
  /** The version of the pack for which the answers were given; absent: not noted. */
  policyVersion: z.string().optional(),
  /** Answers to the pack's other blanks; `overlayCompany` lays them over the pack. */
  answers: PolicyAnswers.optional(),
});
export type CompanySettings = z.infer<typeof CompanySettings>;
