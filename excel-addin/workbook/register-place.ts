import type { Outcome } from '../../core/outcome.ts';
import { REGISTER_PLACE, registerPlace } from '../../core/statistics/report/row-link.ts';
import { readChangeJournal } from './change-journal.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';
import { readMarks } from './sheet-marks.ts';

/** Queues, on a new sheet, the name that its links into the register rest on. */
export function namePlace(sheet: Excel.Worksheet, register: string): void {
  sheet.names.add(REGISTER_PLACE, registerPlace(register)).visible = false;
}

/**
 * Lets the links of all sheets that were made for the register lead to it again after its sheet was renamed; writes nothing
 * where they do. What a register that was taken back has left tells of another ledger: its links stay as they are.
 */
export function followRegister(register: string): Promise<Outcome<null, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const { all } = await readMarks(context);
    const places = all.map(({ name, mark }) => {
      const { names } = context.workbook.worksheets.getItem(name);
      return { mark, place: names.getItemOrNullObject(REGISTER_PLACE).load('formula') };
    });
    await context.sync();
    const wanted = registerPlace(register);
    const stale = places.filter(({ place }) => !place.isNullObject && place.formula !== wanted);
    if (stale.length === 0) return null;
    const { entries } = await readChangeJournal(context);
    const ours = new Set(entries.map((entry) => (entry.kind === 'made' ? entry.mark : undefined)));
    for (const { mark, place } of stale) if (mark === null || ours.has(mark)) place.formula = wanted;
    await context.sync();
    return null;
  });
}
