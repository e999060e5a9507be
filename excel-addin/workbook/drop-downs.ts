import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { absoluteAddress, quotedSheetName, rangeOf } from './area.ts';

/** A column of the table (from 0) and the formula of the cells that it chooses from. */
export interface DropDown {
  column: number;
  source: string;
}

/** The words of the message that a wrong choice gets. */
export interface DropDownWords {
  title: string;
  message: string;
}

/** Writes the lists side by side on their own hidden sheet, one a column; lists in a rule itself end at 255 characters. */
export function writeLists(sheet: Excel.Worksheet, lists: RegisterPlan['lists']): void {
  lists.forEach(({ title, values }, column) => {
    const range = rangeOf(sheet, { row: 0, column, rowCount: values.length + 1, columnCount: 1 });
    range.numberFormat = [title, ...values].map(() => ['@']);
    range.values = [title, ...values].map((value) => [value]);
  });
}

/** Which column of the register chooses from which list. */
export function dropDownsOf(plan: Pick<RegisterPlan, 'columns' | 'lists' | 'listsSheet'>): DropDown[] {
  return plan.columns.flatMap(({ list }, column) => {
    const at = plan.lists.findIndex(({ id }) => id === list);
    const values = plan.lists[at]?.values;
    if (list === null || values === undefined) return [];
    const area = { row: 1, column: at, rowCount: values.length, columnCount: 1 };
    return [{ column, source: `=${quotedSheetName(plan.listsSheet)}!${absoluteAddress(area)}` }];
  });
}

/** Queues the drop-downs for the rows of `body`. Blank stays allowed: a complaint may not be graded yet. */
export function offerChoices(sheet: Excel.Worksheet, body: Area, dropDowns: DropDown[], words: DropDownWords): void {
  for (const { column, source } of dropDowns) {
    const rule = rangeOf(sheet, { ...body, column: body.column + column, columnCount: 1 }).dataValidation;
    rule.rule = { list: { inCellDropDown: true, source } };
    rule.ignoreBlanks = true;
    rule.errorAlert = { ...words, showAlert: true, style: 'Stop' };
  }
}

/** Gives new rows the drop-downs of the last row before them, unless the table's growing has done so already. */
export async function continueChoices(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  lastRow: Area,
  added: Area,
  columns: number[],
): Promise<void> {
  const pairs = columns.map((column) => {
    const cell = { column: lastRow.column + column, columnCount: 1 };
    return {
      from: rangeOf(sheet, { ...lastRow, ...cell }).dataValidation.load('type,rule,errorAlert,ignoreBlanks'),
      to: rangeOf(sheet, { ...added, ...cell }).dataValidation.load('type'),
    };
  });
  await context.sync();
  for (const { from, to } of pairs) {
    if (from.type !== 'List' || to.type === 'List') continue;
    to.rule = from.rule;
    to.ignoreBlanks = from.ignoreBlanks;
    to.errorAlert = from.errorAlert;
  }
}
