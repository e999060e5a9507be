import { fixedCell, asText, type FixedCell } from '../../core/register/findings/fixed-cell.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { done as did, type Outcome } from '../../core/outcome.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { sameCell } from '../../core/register/refresh/same-cell.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { journalEdits } from './change-journal.ts';
import { keepCells, sendChecked, watchHead } from './checked-write.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** One cell of the user's that is to be changed, with consent. */
export interface CellFix {
  /** What the caller knows it by. */
  id: string;
  /** The complaint's number and the heading of the column. */
  number: string;
  header: string;
  /** What stood there when the user agreed; a cell that holds something else now is left. */
  before: CellValue;
  /** A proposal, or what stood there before an earlier fix, with its format. */
  to: { fix: string | number } | { value: CellValue; format: string };
  why: string;
}

export interface WrittenFix {
  id: string;
  number: string;
  header: string;
  address: string;
  before: CellValue;
  beforeFormat: string;
  after: CellValue;
}

export type LeftBecause = 'changed' | 'formula' | 'rowGone' | 'numberDoubled' | 'columnGone';

export interface FixesDone {
  sheet: string;
  written: WrittenFix[];
  left: { id: string; because: LeftBecause }[];
  /** Stopped by the user; what was not reached stays a finding. */
  isCut: boolean;
}

export type FixTrouble = WorkbookTrouble | 'registerGone' | 'sheetProtected';

export interface FixRequest {
  memory: RegisterMemory;
  columns: readonly RegisterColumn[];
  fixes: readonly CellFix[];
  at: Moment;
  signal?: AbortSignal | undefined;
  onProgress?: ((done: number, of: number) => void) | undefined;
}

/** Cells that are looked at, journalled and written in one round. */
const CELLS_A_ROUND = 200;
/** So often a round begins again when others move rows between the look and the writing. */
const TRIES = 4;

/**
 * Changes cells of the user's, each found by complaint number and heading as they stand now. A cell with a formula, or with
 * another value than the user saw, is left and told. The line of the change journal goes in the same request, before the
 * cells; a run that breaks off leaves cells either as they were or as agreed. Rows and columns are looked for in each round
 * anew; when they move before it is written it begins again, and after some tries its cells are left as changed.
 */
export async function writeFixes(request: FixRequest): Promise<Outcome<FixesDone, FixTrouble>> {
  const { fixes, signal, onProgress } = request;
  const done: FixesDone = { sheet: '', written: [], left: [], isCut: false };
  for (let at = 0; at < fixes.length; at += CELLS_A_ROUND) {
    if (signal?.aborted === true) return did({ ...done, isCut: true });
    onProgress?.(at, fixes.length);
    // One round a slice: the host takes no more than 5 MB at once, and the pane shows how far it is.
    const round = await writeRound(request, fixes.slice(at, at + CELLS_A_ROUND));
    if (!round.ok) return round;
    done.sheet = round.value.sheet;
    done.written.push(...round.value.written);
    done.left.push(...round.value.left);
  }
  return did(done);
}

interface Place {
  table: Excel.Table;
  sheet: Excel.Worksheet;
  body: { row: number; column: number };
  header: string[];
  /** Where among the columns the numbers stand. */
  numberAt: number;
  /** Index of the row by complaint number; null: more than one row has it. */
  rows: Map<string, number | null>;
}

async function findPlace(context: Excel.RequestContext, { memory, columns }: FixRequest): Promise<Place> {
  const table = context.workbook.tables.getItemOrNullObject(memory.tableName).load('name');
  await context.sync();
  if (table.isNullObject) throw new Stop('registerGone', { table: memory.tableName });
  const sheet = table.worksheet.load('name');
  const protection = sheet.protection.load('protected');
  const head = table.getHeaderRowRange().load('values');
  const found = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (protection.protected) throw new Stop('sheetProtected', { sheet: sheet.name });
  const header = (head.values[0] ?? []).map(String);
  const body = areaOf(found);
  const numberAt = header.indexOf(columns.find(({ role }) => role === 'number')?.header ?? '');
  const rows: Place['rows'] = new Map();
  if (numberAt >= 0) {
    const numbers = rangeOf(sheet, { ...body, column: body.column + numberAt, columnCount: 1 }).load('values');
    await context.sync();
    (numbers.values as CellValue[][]).forEach(([value = ''], index) => {
      const number = String(value).trim();
      rows.set(number, rows.has(number) ? null : index);
    });
  }
  return { table, sheet, body, header, numberAt, rows };
}

type Round = Pick<FixesDone, 'sheet' | 'written' | 'left'>;

async function writeRound(request: FixRequest, fixes: readonly CellFix[]): Promise<Outcome<Round, FixTrouble>> {
  for (let attempt = 1; ; attempt++) {
    const round = await runBatch<Round, FixTrouble | 'changedMeanwhile'>(
      async (context) => writeOnce(context, await findPlace(context, request), fixes, request),
      { patient: true },
    );
    if (round.ok || round.code !== 'changedMeanwhile') return round as Outcome<Round, FixTrouble>;
    if (attempt === TRIES)
      return did({ sheet: '', written: [], left: fixes.map(({ id }) => ({ id, because: 'changed' })) });
  }
}

async function writeOnce(
  context: Excel.RequestContext,
  { table, sheet, body, header, numberAt, rows }: Place,
  fixes: readonly CellFix[],
  { memory, columns, at }: FixRequest,
): Promise<Round> {
  const done: Round = { sheet: sheet.name, written: [], left: [] };
  const leave = (fix: CellFix, because: LeftBecause) => done.left.push({ id: fix.id, because });
  /** Queues the reading of the number beside a fix; tells after the request whether it is that of another complaint. */
  const watchRow = (row: number, { number }: CellFix) => {
    const now = sheet.getCell(row, body.column + numberAt).load('values');
    return () => String(now.values[0]?.[0] ?? '').trim() !== number;
  };
  const taken = new Set<string>();
  const found = fixes.flatMap((fix) => {
    const row = rows.get(fix.number);
    const column = header.indexOf(fix.header);
    if (row === undefined || row === null) leave(fix, row === null ? 'numberDoubled' : 'rowGone');
    else if (column < 0) leave(fix, 'columnGone');
    // Of two fixes of one cell the first is written; after it the cell is another one.
    else if (taken.has(`${row} ${column}`)) leave(fix, 'changed');
    else {
      taken.add(`${row} ${column}`);
      const cell = sheet.getCell(body.row + row, body.column + column).load('values,formulas,numberFormat');
      const place = { row: body.row + row, address: cellAddress(body.row + row, body.column + column) };
      return [{ fix, cell, ...place, hasMoved: watchRow(place.row, fix) }];
    }
    return [];
  });
  await context.sync();
  if (found.some(({ hasMoved }) => hasMoved())) throw new Stop('changedMeanwhile');
  const changes = found.flatMap(({ fix, cell, row, address }) => {
    const value = (cell.values as CellValue[][])[0]?.[0] ?? '';
    const formula: unknown = cell.formulas[0]?.[0];
    const format = String(cell.numberFormat[0]?.[0] ?? 'General');
    // A formula reads as its text here and as its result in `values`.
    if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) leave(fix, 'formula');
    else if (!sameCell(guarded(fix.before), value)) leave(fix, 'changed');
    else return [{ fix, cell, row, address, value, format, to: target(fix, format, { memory, columns }) }];
    return [];
  });
  if (changes.length === 0) return done;
  const takeOut = await journalEdits(
    context,
    changes.map(({ fix, address, value, format, to }) => ({
      ...{ sheet: sheet.name, complaint: fix.number, header: fix.header, address, ...roleOf(fix, { memory, columns }) },
      ...{ before: value, beforeFormat: format, after: to.value, at, why: fix.why },
    })),
    memory.locale,
  );
  const hasOtherHead = watchHead(table, header);
  const checks = changes.map(({ fix, row, address }) => ({
    hasMoved: watchRow(row, fix),
    putBack: keepCells(sheet.getRange(address)),
  }));
  for (const { address, to } of changes) {
    const cell = sheet.getRange(address);
    if (to.format !== null) cell.numberFormat = [[to.format]];
    cell.values = [[to.content]];
  }
  await sendChecked(context, [{ hasMoved: hasOtherHead, putBack: takeOut }, ...checks]);
  for (const { fix, address, value, format, to } of changes) {
    const { id, number, header: name } = fix;
    done.written.push({ id, number, header: name, address, before: value, beforeFormat: format, after: to.value });
  }
  return done;
}

/** `sameCell` takes an apostrophe in front for a guard; a text that truly begins with one is compared with it. */
function guarded(value: CellValue): CellValue {
  return typeof value === 'string' && value.startsWith("'") ? `'${value}` : value;
}

/** What the column is for, as long as the register's memory knows it: one that a person added is known by its heading alone. */
function roleOf({ header }: CellFix, { memory, columns }: Pick<FixRequest, 'memory' | 'columns'>) {
  const role = columns.find((column) => column.header === header)?.role;
  return role !== undefined && memory.columns.some((column) => column.role === role) ? { role } : {};
}

function target(
  { to, header }: CellFix,
  format: string,
  { memory, columns }: Pick<FixRequest, 'memory' | 'columns'>,
): FixedCell {
  if ('value' in to) {
    const text = typeof to.value === 'string' && to.value !== '' ? asText(to.value, to.format) : null;
    const same = to.format === format;
    return { value: to.value, content: text?.content ?? to.value, format: same ? null : to.format };
  }
  const column = columns.find((candidate) => candidate.header === header);
  if (column === undefined) throw new Error(`No column ${header}`);
  return fixedCell(to.fix, { format, column, zone: memory.zone, date1904: memory.date1904 });
}
