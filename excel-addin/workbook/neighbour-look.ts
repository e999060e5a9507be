import { displayLength } from '../../core/register/column-samples.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { RegisterColumn, RegisterPlan } from '../../core/register/register-plan.ts';
import { translate } from '../../core/wording/translate.ts';
import { isDateFormat } from '../../core/register/read-time-cell.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import { rangeOf } from './area.ts';
import { giveFill, giveLook, loadLook } from './cell-look.ts';

/** A header stands in one line beside the filter button of its table; longer ones are cut. Both in characters. */
const FILTER_BUTTON = 4;
const WIDEST_HEADER = 32;
const BRAND = '#0F5F66';
const LINE = '#B7C4C6';
/** Points that a landscape A4 has between its margins, and the share of its size at which text can still be read on paper. */
const A4_LANDSCAPE = 785;
const MARGIN = 28;
const SMALLEST_PRINT = 0.6;
/** So many rows are fitted to their texts at once: a host that lays out thousands of wrapped rows takes its time. */
const ROWS_AT_ONCE = 2_000;
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
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const { area } = plan.table;
  const header = { ...area, rowCount: 1 };
  const body = { ...area, row: area.row + 1, rowCount: area.rowCount - 1 };
  setWidths(sheet, area, plan.columns);
  const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
  const inPlace = plan.placement.kind === 'inPlace';
  const model = area.column + plan.firstAdded - 1;
  const looks = inPlace ? [loadLook(sheet, header.row, model), loadLook(sheet, body.row, model)] : [];
  await context.sync();
  if (frozen.isNullObject && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  if (!inPlace) {
    dressNewSheet(sheet, plan);
    layPage(sheet, plan);
  }
  const [headerLook, bodyLook] = looks;
  const added = { column: area.column + plan.firstAdded, columnCount: area.columnCount - plan.firstAdded };
  if (headerLook !== undefined) {
    giveLook(sheet, { ...header, ...added }, headerLook);
    giveFill(sheet, { ...header, ...added }, headerLook);
  }
  if (bodyLook !== undefined) giveLook(sheet, { ...body, ...added }, bodyLook);
  hideProposals(sheet, area, plan.columns, plan.memory.locale);
  await context.sync();
  if (!inPlace) await fitRows(context, sheet, plan.table, onProgress);
}

/** What was proposed is for the add-in; whoever shows the column reads at its header what it is. */
export function hideProposals(
  sheet: Excel.Worksheet,
  area: Area,
  columns: readonly RegisterColumn[],
  locale: Locale,
): void {
  const at = columns.findIndex(({ role }) => role === 'proposed');
  if (at < 0) return;
  const header = rangeOf(sheet, { row: area.row, column: area.column + at, rowCount: 1, columnCount: 1 });
  header.dataValidation.prompt = {
    title: translate(locale, 'register.prompt.proposedTitle'),
    message: translate(locale, 'register.prompt.proposed'),
    showPrompt: true,
  };
  header.getEntireColumn().columnHidden = true;
}

/** Gives the columns of an area their widths, wide enough for their headings. */
export function setWidths(sheet: Excel.Worksheet, area: Area, columns: readonly RegisterColumn[]): void {
  columns.forEach(({ width, header }, index) => {
    if (width === null) return;
    const column = rangeOf(sheet, { row: area.row, column: area.column + index, rowCount: 1, columnCount: 1 });
    column.format.columnWidth = pointsOf(charactersOf({ width, header }));
  });
}

function charactersOf({ width, header }: Pick<RegisterColumn, 'width' | 'header'>): number {
  return Math.max(width ?? 0, Math.min(displayLength(header) + FILTER_BUTTON, WIDEST_HEADER));
}

/**
 * Header and lines are cells' own: other programs do not paint, nor print, the styles of tables. Texts break into lines, and
 * all but columns of numbers stand at the left, so that none runs into the text beside it.
 */
function dressNewSheet(sheet: Excel.Worksheet, { table: { area }, columns, rows }: RegisterPlan): void {
  const whole = rangeOf(sheet, area).format;
  whole.verticalAlignment = 'Center';
  whole.horizontalAlignment = 'Left';
  whole.wrapText = true;
  for (const edge of [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
    'InsideVertical',
    'InsideHorizontal',
  ] as const) {
    const border = whole.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = LINE;
  }
  columns.forEach(({ role, numberFormat }, index) => {
    const column = rangeOf(sheet, { ...area, column: area.column + index, columnCount: 1 }).format;
    // Hidden, and long: it would make every row high.
    if (role === 'proposed') column.wrapText = false;
    else if (!isDateFormat(numberFormat ?? '') && holdsNumbers(rows, index)) {
      column.horizontalAlignment = 'Right';
      column.indentLevel = 1;
    }
  });
  const header = rangeOf(sheet, { ...area, rowCount: 1 }).format;
  header.horizontalAlignment = 'Left';
  header.indentLevel = 0;
  header.font.bold = true;
  header.font.color = '#FFFFFF';
  header.fill.color = BRAND;
}

/** Whether a column holds numbers and nothing else. */
function holdsNumbers(rows: RegisterPlan['rows'], index: number): boolean {
  const cells = rows.map((row) => row[index] ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => typeof cell === 'number');
}

/** Gives rows the heights that their lines need. Never in a team's own sheet, whose heights are theirs. */
async function fitRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { area }: RegisterPlan['table'],
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  for (let done = 0; done < area.rowCount; done += ROWS_AT_ONCE) {
    onProgress(done, area.rowCount);
    const rowCount = Math.min(ROWS_AT_ONCE, area.rowCount - done);
    rangeOf(sheet, { ...area, row: area.row + done, rowCount }).format.autofitRows();
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the host is given pause, and whoever waits a chance to stop
    await context.sync();
  }
}

/**
 * The page of a register's own sheet: as many sheets of paper beside each other as keep the text large enough, with the header
 * and the first column on each.
 */
function layPage(sheet: Excel.Worksheet, { table: { area }, columns }: RegisterPlan): void {
  const shown = columns.filter(({ role }) => role !== 'proposed');
  const width = shown.reduce((sum, column) => sum + pointsOf(charactersOf(column)), 0);
  const page = sheet.pageLayout;
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.printOrder = 'OverThenDown';
  page.zoom = { horizontalFitToPages: Math.max(1, Math.ceil((width * SMALLEST_PRINT) / A4_LANDSCAPE)) };
  page.setPrintTitleRows(`$${area.row + 1}:$${area.row + 1}`);
  const letters = columnLetters(area.column);
  page.setPrintTitleColumns(`$${letters}:$${letters}`);
  for (const margin of ['topMargin', 'bottomMargin', 'leftMargin', 'rightMargin'] as const) page[margin] = MARGIN;
  page.headersFooters.defaultForAllPages.centerFooter = '&P / &N';
}

/**
 * Gives new rows the look of the row above them, column by column, as Excel does when a table grows by typing. Conditional
 * formats are not touched: copying formats would break the team's own rules into pieces.
 */
export async function lookLikeRowAbove(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  target: Area,
): Promise<void> {
  const columns = Array.from({ length: target.columnCount }, (_, index) => target.column + index);
  const looks = columns.map((column) => loadLook(sheet, target.row - 1, column));
  await context.sync();
  looks.forEach((look, index) => {
    const cells = { ...target, column: target.column + index, columnCount: 1 };
    giveLook(sheet, cells, look);
    giveFill(sheet, cells, look);
  });
  await context.sync();
}
