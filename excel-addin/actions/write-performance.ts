import type { Outcome } from '../../core/outcome.ts';
import { planPerformance } from '../../core/statistics/performance/plan-performance.ts';
import type { PaperWritten } from '../workbook/report-sheet.ts';
import { writePaperOf, type PaperRequest, type PaperTrouble } from './write-paper-of.ts';

/** Writes performance and accountability of a period onto a sheet of its own, which can be left out of copies. */
export function writePerformance(request: PaperRequest): Promise<Outcome<PaperWritten, PaperTrouble>> {
  return writePaperOf('performance', planPerformance, request);
}
