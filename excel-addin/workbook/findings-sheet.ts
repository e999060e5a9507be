import type { Moment } from '../../core/complaint/moment.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { FindingsReport } from '../../core/register/findings/findings-sheet.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { cellLink } from '../../core/statistics/report/row-link.ts';
import { absoluteAddress, CELLS_A_WRITE, rangeOf, stripes } from './area.ts';
import { journalMade } from './change-journal.ts';
import { noteContent } from './sheet-content.ts';
import { markSheet } from './sheet-marks.ts';
import { namePlace } from './register-place.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

const FILLS = { error: '#FDECEB', warning: '#FFF3D6', info: '#FFFFFF' } as const;
/** Of the table: where a finding stands in the register. */
const PLACE_COLUMN = 3;
const LINE = '#B7C4C6';
const BRAND = '#0F5F66';
/** Of the standard font, in points: widths of columns are given to the host in points. */
const POINTS_A_CHARACTER = 5.6;
const CM = 28.35;
/** As hyperlinks of the host look. */
const LINK = '#0563C1';
/** An address of many areas is cut by the host behind 8,192 characters. */
const AREAS_A_CALL = 200;

/** Behind the name of a sheet that is not whole yet. */
const UNFINISHED = ' …';

/**
 * Writes a findings sheet as a new sheet. It is numbered when one of this day exists; none that is whole is ever overwritten.
 * It gets its name last: one that a broken run left behind is known by that and makes room for the next.
 */
export function writeFindingsSheet(
  report: FindingsReport,
  made: { sheet: string; at: Moment; locale: Locale },
): Promise<Outcome<{ sheet: string }, WorkbookTrouble>> {
  return runBatch(
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      await context.sync();
      const taken = sheets.items.map(({ name }) => name);
      const name = uniqueName(report.name, taken, { max: 31, join: ' ' });
      const unfinished = report.name + UNFINISHED;
      const mark = `${made.sheet} ${made.at}`;
      await journalMade(context, { sheet: name, what: made.sheet, at: made.at, mark }, made.locale);
      if (taken.includes(unfinished)) context.workbook.worksheets.getItem(unfinished).delete();
      const sheet = context.workbook.worksheets.add(unfinished);
      markSheet(sheet, mark);
      sheet.showGridlines = false;
      const register = report.rows.find(({ link }) => link !== null)?.link?.sheet;
      if (register !== undefined) namePlace(sheet, register);
      await writeTexts(context, sheet, report);
      lookOf(sheet, report);
      heightsOf(sheet, report);
      await context.sync();
      layPage(sheet, report);
      await context.sync();
      await noteContent(context, sheet);
      sheet.name = name;
      await context.sync();
      // It is made, also when it cannot be brought to the front.
      await Promise.allSettled([bringToFront(context, sheet)]);
      return { sheet: name };
    },
    { patient: true },
  );
}

async function bringToFront(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<void> {
  sheet.activate();
  sheet.getRange('A1').select();
  await context.sync();
}

async function writeTexts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  report: FindingsReport,
): Promise<void> {
  const { header, rows, cells, widths } = report;
  for (const { row, column, text } of cells) {
    const cell = sheet.getCell(row, column);
    cell.numberFormat = [['@']];
    cell.values = [[text]];
  }
  const area = { row: header.row, column: 0, rowCount: rows.length + 1, columnCount: widths.length };
  const lineAt = (row: number) => (row === header.row ? header : rows[row - header.row - 1])?.texts ?? [];
  for (const part of stripes(area, CELLS_A_WRITE)) {
    const range = rangeOf(sheet, part);
    const lines = Array.from({ length: part.rowCount }, (_, index) => lineAt(part.row + index));
    range.numberFormat = lines.map((line) => line.map(() => '@'));
    range.values = lines;
    linkPlaces(sheet, report, part);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one round trip a block: the host takes no more than 5 MB at once
    await context.sync();
  }
}

function lookOf(sheet: Excel.Worksheet, { header, rows, cells, widths, lastRow }: FindingsReport): void {
  const columnCount = widths.length;
  const all = rangeOf(sheet, { row: 0, column: 0, rowCount: lastRow + 1, columnCount }).format;
  all.font.size = 10;
  all.verticalAlignment = 'Center';
  widths.forEach((width, column) => {
    rangeOf(sheet, { row: 0, column, rowCount: 1, columnCount: 1 }).format.columnWidth = width * POINTS_A_CHARACTER + 4;
  });
  const head = rangeOf(sheet, { row: header.row, column: 0, rowCount: 1, columnCount }).format;
  head.font.bold = true;
  head.font.color = '#FFFFFF';
  head.fill.color = BRAND;
  const table = rangeOf(sheet, { row: header.row, column: 0, rowCount: rows.length + 1, columnCount }).format;
  table.wrapText = true;
  if (rows.length > 0)
    rangeOf(sheet, {
      ...{ row: header.row + 1, column: PLACE_COLUMN },
      ...{ rowCount: rows.length, columnCount: 1 },
    }).format.font.set({ color: LINK, underline: 'Single' });
  const edges = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
  for (const edge of edges) {
    if (edge === 'InsideHorizontal' && rows.length === 0) continue;
    const border = table.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE;
  }
  // The rows of a level stand together: one fill each.
  for (const level of ['error', 'warning'] as const) {
    const first = rows.findIndex((row) => row.level === level);
    const count = rows.filter((row) => row.level === level).length;
    if (count > 0)
      rangeOf(sheet, { row: header.row + 1 + first, column: 1, rowCount: count, columnCount: 1 }).format.fill.color =
        FILLS[level];
  }
  for (const { row, column, look } of cells) {
    const format = sheet.getCell(row, column).format;
    if (look === 'title') {
      format.font.size = 16;
      format.font.bold = true;
      format.rowHeight = 26;
    }
    if (look === 'meta') format.font.color = '#52666A';
    if (look === 'label') format.font.bold = true;
    if (look === 'line') {
      const line = rangeOf(sheet, { row, column, rowCount: 1, columnCount: columnCount - column });
      line.format.rowHeight = 24;
      line.format.borders.getItem('EdgeBottom').style = 'Continuous';
    }
  }
}

/** All rows of one height are one call, as far as the host takes their addresses. */
function heightsOf(sheet: Excel.Worksheet, { header, rows }: FindingsReport): void {
  const runs = new Map<number, Area[]>();
  let last: Area | null = null;
  for (const [index, { height }] of rows.entries()) {
    if (last !== null && rows[index - 1]?.height === height) {
      last.rowCount++;
      continue;
    }
    last = { row: header.row + 1 + index, column: 0, rowCount: 1, columnCount: 1 };
    const same = runs.get(height);
    if (same === undefined) runs.set(height, [last]);
    else same.push(last);
  }
  for (const [height, areas] of runs)
    for (let at = 0; at < areas.length; at += AREAS_A_CALL) {
      const addresses = areas.slice(at, at + AREAS_A_CALL).map(absoluteAddress);
      sheet.getRanges(addresses.join(',')).format.rowHeight = height;
    }
}

/** Places jump to their cell of the register. */
function linkPlaces(sheet: Excel.Worksheet, { header, rows }: FindingsReport, { row, rowCount }: Area): void {
  const places = Array.from({ length: rowCount }, (_, at) => rows[row + at - header.row - 1]?.link?.address ?? null);
  const range = rangeOf(sheet, { row, column: PLACE_COLUMN, rowCount, columnCount: 1 });
  // Null leaves a cell as it is.
  range.numberFormat = places.map((address) => [address === null ? null : 'General']);
  range.formulas = places.map((address) => [address === null ? null : cellLink(address)]);
}

function layPage(sheet: Excel.Worksheet, { header, widths, lastRow, footer }: FindingsReport): void {
  const page = sheet.pageLayout;
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.zoom = { horizontalFitToPages: 1 };
  page.setPrintArea(rangeOf(sheet, { row: 0, column: 0, rowCount: lastRow + 1, columnCount: widths.length }));
  page.setPrintTitleRows(`$${header.row + 1}:$${header.row + 1}`);
  page.centerHorizontally = true;
  page.topMargin = 1.5 * CM;
  page.bottomMargin = 1.6 * CM;
  page.leftMargin = 1.2 * CM;
  page.rightMargin = 1.2 * CM;
  page.headersFooters.defaultForAllPages.centerFooter = footer;
  sheet.freezePanes.freezeRows(header.row + 1);
}
