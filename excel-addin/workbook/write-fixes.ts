import { fixedCell, asText, type FixedCell } from '../../core/register/findings/fixed-cell.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import type { Outcome } from '../../core/outcome.ts';
import { cellAddress } from '../../core/register/cell-address.ts';
import { sameCell } from '../../core/register/refresh/same-cell.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { journalEdits } from './change-journal.ts';
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

/**
 * Changes cells of the user's, each found by complaint number and heading as they stand now. A cell with a formula, or with
 * another value than the user saw, is left and told. The line of the change journal goes in the same request, before the
 * cells; a run that breaks off leaves cells either as they were or as agreed.
 */
export function writeFixes(request: FixRequest): Promise<Outcome<FixesDone, FixTrouble>> {
  const { memory, fixes, signal, onProgress } = request;
  return runBatch<FixesDone, FixTrouble>(
    async (context) => {
      const place = await findPlace(context, request);
      const done: FixesDone = { sheet: place.sheet.name, written: [], left: [], isCut: false };
      for (let at = 0; at < fixes.length; at += CELLS_A_ROUND) {
        if (signal?.aborted === true) return { ...done, isCut: true };
        onProgress?.(at, fixes.length);
        // One round a slice: the host takes no more than 5 MB at once, and the pane shows how far it is.

        await writeRound(context, place, fixes.slice(at, at + CELLS_A_ROUND), { ...request, memory }, done);
      }
      return done;
    },
    { patient: true },
  );
}

interface Place {
  sheet: Excel.Worksheet;
  body: { row: number; column: number };
  header: string[];
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
  return { sheet, body, header, rows };
}

async function writeRound(
  context: Excel.RequestContext,
  { sheet, body, header, rows }: Place,
  fixes: readonly CellFix[],
  { memory, columns, at }: FixRequest,
  done: FixesDone,
): Promise<void> {
  const leave = (fix: CellFix, because: LeftBecause) => done.left.push({ id: fix.id, because });
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
      return [{ fix, cell, address: cellAddress(body.row + row, body.column + column) }];
    }
    return [];
  });
  await context.sync();
  const changes = found.flatMap(({ fix, cell, address }) => {
    const value = (cell.values as CellValue[][])[0]?.[0] ?? '';
    const formula: unknown = cell.formulas[0]?.[0];
    const format = String(cell.numberFormat[0]?.[0] ?? 'General');
    // A formula reads as its text here and as its result in `values`.
    if (typeof formula === 'string' && formula.startsWith('=') && formula !== value) leave(fix, 'formula');
    else if (!sameCell(guarded(fix.before), value)) leave(fix, 'changed');
    else return [{ fix, cell, address, value, format, to: target(fix, format, { memory, columns }) }];
    return [];
  });
  if (changes.length === 0) return;
  await journalEdits(
    context,
    changes.map(({ fix, address, value, format, to }) => ({
      ...{ sheet: sheet.name, complaint: fix.number, header: fix.header, address, ...roleOf(fix, { memory, columns }) },
      ...{ before: value, beforeFormat: format, after: to.value, at, why: fix.why },
    })),
    memory.locale,
  );
  for (const { cell, to } of changes) {
    if (to.format !== null) cell.numberFormat = [[to.format]];
    cell.values = [[to.content]];
  }
  await context.sync();
  for (const { fix, address, value, format, to } of changes) {
    const { id, number, header: name } = fix;
    done.written.push({ id, number, header: name, address, before: value, beforeFormat: format, after: to.value });
  }
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
