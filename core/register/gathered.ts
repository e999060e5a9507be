import * as z from 'zod';

/** A cell of one of the sheets that were gathered; rows and columns count from 0. */
export const CellOrigin = z.strictObject({
  sheet: z.string(),
  row: z.int().nonnegative(),
  column: z.int().nonnegative(),
});
export type CellOrigin = z.infer<typeof CellOrigin>;

/**
 * What a sheet was gathered from, when it does not stand in the workbook: sheets of the same columns joined (a month
 * each), or forms of one complaint each. Its first row names the columns; a row without origins is a heading.
 */
export const Gathered = z.strictObject({
  kind: z.enum(['joined', 'forms']),
  /** The sheets in the order in which they were gathered. */
  sheets: z.array(z.string()).min(1),
  /** By row of the gathered sheet, then by column: the cell that was read; null where there is none. */
  origins: z.array(z.array(CellOrigin.nullable()).nullable()),
});
export type Gathered = z.infer<typeof Gathered>;
