import type { Outcome } from '../../core/outcome.ts';
import { loadPapers } from './paper-memory.ts';
import { runBatch, type WorkbookTrouble } from './run-batch.ts';

/** Names of the sheets that hold papers of the add-in now, each with the sheet of its lists. */
export interface PaperSheets {
  /** Of the last report that was written. */
  report: string[];
  performance: string[];
}

/** Looks which sheets are reports and performance sheets, by their ids: people rename sheets. */
export function readPaperSheets(): Promise<Outcome<PaperSheets, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const sheets = context.workbook.worksheets.load('items/name,items/id');
    const remembered = loadPapers(context);
    await context.sync();
    const nameOf = new Map(sheets.items.map(({ id, name }) => [id, name]));
    const namesOf = ({ sheet, lists }: { sheet: string; lists: string | null }) =>
      [sheet, lists].flatMap((id) => (id === null ? [] : (nameOf.get(id) ?? [])));
    const { papers } = remembered();
    const reports = papers.filter(({ kind, sheet }) => kind === 'report' && nameOf.has(sheet));
    const last = reports.reduce<(typeof reports)[number] | undefined>(
      (latest, paper) => (latest === undefined || paper.period >= latest.period ? paper : latest),
      undefined,
    );
    return {
      report: last === undefined ? [] : namesOf(last),
      performance: papers.filter(({ kind }) => kind === 'performance').flatMap(namesOf),
    };
  });
}
