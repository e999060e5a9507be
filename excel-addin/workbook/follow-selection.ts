import type { Outcome } from '../../core/outcome.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** Hears of each new selection on the sheet of a table. Answers what stops it. The handler only passes the news on. */
export function followSelection(
  tableName: string,
  onSelected: () => void,
): Promise<Outcome<() => Promise<void>, WorkbookTrouble | 'registerGone'>> {
  return runBatch<() => Promise<void>, 'registerGone'>(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    await context.sync();
    if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
    const added = table.worksheet.onSelectionChanged.add(() => {
      onSelected();
      return Promise.resolve();
    });
    await context.sync();
    return async () => {
      added.remove();
      await context.sync();
    };
  });
}

/** The complaint's number in the row that is selected; null when the selection lies beside the register's rows. */
export function readSelectedNumber(
  tableName: string,
  numberHeader: string,
): Promise<Outcome<string | null, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    const selected = context.workbook.getSelectedRange();
    const sheet = selected.worksheet.load('name');
    selected.load('rowIndex');
    await context.sync();
    if (table.isNullObject) return null;
    const own = table.worksheet.load('name');
    const column = table.columns.getItemOrNullObject(numberHeader).load('name');
    await context.sync();
    if (own.name !== sheet.name || column.isNullObject) return null;
    const cells = column.getDataBodyRange().load('rowIndex,columnIndex,rowCount');
    await context.sync();
    const { rowIndex, columnIndex, rowCount } = cells;
    if (selected.rowIndex < rowIndex || selected.rowIndex >= rowIndex + rowCount) return null;
    const cell = sheet.getCell(selected.rowIndex, columnIndex).load('values');
    await context.sync();
    const number = String(cell.values[0]?.[0] ?? '').trim();
    return number === '' ? null : number;
  });
}
