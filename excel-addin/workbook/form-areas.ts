import { columnLetters } from '../../core/register/cell-address.ts';
import type { Area } from '../../core/register/sheet-reading.ts';

/** An area as `A2:C2`. */
export function absoluteArea({ row, column, rowCount, columnCount }: Area): string {
  const corner = (r: number, c: number) => `${columnLetters(c)}${r + 1}`;
  return `${corner(row, column)}:${corner(row + rowCount - 1, column + columnCount - 1)}`;
}
