import type { Outcome } from '../../core/outcome.ts';
import type { CellChange } from '../../core/register/refresh/plan-refresh.ts';
import type { RegisterMemory } from '../../core/register/register-plan.ts';
import type { CellValue } from '../../core/register/sheet-reading.ts';
import { CELLS_A_WRITE, CHARACTERS_A_REQUEST, groupBySize } from './area.ts';
import { keepCells, sendChecked, type WriteCheck } from './checked-write.ts';
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
  /** The heading of the complaint numbers, the number of each row and how many rows there were as they were read; null: it has no such column. */
  numbered: { header: string; numberOf: (row: number) => CellValue; rowCount: number } | null;
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export type WriteTrouble = 'cancelled' | 'changedMeanwhile';

/** Cells below each other in one column, written in one go. */
interface Stretch {
  header: string;
  first: number;
  cells: CellChange[];
}

/**
 * Writes cells of the register's own columns, each found by its column's header, so that columns which moved meanwhile are
 * no harm. Rows that a filter hides part no stretch: each cell is written by itself then, since a block would land in the
 * visible rows (office-js #224). A run that breaks off is completed by the next refresh. `changedMeanwhile`: rows have moved
 * since they were read; what stood in the cells is put back.
 */
export function writeRefresh(request: WriteRequest): Promise<Outcome<number, WorkbookTrouble | WriteTrouble>> {
  const { tableName, changes, memory, stored, isFiltered, numbered, onProgress, signal } = request;
  return runBatch<number, WriteTrouble>(
    async (context) => {
      const table = context.workbook.tables.getItem(tableName);
      const { columns } = table;
      const given = new Map<number, CellValue>();
      const stretches = stretchesOf(changes, isFiltered ? 1 : CELLS_A_WRITE);
      const requests = [...groupBySize(stretches, sizeOf, CHARACTERS_A_REQUEST)];
      if (memory !== null) rememberRegister(context, memory, stored);
      if (requests.length === 0) await context.sync();
      for (const [done, stretches] of requests.entries()) {
        if (signal?.aborted === true) throw new Stop('cancelled');
        onProgress?.(done, requests.length);
        const checks = numbered === null ? [] : stretches.map((stretch) => look(table, stretch, numbered, given));
        for (const stretch of stretches) writeStretch(columns, stretch);
        // One round trip a request: the host takes no more than 5 MB at once.
        await sendChecked(context, checks);
        for (const { header, cells } of stretches)
          if (header === numbered?.header) for (const { row, cell } of cells) given.set(row, contentInFormat(cell));
      }
      return changes.length;
    },
    { patient: true },
  );
}

function rangeIn(columns: Excel.TableColumnCollection, header: string, { first, cells }: Stretch): Excel.Range {
  return columns
    .getItem(header)
    .getDataBodyRange()
    .getCell(first, 0)
    .getResizedRange(cells.length - 1, 0);
}

function writeStretch(columns: Excel.TableColumnCollection, stretch: Stretch): void {
  const range = rangeIn(columns, stretch.header, stretch);
  range.numberFormat = stretch.cells.map(({ cell, format }) => [formatFor(cell, format)]);
  range.values = stretch.cells.map(({ cell }) => [contentInFormat(cell)]);
}

/**
 * Queues the reading of a stretch and of its rows' numbers as they stand right before it is written, in the same request: a
 * co-author may have put a row between since they were read. A row without a number is known by the count of all rows alone.
 * `given`: numbers that the requests before have written.
 */
function look(
  table: Excel.Table,
  stretch: Stretch,
  { header, numberOf, rowCount }: NonNullable<WriteRequest['numbered']>,
  given: ReadonlyMap<number, CellValue>,
): WriteCheck {
  const { columns } = table;
  const wanted = stretch.cells.map(({ row }) => String(given.get(row) ?? numberOf(row)));
  const body = wanted.includes('') ? table.getDataBodyRange().load('rowCount') : null;
  const numbers = rangeIn(columns, header, stretch).load('values');
  return {
    hasMoved: () =>
      (body !== null && body.rowCount !== rowCount) ||
      wanted.some((number, at) => String(numbers.values[at]?.[0] ?? '') !== number),
    putBack: keepCells(rangeIn(columns, stretch.header, stretch)),
  };
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
