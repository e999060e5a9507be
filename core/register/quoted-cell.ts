import { valueAt } from './column-samples.ts';
import type { PlannedCell } from './register-plan.ts';
import { safeText } from './safe-cell.ts';
import type { SheetReading } from './sheet-reading.ts';

/**
 * A cell of the ledger as the register quotes it on a new sheet: its value (never its formula), text made safe. A cell
 * under a merge that runs down several rows has the value that a reader sees there.
 */
export function quotedCell(sheet: SheetReading, row: number, column: number): PlannedCell {
  const merge = sheet.merges.find((area) => area.column === column && area.row < row && row < area.row + area.rowCount);
  const value = valueAt(sheet, merge?.row ?? row, column);
  return typeof value === 'string' ? safeText(value).text : value;
}
