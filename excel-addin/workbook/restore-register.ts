import type { Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { rowsByNumber } from '../../core/register/journal/columns-now.ts';
import type { BuildNote } from '../../core/register/journal/journal-entry.ts';
import type { KeptSheet, RestorePlan } from '../../core/register/journal/plan-restore.ts';
import { restToKeep } from '../../core/register/journal/rest-to-keep.ts';
import type { UndoneEdit } from '../../core/register/journal/undo-edits.ts';
import { sameCell } from '../../core/register/refresh/same-cell.ts';
import type { PlannedCell } from '../../core/register/register-plan.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';
import { journal, leaveJournal, readChangeJournal } from './change-journal.ts';
import { readOtherThings } from './other-things.ts';
import { blocksOf, requestsOf, rowsIn, writeBlock } from './planned-cells.ts';
import { FORMER, rememberFormer } from './former-numbers.ts';
import { findLogTable, findPlace, type Remembered } from './read-restore.ts';
import { markSheet, readMarks, tellsOfComplaints } from './sheet-marks.ts';
import { removeColours, removeColumns, type PlaceNow } from './restore-columns.ts';
import { readValues } from './read-register.ts';
import { runBatch, Stop, stoppable, type StageProgress, type WorkbookTrouble } from './run-batch.ts';
import { liftFilters, setFilters } from './table-filters.ts';

export const RESTORE_STAGES = ['check', 'keep', 'undo', 'columns', 'sheets'] as const;
export type RestoreStage = (typeof RESTORE_STAGES)[number];
export type RestoreTrouble = WorkbookTrouble | 'sheetProtected' | 'cancelled';

export interface RestoreRequest {
  plan: RestorePlan;
  /** It was begun before and broke off: its note stands already as it is. */
  isNoted: boolean;
  remembered: Remembered;
  locale: Locale;
  onProgress: StageProgress<RestoreStage>;
  signal?: AbortSignal | undefined;
}

/** What a restore has done. */
export interface Restored {
  sheet: string;
  undone: number;
  /** Accepted changes that could not be undone: their cell was changed again, or is gone. */
  left: number;
  keptSheet: string | null;
}

const OURS = 'redress.';

/**
 * Takes a register back in stages that may each be repeated: what is to be done is noted first; then what would be lost is
 * kept on a sheet, accepted changes are undone, our columns go, our sheets, and last the journal itself. A run that broke
 * off, or was stopped on the way, is completed by the same call.
 */
export function restoreRegister(request: RestoreRequest): Promise<Outcome<Restored, RestoreTrouble>> {
  const { plan, isNoted, remembered, locale, signal } = request;
  const onProgress = stoppable(request.onProgress, signal);
  const { build, note } = plan;
  return runBatch<Restored, RestoreTrouble>(
    async (context) => {
      onProgress('check', 0, 1);
      await checkSheets(context, plan);
      if (!isNoted) {
        await rememberFormer(context, plan.numbers);
        await journal(context, [{ kind: 'restoring', ...note }], locale);
        await context.sync();
      }
      onProgress('keep', 0, 1);
      if (plan.kept !== null && note.keepSheet !== null)
        await keep(context, { ...plan.kept, name: note.keepSheet }, onProgress);

      const find = () => findPlace(context, build, note.headers, remembered);
      const undone = await undo(context, await find(), plan, request);
      onProgress('undo', undone.done + undone.left, undone.done + undone.left);
      const left = plan.notUndone + undone.left;
      if (plan.edits.length > 0) {
        await journal(context, [{ kind: 'restoring', ...note, notUndone: left }], locale);
        await context.sync();
      }

      onProgress('columns', 0, 1);
      const place = await find();
      if (build.placement === 'newSheet') await leaveSheet(context, build, note.removeRegister, place);
      else if (place !== null) await removeColumns(context, place, build, note.headers);

      onProgress('sheets', 0, 1);
      // What was told and agreed to may be forgotten, no more.
      await removeSheets(context, { ...plan, journal: left > plan.notUndone ? 'stays' : plan.journal });
      return { sheet: note.sheet, undone: undone.done, left, keptSheet: note.keepSheet };
    },
    { patient: true },
  );
}

async function checkSheets(context: Excel.RequestContext, { build, note, edits }: RestorePlan): Promise<void> {
  const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
  await context.sync();
  const touched = new Set([note.sheet, build.sheet, ...edits.map(({ sheet }) => sheet)]);
  const closed = sheets.items.find(({ name, protection }) => touched.has(name) && protection.protected);
  if (closed !== undefined) throw new Stop('sheetProtected', { sheet: closed.name });
}

/**
 * The headings are written last: by them a sheet that is complete is known. One that is complete from before a break takes
 * what came since, below what it holds.
 */
async function keep(
  context: Excel.RequestContext,
  kept: KeptSheet,
  onProgress: RestoreRequest['onProgress'],
): Promise<void> {
  const found = context.workbook.worksheets.getItemOrNullObject(kept.name).load('name');
  await context.sync();
  const sheet = found.isNullObject ? context.workbook.worksheets.add(kept.name) : found;
  const held = await heldRows(context, sheet);
  const { header, rows, formats } = held === null ? kept : restToKeep(kept, held);
  if (rows.length === 0) return;
  const head = { row: 0, column: 0, rowCount: 1, columnCount: header.length };
  const blocks = blocksOf({ ...head, row: held?.length ?? 1, rowCount: rows.length }, rows, formats);
  let done = 0;
  for (const group of requestsOf(blocks)) {
    onProgress('keep', done, rows.length);
    for (const block of group) writeBlock(sheet, block);
    done += rowsIn(group);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip a request: the host takes no more than 5 MB at once
    await context.sync();
  }
  const top = rangeOf(sheet, head);
  top.format.font.bold = true;
  rangeOf(sheet, { ...head, rowCount: rows.length + 1 }).format.autofitColumns();
  top.numberFormat = [header.map(() => '@')];
  top.values = [header];
  await context.sync();
}

/** The rows of a kept sheet, headings first; null: it has no headings yet. */
async function heldRows(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<CellValue[][] | null> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject || used.rowIndex > 0) return null;
  const columnCount = used.columnIndex + used.columnCount;
  return readValues(context, sheet, { row: 0, column: 0, rowCount: used.rowCount, columnCount });
}

/** Puts cells back that were changed with consent, each looked at once more: one that a person has changed stays. */
async function undo(
  context: Excel.RequestContext,
  place: PlaceNow | null,
  { edits, numberHeader }: RestorePlan,
  { onProgress, signal }: RestoreRequest,
): Promise<{ done: number; left: number }> {
  const wanted = edits.filter(({ what }) => what === 'undo');
  if (place === null || wanted.length === 0) return { done: 0, left: wanted.length };
  const { sheet, table, area, header } = place;
  const filters = table === null ? [] : await liftFilters(context, table);
  const body: Area = { ...area, row: area.row + 1, rowCount: Math.max(1, area.rowCount - 1) };
  const columns = header.map((_, index) => ({ ...body, column: body.column + index, columnCount: 1 }));
  const numbers = columns[header.indexOf(numberHeader ?? '')];
  if (numbers === undefined) return { done: 0, left: wanted.length };
  const values = rangeOf(sheet, numbers).load('values');
  const byHeader = new Map<string, UndoneEdit[]>();
  for (const edit of wanted) byHeader.set(edit.header, [...(byHeader.get(edit.header) ?? []), edit]);
  const asked = [...byHeader].flatMap(([name, list]) => {
    const column = columns[header.indexOf(name)];
    return column === undefined ? [] : [{ list, column, range: rangeOf(sheet, column).load('values,formulas') }];
  });
  await context.sync();
  const rowOf = rowsByNumber((values.values as CellValue[][]).map(([number = '']) => number));
  let done = 0;
  let left = wanted.length - asked.reduce((sum, { list }) => sum + list.length, 0);
  for (const { list, column, range } of asked) {
    onProgress('undo', done, wanted.length);
    // The filters come back before the rest is left for another time.
    if (signal?.aborted === true) break;
    for (const { complaint, now, before, format } of list) {
      const row = rowOf.get(complaint);
      if (row === undefined || now === null || !isStill(now, range, row)) {
        left++;
        continue;
      }
      putBack(sheet.getCell(column.row + row, column.column), before, format);
      done++;
    }
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a column at a time keeps requests small
    await context.sync();
  }
  if (table !== null) setFilters(table, filters);
  await context.sync();
  return { done, left };
}

function isStill(now: PlannedCell, range: Excel.Range, row: number): boolean {
  const formula = String(range.formulas[row]?.[0] ?? '');
  const value = (range.values as CellValue[][])[row]?.[0] ?? '';
  if (typeof now === 'object') return formula === now.formula;
  return sameCell(now, value) || (now === '' && value === '');
}

/** Text stays text whatever it looks like: it is written under the text format, and the cell's own format comes after. */
function putBack(cell: Excel.Range, before: PlannedCell, format: string): void {
  const isText = typeof before === 'string' && before !== '';
  cell.numberFormat = [[isText ? '@' : format]];
  cell.values = [[typeof before === 'object' ? before.formula : before]];
  if (isText) cell.numberFormat = [[format]];
}

/** A register on its own sheet goes with it, or stays as plain cells: no table, no lists, no colours, nothing that calculates. */
async function leaveSheet(
  context: Excel.RequestContext,
  build: BuildNote,
  remove: boolean,
  place: PlaceNow | null,
): Promise<void> {
  if (place === null) {
    if (!remove) return;
    const begun = context.workbook.worksheets.getItemOrNullObject(build.sheet).load('name');
    await context.sync();
    // What bears none of our headings is a sheet that was begun and is empty, or somebody else's.
    if (!begun.isNullObject && (await readOtherThings(context, begun, null)).length === 0) begun.delete();
    await context.sync();
    return;
  }
  const { sheet, table, area } = place;
  if (remove) {
    sheet.delete();
    await context.sync();
    return;
  }
  await removeColours(context, sheet, area, build.formulas);
  const whole = rangeOf(sheet, area);
  whole.dataValidation.clear();
  if (table !== null) {
    table.clearFilters();
    table.convertToRange();
  }
  whole.copyFrom(whole, 'Values');
  await context.sync();
}

/** What stays bears a mark, by which it is known for what it is when nothing else tells any more. */
async function removeSheets(context: Excel.RequestContext, plan: RestorePlan): Promise<void> {
  const { note } = plan;
  const log = await findLogTable(context);
  const logSheet = log?.table.worksheet.load('name');
  const { all } = await readMarks(context);
  const unmarked = new Set(all.filter(({ mark }) => mark === null).map(({ name }) => name));
  const left = new Set<string>();
  const leave = (name: string | null | undefined, what: string) => {
    if (name === null || name === undefined) return;
    left.add(name);
    if (unmarked.has(name)) markSheet(context.workbook.worksheets.getItem(name), `${what} ${note.at}`);
  };
  for (const name of plan.papers) if (!plan.deletes.includes(name)) leave(name, 'paper');
  leave(note.keepSheet, 'kept');
  if (plan.registerSheet === 'stays') leave(note.sheet, 'register');
  const gone = plan.deletes.map((name) => context.workbook.worksheets.getItemOrNullObject(name).load('name'));
  const settings = context.workbook.settings.load('items/key');
  await context.sync();
  if (log !== null && (note.removeLog || log.entries === 0)) log.table.worksheet.delete();
  else if (log !== null) {
    leave(logSheet?.name, 'log');
    log.table.convertToRange();
  }
  for (const sheet of gone) if (!sheet.isNullObject) sheet.delete();
  // As long as a sheet tells of complaints by their numbers, these may not become other complaints'.
  const isLeft = all.some(
    ({ name, mark }) => left.has(name) || (tellsOfComplaints(mark) && !plan.deletes.includes(name)),
  );
  const stays = (key: string) => key === FORMER && (isLeft || plan.journal === 'stays');
  for (const setting of settings.items) {
    if (setting.key.startsWith(OURS) && !stays(setting.key)) setting.delete();
  }
  await context.sync();
  // The journal goes last: as long as it stands, what is left to do can be told from it.
  const { sheet } = await readChangeJournal(context);
  if (sheet === null) return;
  const standing = context.workbook.worksheets.getItem(sheet);
  if (plan.journal === 'stays') {
    leave(sheet, 'journal');
    leaveJournal(standing);
  } else standing.delete();
  await context.sync();
}
