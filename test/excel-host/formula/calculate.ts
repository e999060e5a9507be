import type { Cell, CellValue } from '../model/cell-value.ts';
import type { Sheet } from '../model/workbook.ts';

export function calculatedValue(_sheet: Sheet, _row: number, _column: number, cell: Cell): CellValue {
  return cell.value;
}
export function evaluateFormula(
  _sheet: Sheet,
  _row: number,
  _column: number,
  _formula: string,
  _origin: { row: number; column: number },
): CellValue {
  return null;
}
