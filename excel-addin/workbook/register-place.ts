import type { Outcome } from '../../core/outcome.ts';
import { REGISTER_PLACE, registerPlace } from '../../core/statistics/report/row-link.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** Queues, on a new sheet, the name that its links into the register rest on. */
export function namePlace(sheet: Excel.Worksheet, register: string): void {
  sheet.names.add(REGISTER_PLACE, registerPlace(register)).visible = false;
}

/** Lets the links of all sheets lead to the register again after its sheet was renamed; writes nothing where they do. */
export function followRegister(register: string): Promise<Outcome<null, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const sheets = context.workbook.worksheets.load('items/id');
    await context.sync();
    const places = sheets.items.map(({ names }) => names.getItemOrNullObject(REGISTER_PLACE).load('formula'));
    await context.sync();
    const wanted = registerPlace(register);
    const stale = places.filter((place) => !place.isNullObject && place.formula !== wanted);
    for (const place of stale) place.formula = wanted;
    if (stale.length > 0) await context.sync();
    return null;
  });
}
