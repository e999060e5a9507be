import * as z from 'zod';

const Issue = z.looseObject({ cell: z.string(), kind: z.string(), note: z.string().nullish() });
export type GoldIssue = z.infer<typeof Issue>;

const Column = z.looseObject({
  field: z.union([z.string(), z.null(), z.array(z.union([z.string(), z.null()]))]).optional(),
});
const SampleValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number()])),
]);
export type SampleValue = z.infer<typeof SampleValue>;

const Sheet = z.looseObject({
  name: z.string(),
  isLedger: z.boolean(),
  /** `form`: label beside value, one complaint a sheet. */
  layout: z.string().nullish(),
  headerRows: z.array(z.int()).default([]),
  firstDataRow: z.int().nullish(),
  lastDataRow: z.int().nullish(),
  notDataRows: z.array(z.int()).default([]),
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), Column).default({}),
  issues: z.array(Issue).default([]),
  sampleRows: z.array(z.looseObject({ row: z.int(), values: z.record(z.string(), SampleValue) })).default([]),
});
export type GoldSheet = z.infer<typeof Sheet>;

/** What is true of a workbook. Rows and columns as a spreadsheet counts them: from 1, from A. */
export const WorkbookGold = z.looseObject({
  file: z.string(),
  lang: z.string().nullish(),
  /** The day on which the workbook was last saved. */
  asOf: z.iso.date().default('2026-12-31'),
  sheets: z.array(Sheet),
});
export type WorkbookGold = z.infer<typeof WorkbookGold>;

/** The data rows of a table sheet, from 1. */
export function goldDataRows({ firstDataRow, lastDataRow, notDataRows }: GoldSheet): number[] {
  if (firstDataRow === null || firstDataRow === undefined || lastDataRow === null || lastDataRow === undefined)
    return [];
  const not = new Set(notDataRows);
  return Array.from({ length: lastDataRow - firstDataRow + 1 }, (_, index) => firstDataRow + index).filter(
    (row) => !not.has(row),
  );
}

export const isForm = ({ layout }: GoldSheet) => layout === 'form';
