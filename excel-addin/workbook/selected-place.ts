import type { Outcome } from '../../core/outcome.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** Where the selection begins: its sheet, and its row from 0. */
export function selectedPlace(): Promise<Outcome<{ sheet: string; row: number }, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const range = context.workbook.getSelectedRange().load('rowIndex');
    const sheet = range.worksheet.load('name');
    await context.sync();
    return { sheet: sheet.name, row: range.rowIndex };
  });
}
