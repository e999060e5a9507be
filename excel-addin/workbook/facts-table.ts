import type { FactsTable } from '../../core/statistics/facts-table.ts';
import { FACTS_TABLE } from '../../core/statistics/facts-table.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { areaOf, rangeOf } from './area.ts';
import { blocksOf, requestsOf, writeBlock } from './planned-cells.ts';
import { Stop } from './run-batch.ts';
import { liftFilters } from './table-filters.ts';

export interface WriteOptions {
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Rewrites the helper table as a whole and answers its name: cells first, then the table laid over them, then what is left of
 * a longer one. A run that broke off leaves a block that the next one rewrites; pivots read it only afterwards.
 */
export async function writeFactsTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { columns, rows }: FactsTable,
  { onProgress, signal }: WriteOptions = {},
): Promise<string> {
  const [own, all] = [sheet.tables.load('items/name'), context.workbook.tables.load('items/name')];
  await context.sync();
  const standing = own.items[0];
  if (standing !== undefined) {
    // Under a row of totals the table cannot be resized, and filters would make the writing land elsewhere.
    standing.showTotals = false;
    await liftFilters(context, standing);
  }
  const place = standing?.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  if (place !== undefined) await context.sync();
  const before = place === undefined ? null : areaOf(place);
  const area: Area = {
    ...{ row: before?.row ?? 0, column: before?.column ?? 0 },
    ...{ rowCount: rows.length + 1, columnCount: columns.length },
  };
  const cells = [columns.map(({ header }) => header), ...rows];
  const formats = columns.map(({ kind }) => (kind === 'money' ? '#,##0.00' : null));
  let written = 0;
  for (const request of requestsOf(blocksOf(area, cells, formats))) {
    if (signal?.aborted === true) throw new Stop('cancelled', { done: written, of: rows.length });
    for (const block of request) writeBlock(sheet, block);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip for as much as the host takes at once
    await context.sync();
    written += request.reduce((sum, block) => sum + block.area.rowCount, 0);
    onProgress?.(Math.min(written, rows.length), rows.length);
  }
  const name =
    standing?.name ??
    uniqueName(
      FACTS_TABLE,
      all.items.map((table) => table.name),
      { max: 200, join: '_' },
    );
  if (standing === undefined) {
    const table = context.workbook.tables.add(rangeOf(sheet, area), true);
    table.name = name;
    table.style = 'TableStyleLight1';
    sheet.freezePanes.freezeRows(1);
  } else if (before !== null) {
    standing.resize(rangeOf(sheet, area));
    for (const rest of restOf(before, area)) rangeOf(sheet, rest).clear('Contents');
  }
  await context.sync();
  return name;
}

/** What an area has below and to the right of a smaller one with the same corner. */
function restOf(before: Area, after: Area): Area[] {
  const below = before.rowCount - after.rowCount;
  const beside = before.columnCount - after.columnCount;
  return [
    ...(below > 0 ? [{ ...before, row: before.row + after.rowCount, rowCount: below }] : []),
    ...(beside > 0 ? [{ ...before, column: before.column + after.columnCount, columnCount: beside }] : []),
  ];
}
