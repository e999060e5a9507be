import type { Outcome } from '../../core/outcome.ts';
import type { JournalEntry } from '../../core/register/journal/journal-entry.ts';
import { readChangeJournal } from './change-journal.ts';
import { findLog } from './event-log.ts';
import { readFormSheets } from './form-sheet.ts';
import { loadPapers } from './paper-memory.ts';
import { readMarks } from './sheet-marks.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';
import { findSettingsSheet } from './settings-sheet.ts';
import { loadStatistics } from './statistics-memory.ts';

/**
 * Names of the sheets that the add-in made besides a register turned in place: what a team writes or prints there looks like
 * a ledger or a form of theirs, and is none. Known by the journal, the memories, the headings and their marks, which also
 * those bear that a restore has left.
 */
export function readOwnSheets(): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const log = (await findLog(context))?.worksheet.load('name');
    const { journal, entries, begun, settings, written, named } = await lookAtSheets(context);
    const forms = await readFormSheets(context);
    const { all } = await readMarks(context);
    const copies = entries.flatMap((entry) => (entry.kind === 'built' ? [entry.marks?.backup] : []));
    const marked = all
      .filter(({ mark }) => mark !== null && (!isLedgers(mark) || copies.includes(mark)))
      .map(({ name }) => name);
    return named(
      [...written, ...begun],
      [journal, log?.name, settings, ...forms, ...marked, ...entries.flatMap(namesIn)],
    );
  });
}

/**
 * Names of the sheets that the add-in writes as a whole: statistics, papers with their lists, findings, settings, drop-down lists.
 * Known by the memories and the journal; headings mean there what the add-in means by them.
 */
export function readWrittenSheets(): Promise<Outcome<string[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const { entries, settings, written, named } = await lookAtSheets(context);
    const noted = entries.flatMap((entry) => {
      if (entry.kind === 'built') return [entry.listsSheet];
      return entry.kind === 'made' && entry.what === 'findings' ? [entry.sheet] : [];
    });
    return named(written, [settings, ...noted]);
  });
}

/** What journal, memories and headings tell of our sheets; `named` gives the names of those that are there. */
async function lookAtSheets(context: Excel.RequestContext) {
  const { sheet: journal, entries } = await readChangeJournal(context);
  const papers = loadPapers(context);
  const statistics = loadStatistics(context);
  const sheets = context.workbook.worksheets.load('items/name,items/id');
  await context.sync();
  type Known = readonly (string | null | undefined)[];
  return {
    ...{ journal, entries },
    settings: await findSettingsSheet(context),
    /** By id. */
    written: [...papers().papers.flatMap(({ sheet, lists }) => [sheet, lists]), ...Object.values(statistics().sheets)],
    begun: papers().begun.map(({ id }) => id),
    named: (ids: Known, names: Known) =>
      sheets.items.flatMap(({ id, name }) => (ids.includes(id) || names.includes(name) ? [name] : [])),
  };
}

/** A copy of the ledger, or a register, that a restore has left: it may be turned into a register again. */
function isLedgers(mark: string): boolean {
  return mark.startsWith('backup ') || mark.startsWith('register ');
}

function namesIn(entry: JournalEntry): (string | null)[] {
  if (entry.kind === 'made') return [entry.sheet];
  if (entry.kind !== 'built') return [];
  return [entry.backup, entry.listsSheet, entry.placement === 'newSheet' ? entry.sheet : null];
}
