import type { Outcome } from '../../core/outcome.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** Brings a cell before the user's eyes. Rows and columns count from 0. */
export function showCell(
  sheetName: string,
  row: number,
  column: number,
): Promise<Outcome<null, WorkbookTrouble | 'sheetGone'>> {
  return runBatch<null, 'sheetGone'>(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName).load('visibility');
    await context.sync();
    if (sheet.isNullObject) throw new Stop('sheetGone', { sheet: sheetName });
    sheet.activate();
    sheet.getCell(row, column).select();
    await context.sync();
    return null;
  });
}
