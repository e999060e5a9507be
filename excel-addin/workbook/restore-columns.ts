import type { BuildNote } from '../../core/register/journal/journal-entry.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';
import { givePageBack } from './page-setup.ts';
import { runsOf } from './read-register-cells.ts';
import { liftFilters, setFilters } from './table-filters.ts';

/** Where the register's table or what is left of it stands. */
export interface PlaceNow {
  sheet: Excel.Worksheet;
  /** Null: it is no table any more. */
  table: Excel.Table | null;
  /** Header row and total row included. */
  area: Area;
  header: string[];
}

/** Takes the register's colours away, known by their formulas wherever rows and columns have moved since. */
export async function removeColours(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  formulas: readonly string[],
): Promise<void> {
  const ours = new Set(formulas.map(withoutReferences));
  const formats = rangeOf(sheet, area).conditionalFormats.load('items/type,items/id');
  await context.sync();
  const customs = formats.items.filter(({ type }) => type === 'Custom');
  if (customs.length === 0) return;
  const rules = customs.map((format) => ({ format, rule: format.custom.rule.load('formula') }));
  await context.sync();
  for (const { format, rule } of rules)
    if (rule.formula === '' || ours.has(withoutReferences(rule.formula))) format.delete();
}

/**
 * Takes the added columns out of a ledger: colours, lists, the table or its added part, cells, looks, widths, frozen rows.
 * All but the page is queued into one request; the headings go last, since by them a run that broke off finds what is left to do.
 */
export async function removeColumns(
  context: Excel.RequestContext,
  { sheet, table, area, header }: PlaceNow,
  build: BuildNote,
  headers: readonly string[],
): Promise<void> {
  const left = header.flatMap((name, index) => (headers.includes(name) ? [index] : []));
  const ours = runsOf(left).map(([first, columnCount]) => ({ ...area, column: area.column + first, columnCount }));
  for (const run of ours) await removeColours(context, sheet, run, build.formulas);
  const backup = await unchangedBackup(context, build);
  if (typeof build.pagesWide === 'number') await givePageBack(context, sheet, build.pagesWide);
  const frozen = sheet.freezePanes.getLocationOrNullObject().load('rowCount,columnCount');
  await context.sync();
  if (table !== null) await giveTableBack(context, sheet, table, area, header, left, build);

  for (const index of left) {
    const column = { ...area, column: area.column + index, columnCount: 1 };
    const place = build.columns.findIndex((each) => each.header === header[index]);
    const at = place < 0 ? headers.indexOf(header[index] ?? '') : place - build.firstAdded;
    giveColumnBack(sheet, column, build, at, backup);
  }
  const body = (run: Area) => ({ ...run, row: run.row + 1, rowCount: run.rowCount - 1 });
  for (const run of ours) if (run.rowCount > 1) rangeOf(sheet, body(run)).clear('Contents');
  if (build.froze !== null && !frozen.isNullObject && isRowsOnly(frozen) && frozen.rowCount >= build.froze)
    sheet.freezePanes.unfreeze();
  for (const run of ours) rangeOf(sheet, { ...run, rowCount: 1 }).clear('Contents');
  await context.sync();
}

/** A table that was there keeps the filters on the user's own columns; one that we laid becomes plain cells again. */
async function giveTableBack(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  table: Excel.Table,
  area: Area,
  header: readonly string[],
  ours: readonly number[],
  { tableBefore }: BuildNote,
): Promise<void> {
  if (tableBefore === null) {
    await withoutLook(context, table);
    table.convertToRange();
    return;
  }
  const filters = await liftFilters(context, table);
  const width = header.findIndex((_, index) => ours.includes(index));
  table.resize(rangeOf(sheet, { ...area, columnCount: width < 1 ? area.columnCount : width }));
  setFilters(
    table,
    filters.filter(({ column }) => width < 1 || column < width),
  );
}

/** Excel turns the style of a table into formats of its cells when the table goes; without a style there is nothing to turn. */
async function withoutLook(context: Excel.RequestContext, table: Excel.Table): Promise<void> {
  table.style = '';
  // A host that takes no empty style leaves it; the register goes all the same.
  await Promise.allSettled([context.sync()]);
}

function giveColumnBack(
  sheet: Excel.Worksheet,
  column: Area,
  build: BuildNote,
  at: number,
  backup: Excel.Worksheet | null,
): void {
  const range = rangeOf(sheet, column);
  const before = build.columnsBefore[at];
  range.dataValidation.clear();
  const rows = Math.min(column.rowCount, build.area.rowCount);
  range.style = 'Normal';
  if (backup !== null && at >= 0) {
    const origin = { ...build.area, column: build.area.column + build.firstAdded + at, columnCount: 1, rowCount: rows };
    rangeOf(sheet, { ...column, rowCount: rows }).copyFrom(rangeOf(backup, origin), 'Formats');
  }
  if (before === undefined) return;
  if (before.validation !== null)
    range.dataValidation.set(before.validation as Excel.Interfaces.DataValidationUpdateData);
  range.getEntireColumn().columnHidden = before.isHidden;
  if (before.isHidden) return;
  if (before.isStandardWidth) range.format.useStandardWidth = true;
  else range.format.columnWidth = before.width;
}

/** The copy of the original, as long as the ledger's headings stand there as they did: its empty cells still have their looks. */
async function unchangedBackup(context: Excel.RequestContext, build: BuildNote): Promise<Excel.Worksheet | null> {
  if (build.backup === null) return null;
  const sheet = context.workbook.worksheets.getItemOrNullObject(build.backup).load('name');
  await context.sync();
  if (sheet.isNullObject) return null;
  const head = rangeOf(sheet, { ...build.area, rowCount: 1, columnCount: build.firstAdded }).load('values');
  await context.sync();
  const names = (head.values[0] ?? []).map(String);
  return names.every((name, at) => name.trim() === build.columns[at]?.header.trim()) ? sheet : null;
}

const LAST_COLUMN = 16_384;

function isRowsOnly(frozen: Excel.Range): boolean {
  return frozen.columnCount === LAST_COLUMN;
}

/** A formula with its references taken out: `=LEFT($P5,2)="x"` and the same for another row and column are alike. */
function withoutReferences(formula: string): string {
  return formula
    .replace(/\s+/g, '')
    .toUpperCase()
    .replace(/\$?[A-Z]{1,3}\$?\d+/g, '#');
}
