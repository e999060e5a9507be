import type { DayOrMoment } from '../complaint/moment.ts';
import { columnTimeHints } from './column-time-hints.ts';
import { readTimeCell } from './read-time-cell.ts';
import type { RegisterColumn, RegisterMemory } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';

/**
 * Tells when a complaint was received, as far as its row's cells say so by themselves; null: they do not, or need more to be
 * read. Whether day or month stands first shows in all `rows` together, as it does where rows are read whole.
 */
export function receiptReader(
  columns: readonly RegisterColumn[],
  rows: readonly (readonly CellValue[])[],
  { zone, date1904, yearHint = null }: Pick<RegisterMemory, 'zone' | 'date1904'> & { yearHint?: number | null },
): (row: readonly CellValue[]) => DayOrMoment | null {
  const places = columns.flatMap(({ fields, part }, at) => {
    if (part === 'time' || !fields.includes('receivedAt')) return [];
    const { orderHint } = columnTimeHints(rows.map((row) => row[at] ?? ''));
    return [{ at, hints: { zone, date1904, orderHint, yearHint } }];
  });
  return (row) => {
    for (const { at, hints } of places) {
      const value = row[at] ?? '';
      if (value === '') continue;
      const read = readTimeCell(value, typeof value === 'number' ? 'yyyy-mm-dd hh:mm' : '@', hints);
      if (read.ok) return read.value;
    }
    return null;
  };
}
