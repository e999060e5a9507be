import type { Outcome } from '../../core/outcome.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** Selects the register's row of a complaint, wherever sorting has put it. */
export function showComplaint(
  tableName: string,
  numberHeader: string,
  number: string,
): Promise<Outcome<null, WorkbookTrouble | 'registerGone' | 'numberColumnMissing' | 'rowGone'>> {
  return runBatch<null, 'registerGone' | 'numberColumnMissing' | 'rowGone'>(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    await context.sync();
    if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
    const column = table.columns.getItemOrNullObject(numberHeader).load('name');
    await context.sync();
    if (column.isNullObject) throw new Stop('numberColumnMissing');
    const cells = column.getDataBodyRange().load('values');
    await context.sync();
    const row = cells.values.findIndex(([value]) => String(value).trim() === number);
    if (row < 0) throw new Stop('rowGone', { number });
    table.worksheet.activate();
    table.getDataBodyRange().getRow(row).select();
    await context.sync();
    return null;
  });
}
