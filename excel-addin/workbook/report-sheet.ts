import type { Locale } from '../../core/policy/localized.ts';
import type { Moment } from '../../core/complaint/moment.ts';
import { sheetName } from '../../core/forms/sheet-name.ts';
import type { SheetPlan } from '../../core/forms/sheet-plan.ts';
import type { Outcome } from '../../core/outcome.ts';
import { cutAt, uniqueName } from '../../core/register/unique-name.ts';
import type { DetailSheet } from '../../core/statistics/report/detail-sheet.ts';
import type { PlacedChart } from '../../core/statistics/report/paged-sheet.ts';
import { rowLink, type NumberColumn } from '../../core/statistics/report/row-link.ts';
import {
  absoluteAddress,
  CHARACTERS_A_REQUEST,
  CELLS_A_WRITE,
  groupBySize,
  quotedSheetName,
  rangeOf,
  stripes,
} from './area.ts';
import { journalMade } from './change-journal.ts';
import { addChart } from './charts.ts';
import { layPlan } from './form-sheet.ts';
import { readOtherThings } from './other-things.ts';
import { loadPapers, PERFORMANCE_MARK, rememberBegun, rememberPapers, type Begun, type Paper } from './paper-memory.ts';
import { countAdded, digestOf, isAsRead, lookOf, readWhole, type StandingPaper } from './read-paper.ts';
import { contentInFormat } from './planned-cells.ts';
import { markSheet } from './sheet-marks.ts';
import { namePlace } from './register-place.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

const MAX_NAME = 31;
/** Dark enough to print in black and white, blue enough to be known for a link. */
const LINK = '#0B4F9E';

export interface PaperToWrite {
  kind: Paper['kind'];
  period: string;
  plan: SheetPlan;
  /** Their numbers stand beside the lists. */
  charts: readonly PlacedChart[];
  /** The sheet with the complaints behind each number; null: the paper has none. */
  lists: DetailSheet | null;
  numbers: NumberColumn;
  /** The standing paper, which may go once the new one is whole, unless somebody works in it meanwhile; null: it stays. */
  replaces: StandingPaper | null;
  at: Moment;
  locale: Locale;
}

export interface PaperWritten {
  sheet: string;
  /** A paper of the period stood there and was left as it is. */
  isBesides: boolean;
}

export interface WritingOptions {
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Writes a paper and its lists to sheets of their own. A new one is whole before an old one goes; what a broken-off run has
 * begun is taken away by the next, unless somebody has filled in its blanks, a cancel takes it away at once. A sheet that is
 * not ours is never touched.
 */
export function writePaper(
  paper: PaperToWrite,
  { onProgress, signal }: WritingOptions = {},
): Promise<Outcome<PaperWritten, WorkbookTrouble | 'cancelled'>> {
  return runBatch<PaperWritten, 'cancelled'>(
    async (context) => {
      const { papers, sheets, isBegunKept } = await clearBegun(context);
      const old = papers.findLast(
        ({ kind, period, sheet }) => kind === paper.kind && period === paper.period && sheets.has(sheet),
      );
      const wanted = sheetName(paper.plan.name);
      const taken = [...sheets.values()];
      const name = uniqueName(wanted, taken, { max: MAX_NAME, join: ' ' });
      const listsName =
        paper.lists && uniqueName(cutAt(sheetName(paper.lists.name), MAX_NAME), taken, { max: MAX_NAME, join: ' ' });
      const made = [name, ...(listsName === null ? [] : [listsName])];
      rememberBegun(
        context,
        made.map((each) => ({ name: each, id: null, blanks: [] })),
      );
      const marks = [`${paper.kind} ${paper.at}`, `${paper.kind}-lists ${paper.at}`];
      for (const [at, sheet] of made.entries())
        await journalMade(context, { sheet, what: paper.kind, at: paper.at, mark: marks[at] ?? '' }, paper.locale);
      await context.sync();

      const sheet = context.workbook.worksheets.add(name).load('id');
      const lists = listsName === null ? null : context.workbook.worksheets.add(listsName).load('id');
      [sheet, lists].forEach((each, at) => each !== null && markSheet(each, marks[at] ?? ''));
      for (const each of [sheet, lists]) {
        if (each === null) continue;
        namePlace(each, paper.numbers.sheet);
        if (paper.kind === 'performance') each.names.add(PERFORMANCE_MARK, '=TRUE').visible = false;
      }
      await context.sync();
      const begun = [sheet, lists].flatMap((each, at) =>
        each === null ? [] : [{ name: made[at] ?? '', id: each.id, blanks: [] }],
      );
      rememberBegun(context, begun);
      if (lists !== null && paper.lists !== null)
        await writeLists(context, lists, paper.lists, paper.numbers, { onProgress, signal });
      if (signal?.aborted === true) {
        sheet.delete();
        lists?.delete();
        rememberBegun(context, []);
        await context.sync();
        throw new Stop('cancelled');
      }
      const blanks = paper.plan.cells.flatMap(({ blank, row, column, text }) =>
        blank === undefined ? [] : [{ key: blank, row, column, text }],
      );
      layPlan(sheet, paper.plan);
      linkCells(sheet, paper, listsName);
      rememberBegun(
        context,
        begun.map((each) =>
          each.id === sheet.id
            ? { ...each, blanks: blanks.map(({ row, column, text }) => ({ row, column, text })) }
            : each,
        ),
      );
      await context.sync();
      if (lists !== null) drawCharts(sheet, lists, paper);
      await context.sync();

      const digest = digestOf(await readWhole(context, sheet), blanks);
      const added = await countAdded(context, sheet);
      const { kind, period } = paper;
      const listsLook = lists === null ? null : await lookOf(context, lists);
      const own: Paper = {
        kind,
        period,
        sheet: sheet.id,
        lists: lists?.id ?? null,
        digest,
        added,
        listsLook,
        blanks: blanks.map(({ key, row, column }) => ({ key, row, column })),
      };
      const standing = papers.filter((each) => sheets.has(each.sheet));
      rememberPapers(context, [...standing, own]);
      rememberBegun(context, []);
      await context.sync();
      const mayGo = old !== undefined && paper.replaces !== null && (await isAsRead(context, old, paper.replaces));
      const replaced = mayGo ? old : undefined;
      if (replaced !== undefined) {
        for (const id of [replaced.sheet, replaced.lists])
          if (id !== null && sheets.has(id)) context.workbook.worksheets.getItem(id).delete();
        // The lists keep their name: links into them are texts, and no program follows a renaming with those.
        sheet.name = sheets.get(replaced.sheet) ?? name;
        rememberPapers(context, [...standing.filter((each) => each !== replaced), own]);
      }
      sheet.activate();
      sheet.getRange('A1').select();
      sheet.load('name');
      await context.sync();
      return { sheet: sheet.name, isBesides: isBegunKept || (old !== undefined && replaced === undefined) };
    },
    { patient: true },
  );
}

interface Cleared {
  papers: Paper[];
  sheets: Map<string, string>;
  /** Somebody has filled in what a broken-off run had begun: it is theirs now. */
  isBegunKept: boolean;
}

/** What is remembered of papers, and the sheets that stand, by id; what a broken-off run has begun is gone by then. */
async function clearBegun(context: Excel.RequestContext): Promise<Cleared> {
  const remembered = loadPapers(context);
  const all = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  const { papers, begun } = remembered();
  const known = new Set(papers.flatMap(({ sheet, lists }) => [sheet, lists]));
  const left: Excel.Worksheet[] = [];
  let isBegunKept = false;
  for (const { name, id, blanks } of begun) {
    const sheet = all.items.find((each) => each.name === name && !known.has(each.id));
    if (sheet === undefined) continue;
    if (sheet.id === id && (await isFilledIn(context, sheet, blanks))) isBegunKept = true;
    // A name alone does not tell whose sheet it is: ours was still empty then.
    if (id === null ? (await readOtherThings(context, sheet, null)).length === 0 : sheet.id === id) left.push(sheet);
  }
  const gone = isBegunKept ? [] : left;
  for (const sheet of gone) sheet.delete();
  if (begun.length > 0) rememberBegun(context, []);
  if (gone.length > 0) await context.sync();
  const standing = all.items.filter((sheet) => !gone.includes(sheet));
  return { papers, isBegunKept, sheets: new Map(standing.map(({ id, name }) => [id, name])) };
}

/** Whether blanks hold anything else than was laid there. */
async function isFilledIn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  blanks: Begun[number]['blanks'],
): Promise<boolean> {
  if (blanks.length === 0) return false;
  const values = await readWhole(context, sheet);
  return blanks.some(({ row, column, text }) => String(values[row]?.[column] ?? '').trim() !== text.trim());
}

/** The lists, in requests that a host takes; a cancel ends between two of them. */
async function writeLists(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { font, note, header, widths, rows, complaintColumn }: DetailSheet,
  numbers: NumberColumn,
  { onProgress, signal }: WritingOptions,
): Promise<void> {
  const lines = [[note, ...header.slice(1).map(() => '')], header, ...rows];
  const all = { row: 0, column: 0, rowCount: lines.length, columnCount: header.length };
  const size = (part: typeof all) =>
    lines
      .slice(part.row, part.row + part.rowCount)
      .reduce((sum, line) => sum + line.reduce((own, text) => own + text.length + 12, 200), 0);
  for (const group of groupBySize(stripes(all, CELLS_A_WRITE), size, CHARACTERS_A_REQUEST)) {
    if (signal?.aborted === true) return;
    for (const part of group) {
      const own = lines.slice(part.row, part.row + part.rowCount);
      const range = rangeOf(sheet, part);
      range.numberFormat = own.map((line) => line.map(() => '@'));
      range.values = own.map((line) => line.map(contentInFormat));
      const links = own.map((line, at) => [
        part.row + at < 2 ? (line[complaintColumn] ?? '') : rowLink(line[complaintColumn] ?? '', numbers),
      ]);
      const column = rangeOf(sheet, { ...part, column: complaintColumn, columnCount: 1 });
      column.numberFormat = links.map(() => ['General']);
      column.formulas = links;
    }
    onProgress?.(group.at(-1)?.row ?? 0, lines.length);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip a group: the host takes no more than 5 MB at once
    await context.sync();
  }
  const { format } = rangeOf(sheet, all);
  format.font.name = font;
  format.font.size = 10;
  format.verticalAlignment = 'Center';
  widths.forEach((width, column) => {
    rangeOf(sheet, { ...all, column, columnCount: 1, rowCount: 1 }).format.columnWidth = width;
  });
  rangeOf(sheet, {
    ...all,
    row: 2,
    column: complaintColumn,
    columnCount: 1,
    rowCount: Math.max(1, rows.length),
  }).format.font.color = LINK;
  sheet.getRange('A1').format.font.color = '#595959';
  const head = rangeOf(sheet, { ...all, row: 1, rowCount: 1 }).format;
  head.font.bold = true;
  head.fill.color = '#E4E7EB';
  sheet.freezePanes.freezeRows(2);
  sheet.pageLayout.set({ paperSize: 'A4', orientation: 'Landscape' });
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
  sheet.pageLayout.setPrintArea(rangeOf(sheet, all));
  sheet.pageLayout.setPrintTitleRows('$2:$2');
}

/** Numbers jump to their list, complaints to their row; the text keeps its look, but for the colour. */
function linkCells(sheet: Excel.Worksheet, { plan, lists, numbers }: PaperToWrite, listsName: string | null): void {
  for (const { row, column, text, jump, look } of plan.cells) {
    if (jump === undefined) continue;
    const cell = sheet.getCell(row, column);
    if ('complaint' in jump) {
      cell.numberFormat = [['General']];
      cell.formulas = [[rowLink(jump.complaint, numbers)]];
    } else {
      const place = lists?.places[jump.list];
      if (place === undefined || listsName === null || lists === null) continue;
      const area = { ...place, column: lists.complaintColumn, columnCount: 1 };
      cell.hyperlink = { documentReference: `${quotedSheetName(listsName)}!${absoluteAddress(area)}`, screenTip: text };
      cell.format.font.name = plan.font;
      cell.format.font.size = look.size;
      cell.format.font.bold = look.bold;
    }
    cell.format.font.color = LINK;
    cell.format.font.underline = 'None';
  }
}

/** Charts over their rows; the numbers that they show stand on `data`, right of the lists. */
function drawCharts(sheet: Excel.Worksheet, data: Excel.Worksheet, { plan, charts, lists }: PaperToWrite): void {
  let column = (lists?.header.length ?? 0) + 1;
  for (const { row, chart } of charts) {
    const { header, rows, formats, title } = chart;
    const block = { row: 1, column, rowCount: rows.length + 1, columnCount: header.length };
    const caption = data.getCell(0, column);
    caption.numberFormat = [['@']];
    caption.values = [[title]];
    const range = rangeOf(data, block);
    range.numberFormat = [header.map(() => '@'), ...rows.map(() => formats)];
    range.values = [header, ...rows.map((line) => line.map((value) => value ?? ''))];
    const place = { row, column: 0, rowCount: 1, columnCount: plan.columnWidths.length };
    addChart(sheet, chart, block, place, data);
    column += header.length + 1;
  }
}
