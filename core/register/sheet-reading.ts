import * as z from 'zod';
import { Gathered } from './gathered.ts';

/** What a cell holds, as Office.js and SheetJS give it: dates are serial numbers, an empty cell is `''`, an error its text (`#N/A`). */
export const CellValue = z.union([z.string(), z.number(), z.boolean()]);
export type CellValue = z.infer<typeof CellValue>;

/** A rectangle of cells. Rows and columns count from 0, as in Office.js; both ends are given by length. */
export const Area = z.strictObject({
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
  rowCount: z.int().positive(),
  columnCount: z.int().positive(),
});
export type Area = z.infer<typeof Area>;

/** One worksheet as plain data, read in one go before anything is decided. `values`, `formulas`, `numberFormats` cover `used` exactly. */
export const SheetReading = z.strictObject({
  name: z.string(),
  visible: z.boolean(),
  /** The used range by values; null when the sheet is empty. */
  used: Area.nullable(),
  values: z.array(z.array(CellValue)),
  /** The formula where a cell has one, else `''`. */
  formulas: z.array(z.array(z.string())),
  numberFormats: z.array(z.array(z.string())),
  merges: z.array(Area),
  tables: z.array(z.strictObject({ name: z.string(), area: Area, hasHeaders: z.boolean(), hasTotals: z.boolean() })),
  autoFilter: Area.nullable(),
  isProtected: z.boolean(),
  /** True when the workbook counts days from 1904. */
  date1904: z.boolean(),
  /** Only where the rows were gathered from several sheets: this one does not stand in the workbook. */
  gathered: Gathered.optional(),
});
export type SheetReading = z.infer<typeof SheetReading>;
