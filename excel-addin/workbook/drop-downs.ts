import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { absoluteAddress, quotedSheetName, rangeOf } from './area.ts';
import type { Decorations } from './register-memory.ts';

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
export function dropDownsOf(plan: RegisterPlan): Decorations['dropDowns'] {
  return plan.columns.flatMap(({ list }, column) => {
    const at = plan.lists.findIndex(({ id }) => id === list);
    const values = plan.lists[at]?.values;
    if (list === null || values === undefined) return [];
    const area = { row: 1, column: at, rowCount: values.length, columnCount: 1 };
    return [{ column, source: `=${quotedSheetName(plan.listsSheet)}!${absoluteAddress(area)}` }];
  });
}

/** Queues the drop-downs for the rows of `body`. Blank stays allowed: a complaint may not be graded yet. */
export function offerChoices(
  sheet: Excel.Worksheet,
  body: Area,
  dropDowns: Decorations['dropDowns'],
  words: DropDownWords,
): void {
  for (const { column, source } of dropDowns) {
    const rule = rangeOf(sheet, { ...body, column: body.column + column, columnCount: 1 }).dataValidation;
    rule.rule = { list: { inCellDropDown: true, source } };
    rule.ignoreBlanks = true;
    rule.errorAlert = { ...words, showAlert: true, style: 'Stop' };
  }
}
