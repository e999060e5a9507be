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

export interface NumberChange {
  number: string;
  /** What stood in the cell; null when it was empty. */
  before: string | null;
  /** It was typed over, and the log of the complaint stands under the one that is put back. */
  isLogged: boolean;
  /** It is the one that the row's note says. */
  isNoted: boolean;
}

export interface SettledNumbers {
  /** By row, where it differs from what stands there. */
  changes: Map<number, NumberChange>;
  given: Record<string, number>;
}

/**
 * Gives every row that is looked at a number of its own. Of rows with the same number the one keeps it whose note says it,
 * then one that was not just touched, then the upper one; the others get back what their note says, or a new number, higher
 * than any ever given. `all` are the numbers of all rows (by index, `''` for none); `touched` those just edited; new ones follow
 * `pattern` (see `numberComplaints`). A number that was typed over is put back when the log has entries under it (`isLogged`), unless
 * a row has it that was not typed over as well: a complaint must not lose its log, nor get that of another one.
 */
export function settleNumbers(
  rows: readonly NumberedRow[],
  all: readonly string[],
  given: Record<string, number>,
  touched: ReadonlySet<number>,
  pattern: string | null = null,
  isLogged: (number: string) => boolean = () => false,
): SettledNumbers {
  const byIndex = new Map(rows.map((row) => [row.index, row]));
  const isTypedOver = (row: NumberedRow | undefined) =>
    row !== undefined && row.noted !== '' && numberKey(row.noted) !== numberKey(row.cell);
  const standing = rowsByKey(all);
  const putBack = new Map<number, string>();
  const claimed = new Set<string>();
  for (const row of rows) {
    const key = numberKey(row.noted);
    if (!isTypedOver(row) || claimed.has(key) || !isLogged(row.noted)) continue;
    if (!(standing.get(key) ?? []).every((index) => isTypedOver(byIndex.get(index)))) continue;
    putBack.set(row.index, row.noted);
    claimed.add(key);
  }
  const numberNow = (cell: string, index: number) => putBack.get(index) ?? cell;
  const holders = putBack.size === 0 ? standing : rowsByKey(all.map(numberNow));
  const isNoted = (index: number) => {
    const row = byIndex.get(index);
    return row !== undefined && row.noted !== '' && !isTypedOver(row);
  };
  const keeps = (row: NumberedRow) => {
    const number = numberNow(row.cell, row.index);
    if (number === '') return false;
    const same = holders.get(numberKey(number)) ?? [];
    if (same.length < 2) return true;
    const rank = (index: number) =>
      putBack.has(index) ? -1 : (isNoted(index) ? 0 : byIndex.has(index) ? 2 : 1) + (touched.has(index) ? 4 : 0);
    const best = same.reduce((first, other) => (rank(other) < rank(first) ? other : first));
    return best === row.index;
  };

  const changes: SettledNumbers['changes'] = new Map();
  const wanting: NumberedRow[] = [];
  for (const row of rows) {
    const before = row.cell === '' ? null : row.cell;
    const change = { number: row.noted, before, isLogged: putBack.has(row.index), isNoted: true };
    if (keeps(row)) {
      if (change.isLogged) changes.set(row.index, change);
      continue;
    }
    const key = row.noted === '' ? null : numberKey(row.noted);
    if (key !== null && !holders.has(key)) {
      holders.set(key, [row.index]);
      changes.set(row.index, change);
    } else wanting.push(row);
  }
  const { numbers, given: now } = numberComplaints(
    wanting.map(({ request }) => request()),
    holders.keys(),
    given,
    pattern,
  );
  wanting.forEach(({ index, cell }, i) => {
    changes.set(index, {
      number: numbers[i] ?? '',
      before: cell === '' ? null : cell,
      isLogged: false,
      isNoted: false,
    });
  });
  return { changes, given: now };
}

function rowsByKey(numbers: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  numbers.forEach((number, index) => {
    if (number === '') return;
    const key = numberKey(number);
    const same = rows.get(key);
    if (same) same.push(index);
    else rows.set(key, [index]);
  });
  return rows;
}
