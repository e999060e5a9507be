import * as z from 'zod';
import { Moment } from '../../complaint/moment.ts';

/** A person said of a finding that it is right so. It holds as long as complaint, kind and value stay. */
export const Dismissal = z.strictObject({ key: z.string().max(400), at: Moment });
export type Dismissal = z.infer<typeof Dismissal>;

/** What was said of the findings of a register; kept in its workbook. */
export const Dismissals = z.strictObject({ schemaVersion: z.literal(1), items: z.array(Dismissal) });
export type Dismissals = z.infer<typeof Dismissals>;

/** More than these would make the workbook's settings too large; the oldest are asked again. */
const MOST = 5_000;

/** The decisions with one more, or without it. */
export function decide(items: readonly Dismissal[], key: string, at: Moment | null): Dismissal[] {
  const others = items.filter((item) => item.key !== key);
  return at === null ? others : [...others, { key, at }].slice(-MOST);
}
