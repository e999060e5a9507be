import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../complaint/moment.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import { receiptReader } from './received-day.ts';
import type { RegisterColumn } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';

/** So many days a complaint that nobody has taken up counts as new; from then on it is an old one that was left lying. */
export const NEW_DAYS = 7;

/**
 * Tells of a register's row whether it was received in the last seven days, counted by the days of `zone`, or may have been:
 * its day of receipt is missing or cannot be read, so that no deadline would bring it up either. Days are read as `rows`
 * together write them.
 */
export function receivedLately(
  columns: readonly RegisterColumn[],
  rows: readonly (readonly CellValue[])[],
  { date1904, zone, asOf }: { date1904: boolean; zone: string; asOf: Moment },
): (row: readonly CellValue[]) => boolean {
  const today = dayAt(toEpoch(asOf), zone);
  const first = Temporal.PlainDate.from(today).subtract({ days: NEW_DAYS }).toString();
  const receiptOf = receiptReader(columns, rows, { date1904, zone, yearHint: Number(today.slice(0, 4)) });
  return (row) => (receiptOf(row) ?? today).slice(0, 10) >= first;
}
