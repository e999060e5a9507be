import { crossFormula, crossTable, type PivotPlan } from '../../core/statistics/pivot-plan.ts';
import type { FactsTable } from '../../core/statistics/facts-table.ts';
import { cellAddress, columnLetters, rowReference } from '../../core/register/cell-address.ts';
import type { PlannedCell } from '../../core/register/register-plan.ts';
import { safeText } from '../../core/register/safe-cell.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { blocksOf, requestsOf, writeBlock } from './planned-cells.ts';
import { hostErrorCode } from './run-batch.ts';
import { rememberStatistics, type MadePivot, type StatisticsMemory } from './statistics-memory.ts';

/** Above the pivots: title, links and slicers. Filters that a user adds need the rows between a title and its pivot. */
export const TITLE_ROW = 14;
const PIVOT_ROW = TITLE_ROW + 3;
/** Between one pivot's widest shape and the next. */
const GAP = 1;
const HEAD = '#E3F0F0';
const SOFT = '#52666A';
const ROWS_WITHOUT_ERRORS = 500;
const LABEL_WIDTH = 112;
const NUMBER_WIDTH = 58;

/** What became of one standard pivot. */
export interface PivotMade {
  plan: PivotPlan;
  /** `refused`: nothing could be put there; `gone`: the user has taken it away. */
  state: 'made' | 'refreshed' | 'formulas' | 'gone' | 'refused';
  /** Where it stands; null: nowhere. */
  area: Area | null;
}

export interface PivotsRequest {
  sheet: Excel.Worksheet;
  plans: readonly PivotPlan[];
  facts: FactsTable;
  tableName: string;
  memory: StatisticsMemory;
  /** Also those that the user has taken away, and pivots again where formulas stand. */
  restore: boolean;
  words: { total: string; formulas: string };
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Trouble that passes: the run breaks off and the next one completes it. Anything else is the host's word on this pivot. */
const PASSING = new Set([
  ...['RequestAborted', 'ActivityLimitReached', 'ServiceNotAvailable', 'Conflict', 'InactiveWorkbook'],
  'InvalidOperationInCellEditMode',
]);

/**
 * Makes the pivots that were never made and refreshes those that stand, one request each: where the host refuses one, a table
 * of formulas with the same numbers stands in its place, and the others go on. What a user changed of a pivot stays, because
 * nothing of it is touched.
 */
export async function layPivots(context: Excel.RequestContext, request: PivotsRequest): Promise<PivotMade[]> {
  const { sheet, plans, memory } = request;
  const standing = context.workbook.pivotTables.load('items/name,items/id');
  sheet.load('id');
  await context.sync();
  const made: PivotMade[] = [];
  let column = 0;
  for (const plan of plans) {
    request.onProgress?.(made.length, plans.length);
    const known = memory.pivots[plan.id];
    const found = standing.items.find(
      ({ id, name }) => (known?.way === 'pivot' && id === known.id) || name === plan.name,
    );
    const place = { row: PIVOT_ROW, column };
    // A pivot at a time: a refusal belongs to one of them.
    made.push(await layOne(context, request, { plan, known, found, place }));
    column += plan.width + GAP;
  }
  request.onProgress?.(made.length, plans.length);
  // Pivots of the user's own beside ours show the same figures.
  await attempt(context, () => sheet.pivotTables.refreshAll());
  return made;
}

interface One {
  plan: PivotPlan;
  known: MadePivot | undefined;
  found: Excel.PivotTable | undefined;
  place: { row: number; column: number };
}

async function layOne(context: Excel.RequestContext, request: PivotsRequest, one: One): Promise<PivotMade> {
  const { plan, known, found } = one;
  const { memory, restore } = request;
  if (known?.way === 'pivot' && found !== undefined) return refresh(context, plan, found);
  if (known?.way === 'pivot' && !restore) return { plan, state: 'gone', area: null };
  const isOurs = known?.way === 'formulas' && (await standsAt(context, request.sheet, plan, known.area));
  if (known?.way === 'formulas' && !restore)
    return isOurs ? writeFormulas(context, request, plan, known.area) : { plan, state: 'gone', area: null };
  // One that a broken run had begun.
  if (found !== undefined) await attempt(context, () => found.delete());
  if (known?.way === 'formulas' && isOurs) rangeOf(request.sheet, known.area).clear();
  const place = await freePlace(context, request.sheet, one.place, plan.width);
  const pivot = await makePivot(context, request, plan, place);
  if (pivot === null) {
    await attempt(context, () => request.sheet.pivotTables.getItemOrNullObject(plan.name).delete());
    return writeFormulas(context, request, plan, { ...place, rowCount: 1, columnCount: 1 });
  }
  memory.pivots[plan.id] = { way: 'pivot', id: pivot.id };
  await rememberStatistics(context, { pivots: memory.pivots });
  return { plan, state: 'made', area: pivot.area };
}

/** Whether a table of formulas stands where it was written; a user may have moved it or cleared it away. */
async function standsAt(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: PivotPlan,
  { row, column }: Area,
): Promise<boolean> {
  const head = sheet.getCell(row + (plan.columns.length > 0 ? 1 : 0), column).load('values');
  await context.sync();
  return head.values[0]?.[0] === plan.rows[0];
}

/** Runs one request; false when the host refuses it. Trouble that passes is thrown. */
export async function attempt(context: Excel.RequestContext, act: () => unknown): Promise<boolean> {
  try {
    act();
    await context.sync();
    return true;
  } catch (error) {
    const code = hostErrorCode(error);
    if (code === null || PASSING.has(code)) throw error;
    return false;
  }
}

async function refresh(context: Excel.RequestContext, plan: PivotPlan, pivot: Excel.PivotTable): Promise<PivotMade> {
  const isDone = await attempt(context, () => pivot.refresh());
  const range = pivot.layout.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  const isThere = await attempt(context, () => undefined);
  return { plan, state: isDone ? 'refreshed' : 'refused', area: isThere ? areaOf(range) : null };
}

async function makePivot(
  context: Excel.RequestContext,
  { sheet, tableName }: PivotsRequest,
  plan: PivotPlan,
  place: { row: number; column: number },
): Promise<{ id: string; area: Area } | null> {
  const title = sheet.getCell(TITLE_ROW, place.column);
  title.values = [[plan.title]];
  title.format.font.bold = true;
  title.format.font.size = 12;
  const widths = { row: 0, rowCount: 1, columnCount: 1 };
  for (let at = 0; at < plan.width; at++)
    rangeOf(sheet, { ...widths, column: place.column + at }).format.columnWidth =
      at < plan.rows.length ? LABEL_WIDTH : NUMBER_WIDTH;
  if (plan.values.some(({ summary }) => summary === 'average'))
    hideErrors(sheet, { ...place, columnCount: plan.width });
  const made: { pivot?: Excel.PivotTable; range?: Excel.Range } = {};
  const isMade = await attempt(context, () => {
    const table = context.workbook.tables.getItem(tableName);
    const pivot = sheet.pivotTables.add(plan.name, table, sheet.getCell(place.row, place.column));
    arrange(pivot, plan);
    made.pivot = pivot.load('id');
    made.range = pivot.layout.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  });
  if (!isMade || made.pivot === undefined || made.range === undefined) return null;
  return { id: made.pivot.id, area: areaOf(made.range) };
}

/** A mean of nothing is an error in a pivot of Excel, and no setting of the API says otherwise: it is shown in white. */
function hideErrors(sheet: Excel.Worksheet, place: Omit<Area, 'rowCount'>): void {
  const range = rangeOf(sheet, { ...place, rowCount: ROWS_WITHOUT_ERRORS });
  range.conditionalFormats.clearAll();
  const rule = range.conditionalFormats.add('Custom').custom;
  rule.rule.formula = `=ISERROR(${cellAddress(place.row, place.column)})`;
  rule.format.font.color = '#FFFFFF';
}

function arrange(pivot: Excel.PivotTable, plan: PivotPlan): void {
  const { hierarchies, layout } = pivot;
  layout.layoutType = 'Tabular';
  layout.subtotalLocation = 'Off';
  // Columns keep their widths, whatever is refreshed.
  layout.autoFormat = false;
  layout.preserveFormatting = true;
  layout.altTextTitle = plan.title;
  const rows = plan.rows.map((name) => pivot.rowHierarchies.add(hierarchies.getItem(name)).fields.getItem(name));
  const columns = plan.columns.map((name) =>
    pivot.columnHierarchies.add(hierarchies.getItem(name)).fields.getItem(name),
  );
  const values = plan.values.map(({ header, caption, summary, format }) => {
    const value = pivot.dataHierarchies.add(hierarchies.getItem(header));
    value.summarizeBy = summary === 'sum' ? 'Sum' : 'Average';
    value.name = caption;
    value.numberFormat = format;
    return value;
  });
  for (const field of [...rows, ...columns]) field.sortByLabels(Excel.SortBy.ascending);
  const [first] = values;
  if (plan.sort === 'value' && first !== undefined) rows[0]?.sortByValues('Descending', first);
}

/** The standard place, or right of all that stands on the sheet where somebody has put something there. */
async function freePlace(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: { row: number; column: number },
  width: number,
): Promise<{ row: number; column: number }> {
  const below = { row: TITLE_ROW + 1, column: place.column, rowCount: 1_000_000, columnCount: width };
  const used = rangeOf(sheet, below).getUsedRangeOrNullObject(true).load('address');
  const all = sheet.getUsedRangeOrNullObject(true).load('columnIndex,columnCount');
  await context.sync();
  if (used.isNullObject || all.isNullObject) return place;
  return { ...place, column: all.columnIndex + all.columnCount + GAP };
}

/** The same numbers as formulas over the helper table, rewritten whole. Cells below that hold something are never written over. */
async function writeFormulas(
  context: Excel.RequestContext,
  request: PivotsRequest,
  plan: PivotPlan,
  before: Area,
): Promise<PivotMade> {
  const { sheet, memory, tableName, facts, words } = request;
  const cells = formulaCells(plan, facts, { tableName, corner: before, total: words.total });
  const area: Area = { ...before, rowCount: cells.length, columnCount: cells[0]?.length ?? 1 };
  const added = [
    { ...area, row: before.row + before.rowCount, rowCount: area.rowCount - before.rowCount },
    { ...area, column: before.column + before.columnCount, columnCount: area.columnCount - before.columnCount },
  ].filter(({ rowCount, columnCount }) => rowCount > 0 && columnCount > 0);
  const used = added.map((part) => rangeOf(sheet, part).getUsedRangeOrNullObject(true).load('address'));
  await context.sync();
  if (used.some((range) => !range.isNullObject)) return { plan, state: 'refused', area: before };
  // Noted first: what a broken run has written is known to be ours.
  memory.pivots[plan.id] = { way: 'formulas', area };
  await rememberStatistics(context, { pivots: memory.pivots });
  rangeOf(sheet, before).clear();
  for (const blocks of requestsOf(blocksOf(area, cells, []))) {
    for (const block of blocks) writeBlock(sheet, block);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the host takes so much at once
    await context.sync();
  }
  plan.values.forEach(({ format }, at) => {
    for (let column = plan.rows.length + at; column < area.columnCount; column += plan.values.length)
      rangeOf(sheet, { ...area, column: area.column + column, columnCount: 1 }).numberFormat = cells.map((line) => [
        typeof line[column] === 'object' ? format : '@',
      ]);
  });
  const title = sheet.getCell(TITLE_ROW, area.column);
  title.values = [[plan.title]];
  title.format.font.bold = true;
  title.format.font.size = 12;
  const why = sheet.getCell(TITLE_ROW + 1, area.column);
  why.values = [[words.formulas]];
  why.format.font.color = SOFT;
  why.format.font.size = 9;
  const head = rangeOf(sheet, { ...area, rowCount: plan.columns.length > 0 ? 2 : 1 }).format;
  head.font.bold = true;
  head.fill.color = HEAD;
  await context.sync();
  return { plan, state: 'formulas', area };
}

/** Labels as texts, numbers as formulas that name the labels' cells. */
function formulaCells(
  plan: PivotPlan,
  facts: FactsTable,
  { tableName, corner, total }: { tableName: string; corner: Area; total: string },
): PlannedCell[][] {
  const cross = crossTable(plan, facts);
  const label = (text: string) => safeText(text).text;
  const across = plan.columns.length > 0;
  const headRows = across ? 2 : 1;
  const blank = plan.rows.map(() => '');
  const heads: PlannedCell[][] = across
    ? [
        [
          ...blank,
          ...[...cross.columns, total].flatMap((text) => [label(text), ...plan.values.slice(1).map(() => '')]),
        ],
        [...plan.rows, ...[...cross.columns, total].flatMap(() => plan.values.map(({ caption }) => caption))],
      ]
    : [[...plan.rows, ...plan.values.map(({ caption }) => caption)]];
  const body = [...cross.rows, null].map((labels, at): PlannedCell[] => {
    const row = corner.row + headRows + at;
    const own =
      labels === null
        ? []
        : plan.rows.map((header, index) => ({ header, reference: rowReference(row, corner.column + index) }));
    const numbers = (across ? [...cross.columns, null] : [null]).flatMap((over, place) =>
      plan.values.map((value): PlannedCell => {
        const column = corner.column + plan.rows.length + place * plan.values.length;
        const beside =
          over === null
            ? []
            : plan.columns.map((header) => ({ header, reference: `$${columnLetters(column)}$${corner.row + 1}` }));
        return { formula: crossFormula(value, tableName, [...own, ...beside]) };
      }),
    );
    return [...(labels ?? [total, ...blank.slice(1)]).map(label), ...numbers];
  });
  return [...heads, ...body];
}
