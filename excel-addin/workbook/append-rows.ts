import type { Outcome } from '../../core/outcome.ts';
import type { AppendPlan, PlannedCell, RegisterFormat } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { areaOf } from './area.ts';
import { colourRows, ruleCounts } from './conditional-formats.ts';
import { continueChoices } from './drop-downs.ts';
import { growTable, makeRoom } from './grow-table.ts';
import { lookLikeRowAbove } from './neighbour-look.ts';
import { blocksOf } from './planned-cells.ts';
import { readValues } from './read-register.ts';
import { loadStored, rememberRegister } from './register-memory.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';
import { liftFilters, setFilters } from './table-filters.ts';

export type AppendTrouble = WorkbookTrouble | 'registerGone' | 'sheetProtected' | 'changedMeanwhile' | 'notReadBack';

export interface Appended {
  sheet: string;
  /** Where the new rows stand; null when there were none to write. */
  area: Area | null;
  rowsBefore: number;
  rowsAfter: number;
}

export interface AppendRequest {
  plan: AppendPlan;
  /** The row on the sheet, from 0, for which the plan was made. */
  firstRow: number;
  /** The register's colours, written for its first data row. */
  formats: RegisterFormat[];
}

/**
 * Writes rows directly below the table, which grows over them, and reads them back. Never by the table's own row
 * collection: that makes co-authors' edits conflict (excel-facts, finding 3). Filters are lifted and set again; a total row
 * is put aside meanwhile; what stands below is moved down. `changedMeanwhile`: somebody else has changed the table since the
 * plan was made, and the rest was not written: read it again, plan anew.
 */
export function appendRows({ plan, firstRow, formats }: AppendRequest): Promise<Outcome<Appended, AppendTrouble>> {
  return runBatch<Appended, AppendTrouble>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(plan.tableName).load('name,showTotals');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: plan.tableName });
      const sheet = table.worksheet.load('name');
      const protection = sheet.protection.load('protected');
      const found = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      await context.sync();
      const body = areaOf(found);
      if (plan.rows.length === 0)
        return { sheet: sheet.name, area: null, rowsBefore: body.rowCount, rowsAfter: body.rowCount };
      if (protection.protected) throw new Stop('sheetProtected', { sheet: sheet.name });
      if (body.row + body.rowCount !== firstRow) throw new Stop('changedMeanwhile');

      const target = { ...body, row: firstRow, rowCount: plan.rows.length };
      await withTableOpen(context, table, async () => {
        await makeRoom(context, table, plan.rows.length);
        // Each piece goes directly below what the table holds by then; a piece at a wrong place would stay outside for ever.
        for (const block of blocksOf(target, plan.rows, plan.numberFormats))
          await growTable(
            context,
            table,
            { ...body, row: body.row - 1, rowCount: 1 + block.area.row - body.row },
            block,
          );
      });
      await decorate(context, sheet, body, target, plan, formats);
      const stored = loadStored(context);
      await lookLikeRowAbove(context, sheet, target);
      rememberRegister(context, plan.memory, stored());
      const after = table.getDataBodyRange().load('rowCount');
      await context.sync();
      const idColumn = plan.columns.findIndex(({ role }) => role === 'origin');
      await readBack(context, sheet, target, idColumn, plan.rows);
      return { sheet: sheet.name, area: target, rowsBefore: body.rowCount, rowsAfter: after.rowCount };
    },
    { patient: true },
  );
}

/** Lifts filters and total row while `write` runs, and puts them back whatever happens. */
async function withTableOpen(
  context: Excel.RequestContext,
  table: Excel.Table,
  write: () => Promise<void>,
): Promise<void> {
  const hadTotals = table.showTotals;
  const filters = await liftFilters(context, table);
  if (hadTotals) table.showTotals = false;
  const putBack = async () => {
    if (hadTotals) table.showTotals = true;
    setFilters(table, filters);
    await context.sync();
  };
  try {
    await write();
  } catch (error) {
    // The first trouble is the one to tell; when the host is gone, putting back fails for the same reason.
    await Promise.allSettled([putBack()]);
    throw error;
  }
  await putBack();
}

/** The host carries lists and colours on when a table grows; where it has not, they are given to the new rows here. */
async function decorate(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  body: Area,
  target: Area,
  plan: AppendPlan,
  formats: RegisterFormat[],
): Promise<void> {
  const lastRow = { ...target, row: target.row - 1, rowCount: 1 };
  const lists = plan.columns.flatMap(({ list }, column) => (list === null ? [] : [column]));
  await continueChoices(context, sheet, lastRow, target, lists);
  const newest = { ...target, row: target.row + target.rowCount - 1, rowCount: 1 };
  const [before = 0, now = 0] = await ruleCounts(context, sheet, [lastRow, newest]);
  if (now < before) await colourRows(context, sheet, { ...body, rowCount: body.rowCount + target.rowCount }, formats);
}

/** Saved means read back: every new row must carry its complaint's identity where it was written. */
async function readBack(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  target: Area,
  idColumn: number,
  rows: PlannedCell[][],
): Promise<void> {
  const place = { ...target, column: target.column + idColumn, columnCount: 1 };
  const found = await readValues(context, sheet, place);
  const missing = rows.findIndex((row, index) => row[idColumn] !== found[index]?.[0]);
  if (missing >= 0) throw new Stop('notReadBack', { row: target.row + missing + 1 });
}
