import type { Outcome } from '../../core/outcome.ts';
import type { JournalEntry } from '../../core/register/journal/journal-entry.ts';
import { readChangeJournal } from './change-journal.ts';
import { findLog } from './event-log.ts';
import { readFormSheets } from './form-sheet.ts';
import { loadPapers } from './paper-memory.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';
import { findSettingsSheet } from './settings-sheet.ts';
import { loadStatistics } from './statistics-memory.ts';

/**
 * Names of the sheets that the add-in made besides a register turned in place: what a team writes or prints there looks like
 * a ledger or a form of theirs, and is none. Known by the journal, the memories and the headings.
 */
export function readOwnSheets(): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const { sheet: journal, entries } = await readChangeJournal(context);
    const log = (await findLog(context))?.worksheet.load('name');
    const papers = loadPapers(context);
    const statistics = loadStatistics(context);
    const sheets = context.workbook.worksheets.load('items/name,items/id');
    await context.sync();
    const ids = new Set<string | null>([
      ...papers().papers.flatMap(({ sheet, lists }) => [sheet, lists]),
      ...papers().begun.map(({ id }) => id),
      ...Object.values(statistics().sheets),
    ]);
    const names = new Set([
      ...[journal, log?.name, await findSettingsSheet(context)],
      ...(await readFormSheets(context)),
      ...entries.flatMap(namesIn),
    ]);
    return sheets.items.flatMap(({ name, id }) => (names.has(name) || ids.has(id) ? [name] : []));
  });
}

/**
 * Names of the sheets that the add-in writes as a whole: statistics, papers with their lists, settings, drop-down lists. Known
 * by the memories and the journal; headings mean there what the add-in means by them.
 */
export function readWrittenSheets(): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const { entries } = await readChangeJournal(context);
    const papers = loadPapers(context);
    const statistics = loadStatistics(context);
    const sheets = context.workbook.worksheets.load('items/name,items/id');
    await context.sync();
    const ids = new Set<string | null>([
      ...papers().papers.flatMap(({ sheet, lists }) => [sheet, lists]),
      ...Object.values(statistics().sheets),
    ]);
    const names = new Set([
      await findSettingsSheet(context),
      ...entries.flatMap((entry) => (entry.kind === 'built' ? [entry.listsSheet] : [])),
    ]);
    return sheets.items.flatMap(({ name, id }) => (names.has(name) || ids.has(id) ? [name] : []));
  });
}

function namesIn(entry: JournalEntry): (string | null)[] {
  if (entry.kind === 'made') return [entry.sheet];
  if (entry.kind !== 'built') return [];
  return [entry.backup, entry.listsSheet, entry.placement === 'newSheet' ? entry.sheet : null];
}
