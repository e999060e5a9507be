import { displayLength } from '../../core/register/column-samples.ts';
import type { RegisterColumn } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';

/** A header stands in one line beside the filter button of its table; longer ones are cut. Both in characters. */
const FILTER_BUTTON = 4;
const WIDEST_HEADER = 32;
/** Excel's default digit is 7 pixels wide, plus 5 of padding; widths are set in points of 4/3 pixel. */
const pointsOf = (characters: number) => (characters * 7 + 5) * 0.75;

/** Gives the columns of an area their widths, wide enough for their headings. */
export function setWidths(sheet: Excel.Worksheet, area: Area, columns: readonly RegisterColumn[]): void {
  columns.forEach((planned, index) => {
    if (planned.width === null) return;
    const column = rangeOf(sheet, { row: area.row, column: area.column + index, rowCount: 1, columnCount: 1 });
    column.format.columnWidth = widthOf(planned);
  });
}

/** What the columns take side by side, in points; what was proposed is hidden. */
export function widthTogether(columns: readonly RegisterColumn[]): number {
  return columns.filter(({ role }) => role !== 'proposed').reduce((sum, column) => sum + widthOf(column), 0);
}

function widthOf({ width, header }: RegisterColumn): number {
  return pointsOf(Math.max(width ?? 0, Math.min(displayLength(header) + FILTER_BUTTON, WIDEST_HEADER)));
}
