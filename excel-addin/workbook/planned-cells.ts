import type { PlannedCell } from '../../core/register/register-plan.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { CELLS_A_WRITE, CHARACTERS_A_REQUEST, groupBySize, rangeOf, stripes } from './area.ts';

const GENERAL = 'General';
const TEXT = '@';

/** The number format of a cell to write: text is text (`@`), a formula must be able to calculate, all else as planned. */
export function formatFor(cell: PlannedCell, planned: string | null): string {
  if (typeof cell === 'object') return planned === null || planned === TEXT ? GENERAL : planned;
  if (typeof cell === 'string' && cell !== '') return TEXT;
  return planned ?? GENERAL;
}

/** What is handed to the host for a cell. */
export function contentOf(cell: PlannedCell): CellValue {
  return typeof cell === 'object' ? cell.formula : cell;
}

/** As `contentOf`, for a cell that gets the format of `formatFor` first: text needs no apostrophe there, it would be seen. */
export function contentInFormat(cell: PlannedCell): CellValue {
  return typeof cell === 'string' ? cell.replace(/^'/, '') : contentOf(cell);
}

/** A block of rows with the place where it goes. */
export interface PlannedBlock {
  area: Area;
  contents: CellValue[][];
  formats: string[][];
}

/**
 * Cuts rows into blocks that the host takes in one piece, each when it is asked for: all at once would hold the page.
 * `formats` holds one planned format a column.
 */
export function* blocksOf(area: Area, rows: PlannedCell[][], formats: (string | null)[]): Generator<PlannedBlock> {
  for (const part of stripes(area, CELLS_A_WRITE)) {
    const first = part.row - area.row;
    const cells = rows.slice(first, first + part.rowCount);
    yield {
      area: part,
      contents: cells.map((row) => row.map(contentInFormat)),
      formats: cells.map((row) => row.map((cell, column) => formatFor(cell, formats[column] ?? null))),
    };
  }
}

/** Gathers blocks into groups for one round trip each, as they are asked for. */
export function requestsOf(blocks: Iterable<PlannedBlock>): Generator<PlannedBlock[]> {
  const size = ({ contents, formats }: PlannedBlock) =>
    JSON.stringify(contents).length + JSON.stringify(formats).length;
  return groupBySize(blocks, size, CHARACTERS_A_REQUEST);
}

/** So many rows are written by a group. */
export function rowsIn(group: readonly PlannedBlock[]): number {
  return group.reduce((sum, { area }) => sum + area.rowCount, 0);
}

/** Queues a block: formats first, so that text is never read as a formula, a number or a date. */
export function writeBlock(sheet: Excel.Worksheet, block: PlannedBlock): void {
  const range = rangeOf(sheet, block.area);
  range.numberFormat = block.formats;
  range.values = block.contents;
}
