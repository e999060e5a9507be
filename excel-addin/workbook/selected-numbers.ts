import type { Outcome } from '../../core/outcome.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** More rows than this are not looked at one by one for being hidden. */
const LOOKED_AT = 300;

/** The complaints' numbers in all rows of the register that are selected and shown, top to bottom; none when the selection lies elsewhere. */
export function readSelectedNumbers(
  tableName: string,
  numberHeader: string,
): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject(tableName).load('name');
    const selected = context.workbook.getSelectedRanges();
    const sheet = selected.worksheet.load('name');
    const areas = selected.areas.load('items/rowIndex,items/rowCount');
    await context.sync();
    if (table.isNullObject) return [];
    const own = table.worksheet.load('name');
    const column = table.columns.getItemOrNullObject(numberHeader).load('name');
    await context.sync();
    if (own.name !== sheet.name || column.isNullObject) return [];
    const cells = column.getDataBodyRange().load('rowIndex,columnIndex,rowCount,values');
    await context.sync();
    const rows = new Set<number>();
    for (const { rowIndex, rowCount } of areas.items) {
      const end = Math.min(rowIndex + rowCount, cells.rowIndex + cells.rowCount);
      for (let row = Math.max(rowIndex, cells.rowIndex); row < end; row++) rows.add(row);
    }
    const inOrder = [...rows].sort((a, b) => a - b);
    const looked = inOrder.slice(0, LOOKED_AT).map((row) => sheet.getCell(row, cells.columnIndex).load('rowHidden'));
    if (looked.length > 0) await context.sync();
    return inOrder
      .filter((_, at) => looked[at]?.rowHidden !== true)
      .map((row) => String(cells.values[row - cells.rowIndex]?.[0] ?? '').trim())
      .filter((number) => number !== '');
  });
}
