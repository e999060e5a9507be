import { refuse, type Outcome } from '../../core/outcome.ts';
import { planPerformance } from '../../core/statistics/performance/plan-performance.ts';
import { readPaper } from '../workbook/read-paper.ts';
import { writePaper, type PaperWritten } from '../workbook/report-sheet.ts';
import { readStatistics } from './read-statistics.ts';
import { numberColumn, type PaperRequest, type PaperTrouble } from './write-report.ts';

/**
 * Writes performance and accountability of a period onto a sheet of its own, which can be left out of copies. One that stands
 * is replaced with the decisions and appeals in it; where anything else was changed it stays, and the new one is put beside it.
 */
export async function writePerformance(request: PaperRequest): Promise<Outcome<PaperWritten, PaperTrouble>> {
  const { memory, period, asOf, companyName, volumes = [], onProgress, signal } = request;
  const read = await readStatistics(memory, { asOf, signal, onProgress });
  if (!read.ok) return read;
  const { book, facts } = read.value;
  const numbers = numberColumn(book);
  if (numbers === null) return refuse('numberColumnMissing');
  const standing = await readPaper('performance', period.id);
  if (!standing.ok) return standing;
  const { locale, zone, company } = book.memory;
  const frame = { pack: book.pack, company, locale, zone, asOf, companyName, volumes };
  const { sheet, charts, lists } = planPerformance(facts, period, frame, standing.value?.written);
  return writePaper(
    {
      ...{ kind: 'performance', period: period.id, plan: sheet, charts, lists, numbers, at: asOf, locale },
      replaces: standing.value,
    },
    { signal, onProgress: (done, of) => onProgress?.('writing', done, of) },
  );
}
