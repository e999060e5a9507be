import type { Outcome } from '../../core/outcome.ts';
import { planReport } from '../../core/statistics/report/plan-report.ts';
import type { PaperWritten } from '../workbook/report-sheet.ts';
import { writePaperOf, type PaperRequest, type PaperTrouble } from './write-paper-of.ts';

/** Writes the analysis report of a period onto sheets of its own. */
export function writeReport(request: PaperRequest): Promise<Outcome<PaperWritten, PaperTrouble>> {
  return writePaperOf('report', planReport, request);
}
