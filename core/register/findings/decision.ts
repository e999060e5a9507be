import * as z from 'zod';
import { Moment } from '../../complaint/moment.ts';

/**
 * A person said of a finding that it is right so, or of two rows that they are the `same` complaint. It holds as long as
 * complaint, kind and value stay.
 */
export const Dismissal = z.strictObject({ key: z.string().max(400), at: Moment, says: z.literal('same').optional() });
export type Dismissal = z.infer<typeof Dismissal>;

/** What was said of the findings of a register; kept in its workbook. */
export const Dismissals = z.strictObject({ schemaVersion: z.literal(1), items: z.array(Dismissal) });
export type Dismissals = z.infer<typeof Dismissals>;

/** More than these would make the workbook's settings too large; the oldest are asked again. */
const MOST = 5_000;

/** The decisions with one more, in place of an earlier one on the same. */
export function decide(items: readonly Dismissal[], decision: Dismissal): Dismissal[] {
  return [...undecide(items, decision.key), decision].slice(-MOST);
}

/** The decisions without the one on this. */
export function undecide(items: readonly Dismissal[], key: string): Dismissal[] {
  return items.filter((item) => item.key !== key);
}
