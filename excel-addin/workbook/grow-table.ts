import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { keepCells, sendChecked } from './checked-write.ts';

/** Rows directly below a table, wherever it stands when the request is carried out. */
export function rowsBelow(table: Excel.Table, rowCount: number): Excel.Range {
  return table
    .getRange()
    .getLastRow()
    .getOffsetRange(1, 0)
    .getResizedRange(rowCount - 1, 0);
}

/** Queues the taking in of rows that stand directly below a table; fewer than none lets its last ones out. */
export function takeIn(table: Excel.Table, rowCount: number): void {
  table.resize(table.getRange().getResizedRange(rowCount, 0));
}

/** A table grows only into empty cells: whatever stands below is moved down by whole rows. */
export async function makeRoom(context: Excel.RequestContext, table: Excel.Table, rowCount: number): Promise<void> {
  const taken = rowsBelow(table, rowCount).getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  if (taken.isNullObject) return;
  rowsBelow(table, rowCount).getEntireRow().insert('Down');
  await context.sync();
}

/**
 * Writes rows directly below a table, no more than the host takes in one piece, and sees to it that the table holds them.
 * `stands` is the table's area, header row included, for which they were made. `changedMeanwhile`: it stands elsewhere by now,
 * or somebody has written below it; all is again as it was.
 */
export async function growTable(
  context: Excel.RequestContext,
  table: Excel.Table,
  stands: Area,
  { contents, formats }: { contents: CellValue[][]; formats: string[][] },
): Promise<void> {
  const found = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  const below = rowsBelow(table, contents.length).load('formulas,rowIndex,columnIndex,rowCount,columnCount');
  const putBack = keepCells(below);
  const target = rowsBelow(table, contents.length);
  // Formats first, so that text is never read as a formula, a number or a date.
  target.numberFormat = formats;
  target.values = contents;
  const grown = table.getRange().load('rowCount');
  const isTaken = () => (below.formulas as CellValue[][]).flat().some((content) => content !== '');
  await sendChecked(context, [
    {
      hasMoved: () => JSON.stringify(areaOf(found)) !== JSON.stringify(stands) || isTaken(),
      putBack: () => {
        putBack(rangeOf(table.worksheet, areaOf(below)));
        if (grown.rowCount > found.rowCount) takeIn(table, found.rowCount - grown.rowCount);
      },
    },
  ]);
  const missing = stands.rowCount + contents.length - grown.rowCount;
  if (missing <= 0) return;
  takeIn(table, missing);
  await context.sync();
}
