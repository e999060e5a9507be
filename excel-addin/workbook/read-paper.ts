import type { Outcome } from '../../core/outcome.ts';
import { sha256 } from '../../core/text/sha256.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { areaOf } from './area.ts';
import { loadPapers, type Paper } from './paper-memory.ts';
import { readValues } from './read-register.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** A paper of a period as it stands in the workbook. */
export interface StandingPaper {
  sheet: string;
  /** What people wrote into its blanks, by their names; nothing where the cells around have moved or were changed. */
  written: ReadonlyMap<string, string>;
  /** Nothing but the blanks differs from what was written: it may be replaced, since what people wrote is known. */
  isUntouched: boolean;
}

/** Reads the last paper of a kind and period; null: none stands. */
export function readPaper(
  kind: Paper['kind'],
  period: string,
): Promise<Outcome<StandingPaper | null, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const remembered = loadPapers(context);
    const sheets = context.workbook.worksheets.load('items/name,items/id');
    await context.sync();
    const standing = new Map(sheets.items.map((sheet) => [sheet.id, sheet]));
    const paper = remembered().papers.findLast(
      (each) => each.kind === kind && each.period === period && standing.has(each.sheet),
    );
    const sheet = standing.get(paper?.sheet ?? '');
    if (paper === undefined || sheet === undefined) return null;
    return readSheets(context, paper, sheet, standing.get(paper.lists ?? '') ?? null);
  });
}

/** Whether a paper can go: it and its lists stand as they did when it was read, also what was written into its blanks. */
export async function isAsRead(
  context: Excel.RequestContext,
  paper: Paper,
  { written, isUntouched }: StandingPaper,
): Promise<boolean> {
  if (!isUntouched) return false;
  const sheets = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  const byId = new Map(sheets.items.map((sheet) => [sheet.id, sheet]));
  const sheet = byId.get(paper.sheet);
  if (sheet === undefined) return false;
  const now = await readSheets(context, paper, sheet, byId.get(paper.lists ?? '') ?? null);
  return now.isUntouched && JSON.stringify([...now.written]) === JSON.stringify([...written]);
}

async function readSheets(
  context: Excel.RequestContext,
  paper: Paper,
  sheet: Excel.Worksheet,
  lists: Excel.Worksheet | null,
): Promise<StandingPaper> {
  const values = await readWhole(context, sheet);
  const isInPlace = digestOf(values, paper.blanks) === paper.digest;
  const added = await countAdded(context, sheet);
  const isAlike = lists === null || (await lookOf(context, lists)) === paper.listsLook;
  return {
    sheet: sheet.name,
    written: isInPlace ? writtenIn(values, paper.blanks) : new Map(),
    isUntouched: isInPlace && added === paper.added && isAlike,
  };
}

/** All that stands on a sheet of lists, in short: people put notes beside the complaints. */
export async function lookOf(context: Excel.RequestContext, lists: Excel.Worksheet): Promise<string> {
  const digest = digestOf(await readWhole(context, lists), []);
  return `${digest} ${await countAdded(context, lists)}`;
}

/** Blanks are known by their places: these hold only while everything around them stands where it was written. */
function writtenIn(values: readonly (readonly CellValue[])[], blanks: Paper['blanks']): Map<string, string> {
  return new Map(
    blanks.flatMap(({ key, row, column }) => {
      const text = String(values[row]?.[column] ?? '').trim();
      return text === '' ? [] : [[key, text] as const];
    }),
  );
}

/** The cells of a sheet from its first one. */
export async function readWhole(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<CellValue[][]> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const area = areaOf(used);
  return readValues(context, sheet, {
    ...{ row: 0, column: 0 },
    ...{ rowCount: area.row + area.rowCount, columnCount: area.column + area.columnCount },
  });
}

/** What tells whether anything but the blanks was changed. */
export function digestOf(values: readonly (readonly CellValue[])[], blanks: Paper['blanks']): string {
  const open = new Set(blanks.map(({ row, column }) => `${row} ${column}`));
  const texts = values.flatMap((line, row) =>
    line.flatMap((value, column) =>
      value === '' || open.has(`${row} ${column}`) ? [] : [`${row} ${column} ${String(value)}`],
    ),
  );
  return sha256(texts.join('\n'));
}

/** Comments, and pictures such as a stamp: what people may have put on a sheet beside its cells. */
export async function countAdded(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<number> {
  const comments = sheet.comments.getCount();
  const shapes = sheet.shapes.getCount();
  await context.sync();
  // eslint-disable-next-line office-addins/load-object-before-read -- answers of calls, not loaded properties: they are there after the sync
  return comments.value + shapes.value;
}
