import type { Outcome } from '../../core/outcome.ts';
import { openLog } from '../../core/register/log/event-log.ts';
import type { BuildNote, JournalEntry, RestoreNote } from '../../core/register/journal/journal-entry.ts';
import { columnsNow } from '../../core/register/journal/columns-now.ts';
import type { MadeSheet, RegisterNow } from '../../core/register/journal/plan-restore.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { readChangeJournal } from './change-journal.ts';
import { findLog } from './event-log.ts';
import { readFormSheets } from './form-sheet.ts';
import { readOtherThings } from './other-things.ts';
import { loadPapers } from './paper-memory.ts';
import { readValues } from './read-register.ts';
import type { PlaceNow } from './restore-columns.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';
import { readChanged } from './sheet-content.ts';
import { readMarks, type MarkedSheets } from './sheet-marks.ts';
import { findSettingsSheet } from './settings-sheet.ts';
import { loadStatistics } from './statistics-memory.ts';

/** What the workbook holds for taking its register back. */
export interface RestoreReading {
  /** The newest register that was built; null: nothing to take back. */
  build: BuildNote | null;
  /** A restore that was begun and broke off. */
  begun: RestoreNote | null;
  entries: JournalEntry[];
  unreadable: number;
  now: RegisterNow | null;
  sheetNames: string[];
  protectedSheets: string[];
  logEntries: number;
  /** Sheets that the journal says were made and that are ours: known by their marks or ids, or still empty. */
  madeSheets: MadeSheet[];
  /** Findings sheets and the copy of the ledger, as far as people have worked in them since. */
  changedSheets: string[];
  formSheets: string[];
  settingsSheet: string | null;
}

/** The workbook's memory of its register; null: it has none, and the journal tells all. */
export type Remembered = Pick<RegisterMemory, 'tableName' | 'columns'> | null;

/** Reads the journal and the register that it tells of, wherever that stands by now. */
export function readRestore(remembered: Remembered): Promise<Outcome<RestoreReading, WorkbookTrouble>> {
  return runBatch(
    async (context) => {
      const { entries, unreadable } = await readChangeJournal(context);
      const steps = entries.filter((entry) => entry.kind === 'built' || entry.kind === 'restoring');
      const marked = await readMarks(context);
      const built = steps.find((entry) => entry.kind === 'built') ?? null;
      const build = built === null ? null : await asNamedNow(context, built, marked);
      const begun = steps[0]?.kind === 'restoring' ? steps[0] : null;
      const sheets = context.workbook.worksheets.load('items/name,items/protection/protected');
      const log = await findLogTable(context);
      const place = build === null ? null : await findPlace(context, build, begun?.headers ?? null, remembered);
      const now = build === null || place === null ? null : await readNow(context, place, entries, build, remembered);
      return {
        build,
        begun,
        entries,
        unreadable,
        now,
        sheetNames: sheets.items.map(({ name }) => name),
        protectedSheets: sheets.items.filter(({ protection }) => protection.protected).map(({ name }) => name),
        logEntries: log?.entries ?? 0,
        madeSheets: await findMade(context, entries, marked),
        changedSheets: await findChanged(context, entries, build ?? {}, marked),
        formSheets: await readFormSheets(context),
        settingsSheet: await findSettingsSheet(context),
      };
    },
    { patient: true },
  );
}

/** The note with its copy and its lists as they are called now; null for one that is gone. Older notes tell names alone. */
async function asNamedNow(context: Excel.RequestContext, build: BuildNote, { find }: MarkedSheets): Promise<BuildNote> {
  const { marks, backup, listsSheet } = build;
  if (marks === undefined) return build;
  const begun = context.workbook.worksheets.getItemOrNullObject(listsSheet ?? '').load('name');
  await context.sync();
  const lists = listsSheet === null ? null : find(marks.lists, listsSheet);
  // A run that broke off may have left a sheet before it was marked.
  const isLeft = lists === null && !begun.isNullObject && (await readOtherThings(context, begun, null)).length === 0;
  return {
    ...build,
    backup: backup === null ? null : find(marks.backup, backup),
    listsSheet: isLeft ? listsSheet : lists,
  };
}

/**
 * A name does not tell whose a sheet is: ours may be gone or be called otherwise, and somebody has made another under that
 * name. Findings sheets without marks are known by their names alone, which bear the day, as hardly anybody's own do.
 */
async function findMade(
  context: Excel.RequestContext,
  entries: readonly JournalEntry[],
  { all, find }: MarkedSheets,
): Promise<MadeSheet[]> {
  const papers = loadPapers(context);
  const statistics = loadStatistics(context);
  await context.sync();
  const known = new Set<string | null>([
    ...papers().papers.flatMap(({ sheet, lists }) => [sheet, lists]),
    ...papers().begun.map(({ id }) => id),
    ...Object.values(statistics().sheets),
  ]);
  const found: MadeSheet[] = [];
  for (const entry of entries) {
    if (entry.kind !== 'made') continue;
    const { what, mark } = entry;
    const marked = mark === undefined ? null : find(mark, entry.sheet);
    const named = all.find(({ name }) => name === entry.sheet);
    if (marked !== null) found.push({ sheet: marked, what });
    else if (named === undefined || named.mark !== null) continue;
    else if (known.has(named.id) || (mark === undefined && what === 'findings'))
      found.push({ sheet: named.name, what });
    else if ((await readOtherThings(context, context.workbook.worksheets.getItem(named.name), null)).length === 0)
      found.push({ sheet: named.name, what });
  }
  return found;
}

/** Findings and the copy of the ledger are ours only as long as they stand as they were written, without pictures or comments. */
async function findChanged(
  context: Excel.RequestContext,
  entries: readonly JournalEntry[],
  { marks, backup = null }: Partial<BuildNote>,
  { find }: MarkedSheets,
): Promise<string[]> {
  const findings = entries.flatMap((entry) => {
    if (entry.kind !== 'made' || entry.what !== 'findings' || entry.mark === undefined) return [];
    const name = find(entry.mark, entry.sheet);
    return name === null ? [] : [{ name, made: entry.sheet }];
  });
  const copy = marks === undefined || backup === null ? [] : [{ name: backup, made: backup }];
  const changed = await readChanged(context, [...findings, ...copy]);
  for (const { name } of findings) {
    const things = await readOtherThings(context, context.workbook.worksheets.getItem(name), null);
    if (things.some((thing) => thing !== 'cells')) changed.push(name);
  }
  return [...new Set(changed)];
}

/** Whether the newest step in the journal is a restore: nothing but the journal is read. */
export function readRestoreBegun(): Promise<Outcome<boolean, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const { entries } = await readChangeJournal(context);
    return entries.find(({ kind }) => kind === 'built' || kind === 'restoring')?.kind === 'restoring';
  });
}

/** The register by its table; where that is gone, by the headings of the columns that we added. */
export async function findPlace(
  context: Excel.RequestContext,
  build: BuildNote,
  headers: readonly string[] | null,
  remembered: Remembered,
): Promise<PlaceNow | null> {
  const tables = [...new Set([remembered?.tableName ?? build.table, build.table])].map((name) =>
    context.workbook.tables.getItemOrNullObject(name).load('name'),
  );
  await context.sync();
  const table = tables.find(({ isNullObject }) => !isNullObject) ?? null;
  const built = build.columns.slice(build.firstAdded).map(({ header }) => header);
  // A register on a sheet of its own notes none: all its columns are ours.
  const wanted = headers === null || headers.length === 0 ? built : headers;
  if (table !== null) {
    const sheet = table.worksheet.load('name');
    const range = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const area = areaOf(range);
    const head = rangeOf(sheet, { ...area, rowCount: 1 });
    // A table that was given back keeps our headings beside it until the last step of all.
    const wide = rangeOf(sheet, { ...area, rowCount: 1, columnCount: area.columnCount + wanted.length }).load('values');
    head.load('values');
    await context.sync();
    const beside = ((wide.values as CellValue[][])[0] ?? []).slice(area.columnCount).map(String);
    const isGivenBack = build.tableBefore !== null && beside.some((name) => wanted.includes(name));
    const values = ((isGivenBack ? wide.values : head.values) as CellValue[][])[0] ?? [];
    return { sheet, table, area: { ...area, columnCount: values.length }, header: values.map(String) };
  }
  return findHeadings(context, build, wanted);
}

async function findHeadings(
  context: Excel.RequestContext,
  build: BuildNote,
  wanted: readonly string[],
): Promise<PlaceNow | null> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(build.sheet).load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return null;
  const area = areaOf(used);
  const values = await readValues(context, sheet, area);
  const counts = values.map((row) => row.filter((value) => wanted.includes(String(value))).length);
  const best = counts.indexOf(Math.max(1, ...counts));
  const header = (values[best] ?? []).map(String);
  if (best < 0) return null;
  // What stands below the ledger is not the register's: of the rows only so many as it had or has numbers for.
  const ends = header.flatMap((name, column) =>
    wanted.includes(name) ? [values.findLastIndex((row, at) => at > best && (row[column] ?? '') !== '')] : [],
  );
  const rowCount = Math.max(build.area.rowCount, Math.max(0, ...ends) - best + 1);
  return { sheet, table: null, area: { ...area, row: area.row + best, rowCount }, header };
}

async function readNow(
  context: Excel.RequestContext,
  { sheet, table, area, header }: PlaceNow,
  entries: readonly JournalEntry[],
  build: BuildNote,
  remembered: Remembered,
): Promise<RegisterNow> {
  const body: Area = { ...area, row: area.row + 1, rowCount: Math.max(1, area.rowCount - 1) };
  const { headingOf } = columnsNow(build, remembered?.columns ?? null, header, []);
  const edited = new Set(entries.flatMap((entry) => (entry.kind === 'edit' ? [headingOf(entry)] : [])));
  const asked = header.flatMap((name, index) =>
    edited.has(name)
      ? [
          {
            name,
            range: rangeOf(sheet, { ...body, column: body.column + index, columnCount: 1 }).load('formulas'),
          },
        ]
      : [],
  );
  const rows = await readValues(context, sheet, body);
  const others = build.placement === 'newSheet' ? await readOtherThings(context, sheet, area) : [];
  const formulas = asked.map(({ name, range }) => [name, range.formulas.map(([formula]) => String(formula))] as const);
  return { sheet: sheet.name, area, header, rows, formulas: new Map(formulas), isTable: table !== null, others };
}

/** The event log with the number of its entries; null: there is none. */
export async function findLogTable(
  context: Excel.RequestContext,
): Promise<{ table: Excel.Table; entries: number } | null> {
  const table = await findLog(context);
  if (table === null) return null;
  const header = table.getHeaderRowRange().load('values');
  const body = table.getDataBodyRange().load('values');
  await context.sync();
  const log = openLog((header.values[0] ?? []).map(String), body.values as CellValue[][]);
  return { table, entries: log?.rows.length ?? 0 };
}
