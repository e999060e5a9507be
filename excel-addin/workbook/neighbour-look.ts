import { displayLength } from '../../core/register/column-samples.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
const WHITE = '#FFFFFF';
/** A header stands in one line beside the filter button of its table; longer ones are cut. Both in characters. */
const FILTER_BUTTON = 4;
const WIDEST_HEADER = 32;
/** Excel's default digit is 7 pixels wide, plus 5 of padding; widths are set in points of 4/3 pixel. */
const pointsOf = (characters: number) => (characters * 7 + 5) * 0.75;

/**
 * Gives new columns the looks of the ledger beside them (font, border, fill of the header), sets their widths, and freezes
 * the rows above the data where nothing is frozen. The user's own columns keep their look.
 */
export async function lookLikeNeighbours(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: RegisterPlan,
): Promise<void> {
  const { area } = plan.table;
  const header = { ...area, rowCount: 1 };
  const body = { ...area, row: area.row + 1, rowCount: area.rowCount - 1 };
  setWidths(sheet, plan);
  const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
  const inPlace = plan.placement.kind === 'inPlace';
  const model = area.column + plan.firstAdded - 1;
  const looks = inPlace ? [loadLook(sheet, header.row, model), loadLook(sheet, body.row, model)] : [];
  await context.sync();
  if (frozen.isNullObject && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  if (!inPlace) wrapNewSheet(sheet, area);
  const [headerLook, bodyLook] = looks;
  const added = { column: area.column + plan.firstAdded, columnCount: area.columnCount - plan.firstAdded };
  if (headerLook !== undefined) {
    giveLook(sheet, { ...header, ...added }, headerLook);
    giveFill(sheet, { ...header, ...added }, headerLook);
  }
  if (bodyLook !== undefined) giveLook(sheet, { ...body, ...added }, bodyLook);
  await context.sync();
}

function setWidths(sheet: Excel.Worksheet, { table: { area }, columns }: RegisterPlan): void {
  columns.forEach(({ width, header }, index) => {
    if (width === null) return;
    const needed = Math.min(displayLength(header) + FILTER_BUTTON, WIDEST_HEADER);
    const column = rangeOf(sheet, { row: area.row, column: area.column + index, rowCount: 1, columnCount: 1 });
    column.format.columnWidth = pointsOf(Math.max(width, needed));
  });
}

function wrapNewSheet(sheet: Excel.Worksheet, area: Area): void {
  const header = rangeOf(sheet, { ...area, rowCount: 1 }).format;
  header.wrapText = true;
  header.verticalAlignment = 'Center';
  rangeOf(sheet, area).format.verticalAlignment = 'Center';
}

interface Look {
  format: Excel.RangeFormat;
  edge: Excel.RangeBorder;
}

/** Queues the loading of a cell's look. */
function loadLook(sheet: Excel.Worksheet, row: number, column: number): Look {
  const { format } = sheet.getCell(row, column);
  format.load('horizontalAlignment,verticalAlignment,wrapText');
  format.font.load('name,size,bold,color');
  format.fill.load('color');
  return { format, edge: format.borders.getItem('EdgeBottom').load('style,color') };
}

function giveLook(sheet: Excel.Worksheet, target: Area, { format: from, edge }: Look): void {
  const to = rangeOf(sheet, target).format;
  if (from.horizontalAlignment !== 'General') to.horizontalAlignment = from.horizontalAlignment;
  to.verticalAlignment = from.verticalAlignment;
  to.wrapText = from.wrapText;
  to.font.name = from.font.name;
  to.font.size = from.font.size;
  to.font.bold = from.font.bold;
  if (edge.style === 'None') return;
  for (const name of EDGES) {
    if (name === 'InsideHorizontal' && target.rowCount === 1) continue;
    if (name === 'InsideVertical' && target.columnCount === 1) continue;
    const border = to.borders.getItem(name);
    border.style = edge.style;
    if (isColour(edge.color)) border.color = edge.color;
  }
}

/** A cell without a fill reads as white; then the table's own style gives fill and font colour. */
function giveFill(sheet: Excel.Worksheet, target: Area, { format: from }: Look): void {
  if (!isColour(from.fill.color) || from.fill.color.toUpperCase() === WHITE) return;
  const to = rangeOf(sheet, target).format;
  to.fill.color = from.fill.color;
  if (isColour(from.font.color)) to.font.color = from.font.color;
}

/** Automatic colours read as an empty text, mixed ones as null; neither can be written. */
function isColour(colour: string | null): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour ?? '');
}
