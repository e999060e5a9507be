import { formatAt, valueAt } from './column-samples.ts';
import { isDateFormat, readTimeCell, SERIALS_END } from './read-time-cell.ts';
import type { PlannedCell } from './register-plan.ts';
import { safeText } from './safe-cell.ts';
import type { SheetReading } from './sheet-reading.ts';
import { shownNumber } from './shown-number.ts';

/**
 * A cell of the ledger as the register quotes it on a new sheet: its value (never its formula), text made safe. A cell
 * under a merge that runs down several rows has the value that a reader sees there. A number that the format of its new
 * column would turn into another date (1130605 or 1.11 among true dates), or could not show (20240111), becomes the text that
 * it shows.
 */
export function quotedCell(sheet: SheetReading, row: number, column: number, columnFormat: string | null): PlannedCell {
  const merge = sheet.merges.find((area) => area.column === column && area.row < row && row < area.row + area.rowCount);
  const from = merge?.row ?? row;
  const value = valueAt(sheet, from, column);
  if (typeof value === 'string') return safeText(value).text;
  const format = formatAt(sheet, from, column);
  return typeof value === 'number' && becomesAnother(value, format, columnFormat ?? 'General', sheet.date1904)
    ? shownNumber(value, format)
    : value;
}

function becomesAnother(value: number, format: string, columnFormat: string, date1904: boolean): boolean {
  if (!isDateFormat(columnFormat)) return false;
  if (value >= SERIALS_END) return true;
  if (isDateFormat(format)) return false;
  const read = (by: string) => readTimeCell(value, by, { date1904, zone: 'UTC', orderHint: null, yearHint: null });
  const [own, there] = [read(format), read(columnFormat)];
  return !own.ok || !there.ok || own.value !== there.value;
}
