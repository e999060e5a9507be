import { sheetName } from '../../core/forms/sheet-name.ts';
import type { CellLook, PlannedArea, SheetPlan } from '../../core/forms/sheet-plan.ts';
import type { Outcome } from '../../core/outcome.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { CELLS_A_WRITE, rangeOf, stripes } from './area.ts';
import { absoluteArea } from './form-areas.ts';
import { parseSheetIds } from './form-memory.ts';
import { contentInFormat } from './planned-cells.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** The sheets that this add-in made as forms, by their ids: only those are ever replaced. */
const MADE = 'redress.formSheets';
const MAX_NAME = 31;
const A4 = 'A4';
/** Areas in one request for a look; their address stays far below 8,192 characters. */
const AREAS = 60;
const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;

export interface FormsWritten {
  /** The sheets that were made, by name, in the order of the plans. */
  sheets: string[];
}

export interface FormsProgress {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/** Which of these names belong to a form that was made before. */
export function formsThatStand(names: readonly string[]): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const standing = await readStanding(context);
    return names.map(sheetName).filter((name) => standing.forms.has(name.toLowerCase()));
  });
}

/**
 * Writes each plan to a sheet of its own behind the last one and shows the first. A form of the same name is replaced when
 * `replace` says so, otherwise kept beside the new one; a sheet that is no form of ours is never touched. A new form is whole
 * before the old one goes.
 */
export function writeForms(
  plans: readonly SheetPlan[],
  { replace }: { replace: boolean },
  { onProgress, signal }: FormsProgress = {},
): Promise<Outcome<FormsWritten, WorkbookTrouble | 'cancelled'>> {
  return runBatch<FormsWritten, 'cancelled'>(
    async (context) => {
      const standing = await readStanding(context);
      const sheets: string[] = [];
      for (const [at, plan] of plans.entries()) {
        if (signal?.aborted === true) throw new Stop('cancelled', { done: at, of: plans.length });
        const wanted = sheetName(plan.name);
        const old = replace ? standing.forms.get(wanted.toLowerCase()) : undefined;
        const name = uniqueName(wanted, standing.names, { max: MAX_NAME, join: ' ' });
        const sheet = context.workbook.worksheets.add(name).load('id');
        layPlan(sheet, plan);
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a form at a time keeps each request small
        await context.sync();
        standing.ids.push(sheet.id);
        if (old !== undefined) {
          context.workbook.worksheets.getItem(old).delete();
          sheet.name = wanted;
          standing.ids.splice(standing.ids.indexOf(old), 1);
        }
        context.workbook.settings.add(MADE, JSON.stringify(standing.ids));
        // eslint-disable-next-line office-addins/no-context-sync-in-loop -- a new form is whole before the old one goes
        await context.sync();
        const last = old === undefined ? name : wanted;
        standing.names.push(last);
        standing.forms.set(last.toLowerCase(), sheet.id);
        sheets.push(last);
        onProgress?.(at + 1, plans.length);
      }
      const [first] = sheets;
      if (first !== undefined) context.workbook.worksheets.getItem(first).activate();
      await context.sync();
      return { sheets };
    },
    { patient: true },
  );
}

/** The sheets by name that were made as forms and still stand. */
export async function readFormSheets(context: Excel.RequestContext): Promise<string[]> {
  const { names, forms } = await readStanding(context);
  return names.filter((name) => forms.has(name.toLowerCase()));
}

interface Standing {
  /** All sheets, by name. */
  names: string[];
  /** Forms of ours: their id by name in small letters. */
  forms: Map<string, string>;
  ids: string[];
}

async function readStanding(context: Excel.RequestContext): Promise<Standing> {
  const setting = context.workbook.settings.getItemOrNullObject(MADE).load('value');
  const sheets = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  const known = new Set(setting.isNullObject ? [] : parseSheetIds(setting.value));
  const forms = sheets.items.filter(({ id }) => known.has(id));
  return {
    names: sheets.items.map(({ name }) => name),
    forms: new Map(forms.map(({ name, id }) => [name.toLowerCase(), id])),
    ids: forms.map(({ id }) => id),
  };
}

/** Queues a whole form: texts first, then what they look like, then the page. */
export function layPlan(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const all = { row: 0, column: 0, rowCount: plan.rowHeights.length, columnCount: plan.columnWidths.length };
  const texts = plan.rowHeights.map(() => plan.columnWidths.map(() => ''));
  for (const { row, column, text } of plan.cells) {
    const line = texts[row];
    if (line !== undefined) line[column] = text;
  }
  const whole = rangeOf(sheet, all);
  // Text before the values, so that nothing is read as a formula, a number or a date.
  for (const stripe of stripes(all, CELLS_A_WRITE)) {
    const piece = texts.slice(stripe.row, stripe.row + stripe.rowCount);
    const range = rangeOf(sheet, stripe);
    range.numberFormat = piece.map((line) => line.map(() => '@'));
    range.values = piece.map((line) => line.map(contentInFormat));
  }
  for (const { row, column, number, choices } of plan.cells) {
    const cell = sheet.getCell(row, column);
    if (number !== undefined) {
      cell.numberFormat = [[number.format]];
      cell.values = [[number.value]];
    }
    if (choices !== undefined) cell.dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(',') } };
  }
  whole.format.font.name = plan.font;
  whole.format.wrapText = true;
  // A number never wraps: where it has no room it would read ####.
  for (const { row, column, number } of plan.cells) {
    if (number === undefined) continue;
    const { format } = sheet.getCell(row, column);
    format.wrapText = false;
    format.shrinkToFit = true;
  }
  plan.columnWidths.forEach((width, at) => {
    rangeOf(sheet, { ...all, column: at, columnCount: 1, rowCount: 1 }).format.columnWidth = width;
  });
  plan.rowHeights.forEach((height, at) => {
    rangeOf(sheet, { ...all, row: at, rowCount: 1, columnCount: 1 }).format.rowHeight = height;
  });
  for (const { row, column, rowCount, columnCount } of plan.cells)
    if (rowCount * columnCount > 1) rangeOf(sheet, { row, column, rowCount, columnCount }).merge();
  for (const cells of byLook(plan.cells)) giveLook(sheet, cells);
  giveBorders(sheet, plan);
  sheet.showGridlines = false;
  layPage(sheet, plan, all);
}

function byLook(cells: readonly PlannedArea[]): PlannedArea[][] {
  const groups = new Map<string, PlannedArea[]>();
  for (const cell of cells) {
    const key = JSON.stringify(cell.look);
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / AREAS) }, (_, at) => group.slice(at * AREAS, (at + 1) * AREAS)),
  );
}

function giveLook(sheet: Excel.Worksheet, cells: readonly PlannedArea[]): void {
  const look: CellLook | undefined = cells[0]?.look;
  if (look === undefined) return;
  const { format } = sheet.getRanges(cells.map(absoluteArea).join(','));
  format.font.size = look.size;
  format.font.bold = look.bold;
  format.font.color = look.color;
  if (look.fill !== null) format.fill.color = look.fill;
  format.horizontalAlignment = look.align;
  format.verticalAlignment = look.valign;
}

/** Lines around and between the rows of a form, stretch by stretch; arrows and headings stand free. */
function giveBorders(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const framed = new Set(plan.cells.filter(({ look }) => look.border === 'thin').flatMap(rowsOf));
  const columnCount = plan.columnWidths.length;
  for (let row = 0; row < plan.rowHeights.length; row++) {
    if (!framed.has(row) || framed.has(row - 1)) continue;
    let end = row + 1;
    while (framed.has(end)) end++;
    const block = rangeOf(sheet, { row, column: 0, rowCount: end - row, columnCount });
    for (const name of EDGES) {
      if (name === 'InsideHorizontal' && end === row + 1) continue;
      drawLine(block.format.borders.getItem(name), 'Continuous');
    }
  }
  for (const cell of plan.cells) {
    if (cell.look.border !== 'box' && cell.look.border !== 'dashed') continue;
    for (const name of EDGES.slice(0, 4))
      drawLine(rangeOf(sheet, cell).format.borders.getItem(name), cell.look.border === 'box' ? 'Continuous' : 'Dash');
  }
}

function rowsOf({ row, rowCount }: PlannedArea): number[] {
  return Array.from({ length: rowCount }, (_, at) => row + at);
}

function drawLine(border: Excel.RangeBorder, style: 'Continuous' | 'Dash'): void {
  border.style = style;
  border.weight = 'Thin';
  border.color = '#7A7F85';
}

function layPage(sheet: Excel.Worksheet, { page }: SheetPlan, all: Parameters<typeof rangeOf>[1]): void {
  const layout = sheet.pageLayout;
  const { top, bottom, left, right, header, footer } = page.margins;
  layout.set({
    ...{ paperSize: A4, orientation: page.orientation, centerHorizontally: true },
    ...{ topMargin: top, bottomMargin: bottom, leftMargin: left, rightMargin: right },
    ...{ headerMargin: header, footerMargin: footer },
  });
  if (page.fit === 'onePage') layout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  else layout.zoom = { horizontalFitToPages: 1 };
  layout.setPrintArea(rangeOf(sheet, all));
  if (page.titleRows > 0) layout.setPrintTitleRows(rangeOf(sheet, { ...all, rowCount: page.titleRows }));
  for (const row of page.breaks)
    sheet.horizontalPageBreaks.add(rangeOf(sheet, { ...all, row, rowCount: 1, columnCount: 1 }));
  layout.headersFooters.defaultForAllPages.leftFooter = page.footer.left;
  layout.headersFooters.defaultForAllPages.rightFooter = page.footer.right;
}
