import { Temporal } from 'temporal-polyfill';
import type { Day } from '../complaint/moment.ts';
import { ROWS_A_STEP, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import { inZone, readTimeCell } from './read-time-cell.ts';
import type { RowsContext } from './rows-context.ts';
import type { SheetGrid } from './sheet-grid.ts';
import type { DateOrder } from './time-reading.ts';

/** The oldest year that a year written in a title is taken for. */
const FIRST_YEAR = 1990;

/** From which column a row's year is read, and how its dates are written. */
export interface YearsFrom {
  column: LedgerColumn | null;
  date1904: boolean;
  orderHint: DateOrder | null;
}

/** A row whose year is known, written or noted. */
interface KnownRow {
  place: number;
  year: number;
}

/** So far before the complaint above it, a day is not of the same year but of the next. */
export const TURN_OF_YEAR_DAYS = 270;

/**
 * The year to give to a date that names none, row by row: that of the row's own full date, else the one noted of it, else
 * that of a separator above (2023年度), else the one noted of another day there or of the nearest row above or below, else of
 * the title or the sheet's name, else of `asOf`. What only another row or `asOf` says makes no day to come; and where years
 * are noted, so that a row without one is new, January below December is of the next year. Rows count from 0. Some rows at a
 * time.
 */
export function* rowYears(
  grid: SheetGrid,
  ledger: LedgerReading,
  from: YearsFrom,
  context: RowsContext,
): Steps<Map<number, number>> {
  const today = inZone(context.asOf, context.zone).slice(0, 10);
  const title = ledgerYear(grid, ledger);
  const years: (number | null)[] = [];
  for (const row of from.column === null ? [] : ledger.dataRows) {
    if (years.length % ROWS_A_STEP === 0) yield { done: years.length, of: ledger.dataRows.length };
    years.push(knownYear(grid, row, from, context));
  }
  const near = nearestKnown(years);
  const separators = ledger.otherRows
    .filter(({ kind }) => kind === 'separator')
    .map(({ row }) => ({ row, year: yearIn(rowText(grid, row)) }))
    .filter(({ year }) => year !== null);
  const dayIn = (row: number, year: number) => dayOf(grid, row, from, context, year);
  const isReceived = from.column?.fields.includes('receivedAt') ?? false;
  const notToCome = (row: number, year: number) => (isReceived && (dayIn(row, year) ?? '') > today ? year - 1 : year);
  const likeOther = (row: number, place: number): number | null => {
    const other = near[place] ?? null;
    const like = context.notedYear?.(row)?.year ?? other?.year ?? null;
    if (like === null) return null;
    const above = context.notedYear === undefined || other === null || other.place > place ? null : other;
    const [day, dayAbove] = [dayIn(row, like), above && dayIn(ledger.dataRows[above.place] ?? row, above.year)];
    const isTurned = day !== null && dayAbove !== null && daysBetween(day, dayAbove) >= TURN_OF_YEAR_DAYS;
    return notToCome(row, isTurned ? like + 1 : like);
  };
  return new Map(
    ledger.dataRows.map((row, place) => {
      const above = separators.findLast((separator) => separator.row < row);
      const year = years[place] ?? above?.year ?? likeOther(row, place) ?? title;
      return [row, year ?? notToCome(row, Number(today.slice(0, 4)))];
    }),
  );
}

/**
 * The year of a row's own full date, as it stands there now, else the one that is noted of it, as long as the cell says what
 * it said then (a row that was copied and given another day is a new one); null: neither.
 */
export function knownYear(grid: SheetGrid, row: number, from: YearsFrom, context: RowsContext): number | null {
  const day = dayOf(grid, row, from, context, null);
  if (day !== null) return Number(day.slice(0, 4));
  const noted = context.notedYear?.(row) ?? null;
  return noted?.of === yearText(grid, row, from) ? noted.year : null;
}

/** What stands in the cell that tells the year of a row. */
export function yearText(grid: SheetGrid, row: number, { column }: YearsFrom): string {
  return column === null ? '' : String(grid.shown(row, column.column)).trim();
}

function dayOf(
  grid: SheetGrid,
  row: number,
  { column, date1904, orderHint }: YearsFrom,
  { zone }: RowsContext,
  yearHint: number | null,
): Day | null {
  if (column === null) return null;
  const [value, format] = [grid.shown(row, column.column), grid.format(row, column.column)];
  const reading = readTimeCell(value, format, { date1904, zone, orderHint, yearHint });
  return reading.ok ? reading.value.slice(0, 10) : null;
}

/** From the earlier day to the later one; negative when it is not. */
export function daysBetween(earlier: Day, later: Day): number {
  return Temporal.PlainDate.from(earlier).until(later).days;
}

/** For each row the nearest row that has a year; of two equally near, the one above. */
function nearestKnown(years: readonly (number | null)[]): (KnownRow | null)[] {
  const above = lastKnown(years.map((year, place) => ({ year, place })));
  const below = lastKnown(years.map((year, place) => ({ year, place })).reverse()).reverse();
  return years.map((_, place) => {
    const up = above[place] ?? null;
    const down = below[place] ?? null;
    if (up === null || down === null) return up ?? down;
    return down.place - place < place - up.place ? down : up;
  });
}

function lastKnown(rows: readonly { year: number | null; place: number }[]): (KnownRow | null)[] {
  let last: KnownRow | null = null;
  return rows.map(({ year, place }) => (last = year === null ? last : { year, place }));
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
