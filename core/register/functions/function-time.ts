import type { DayOrMoment, Moment } from '../../complaint/moment.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { readTimeCell } from '../read-time-cell.ts';
import { writeTimeSerial } from '../write-time-serial.ts';
import type { Argument, FunctionRules } from './function-rules.ts';

const SHIFT_1904 = 1_462;

type Clock = Pick<FunctionRules, 'zone' | 'date1904'>;

/** A date or time argument: a serial number, or text as a ledger writes it. */
export function readFunctionTime(
  value: Argument,
  { zone, date1904 }: Clock,
): Outcome<DayOrMoment, 'timeMissing' | 'timeUnreadable'> {
  if (value === null || value === undefined || value === '') return refuse('timeMissing');
  const read = readTimeCell(value, 'yyyy-mm-dd hh:mm', { zone, date1904, orderHint: null, yearHint: null });
  if (read.ok) return done(read.value);
  return read.code === 'empty' ? refuse('timeMissing') : refuse('timeUnreadable', { value: String(value) });
}

/** The serial number under which the workbook shows a moment, whichever year it counts from. */
export function functionSerial(moment: Moment, { zone, date1904 }: Clock): number {
  return writeTimeSerial(moment, zone) - (date1904 ? SHIFT_1904 : 0);
}
