import type { Moment } from '../../core/complaint/moment.ts';
import { refuse, type Outcome } from '../../core/outcome.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { Period } from '../../core/statistics/period.ts';
import { isSigned, type planReport } from '../../core/statistics/report/plan-report.ts';
import type { NumberColumn } from '../../core/statistics/report/row-link.ts';
import type { SalesVolume } from '../../core/statistics/volumes.ts';
import { readPaper } from '../workbook/read-paper.ts';
import type { ReadTrouble } from '../workbook/read-register-cells.ts';
import { writePaper, type PaperToWrite, type PaperWritten } from '../workbook/report-sheet.ts';
import type { ComplaintBook } from './read-complaint.ts';
import { readStatistics } from './read-statistics.ts';

export type PaperStage = 'reading' | 'counting' | 'writing' | 'pivots';
export type PaperTrouble = ReadTrouble | 'numberColumnMissing';

export interface PaperRequest {
  memory: RegisterMemory;
  period: Period;
  asOf: Moment;
  /** Above the title; null: nobody has said it. */
  companyName: string | null;
  volumes?: readonly SalesVolume[];
  onProgress?: ((stage: PaperStage, done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * Writes a paper of a period onto sheets of its own. One of the period that stands is replaced, with what people wrote into it;
 * one that is signed, or in which anything else was changed, stays and the new one is put beside it.
 */
export async function writePaperOf(
  kind: PaperToWrite['kind'],
  planPaper: typeof planReport,
  request: PaperRequest,
): Promise<Outcome<PaperWritten, PaperTrouble>> {
  const { memory, period, asOf, companyName, volumes = [], onProgress, signal } = request;
  const read = await readStatistics(memory, { asOf, signal, onProgress });
  if (!read.ok) return read;
  const { book, facts } = read.value;
  const numbers = numberColumn(book);
  if (numbers === null) return refuse('numberColumnMissing');
  const standing = await readPaper(kind, period.id);
  if (!standing.ok) return standing;
  const written = standing.value?.written ?? new Map<string, string>();
  const { locale, zone, company } = book.memory;
  const frame = { pack: book.pack, company, locale, zone, asOf, companyName, volumes };
  const { sheet, charts, lists } = planPaper(facts, period, frame, written);
  return writePaper(
    {
      ...{ kind, period: period.id, plan: sheet, charts, lists, numbers, at: asOf, locale },
      replaces: isSigned(written) ? null : standing.value,
    },
    { signal, onProgress: (done, of) => onProgress?.('writing', done, of) },
  );
}

/** Where the complaints' numbers stand; null when the column was taken away. */
function numberColumn({ register, memory }: ComplaintBook): NumberColumn | null {
  const { cells, columns } = register;
  const at = columns.findIndex(({ role }) => role === 'number');
  const header = columns[at]?.header;
  if (header === undefined) return null;
  return { sheet: cells.sheet, table: memory.tableName, header };
}
