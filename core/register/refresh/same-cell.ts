import type { PlannedCell } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';
import { cellKey, type RegisterCells } from './open-register.ts';

/** Half a second as a share of a day: serials of one moment may differ in their last bits. */
const SAME_MOMENT = 0.5 / 86_400;

/** Whether a cell holds already what is planned for it. A guarding apostrophe is no part of the text. */
export function sameCell(planned: Exclude<PlannedCell, object>, current: CellValue): boolean {
  if (typeof planned === 'number') return typeof current === 'number' && Math.abs(planned - current) < SAME_MOMENT;
  if (typeof planned === 'string') return typeof current === 'string' && current === planned.replace(/^'/, '');
  return planned === current;
}

/**
 * Whether a state cell still works: it holds a formula that answers words. All rows have the same formula, which follows its
 * row wherever that goes; what is not a formula any more, or has lost what it refers to, is written anew. An error that it
 * passes on from a cell of the user's (`#N/A`, `#VALUE!` …) is no fault of its own.
 */
export function soundState(current: CellValue, { constants }: RegisterCells, row: number, column: number): boolean {
  if (constants.has(cellKey(row, column))) return false;
  return typeof current === 'string' && current.trim() !== '' && !LOST.has(current);
}

/** What a formula shows that has lost a cell or a column that it refers to. */
const LOST: ReadonlySet<string> = new Set(['#REF!', '#NAME?']);
