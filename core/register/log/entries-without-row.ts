import { numberKey } from '../number-complaints.ts';
import { complaintOf, type EventLog, type LogFinding } from './event-log.ts';

/**
 * Complaints of the log whose number stands in no row of the register (`numbers`, compared by `numberKey`): the row was
 * deleted, or its number was changed where nobody saw it. Each is told once, at its first entry.
 */
export function entriesWithoutRow({ rows }: EventLog, numbers: Iterable<string>): LogFinding[] {
  const standing = new Set([...numbers].map(numberKey));
  const lost = new Map<string, { row: number; number: string; count: number }>();
  for (const entry of rows) {
    const number = complaintOf(entry);
    const key = numberKey(number);
    // Entries without a number are told by `checkLog`.
    if (key === '' || standing.has(key)) continue;
    const { row, number: first, count } = lost.get(key) ?? { row: entry.row, number, count: 0 };
    lost.set(key, { row, number: first, count: count + 1 });
  }
  return [...lost.values()].map(({ row, ...params }) => ({
    ...{ level: 'warning', code: 'complaintGone', row, role: 'number', params },
  }));
}
