import type { Box, RowBand } from '../../forms/bands.ts';
import { COLUMN_WIDTH, COLUMNS, lookOf } from '../../forms/bands.ts';
import { heightOf } from '../../forms/lay-out.ts';
import { FORM_FONT } from '../../forms/print-text.ts';
import type { PageSetup, PlannedArea, SheetPlan } from '../../forms/sheet-plan.ts';
import type { Locale } from '../../policy/localized.ts';
import { safeText } from '../../register/safe-cell.ts';
import type { ChartPlan } from '../chart-plan.ts';

export const PAPER_SIZE = 10;
const MARGINS = { top: 40, bottom: 42, left: 38, right: 38, header: 18, footer: 18 };
/** Height that the page gives to rows, in points: A4 without margins, and a little less, since printers round. */
const PAGE_HEIGHT = 842 - MARGINS.top - MARGINS.bottom - 14;

/** A row of a paper of several pages. */
export interface PagedRow extends RowBand {
  /** Stands on the same page as the row below it. */
  keeps?: boolean;
  /** The head of the table that the row belongs to: repeated where a page begins with the row. */
  head?: RowBand;
  /** A chart over the whole row, which is as high as its lines. */
  chart?: ChartPlan;
}

/** A chart and the row of the sheet that it covers. */
export interface PlacedChart {
  row: number;
  chart: ChartPlan;
}

/** Lays rows out on as many A4 pages as they need. No row is cut, and none that keeps to the next ends a page. */
export function pagedSheet(
  rows: readonly PagedRow[],
  { name, locale, footer }: { name: string; locale: Locale; footer: PageSetup['footer'] },
): { sheet: SheetPlan; charts: PlacedChart[] } {
  const sheet = {
    heights: [] as number[],
    cells: [] as PlannedArea[],
    charts: [] as PlacedChart[],
    breaks: [] as number[],
  };
  let used = 0;
  const put = (row: PagedRow) => {
    const at = sheet.heights.length;
    sheet.cells.push(...row.boxes.map((box) => areaOf(box, at)));
    if (row.chart !== undefined) sheet.charts.push({ row: at, chart: row.chart });
    const height = heightOf(row, PAPER_SIZE);
    sheet.heights.push(height);
    used += height;
  };
  for (const group of kept(rows)) {
    const height = group.reduce((sum, row) => sum + heightOf(row, PAPER_SIZE), 0);
    if (used > 0 && used + height > PAGE_HEIGHT) {
      sheet.breaks.push(sheet.heights.length);
      used = 0;
      const head = group[0]?.head;
      if (head !== undefined) put(head);
    }
    group.forEach(put);
  }
  return {
    sheet: {
      ...{ name, font: FORM_FONT[locale], rowHeights: sheet.heights, cells: sheet.cells },
      ...{ pages: sheet.breaks.length + 1, continued: [] },
      columnWidths: Array.from({ length: COLUMNS }, () => COLUMN_WIDTH),
      page: {
        ...{ orientation: 'Portrait', margins: MARGINS, fit: 'width', breaks: sheet.breaks, titleRows: 0 },
        footer,
      },
    },
    charts: sheet.charts,
  };
}

/** Rows that stand on one page together. */
function kept(rows: readonly PagedRow[]): PagedRow[][] {
  const groups: PagedRow[][] = [];
  let isOpen = false;
  for (const row of rows) {
    const last = groups.at(-1);
    if (isOpen && last !== undefined) last.push(row);
    else groups.push([row]);
    isOpen = row.keeps === true;
  }
  return groups;
}

function areaOf({ columns, look, text, ...box }: Box, row: number): PlannedArea {
  return { ...box, row, rowCount: 1, columnCount: columns, text: safeText(text).text, look: lookOf(look, PAPER_SIZE) };
}
