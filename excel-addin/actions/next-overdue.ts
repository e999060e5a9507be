import type { Moment } from '../../core/complaint/moment.ts';
import { done, type Outcome } from '../../core/outcome.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { WorkbookTrouble } from '../workbook/run-batch.ts';
import { selectedPlace } from '../workbook/selected-place.ts';
import { showCell } from '../workbook/show-cell.ts';
import { readToday, type TodayRow } from './read-today.ts';

/**
 * Selects the most overdue complaint; when an overdue one is selected, the next most overdue, after the last the first
 * again. Null when nothing is overdue.
 */
export async function nextOverdue(
  memory: RegisterMemory,
  asOf: Moment,
): Promise<Outcome<TodayRow | null, WorkbookTrouble | 'registerGone' | 'sheetGone'>> {
  const today = await readToday(memory, asOf);
  if (!today.ok) return today;
  const { overdue } = today.value.lists;
  if (overdue.length === 0) return done(null);
  // Where it is not known what is selected (a chart, several areas), it begins with the first.
  const selected = await selectedPlace();
  const at =
    selected.ok && selected.value.sheet === today.value.sheet
      ? overdue.findIndex(({ row }) => row === selected.value.row)
      : -1;
  const next = overdue[(at + 1) % overdue.length] ?? null;
  if (next === null) return done(null);
  const shown = await showCell(today.value.sheet, next.row, next.column);
  return shown.ok ? done(next) : shown;
}
