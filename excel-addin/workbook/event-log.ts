import type { Outcome } from '../../core/outcome.ts';
import type { LogTail } from '../../core/register/log/check-log.ts';
import { EMPTY_LOG, openLog, type EventLog } from '../../core/register/log/event-log.ts';
import { unguarded } from '../../core/register/log/log-entry.ts';
import { logColumns, matchLogHeader } from '../../core/register/log/log-columns.ts';
import type { LogPlan } from '../../core/register/log/plan-log.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import type { Locale } from '../../core/policy/localized.ts';
import { areaOf, rangeOf } from './area.ts';
import { growTable, makeRoom, rowsBelow, takeIn } from './grow-table.ts';
import { rememberTail, tailOf, TAIL } from './log-tail.ts';
import { readValues } from './read-register.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';
import { liftFilters, setFilters } from './table-filters.ts';

const TABLE = 'RedressLog';
const HASH = /^[0-9a-f]{64}$/;
/** So many rows below the log are looked at: what a run that broke off had written and the table had not grown over. */
const ROWS_BELOW = 50;

/** Where the log stands. */
export interface LogPlace {
  table: string;
  sheet: string;
  /** Header row included. */
  area: Area;
}

export interface LogRead {
  log: EventLog;
  /** The table as it was read, for reading only what came since. */
  table: { header: string[]; rows: CellValue[][] };
  /** Null: the workbook has none yet. */
  place: LogPlace | null;
  tail: LogTail | null;
}

export type LogTrouble = WorkbookTrouble | 'sheetProtected' | 'changedMeanwhile' | 'notReadBack';

const NO_TABLE: LogRead['table'] = { header: [], rows: [] };

/**
 * Reads the event log of the workbook, found by its headings, wherever its table is and whatever it is called. With `known`
 * only the entries that came since are read, as long as the last one known still stands where it stood.
 */
export function readEventLog(known?: LogRead): Promise<Outcome<LogRead, WorkbookTrouble>> {
  return runBatch(
    async (context) => {
      const remembered = context.workbook.settings.getItemOrNullObject(TAIL).load('value');
      const place = known?.place ?? null;
      const same = place === null ? null : context.workbook.tables.getItemOrNullObject(place.table).load('name');
      if (same !== null) await context.sync();
      const table = same === null || same.isNullObject ? await findLog(context) : same;
      if (table === null) {
        await context.sync();
        return { log: EMPTY_LOG, table: NO_TABLE, place: null, tail: tailOf(remembered) };
      }
      const header = table.getHeaderRowRange().load('values,rowIndex,columnIndex,rowCount,columnCount');
      const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const sheet = table.worksheet.load('name');
      await context.sync();
      const names = (header.values[0] ?? []).map(String);
      const before = { header: names, rows: known?.table.rows ?? [] };
      const rows = await readRows(context, sheet, areaOf(body), before, known);
      return {
        log: openLog(names, rows) ?? EMPTY_LOG,
        table: { header: names, rows },
        place: { table: table.name, sheet: sheet.name, area: { ...areaOf(header), rowCount: body.rowCount + 1 } },
        tail: tailOf(remembered),
      };
    },
    { patient: true },
  );
}

/** All rows, or those that came since when the last one known stands where it stood. */
async function readRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  body: Area,
  { header, rows }: LogRead['table'],
  known: LogRead | undefined,
): Promise<CellValue[][]> {
  const last = rows.at(-1);
  const isAlike = known !== undefined && known.table.header.join('\n') === header.join('\n');
  if (last === undefined || !isAlike || rows.length > body.rowCount) return readValues(context, sheet, body);
  const from = rows.length - 1;
  const since = { ...body, row: body.row + from, rowCount: body.rowCount - from };
  const read = await readValues(context, sheet, since);
  if (JSON.stringify(read[0]) !== JSON.stringify(last)) return readValues(context, sheet, body);
  return [...rows, ...read.slice(1)];
}

/**
 * The table whose headings are those of an event log; null when there is none. Of several, as when somebody copied the
 * sheet, it is the one that was written to last: that with the highest number.
 */
export async function findLog(context: Excel.RequestContext): Promise<Excel.Table | null> {
  const tables = context.workbook.tables.load('items/name,items/showHeaders');
  await context.sync();
  const headers = tables.items
    .filter((table) => table.showHeaders)
    .map((table) => ({ table, header: table.getHeaderRowRange().load('values') }));
  if (headers.length > 0) await context.sync();
  const logs = headers.flatMap(({ table, header }) => {
    const columns = matchLogHeader((header.values[0] ?? []).map(String));
    return columns === null ? [] : [{ table, no: columns.indexOf('no') }];
  });
  const [first] = logs;
  if (first === undefined || logs.length === 1) return first?.table ?? null;
  const numbered = logs.map(({ table, no }) => ({
    table,
    numbers: no < 0 ? null : table.getDataBodyRange().getColumn(no).load('values'),
  }));
  await context.sync();
  const lastOf = ({ numbers }: (typeof numbered)[number]) =>
    ((numbers?.values ?? []) as CellValue[][]).reduce((last, [value]) => Math.max(last, Number(value) || 0), 0);
  return numbered.reduce((best, log) => (lastOf(log) > lastOf(best) ? log : best)).table;
}

export interface LogAppend {
  plan: LogPlan;
  /** For what the plan was made. */
  place: LogPlace | null;
  locale: Locale;
  sheetName: string;
}

/**
 * Writes entries directly below the log and reads them back; makes the sheet with the first ones. `changedMeanwhile`:
 * somebody else has written since it was read, or rows of a run that broke off were taken in: read it again, plan anew.
 */
export function appendToLog(request: LogAppend): Promise<Outcome<LogPlace, LogTrouble>> {
  return runBatch<LogPlace, LogTrouble>(
    (context) => (request.place === null ? makeLog(context, request) : extendLog(context, request.place, request.plan)),
    { patient: true },
  );
}

async function extendLog(context: Excel.RequestContext, place: LogPlace, plan: LogPlan): Promise<LogPlace> {
  const table = context.workbook.tables.getItemOrNullObject(place.table).load('name,showTotals');
  await context.sync();
  if (table.isNullObject) throw new Stop('changedMeanwhile');
  const sheet = table.worksheet.load('name');
  const protection = sheet.protection.load('protected');
  const header = table.getHeaderRowRange().load('values');
  const range = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (protection.protected) throw new Stop('sheetProtected', { sheet: sheet.name });
  const whole = areaOf(range);
  const area = table.showTotals ? { ...whole, rowCount: whole.rowCount - 1 } : whole;
  if (JSON.stringify(area) !== JSON.stringify(place.area)) throw new Stop('changedMeanwhile');
  const hasTotals = table.showTotals;
  if (hasTotals) table.showTotals = false;
  const columns = matchLogHeader((header.values[0] ?? []).map(String)) ?? [];
  const filters = await liftFilters(context, table);
  const putBack = () => {
    if (hasTotals) table.showTotals = true;
    setFilters(table, filters);
  };
  try {
    await adoptRowsBelow(context, table, columns.indexOf('hash'));
    await makeRoom(context, table, plan.rows.length);
    await growTable(context, table, area, { contents: plan.rows, formats: plan.formats });
    rememberTail(context, plan.tail);
    putBack();
    await context.sync();
    const target = { ...area, row: area.row + area.rowCount, rowCount: plan.rows.length };
    await readBack(context, sheet, target, columns.indexOf('id'), plan.added);
    return { ...place, area: { ...area, rowCount: area.rowCount + plan.rows.length } };
  } catch (error) {
    putBack();
    // The first trouble is the one to tell; when the host is gone, putting back fails for the same reason.
    await Promise.allSettled([context.sync()]);
    throw error;
  }
}

/** Rows directly below the table that bear a hash are entries: they are taken in, and the plan is made anew with them. */
async function adoptRowsBelow(context: Excel.RequestContext, table: Excel.Table, hashColumn: number): Promise<void> {
  const below = rowsBelow(table, ROWS_BELOW).getColumn(hashColumn).load('values');
  await context.sync();
  const hashes = below.values.map(([value]) => String(value));
  const end = hashes.findIndex((hash) => !HASH.test(hash));
  const count = end < 0 ? hashes.length : end;
  if (count === 0) return;
  takeIn(table, count);
  await context.sync();
  throw new Stop('changedMeanwhile');
}

function write(sheet: Excel.Worksheet, target: Area, { rows, formats }: LogPlan): void {
  const range = rangeOf(sheet, target);
  // Formats first, so that text is never read as a formula, a number or a date.
  range.numberFormat = formats;
  range.values = rows;
}

/** Saved means read back: every new row must carry its entry's id where it was written. */
async function readBack(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  target: Area,
  idColumn: number,
  ids: readonly string[],
): Promise<void> {
  const range = rangeOf(sheet, { ...target, column: target.column + idColumn, columnCount: 1 }).load('values');
  await context.sync();
  const found = (range.values as CellValue[][]).map(([value]) => unguarded(value ?? ''));
  if (ids.some((id, at) => found[at] !== id)) throw new Stop('changedMeanwhile');
}

/** A new log on a sheet of its own, with its first entries; a sheet that a run which broke off has begun is taken up. */
async function makeLog(context: Excel.RequestContext, { plan, locale, sheetName }: LogAppend): Promise<LogPlace> {
  const columns = logColumns(locale);
  const sheets = context.workbook.worksheets.load('items/name');
  const tables = context.workbook.tables.load('items/name');
  const begun = sheets.getItemOrNullObject(sheetName).load('name');
  await context.sync();
  const header = { row: 0, column: 0, rowCount: 1, columnCount: columns.length };
  const names = columns.map(({ header: name }) => name);
  const isOurs = !begun.isNullObject && (await isBegun(context, begun, header, names));
  const name = isOurs
    ? sheetName
    : uniqueName(
        sheetName,
        sheets.items.map((sheet) => sheet.name),
        { max: 31, join: ' ' },
      );
  const sheet = isOurs ? begun : sheets.add(name);
  const target = { ...header, row: 1, rowCount: plan.rows.length };
  const head = rangeOf(sheet, header);
  head.numberFormat = [columns.map(() => '@')];
  head.values = [names];
  write(sheet, target, plan);
  const area = { ...header, rowCount: plan.rows.length + 1 };
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = uniqueName(
    TABLE,
    tables.items.map((other) => other.name),
    { max: 255, join: '_' },
  );
  table.style = 'TableStyleLight1';
  columns.forEach(({ width }, column) => {
    // About what Excel makes of a width in characters of its usual font.
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width * 5.25 + 4;
  });
  const technical = rangeOf(sheet, { ...area, column: columns.length - 4, columnCount: 4 });
  technical.columnHidden = true;
  sheet.pageLayout.orientation = 'Landscape';
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.pageLayout.setPrintTitleRows('$1:$1');
  sheet.freezePanes.freezeRows(1);
  rememberTail(context, plan.tail);
  table.load('name');
  await context.sync();
  const idColumn = columns.findIndex(({ role }) => role === 'id');
  await readBack(context, sheet, target, idColumn, plan.added);
  return { table: table.name, sheet: name, area };
}

/** A sheet of that name is ours when nothing stands on it but what a log begins with. */
async function isBegun(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  header: Area,
  names: readonly string[],
): Promise<boolean> {
  const tables = sheet.tables.load('items/name');
  const used = sheet.getUsedRangeOrNullObject(true).load('address');
  const head = rangeOf(sheet, header).load('values');
  await context.sync();
  if (tables.items.length > 0) return false;
  return used.isNullObject || (head.values[0] ?? []).every((value, at) => value === names[at]);
}
