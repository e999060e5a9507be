import type { Locale } from '../../core/policy/localized.ts';
import type { RegisterColumn, RegisterPlan } from '../../core/register/register-plan.ts';
import { translate } from '../../core/wording/translate.ts';
import { isDateFormat } from '../../core/register/read-time-cell.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';
import { giveFill, giveLook, loadLook } from './cell-look.ts';
import { setWidths } from './column-widths.ts';
import { layOwnPage, layPage } from './page-setup.ts';

const BRAND = '#0F5F66';
const LINE = '#B7C4C6';
/** So many rows are fitted to their texts at once: a host that lays out thousands of wrapped rows takes its time. */
const ROWS_AT_ONCE = 2_000;

/**
 * Gives new columns the looks of the ledger beside them (font, border, fill of the header), sets their widths, and freezes
 * the rows above the data where nothing is frozen. The user's own columns keep their look. `pagesWide`: how many sheets of
 * paper a ledger's own page is laid across; null: it stays.
 */
export async function lookLikeNeighbours(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: RegisterPlan,
  pagesWide: number | null,
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
  if (!inPlace) dressNewSheet(sheet, plan);
  const [headerLook, bodyLook] = looks;
  const added = { column: area.column + plan.firstAdded, columnCount: area.columnCount - plan.firstAdded };
  if (headerLook !== undefined) {
    giveLook(sheet, { ...header, ...added }, headerLook);
    giveFill(sheet, { ...header, ...added }, headerLook);
  }
  if (bodyLook !== undefined) giveLook(sheet, { ...body, ...added }, bodyLook);
  hideProposals(sheet, area, plan.columns, plan.memory.locale);
  await context.sync();
  if (inPlace) {
    if (pagesWide !== null) await layPage(context, sheet, pagesWide);
    return;
  }
  await layOwnPage(context, sheet, plan);
  await fitRows(context, sheet, plan.table, onProgress);
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
