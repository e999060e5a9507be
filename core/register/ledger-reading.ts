import * as z from 'zod';
import { Field } from '../complaint/field.ts';

/** A column of the ledger and what it is taken for. `column` counts from 0 on the sheet. */
export const LedgerColumn = z.strictObject({
  column: z.int().nonnegative(),
  /** The header as a reader sees it: parts of several header rows joined by a space, line breaks folded. */
  header: z.string(),
  /** Usually one field; two when a cell holds two (姓名/电话); none when the column stays unmapped. */
  fields: z.array(Field).max(3),
  /** When date and time of one event stand in two columns. */
  part: z.enum(['whole', 'date', 'time']),
  /** 0 to 1; below 0.5 the pane asks the user to look. */
  confidence: z.number().min(0).max(1),
  /** Why: the synonym matched, the shape of the values below, a neighbour. Wording code. */
  reason: z.enum(['header', 'values', 'neighbour', 'user', 'none']),
});
export type LedgerColumn = z.infer<typeof LedgerColumn>;

/** Why a row between the first and the last data row is not a complaint. */
export const OtherRow = z.strictObject({
  row: z.int().nonnegative(),
  kind: z.enum(['blank', 'separator', 'repeatedHeader', 'total', 'legend']),
});
export type OtherRow = z.infer<typeof OtherRow>;

/** What stands in the way of turning the ledger in place; with any of these the register is made on a new sheet. */
export const Obstacle = z.strictObject({
  code: z.enum([
    'severalHeaderRows',
    'mergedCells',
    'otherRows',
    'contentBelow',
    'autoFilter',
    'otherTable',
    'protected',
    'duplicateHeaders',
    'emptyHeader',
    'formulaHeader',
    'date1904',
    'severalSheets',
    'forms',
  ]),
  /** A1 address or row number shown to the user. */
  where: z.string(),
});
export type Obstacle = z.infer<typeof Obstacle>;

/** A worksheet understood as a ledger: one complaint a row. Rows count from 0 on the sheet. */
export const LedgerReading = z.strictObject({
  sheet: z.string(),
  headerRows: z.array(z.int().nonnegative()).min(1),
  firstDataRow: z.int().nonnegative(),
  lastDataRow: z.int().nonnegative(),
  /** Rows with a complaint, ascending. */
  dataRows: z.array(z.int().nonnegative()),
  otherRows: z.array(OtherRow),
  columns: z.array(LedgerColumn),
  obstacles: z.array(Obstacle),
  /** How much it looks like a complaint ledger, 0 to 1; used to choose among sheets. */
  score: z.number().min(0).max(1),
});
export type LedgerReading = z.infer<typeof LedgerReading>;

/**
 * Why a sheet is not read as a ledger. `oneFormPerSheet`: a form of one complaint, which is read together with the others of
 * its kind (`gatherForms`), not by itself.
 */
export const LedgerRefusal = z.strictObject({
  ok: z.literal(false),
  code: z.enum(['emptySheet', 'noHeader', 'noDataRows', 'notAComplaintLedger', 'oneFormPerSheet']),
  sheet: z.string(),
});
export type LedgerRefusal = z.infer<typeof LedgerRefusal>;
