import { cellAddress } from '../../core/register/cell-address.ts';
import { quotedSheetName, rangeOf } from './area.ts';
import { TITLE_ROW, type PivotMade } from './pivots.ts';

const INDEX_ROW = 3;
/** Per cent: a pivot with all its columns fits on a landscape A4. */
const PRINT_SCALE = 70;
const BRAND = '#0F5F66';
const SOFT = '#52666A';

/**
 * The head of the pivots' sheet: what it is, from when, and a link to each pivot; the sheet is wide, so on paper each pivot
 * begins a page.
 */
export function writePivotIndex(
  sheet: Excel.Worksheet,
  made: readonly PivotMade[],
  { sheetName, words, isFresh }: { sheetName: string; words: { title: string; asOf: string }; isFresh: boolean },
): void {
  const asOf = sheet.getCell(1, 0);
  asOf.values = [[words.asOf]];
  if (isFresh) {
    const title = sheet.getCell(0, 0);
    title.values = [[words.title]];
    title.format.font.size = 18;
    title.format.font.bold = true;
    title.format.font.color = BRAND;
    asOf.format.font.color = SOFT;
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.paperSize = 'A4';
    sheet.pageLayout.zoom = { scale: PRINT_SCALE };
  }
  made.forEach(({ plan, state, area }, at) => {
    if (area === null || (!isFresh && state !== 'made')) return;
    if (area.column > 0) sheet.verticalPageBreaks.add(rangeOf(sheet, { ...area, rowCount: 1, columnCount: 1 }));
    sheet.getCell(INDEX_ROW + at, 0).hyperlink = {
      documentReference: `${quotedSheetName(sheetName)}!${cellAddress(TITLE_ROW, area.column)}`,
      textToDisplay: plan.title,
    };
  });
}
