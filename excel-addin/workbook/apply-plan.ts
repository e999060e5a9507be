import type { Outcome } from '../../core/outcome.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { absoluteAddress, areaOf, rangeOf } from './area.ts';
import { colourRows } from './conditional-formats.ts';
import { noteBuild } from './build-note.ts';
import { dropDownsOf, offerChoices, writeLists, type DropDownWords } from './drop-downs.ts';
import { lookLikeNeighbours } from './neighbour-look.ts';
import { noteContent } from './sheet-content.ts';
import { markSheet, readMarks } from './sheet-marks.ts';
import { blocksOf, requestsOf, rowsIn, writeBlock } from './planned-cells.ts';
import { loadPending, rememberFinished, rememberPending, type PendingPlan } from './register-memory.ts';
import { runBatch, Stop, stoppable, type StageProgress, type WorkbookTrouble } from './run-batch.ts';
import { liftFilters, setFilters } from './table-filters.ts';

export const APPLY_STAGES = ['check', 'copy', 'lists', 'values', 'table', 'colours', 'finish'] as const;
export type ApplyStage = (typeof APPLY_STAGES)[number];
export type ApplyTrouble =
  WorkbookTrouble | 'sheetProtected' | 'placeTaken' | 'sheetGone' | 'changedMeanwhile' | 'cancelled';

export type ApplyProgress = StageProgress<ApplyStage>;

export interface Applied {
  sheet: string;
  table: string;
  rows: number;
  columnsAdded: number;
  backup: string | null;
}

export interface ApplyRequest {
  plan: RegisterPlan;
  pending: PendingPlan;
  /** Of the plan's rows, as the journal keeps them. */
  marks: readonly string[];
  /** The plan was begun before and broke off: what stands there already is ours and is written again. */
  resumes: boolean;
  words: DropDownWords;
  onProgress: ApplyProgress;
  signal?: AbortSignal | undefined;
}

/**
 * Turns a register plan into cells, table, lists and colours, in stages that may each be repeated: what the plan will do is
 * stored in the workbook first, so that a run that broke off can be told and completed. Nothing of the user's is changed;
 * the place for new columns must be empty. One that is stopped on the way is like a run that broke off.
 */
export function applyPlan(request: ApplyRequest): Promise<Outcome<Applied, ApplyTrouble>> {
  const { plan, pending, marks, resumes, words } = request;
  const onProgress = stoppable(request.onProgress, request.signal);
  return runBatch<Applied, ApplyTrouble>(
    async (context) => {
      onProgress('check', 0, 1);
      const unfinished = loadPending(context);
      const present = await checkPlace(context, plan, resumes);
      // A co-author may have completed it, or taken it back.
      if (resumes && unfinished()?.asOf !== pending.asOf) throw new Stop('changedMeanwhile');
      // On a first run whatever is there is the user's, also what came since the preview.
      const begun = resumes ? pending : { ...pending, sheetsBefore: [...present] };
      rememberPending(context, begun);
      await context.sync();
      const { pagesWide = null, marks: sheetMarks } = await noteBuild(context, plan, begun, marks);

      onProgress('copy', 0, 1);
      await copyOriginal(context, plan, begun, { present, mark: sheetMarks?.backup });
      const sheet = await registerSheet(context, plan);

      onProgress('lists', 0, 1);
      await writeListsSheet(context, plan, begun, sheetMarks?.lists);

      await writeValues(context, sheet, plan, onProgress);

      onProgress('table', 0, 1);
      const table = await layTable(context, sheet, plan);

      onProgress('colours', 0, 1);
      const body = bodyOf(plan.table.area);
      offerChoices(sheet, body, dropDownsOf(plan), words);
      await context.sync();
      await colourRows(context, sheet, body, plan.formats);
      await lookLikeNeighbours(context, sheet, plan, pagesWide, (done, of) => onProgress('colours', done, of));

      onProgress('finish', 0, 1);
      const rows = table.rows.load('count');
      rememberFinished(context, plan.memory);
      sheet.activate();
      // In place the user's own selection stays.
      if (plan.placement.kind === 'newSheet') rangeOf(sheet, { ...body, rowCount: 1, columnCount: 1 }).select();
      await context.sync();
      return {
        sheet: plan.placement.sheet,
        table: plan.table.name,
        rows: rows.count,
        columnsAdded: plan.columns.length - plan.firstAdded,
        backup: plan.backup?.name ?? null,
      };
    },
    { patient: true },
  );
}

/** Looks before anything is written: is the sheet there, may we write, is the place for new columns free? */
async function checkPlace(context: Excel.RequestContext, plan: RegisterPlan, resumes: boolean): Promise<Set<string>> {
  const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const present = new Set(sheets.items.map(({ name }) => name));
  const original = plan.placement.kind === 'inPlace' ? plan.placement.sheet : plan.placement.after;
  const sheet = sheets.items.find(({ name }) => name === original);
  if (sheet === undefined) throw new Stop('sheetGone', { sheet: original });
  if (plan.placement.kind === 'newSheet') {
    if (!resumes && present.has(plan.placement.sheet)) throw new Stop('placeTaken', { sheet: plan.placement.sheet });
    return present;
  }
  if (sheet.protection.protected) throw new Stop('sheetProtected', { sheet: original });
  if (!resumes) await checkColumnsAreFree(context, sheet, plan);
  return present;
}

async function checkColumnsAreFree(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: RegisterPlan,
): Promise<void> {
  const taken = rangeOf(sheet, addedArea(plan)).getUsedRangeOrNullObject(true).load('address');
  await context.sync();
  if (!taken.isNullObject) throw new Stop('placeTaken', { sheet: taken.address });
}

async function copyOriginal(
  context: Excel.RequestContext,
  { backup }: RegisterPlan,
  pending: PendingPlan,
  { present, mark }: { present: Set<string>; mark: string | undefined },
): Promise<void> {
  if (backup === null || present.has(backup.name)) return;
  // A run that broke off between copying and naming left a copy under the host's own name.
  const stray = [...present].find((name) => name.startsWith(backup.from) && !pending.sheetsBefore.includes(name));
  const worksheets = context.workbook.worksheets;
  const from = stray ?? backup.from;
  // A copy comes with the names of its original.
  const isMarked = (await readMarks(context)).all.some((sheet) => sheet.name === from && sheet.mark !== null);
  const copy = stray === undefined ? worksheets.getItem(from).copy('End') : worksheets.getItem(from);
  if (mark !== undefined) markSheet(copy, mark, { isMarked });
  await noteContent(context, copy);
  copy.name = backup.name;
  await context.sync();
}

async function registerSheet(context: Excel.RequestContext, { placement }: RegisterPlan): Promise<Excel.Worksheet> {
  const worksheets = context.workbook.worksheets;
  if (placement.kind === 'inPlace') return worksheets.getItem(placement.sheet);
  const before = worksheets.getItem(placement.after).load('position');
  const found = worksheets.getItemOrNullObject(placement.sheet).load('name');
  await context.sync();
  if (!found.isNullObject) return found;
  const sheet = worksheets.add(placement.sheet);
  sheet.position = before.position + 1;
  await context.sync();
  return sheet;
}

async function writeListsSheet(
  context: Excel.RequestContext,
  plan: RegisterPlan,
  { sheetsBefore }: PendingPlan,
  mark: string | undefined,
): Promise<void> {
  if (plan.lists.length === 0) return;
  const found = context.workbook.worksheets.getItemOrNullObject(plan.listsSheet).load('name');
  await context.sync();
  const sheet = found.isNullObject ? context.workbook.worksheets.add(plan.listsSheet) : found;
  // A run that broke off may have added it without a mark.
  const { all } = await readMarks(context);
  const isBare = all.every((each) => each.name !== plan.listsSheet || each.mark === null);
  if (mark !== undefined && isBare && !sheetsBefore.includes(plan.listsSheet)) markSheet(sheet, mark);
  writeLists(sheet, plan.lists);
  sheet.visibility = 'Hidden';
  await context.sync();
}

async function writeValues(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: RegisterPlan,
  onProgress: ApplyProgress,
): Promise<void> {
  const written = addedArea(plan);
  const columns = plan.columns.slice(-written.columnCount);
  const header = columns.map(({ header: text }) => text);
  for (const block of blocksOf(
    { ...written, rowCount: 1 },
    [header],
    header.map(() => '@'),
  ))
    writeBlock(sheet, block);
  const formats = columns.map(({ numberFormat }) => numberFormat);
  let done = 0;
  for (const blocks of requestsOf(blocksOf(bodyOf(written), plan.rows, formats))) {
    onProgress('values', done, plan.rows.length);
    for (const block of blocks) writeBlock(sheet, block);
    done += rowsIn(blocks);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip a request: the host takes no more than 5 MB at once
    await context.sync();
  }
}

/** The table comes last, over finished data (faster, and never a half-filled table); one that is there is taken over. */
async function layTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: RegisterPlan,
): Promise<Excel.Table> {
  const found = context.workbook.tables.getItemOrNullObject(plan.table.name).load('name');
  await context.sync();
  const range = rangeOf(sheet, plan.table.area);
  if (!found.isNullObject) {
    const filters = await liftFilters(context, found);
    found.resize(range);
    setFilters(found, filters);
    await context.sync();
    return found;
  }
  // A run may have broken off between laying a table and naming it; over just these cells no other can lie.
  const table = (await tableOver(context, sheet, plan.table.area)) ?? sheet.tables.add(range, true);
  table.name = plan.table.name;
  table.style = plan.table.style;
  await context.sync();
  return table;
}

async function tableOver(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
): Promise<Excel.Table | undefined> {
  const tables = sheet.tables.load('items/id');
  await context.sync();
  if (tables.items.length === 0) return undefined;
  const found = tables.items.map((table) => ({
    table,
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  await context.sync();
  return found.find(({ range }) => absoluteAddress(areaOf(range)) === absoluteAddress(area))?.table;
}

/** The cells that the plan writes, header row included. */
export function addedArea({ placement, table, firstAdded }: RegisterPlan): Area {
  if (placement.kind === 'newSheet') return table.area;
  const { column, columnCount } = table.area;
  return { ...table.area, column: column + firstAdded, columnCount: columnCount - firstAdded };
}

/** An area without its first row. */
export function bodyOf(area: Area): Area {
  return { ...area, row: area.row + 1, rowCount: area.rowCount - 1 };
}
