import type { Day } from '../../complaint/moment.ts';
import { numberComplaints, numberKey } from '../number-complaints.ts';

/** A row that is looked at, with what says its number. */
export interface NumberedRow {
  index: number;
  /** What stands in the number's cell. */
  cell: string;
  /** What the hidden note says its number is; `''` for none. */
  noted: string;
  /** The number that the complaint brings along, and the day by which it is numbered. */
  request: () => { own: string | undefined; day: Day };
}

export interface SettledNumbers {
  /** By row, where it differs from what stands there. `twice`: the number of before, which another row has. */
  changes: Map<number, { number: string; twice: string | null }>;
  given: Record<string, number>;
}

/**
 * Gives every row that is looked at a number of its own. Of rows with the same number the one keeps it whose note says it,
 * then one that was not just touched, then the upper one; the others get back what their note says, or a new number, higher
 * than any ever given. `all` are the numbers of all rows (by index, `''` for none); `touched` those just edited; new ones follow
 * `pattern` (see `numberComplaints`).
 */
export function settleNumbers(
  rows: readonly NumberedRow[],
  all: readonly string[],
  given: Record<string, number>,
  touched: ReadonlySet<number>,
  pattern: string | null = null,
): SettledNumbers {
  const holders = new Map<string, number[]>();
  all.forEach((number, index) => {
    if (number === '') return;
    const key = numberKey(number);
    const same = holders.get(key);
    if (same) same.push(index);
    else holders.set(key, [index]);
  });
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  const isNoted = (index: number) => {
    const row = byIndex.get(index);
    return row !== undefined && row.noted !== '' && numberKey(row.noted) === numberKey(row.cell);
  };
  const keeps = (row: NumberedRow) => {
    if (row.cell === '') return false;
    const same = holders.get(numberKey(row.cell)) ?? [];
    if (same.length < 2) return true;
    const rank = (index: number) => (isNoted(index) ? 0 : byIndex.has(index) ? 2 : 1) + (touched.has(index) ? 4 : 0);
    const best = same.reduce((first, other) => (rank(other) < rank(first) ? other : first));
    return best === row.index;
  };

  const changes: SettledNumbers['changes'] = new Map();
  const wanting: NumberedRow[] = [];
  for (const row of rows) {
    if (keeps(row)) continue;
    const key = row.noted === '' ? null : numberKey(row.noted);
    if (key !== null && !holders.has(key)) {
      holders.set(key, [row.index]);
      changes.set(row.index, { number: row.noted, twice: row.cell === '' ? null : row.cell });
    } else wanting.push(row);
  }
  const { numbers, given: now } = numberComplaints(
    wanting.map(({ request }) => request()),
    holders.keys(),
    given,
    pattern,
  );
  wanting.forEach(({ index, cell }, i) => {
    changes.set(index, { number: numbers[i] ?? '', twice: cell === '' ? null : cell });
  });
  return { changes, given: now };
}
