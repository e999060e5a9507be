import { CHARTS, type ChartId, type ChartPlan } from '../../core/statistics/chart-plan.ts';
import type { FactsColumn } from '../../core/statistics/facts-table.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { areaOf, rangeOf } from './area.ts';
import { addChart, chartName, renewChart } from './charts.ts';
import { blocksOf, requestsOf, writeBlock } from './planned-cells.ts';
import type { StatisticsMemory } from './statistics-memory.ts';

/** Two halves of the page, each six columns wide, with one between them. */
const HALF = 6;
const PAGE_COLUMNS = 2 * HALF + 1;
const CHART_ROWS = 17;
/** Where each chart and its block stand; heights hold the longest block, so that none is ever pushed. */
const PLACES: Record<
  ChartId,
  { chart: [row: number, column: number]; block: [row: number, column: number]; rows: number }
> = {
  trend: { chart: [3, 0], block: [44, 0], rows: 14 },
  pareto: { chart: [3, HALF + 1], block: [44, HALF + 1], rows: 14 },
  onTime: { chart: [22, 0], block: [60, 0], rows: 14 },
  age: { chart: [22, HALF + 1], block: [60, HALF + 1], rows: 14 },
};
const AS_OF = { row: 1, column: 0 };
const TARGET_ROW = 42;
const COLUMNS_ROW = 76;
const WIDTHS = { label: 128, number: 58, between: 18 };
const BRAND = '#0F5F66';
const SOFT = '#52666A';
const HEAD = '#E3F0F0';
const INPUT = '#FFF7D6';
const CM = 28.35;
/** Names of this sheet, so that blocks are found where the user has moved them by inserting rows. */
const NAME = (part: string) => `redress_${part}`;

export interface SheetWords {
  title: string;
  asOf: string;
  data: string;
  targetLabel: string;
  columns: string;
  columnsText: string;
  column: string;
  meaning: string;
  footer: string;
}

export interface ChartsRequest {
  sheet: Excel.Worksheet;
  plans: readonly ChartPlan[];
  columns: readonly FactsColumn[];
  memory: StatisticsMemory;
  words: SheetWords;
  /** Charts that the user has taken away are made again. */
  restore: boolean;
}

/** The monthly target as the company has entered it on the sheet; null: none, or nothing that is a number above 0. */
export async function readTarget(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<number | null> {
  const range = cellsOf((await namesOn(context, sheet)).get(NAME('target')))?.load('values');
  if (range !== undefined) await context.sync();
  const value: unknown = range?.isNullObject === false ? range.values[0]?.[0] : null;
  return typeof value === 'number' && value > 0 ? value : null;
}

async function namesOn(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
): Promise<ReadonlyMap<string, Excel.NamedItem>> {
  const all = sheet.names.load('items/name,items/formula');
  await context.sync();
  return new Map(all.items.map((item) => [item.name, item]));
}

/** What a name stands for; a name whose cells were deleted is never asked for them. */
function cellsOf(item: Excel.NamedItem | undefined): Excel.Range | undefined {
  return item === undefined || String(item.formula).includes('#REF!') ? undefined : item.getRangeOrNullObject();
}

/**
 * Writes the blocks of values and what stands around them, makes the charts that were never made and renews the others. All
 * that the user has on the sheet besides stays.
 */
export async function writeStatisticsSheet(context: Excel.RequestContext, request: ChartsRequest): Promise<void> {
  const { sheet, plans } = request;
  const named = await namesOn(context, sheet);
  const ranges = new Map(
    ['asOf', 'target', ...CHARTS.flatMap((id) => [id, noteOf(id)])].map((part) => [
      part,
      cellsOf(named.get(NAME(part)))?.load('rowIndex,columnIndex,rowCount,columnCount'),
    ]),
  );
  const charts = sheet.charts.load('items/name');
  await context.sync();
  const placeOf = (part: string): Area | null => {
    const range = ranges.get(part);
    return range === undefined || range.isNullObject ? null : areaOf(range);
  };
  /** A name whose cells were deleted is named anew: the host has no second one beside it. */
  const name: Naming = (part, range) => {
    if (placeOf(part) !== null) return;
    named.get(NAME(part))?.delete();
    sheet.names.add(NAME(part), range);
  };
  // Charts are made once the frame is whole: with one, what is missing of the frame was deleted by the user.
  const isFresh = !named.has(NAME('asOf')) && Object.keys(request.memory.charts).length === 0;
  if (isFresh) await layFrame(context, request, name);
  else await stamp(context, request, placeOf('asOf'), name);
  for (const plan of plans) {
    const block = isFresh ? blockOf(plan.id) : placeOf(plan.id);
    // Whoever has deleted the block does not want its chart.
    if (block === null) continue;
    writeChartBlock(sheet, plan, block);
    const note = isFresh ? noteArea(plan.id) : placeOf(noteOf(plan.id));
    if (note !== null) sheet.getCell(note.row, note.column).values = [[[plan.text, plan.note ?? ''].join(' ').trim()]];
    const standing = charts.items.find(({ name }) => name === chartName(plan.id));
    // A chart at a time: each is noted with its block.
    await layChart(context, request, plan, block, standing);
  }
}

/** Names cells unless the name stands. */
type Naming = (part: string, range: Excel.Range) => void;

/** Says of when the figures are: where it stands, or, when that was deleted, at its first place unless something else is there. */
async function stamp(
  context: Excel.RequestContext,
  { sheet, words: { asOf } }: ChartsRequest,
  place: Area | null,
  name: Naming,
): Promise<void> {
  const cell = sheet.getCell(place?.row ?? AS_OF.row, place?.column ?? AS_OF.column).load('values');
  if (place === null) {
    await context.sync();
    const before: unknown = cell.values[0]?.[0];
    const [stem = ''] = asOf.split(/\d/, 1);
    const isEarlier = typeof before === 'string' && stem !== '' && before.startsWith(stem);
    if (before !== '' && !isEarlier) return;
    cell.numberFormat = [['@']];
    cell.format.font.color = SOFT;
    name('asOf', cell);
  }
  cell.values = [[asOf]];
}

function noteOf(id: ChartId): string {
  return `note_${id}`;
}

function noteArea(id: ChartId): Area {
  const [row, column] = PLACES[id].chart;
  return { row: row + CHART_ROWS, column, rowCount: 1, columnCount: HALF };
}

function blockOf(id: ChartId): Area {
  const { block, rows } = PLACES[id];
  return { row: block[0], column: block[1], rowCount: rows, columnCount: HALF };
}

async function layChart(
  context: Excel.RequestContext,
  { sheet, memory, restore }: ChartsRequest,
  plan: ChartPlan,
  block: Area,
  standing: Excel.Chart | undefined,
): Promise<void> {
  const before = memory.charts[plan.id];
  if (standing === undefined) {
    if (before !== undefined && !restore) return;
    const [row, column] = PLACES[plan.id].chart;
    addChart(sheet, plan, block, { row, column, rowCount: CHART_ROWS, columnCount: HALF });
  } else if (before === undefined) {
    // One that a broken run had begun.
    standing.delete();
    const [row, column] = PLACES[plan.id].chart;
    addChart(sheet, plan, block, { row, column, rowCount: CHART_ROWS, columnCount: HALF });
  } else {
    const title = standing.title.load('text');
    const series = standing.series.load('count');
    await context.sync();
    renewChart(sheet, standing, plan, { block, before, title: title.text, seriesCount: series.count });
  }
  memory.charts[plan.id] = { rows: plan.rows.length, title: plan.title };
  await context.sync();
}

/** Values without formulas: what they mean stands beside them, and each figure is checked in the pane. */
function writeChartBlock(sheet: Excel.Worksheet, plan: ChartPlan, block: Area): void {
  const cells = [plan.header, ...plan.rows].map((row) => Array.from({ length: HALF }, (_, at) => row[at] ?? ''));
  while (cells.length < block.rowCount) cells.push(Array.from({ length: HALF }, () => ''));
  const area = { ...block, columnCount: HALF };
  for (const part of blocksOf(area, cells, [...plan.formats, ...Array<null>(HALF - plan.formats.length).fill(null)]))
    writeBlock(sheet, part);
}

/** Headings, widths, page and names: what is laid once. */
async function layFrame(
  context: Excel.RequestContext,
  { sheet, columns, words }: ChartsRequest,
  name: Naming,
): Promise<void> {
  sheet.showGridlines = false;
  for (let column = 0; column < PAGE_COLUMNS; column++) {
    const width = column === HALF ? WIDTHS.between : column % (HALF + 1) === 0 ? WIDTHS.label : WIDTHS.number;
    rangeOf(sheet, { row: 0, column, rowCount: 1, columnCount: 1 }).format.columnWidth = width;
  }
  const text = (row: number, column: number, value: string) => {
    const cell = sheet.getCell(row, column);
    cell.numberFormat = [['@']];
    cell.values = [[value]];
    return cell;
  };
  const title = text(0, 0, words.title);
  title.format.font.size = 18;
  title.format.font.bold = true;
  title.format.font.color = BRAND;
  title.format.rowHeight = 30;
  const asOf = text(AS_OF.row, AS_OF.column, words.asOf);
  asOf.format.font.color = SOFT;
  text(TARGET_ROW - 2, 0, words.data).format.font.bold = true;
  text(TARGET_ROW, 0, words.targetLabel);
  const target = sheet.getCell(TARGET_ROW, 1);
  target.format.fill.color = INPUT;
  for (const edge of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const)
    target.format.borders.getItem(edge).style = 'Continuous';
  for (const id of CHARTS) {
    const block = blockOf(id);
    const head = rangeOf(sheet, { ...block, rowCount: 1 }).format;
    head.font.bold = true;
    head.fill.color = HEAD;
    head.wrapText = true;
    head.verticalAlignment = 'Center';
    head.rowHeight = 30;
    rangeOf(sheet, {
      ...block,
      column: block.column + 1,
      rowCount: 1,
      columnCount: HALF - 1,
    }).format.horizontalAlignment = 'Right';
    name(id, rangeOf(sheet, block));
    const note = rangeOf(sheet, noteArea(id));
    note.merge();
    name(noteOf(id), note);
    note.format.font.size = 9;
    note.format.font.color = SOFT;
    note.format.wrapText = true;
    note.format.verticalAlignment = 'Top';
    note.format.rowHeight = 40;
  }
  await context.sync();
  name('target', target);
  text(COLUMNS_ROW, 0, words.columns).format.font.bold = true;
  text(COLUMNS_ROW + 1, 0, words.columnsText).format.font.color = SOFT;
  const lines = [[words.column, words.meaning], ...columns.map(({ header, meaning }) => [header, meaning])];
  const area = { row: COLUMNS_ROW + 2, column: 0, rowCount: lines.length, columnCount: 2 };
  for (const request of requestsOf(blocksOf(area, lines, [null, null])))
    for (const block of request) writeBlock(sheet, block);
  const head = rangeOf(sheet, { ...area, rowCount: 1, columnCount: PAGE_COLUMNS }).format;
  head.font.bold = true;
  head.fill.color = HEAD;
  layPage(sheet, area.row + area.rowCount, words.footer);
  // Last: it says that the frame is whole.
  name('asOf', asOf);
  await context.sync();
}

function layPage(sheet: Excel.Worksheet, rowCount: number, footer: string): void {
  const page = sheet.pageLayout;
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.setPrintArea(rangeOf(sheet, { row: 0, column: 0, rowCount, columnCount: PAGE_COLUMNS }));
  page.centerHorizontally = true;
  page.topMargin = 1.2 * CM;
  page.bottomMargin = 1.4 * CM;
  page.leftMargin = 1.2 * CM;
  page.rightMargin = 1.2 * CM;
  page.headersFooters.defaultForAllPages.centerFooter = footer;
  sheet.horizontalPageBreaks.removePageBreaks();
  for (const row of [TARGET_ROW - 2, COLUMNS_ROW])
    sheet.horizontalPageBreaks.add(rangeOf(sheet, { row, column: 0, rowCount: 1, columnCount: 1 }));
}
