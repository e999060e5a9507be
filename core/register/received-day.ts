import type { DayOrMoment } from '../complaint/moment.ts';
import { readTimeCell } from './read-time-cell.ts';
import type { RegisterColumn, RegisterMemory } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';

/** When a complaint was received, as far as its row's cells say so by themselves; null: they do not, or need more to be read. */
export function receivedIn(
  row: readonly CellValue[],
  columns: readonly RegisterColumn[],
  { zone, date1904 }: Pick<RegisterMemory, 'zone' | 'date1904'>,
): DayOrMoment | null {
  const hints = { zone, date1904, orderHint: null, yearHint: null };
  for (const [at, { fields, part }] of columns.entries()) {
    const value = row[at] ?? '';
    if (value === '' || part === 'time' || !fields.includes('receivedAt')) continue;
    const read = readTimeCell(value, typeof value === 'number' ? 'yyyy-mm-dd hh:mm' : '@', hints);
    if (read.ok) return read.value;
  }
  return null;
}
