/** What a cell can hold. An empty cell is null; an error is its own kind so that the text "#N/A" stays a text. */
export class CellError {
  constructor(readonly code: string) {}
}

export type CellValue = string | number | boolean | CellError | null;

export const ERROR_CODES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#SPILL!', '#CALC!'];

export interface Cell {
  value: CellValue;
  /** With its leading `=`; null for a constant. */
  formula: string | null;
  /** Index into the style book. */
  style: number;
  /** The inner XML and the attributes besides r and s, as read; null once the cell was written. */
  raw: { attributes: string; inner: string } | null;
  /** Version of the workbook at which `value` was computed from `formula`. */
  computedAt?: number;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.formula === null && (cell.value === null || cell.value === ''));
}
