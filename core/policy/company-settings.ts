import * as z from 'zod';
import { WorkingCalendar } from '../working-time/working-calendar.ts';
import { Target } from './policy-pack.ts';

/** What a company lays over a policy pack without changing it: the answers to the pack's blanks. `null`: not configured. */
export const CompanySettings = z.strictObject({
  schemaVersion: z.literal(1),
  policyId: z.string(),
  calendar: WorkingCalendar.nullable(),
  /** For day targets: is the day after receipt day 1 (`nextDay`) or the day of receipt itself (`sameDay`)? */
  firstDay: z.enum(['nextDay', 'sameDay']).nullable(),
  /** Own targets by milestone id and grade id (or `default`), laid over the pack's. */
  targets: z.record(z.string(), z.record(z.string(), Target)),
});
export type CompanySettings = z.infer<typeof CompanySettings>;
