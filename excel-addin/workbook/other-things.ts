import type { OtherThing } from '../../core/register/journal/plan-restore.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { hostErrorCode } from './run-batch.ts';

/** What stands on a sheet besides the cells of an area; null: besides nothing. */
export async function readOtherThings(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  own: Area | null,
): Promise<OtherThing[]> {
  const has = (thing: OtherThing, ...counts: number[]) => (counts.some((count) => count > 0) ? [thing] : []);
  const cells = await hasCellsBeside(context, sheet, own);
  return [
    ...has('cells', cells ? 1 : 0),
    ...has('charts', await countOf(context, () => sheet.charts.getCount())),
    ...has('pivots', await countOf(context, () => sheet.pivotTables.getCount())),
    ...has('pictures', await countOf(context, () => sheet.shapes.getCount())),
    ...has('comments', await countOf(context, () => sheet.comments.getCount()), await countNotes(context, sheet)),
  ];
}

async function hasCellsBeside(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  own: Area | null,
): Promise<boolean> {
  const found = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (found.isNullObject) return false;
  if (own === null) return true;
  const used = areaOf(found);
  const end = { row: used.row + used.rowCount, column: used.column + used.columnCount };
  const ownEnd = { row: own.row + own.rowCount, column: own.column + own.columnCount };
  const strips: Area[] = [
    { ...used, rowCount: own.row - used.row },
    { ...used, row: ownEnd.row, rowCount: end.row - ownEnd.row },
    { ...used, columnCount: own.column - used.column },
    { ...used, column: ownEnd.column, columnCount: end.column - ownEnd.column },
  ];
  const filled = strips
    .filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0)
    .map((strip) => rangeOf(sheet, strip).getUsedRangeOrNullObject(true).load('address'));
  if (filled.length > 0) await context.sync();
  return filled.some(({ isNullObject }) => !isNullObject);
}

const NOT_THERE = ['ApiNotFound', 'NotImplemented'];

/** What a host cannot count it cannot have: some builds know no threaded comments (office-js #1847). */
async function countOf(
  context: Excel.RequestContext,
  ask: () => OfficeExtension.ClientResult<number>,
): Promise<number> {
  try {
    const count = ask();
    await context.sync();
    return count.value;
  } catch (error) {
    if (!NOT_THERE.includes(hostErrorCode(error) ?? '')) throw error;
    return 0;
  }
}

/** Notes have an interface of their own only in newer hosts. */
function countNotes(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<number> {
  // The library may be older than the host.
  return Office.context.requirements.isSetSupported('ExcelApi', '1.18') && 'notes' in sheet
    ? countOf(context, () => sheet.notes.getCount())
    : Promise.resolve(0);
}
