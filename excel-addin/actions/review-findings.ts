import type { Moment } from '../../core/complaint/moment.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { twinRowsInSteps } from '../../core/queue/twin-rows.ts';
import type { Dismissal } from '../../core/register/findings/decision.ts';
import { reviewRegister, type Review } from '../../core/register/findings/review.ts';
import { LARGEST_LIST } from '../../core/register/listed-names.ts';
import { openRegisterInSteps } from '../../core/register/refresh/open-register.ts';
import { planRefresh } from '../../core/register/refresh/plan-refresh.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import { registerPolicy } from '../../core/register/settings/register-policy.ts';
import { inSlices } from '../in-slices.ts';
import { readEventLog } from '../workbook/event-log.ts';
import { readDecisions } from '../workbook/finding-decisions.ts';
import { readOwnSheets } from '../workbook/own-sheets.ts';
import { readRegisterCells, type ReadTrouble } from '../workbook/read-register-cells.ts';
import { readSmallSheets } from '../workbook/read-sheets.ts';

export type ReviewStage = 'reading' | 'checkingRows' | 'comparing';

export interface ReviewOptions {
  asOf: Moment;
  onProgress?: ((stage: ReviewStage, done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** What is to be looked at in the register as it stands. Nothing was written. */
export interface ReviewRead {
  memory: RegisterMemory;
  sheet: string;
  /** Complaints that were looked at. */
  rows: number;
  columns: RegisterColumn[];
  /** The table's first column on its sheet. */
  firstColumn: number;
  review: Review;
  dismissed: Dismissal[];
}

/** Reads the register with its log and works out, in slices, what a person should look at. */
export async function readReview(
  memory: RegisterMemory,
  { asOf, onProgress, signal }: ReviewOptions,
): Promise<Outcome<ReviewRead, ReadTrouble>> {
  const policy = registerPolicy(memory);
  if (policy === null) return refuse('registerGone', { table: memory.tableName });
  const read = await readRegisterCells(memory, { signal, onProgress: (at, of) => onProgress?.('reading', at, of) });
  if (!read.ok) return read;
  const log = await readEventLog();
  if (!log.ok) return log;
  const decisions = await readDecisions();
  if (!decisions.ok) return decisions;
  const own = await readOwnSheets();
  if (!own.ok) return own;
  const lists = await readSmallSheets(LARGEST_LIST, [...own.value, read.value.cells.sheet]);
  if (!lists.ok) return lists;
  const opened = await inSlices(openRegisterInSteps(memory, read.value.cells, { zone: memory.zone, asOf }), {
    signal,
    onProgress: (at) => onProgress?.('checkingRows', at.done, at.of),
  });
  if (!opened.ok) return opened;
  const register = opened.value;
  const planned = await inSlices(
    planRefresh({
      ...{ memory, register, pack: policy.pack, company: memory.company, asOf, zone: memory.zone },
      eventsOf: log.value.log.eventsOf,
    }),
    { signal, onProgress: (at) => onProgress?.('checkingRows', at.done, at.of) },
  );
  if (!planned.ok) return planned;
  onProgress?.('comparing', 0, planned.value.rowsLooked);
  const reviewed = await inSlices(
    reviewRegister(register, planned.value.findings, { asOf, findTwins: twinRowsInSteps, lists: lists.value }),
    {
      signal,
      onProgress: (at) => onProgress?.('comparing', at.done, at.of),
    },
  );
  if (!reviewed.ok) return reviewed;
  return done({
    ...{ memory, sheet: read.value.cells.sheet, rows: planned.value.rowsLooked, columns: register.columns },
    ...{ review: reviewed.value, dismissed: decisions.value, firstColumn: read.value.cells.area.column },
  });
}
