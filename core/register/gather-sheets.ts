import type { Steps } from '../steps.ts';
import { gatherForms } from './gather-forms.ts';
import { joinSheets, type ReadSheet } from './join-sheets.ts';
import type { LedgerRefusal } from './ledger-reading.ts';
import { readLedgerInSteps } from './read-ledger.ts';
import type { SheetReading } from './sheet-reading.ts';

export interface GatheredSheets {
  /** Sheets that do not stand in the workbook: forms collected into rows, and sheets of the same columns joined. */
  gathered: SheetReading[];
  /** Each sheet that is a ledger by itself, as read. */
  read: ReadSheet[];
  refusals: LedgerRefusal[];
}

/** Reads every sheet by itself, and gathers what belongs together: a form a sheet, a month a sheet. */
export function* gatherSheets(sheets: readonly SheetReading[]): Steps<GatheredSheets> {
  const read: ReadSheet[] = [];
  const refusals: LedgerRefusal[] = [];
  for (const sheet of sheets) {
    const reading = yield* readLedgerInSteps(sheet);
    if (reading.ok) read.push({ sheet, ledger: reading.ledger });
    else refusals.push(reading);
  }
  const refused = new Set(refusals.flatMap(({ code, sheet }) => (code === 'oneFormPerSheet' ? [sheet] : [])));
  const forms = gatherForms(sheets.filter(({ name }) => refused.has(name)));
  return { gathered: [...joinSheets(read), ...(forms === null ? [] : [forms])], read, refusals };
}
