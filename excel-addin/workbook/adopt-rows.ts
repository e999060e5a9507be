import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

const ROWS_LOOKED_AT = 2_000;

/**
 * Takes rows into the table that stand directly below it and carry a complaint's identity: a run that broke off had
 * written them, and the table had not grown over them yet. Answers how many there were.
 */
export function adoptRowsBelow(
  tableName: string,
  idColumn: number,
): Promise<Outcome<number, WorkbookTrouble | 'registerGone'>> {
  return runBatch<number, 'registerGone'>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(tableName).load('showTotals');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: tableName });
      const range = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      const area = areaOf(range);
      if (table.showTotals) return 0;
      const below = rangeOf(table.worksheet, {
        row: area.row + area.rowCount,
        column: area.column + idColumn,
        rowCount: ROWS_LOOKED_AT,
        columnCount: 1,
      }).load('values');
      await context.sync();
      const count = leading(below.values as CellValue[][]);
      if (count > 0) table.resize(rangeOf(table.worksheet, { ...area, rowCount: area.rowCount + count }));
      await context.sync();
      return count;
    },
    { patient: true },
  );
}

function leading(values: CellValue[][]): number {
  const end = values.findIndex(([id]) => !ComplaintId.safeParse(id).success);
  return end < 0 ? values.length : end;
}
