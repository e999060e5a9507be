import { saidTime } from '../log/say-event.ts';
import { readTimeCell } from '../read-time-cell.ts';
import { TIME_FORMAT } from '../register-columns.ts';
import type { ColumnRole } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';

/** What a person typed into a cell that the register works out by itself, and that a refresh takes back. */
export interface PutBack {
  /** `number` got back its own, `newNumber` another because the typed one stands elsewhere; `formula` and `value` stand again. */
  kind: 'number' | 'newNumber' | 'formula' | 'value';
  /** On the sheet, as `C7`. */
  cell: string;
  typed: string;
  /** The number that stands there now; `''` for other kinds. */
  given: string;
}

const LONGEST_TOLD = 40;

/** A typed value as it is told: in a column of deadlines a number is the time that its cell showed. */
export function typedText(value: CellValue, role: ColumnRole, clock: { zone: string; date1904: boolean }): string {
  const hints = { orderHint: null, yearHint: null };
  const time =
    typeof value === 'number' && role.startsWith('deadline:')
      ? readTimeCell(value, TIME_FORMAT, { ...clock, ...hints })
      : null;
  const text = (time?.ok === true ? saidTime(time.value, clock.zone) : String(value)).replace(/\s+/g, ' ').trim();
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD - 1)}…` : text;
}
