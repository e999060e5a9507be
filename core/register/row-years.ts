import { Temporal } from 'temporal-polyfill';
import type { DayOrMoment } from '../complaint/moment.ts';
import { ROWS_A_STEP, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import { readTimeCell } from './read-time-cell.ts';
import type { SheetGrid } from './sheet-grid.ts';

/** The oldest year that a year written in a title is taken for. */
const FIRST_YEAR = 1990;

/**
 * The year to give to a date that names none, row by row: that of a separator above (2023年度), else of the nearest row
 * above or below with a full date, else of the title or the sheet's name, else of `asOf`. Rows count from 0. Some rows at a
 * time.
 */
export function* rowYears(
  grid: SheetGrid,
  ledger: LedgerReading,
  column: LedgerColumn | null,
  { asOf, zone }: { asOf: DayOrMoment; zone: string },
  date1904: boolean,
): Steps<Map<number, number>> {
  const title = ledgerYear(grid, ledger) ?? Temporal.PlainDate.from(asOf.slice(0, 10)).year;
  const options = { date1904, zone, orderHint: null, yearHint: null };
  const known: (number | null)[] = [];
  for (const row of column === null ? [] : ledger.dataRows) {
    if (known.length % ROWS_A_STEP === 0) yield { done: known.length, of: ledger.dataRows.length };
    const reading = readTimeCell(grid.shown(row, column?.column ?? 0), grid.format(row, column?.column ?? 0), options);
    known.push(reading.ok ? Number(reading.value.slice(0, 4)) : null);
  }
  const near = nearestKnown(known);
  const separators = ledger.otherRows
    .filter(({ kind }) => kind === 'separator')
    .map(({ row }) => ({ row, year: yearIn(rowText(grid, row)) }))
    .filter(({ year }) => year !== null);
  return new Map(
    ledger.dataRows.map((row, index) => {
      const above = separators.findLast((separator) => separator.row < row);
      return [row, above?.year ?? near[index] ?? title];
    }),
  );
}

/** For each row the year of the nearest row that has one; of two equally near, the one above. */
function nearestKnown(known: readonly (number | null)[]): (number | null)[] {
  const above = lastKnown(known);
  const below = lastKnown([...known].reverse()).reverse();
  return known.map((_, index) => {
    const up = above[index] ?? null;
    const down = below[index] ?? null;
    if (up === null || down === null) return (up ?? down)?.year ?? null;
    return (down.distance < up.distance ? down : up).year;
  });
}

function lastKnown(known: readonly (number | null)[]): ({ year: number; distance: number } | null)[] {
  let last: { year: number; distance: number } | null = null;
  return known.map((year) => {
    last = year === null ? last && { ...last, distance: last.distance + 1 } : { year, distance: 0 };
    return last;
  });
}

/** The year that a title above the header names, else the sheet's name; null when neither does. */
export function ledgerYear(grid: SheetGrid, ledger: LedgerReading): number | null {
  const above = Array.from({ length: Math.max(0, (ledger.headerRows[0] ?? 0) - grid.top) }, (_, index) =>
    rowText(grid, grid.top + index),
  );
  return [...above, ledger.sheet].map(yearIn).find((year) => year !== null) ?? null;
}

function rowText(grid: SheetGrid, row: number): string {
  const texts: string[] = [];
  for (let column = grid.left; column <= grid.right; column++) texts.push(grid.text(row, column));
  return texts.join(' ');
}

/** A year in words such as 2024年度, 112年, FY2024; null when none or several stand there. */
function yearIn(text: string): number | null {
  const folded = foldText(text).folded;
  const years = new Set([
    ...[...folded.matchAll(/(?<!\d)(20\d{2}|19\d{2})(?!\d)/g)].map(([, year]) => Number(year)),
    ...[...folded.matchAll(/(?<!\d)(1[0-4]\d)年/g)].map(([, year]) => Number(year) + 1911),
  ]);
  const [only] = years;
  return years.size === 1 && only !== undefined && only >= FIRST_YEAR ? only : null;
}
