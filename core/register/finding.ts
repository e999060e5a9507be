import * as z from 'zod';
import { Field } from '../complaint/field.ts';
import { Localized } from '../policy/localized.ts';

/** Something about a row that a person should see. Words come from `register.finding.<code>`. */
export const Finding = z.strictObject({
  level: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  /** Row and column on the sheet it was read from, from 0; column null when it concerns the row. */
  row: z.int().nonnegative(),
  column: z.int().nonnegative().nullable(),
  field: Field.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The sheet of that cell, where rows were gathered from several sheets; else it is the ledger's own. */
  sheet: z.string().optional(),
  /** What the cell would hold if the user agrees: a text, a number, or a day (`YYYY-MM-DD`) in a time column. Never written unasked. */
  fix: z.strictObject({ value: z.union([z.string(), z.number()]) }).optional(),
  /** The rule of the policy that tells it: its own words and the clause that it rests on. */
  rule: z.strictObject({ id: z.string(), says: Localized, source: z.string() }).optional(),
});
export type Finding = z.infer<typeof Finding>;

/** Something to say about a cell; its place is added by who knows it. */
export type CellFinding = Pick<Finding, 'level' | 'code' | 'params' | 'fix'>;
