import type { Outcome } from '../../core/outcome.ts';
import type { CellChange } from '../../core/register/refresh/plan-refresh.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import { CELLS_A_WRITE, CHARACTERS_A_REQUEST, groupBySize } from './area.ts';
import { contentInFormat, contentOf, formatFor } from './planned-cells.ts';
import { rememberRegister } from './register-memory.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

export interface WriteRequest {
  tableName: string;
  changes: readonly CellChange[];
  /** The memory to keep with the changes; null: that of before. */
  memory: RegisterMemory | null;
  /** What the workbook remembered when it was read last before. */
  stored: RegisterMemory | null;
  /** Rows are hidden by a filter. */
  isFiltered: boolean;
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/** Cells below each other in one column, written in one go. */
interface Stretch {
  header: string;
  first: number;
  cells: CellChange[];
}

/**
 * Writes cells of the register's own columns, each found by its column's header, so that columns which moved meanwhile are
 * no harm. Rows that a filter hides part no stretch: each cell is written by itself then, since a block would land in the
 * visible rows (office-js #224). A run that breaks off is completed by the next refresh.
 */
export function writeRefresh(request: WriteRequest): Promise<Outcome<number, WorkbookTrouble | 'cancelled'>> {
  const { tableName, changes, memory, stored, isFiltered, onProgress, signal } = request;
  return runBatch<number, 'cancelled'>(
    async (context) => {
      const { columns } = context.workbook.tables.getItem(tableName);
      const requests = groupBySize(stretchesOf(changes, isFiltered ? 1 : CELLS_A_WRITE), sizeOf, CHARACTERS_A_REQUEST);
      if (memory !== null) rememberRegister(context, memory, stored);
      if (requests.length === 0) await context.sync();
      for (const [done, stretches] of requests.entries()) {
        if (signal?.aborted === true) throw new Stop('cancelled');
        onProgress?.(done, requests.length);
        for (const stretch of stretches) writeStretch(columns, stretch);
        // One round trip a request: the host takes no more than 5 MB at once.
        // eslint-disable-next-line office-addins/no-context-sync-in-loop
        await context.sync();
      }
      return changes.length;
    },
    { patient: true },
  );
}

function writeStretch(columns: Excel.TableColumnCollection, { header, first, cells }: Stretch): void {
  const range = columns
    .getItem(header)
    .getDataBodyRange()
    .getCell(first, 0)
    .getResizedRange(cells.length - 1, 0);
  range.numberFormat = cells.map(({ cell, format }) => [formatFor(cell, format)]);
  range.values = cells.map(({ cell }) => [contentInFormat(cell)]);
}

function stretchesOf(changes: readonly CellChange[], longest: number): Stretch[] {
  const byColumn = [...changes].sort((a, b) => a.column - b.column || a.row - b.row);
  const stretches: Stretch[] = [];
  for (const change of byColumn) {
    const last = stretches.at(-1);
    const follows =
      last?.header === change.header && last.first + last.cells.length === change.row && last.cells.length < longest;
    if (follows) last.cells.push(change);
    else stretches.push({ header: change.header, first: change.row, cells: [change] });
  }
  return stretches;
}

/** A stretch costs its contents and about as much as three hundred characters for its calls. */
function sizeOf({ cells }: Stretch): number {
  return 300 + cells.reduce((sum, { cell }) => sum + 20 + String(contentOf(cell)).length, 0);
}
