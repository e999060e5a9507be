import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../complaint/moment.ts';
import { dayAt, toEpoch } from '../working-time/zoned-time.ts';
import { readTimeCell } from './read-time-cell.ts';
import { TIME_FORMAT } from './register-columns.ts';
import type { RegisterColumn } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';

/** So many days a complaint that nobody has taken up counts as new; from then on it is an old one that was left lying. */
export const NEW_DAYS = 7;

/**
 * Tells of a register's row whether it was received in the last seven days, counted by the days of `zone`. A row whose day
 * of receipt is missing or cannot be read was not. Bare numbers are taken for days, as the register writes them.
 */
export function receivedLately(
  columns: readonly RegisterColumn[],
  { date1904, zone, asOf }: { date1904: boolean; zone: string; asOf: Moment },
): (row: readonly CellValue[]) => boolean {
  const places = columns.flatMap(({ fields, part }, at) =>
    fields.includes('receivedAt') && part !== 'time' ? [at] : [],
  );
  const today = dayAt(toEpoch(asOf), zone);
  const first = Temporal.PlainDate.from(today).subtract({ days: NEW_DAYS }).toString();
  const options = { date1904, zone, orderHint: null, yearHint: Number(today.slice(0, 4)) };
  return (row) =>
    places.some((at) => {
      const reading = readTimeCell(row[at] ?? '', TIME_FORMAT, options);
      return reading.ok && reading.value.slice(0, 10) >= first;
    });
}
