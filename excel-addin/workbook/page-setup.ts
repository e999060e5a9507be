import { columnLetters } from '../../core/register/cell-address.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import { widthTogether } from './column-widths.ts';
import { rangeOf } from './area.ts';
import { unlessRefused } from './run-batch.ts';

/** Points that a landscape A4 has between its margins, and the share of its size at which text can still be read on paper. */
const A4_LANDSCAPE = 785;
const MARGIN = 28;
const SMALLEST_PRINT = 0.6;

/**
 * The page of a register's own sheet: as many sheets of paper beside each other as keep the text large enough, with the header
 * and the first column on each.
 */
export async function layOwnPage(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { table: { area }, columns }: RegisterPlan,
): Promise<void> {
  const page = sheet.pageLayout;
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.printOrder = 'OverThenDown';
  page.zoom = { horizontalFitToPages: pagesWide(widthTogether(columns)) };
  page.setPrintTitleRows(`$${area.row + 1}:$${area.row + 1}`);
  const letters = columnLetters(area.column);
  page.setPrintTitleColumns(`$${letters}:$${letters}`);
  for (const margin of ['topMargin', 'bottomMargin', 'leftMargin', 'rightMargin'] as const) page[margin] = MARGIN;
  page.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
  await unlessRefused(context);
}

/**
 * How many sheets of paper a register in place is to have side by side. Null where the team has laid the page themselves, or
 * the host does not tell: then it stays.
 */
export async function pagesInPlace(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { table: { area }, columns, firstAdded }: Pick<RegisterPlan, 'table' | 'columns' | 'firstAdded'>,
): Promise<number | null> {
  const theirs = rangeOf(sheet, { ...area, columnCount: firstAdded }).load('width');
  if (!(await isUntouched(context, sheet))) return null;
  return pagesWide(theirs.width + widthTogether(columns.slice(firstAdded)));
}

/** Lays the page of a register in place. What somebody has laid since it was looked at stays. */
export async function layPage(context: Excel.RequestContext, sheet: Excel.Worksheet, wide: number): Promise<void> {
  if (!(await isUntouched(context, sheet))) return;
  // Our layout is known by the zoom: it comes first here, and goes last in `givePageBack`.
  sheet.pageLayout.zoom = { horizontalFitToPages: wide };
  sheet.pageLayout.orientation = 'Landscape';
  await unlessRefused(context);
}

/** Gives back what stood before `layPage`, unless somebody has laid the page anew since; asked of the host twice if need be. */
export async function givePageBack(context: Excel.RequestContext, sheet: Excel.Worksheet, wide: number): Promise<void> {
  const giveBack = async () => {
    const page = sheet.pageLayout.load('orientation,zoom');
    if (!(await unlessRefused(context))) return false;
    const { horizontalFitToPages, verticalFitToPages } = page.zoom;
    if (horizontalFitToPages === wide && (verticalFitToPages ?? 0) === 0) {
      page.orientation = 'Portrait';
      page.zoom = { scale: 100 };
    }
    return unlessRefused(context);
  };
  if (!(await giveBack())) await giveBack();
}

/** A page as every new sheet has it: upright, at its full size, without area, titles or breaks of anybody's. */
async function isUntouched(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<boolean> {
  const page = sheet.pageLayout.load('orientation,zoom');
  const set = [
    page.getPrintAreaOrNullObject(),
    page.getPrintTitleRowsOrNullObject(),
    page.getPrintTitleColumnsOrNullObject(),
  ].map((place) => place.load('address'));
  const breaks = [sheet.horizontalPageBreaks.getCount(), sheet.verticalPageBreaks.getCount()];
  if (!(await unlessRefused(context))) return false;
  const isUpright = page.orientation === 'Portrait' && page.zoom.scale === 100;
  return isUpright && set.every(({ isNullObject }) => isNullObject) && breaks.every(({ value }) => value === 0);
}

function pagesWide(points: number): number {
  return Math.max(1, Math.ceil((points * SMALLEST_PRINT) / A4_LANDSCAPE));
}
