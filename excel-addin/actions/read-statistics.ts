import type { Moment } from '../../core/complaint/moment.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { ComplaintFacts } from '../../core/statistics/complaint-facts.ts';
import { takeFacts } from '../../core/statistics/take-facts.ts';
import { inSlices } from '../in-slices.ts';
import type { ReadTrouble } from '../workbook/read-register-cells.ts';
import { readComplaintBook, type ComplaintBook } from './read-complaint.ts';

export type StatisticsStage = 'reading' | 'counting' | 'writing' | 'pivots';

export interface StatisticsOptions {
  asOf: Moment;
  onProgress?: ((stage: StatisticsStage, done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** The register as it stands and the facts of its complaints, from which all statistics are computed. */
export interface StatisticsRead {
  book: ComplaintBook;
  facts: ComplaintFacts[];
}

/** Reads register and log and takes the facts in slices; everything else is computed from them without the workbook. */
export async function readStatistics(
  known: RegisterMemory,
  { asOf, onProgress, signal }: StatisticsOptions,
): Promise<Outcome<StatisticsRead, ReadTrouble>> {
  const read = await readComplaintBook(known, asOf, {
    signal,
    onProgress: (at, of) => onProgress?.('reading', at, of),
  });
  if (!read.ok) return read;
  const book = read.value;
  const { register, memory, pack, log } = book;
  const { company, zone } = memory;
  const work = takeFacts({ register, memory, pack, company, asOf, zone, eventsOf: log.eventsOf });
  const facts = await inSlices(work, { signal, onProgress: (at) => onProgress?.('counting', at.done, at.of) });
  return facts.ok ? done({ book, facts: facts.value }) : facts;
}
