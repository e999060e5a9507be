import { fieldKind } from '../../complaint/field.ts';
import { isDay } from '../../complaint/moment.ts';
import { isDateFormat } from '../read-time-cell.ts';
import type { RegisterColumn } from '../register-plan.ts';
import { timeSerial } from '../register-row.ts';
import { cleanText } from '../safe-cell.ts';
import type { CellValue } from '../sheet-reading.ts';

/** What is written into a cell that is put right. */
export interface FixedCell {
  /** What the cell holds afterwards. */
  value: CellValue;
  /** What is handed to the host for it: a text that could be taken for something else carries an apostrophe. */
  content: CellValue;
  /** Another number format, where the cell's own cannot show the value; null: it stays. */
  format: string | null;
}

const TEXT = '@';
const DAY_FORMAT = 'yyyy-mm-dd';
/** What a spreadsheet may read as a number, a date, a formula, a truth value or an error. */
const READ_OTHERWISE =
  /^[\s\u3000]*[=+\-@'#\d.,(（$¥￥€£%＝＋－＠]|^(?:true|false)$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-, ]*\d/i;

/**
 * A proposed value as the cell takes it: text stays text, a day in a time column becomes a date, a number in a cell
 * formatted as text becomes a number again. The cell's own format stays wherever it can show the value.
 */
export function fixedCell(
  fix: string | number,
  { format, column, zone, date1904 }: { format: string; column: RegisterColumn; zone: string; date1904: boolean },
): FixedCell {
  const usual = column.numberFormat;
  const [field] = column.fields;
  if (typeof fix === 'string' && field !== undefined && fieldKind(field) === 'time' && isDay(fix)) {
    const serial = timeSerial(fix, { zone, date1904 });
    const dated = usual !== null && isDateFormat(usual) ? usual : DAY_FORMAT;
    return { value: serial, content: serial, format: isDateFormat(format) ? null : dated };
  }
  if (typeof fix === 'number') {
    const numeric = usual !== null && usual !== TEXT ? usual : 'General';
    return { value: fix, content: fix, format: format === TEXT ? numeric : null };
  }
  return { ...asText(fix, format), format: null };
}

/** What is handed to the host so that a text is taken for a text in a cell of this format. */
export function asText(text: string, format: string): { value: string; content: string } {
  const value = cleanText(text);
  return { value, content: format !== TEXT && READ_OTHERWISE.test(value) ? `'${value}` : value };
}
