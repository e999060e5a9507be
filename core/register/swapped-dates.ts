import { ROWS_A_STEP, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import { readDateText } from './read-date-text.ts';
import { isDateFormat } from './read-time-cell.ts';
import { splitTimeOfDay } from './read-time-of-day.ts';
import type { SheetGrid } from './sheet-grid.ts';

interface Dated {
  row: number;
  year: number;
  month: number;
  day: number;
  /** Days since some day long ago. */
  count: number;
}

/** With fewer dates no order can be seen. */
const ENOUGH_DATES = 8;
const ORDERED_SHARE = 0.8;
const NEIGHBOURS = 4;
/** How far from its neighbours a date may stand and still be right, and a swapped one to be believed. */
const FAR = 25;
const NEAR = 12;
/** How far the first and the last date may stand from the one beside them. */
const LONE = 31;
/** Neighbours further apart than this say nothing: another block begins, or complaints are rare. */
const WIDEST = 120;

/**
 * Finds dates whose day and month were swapped when they were typed: in a column whose dates follow one another, a date far
 * from the rows above and below that would stand among them with day and month changed over. Answers by row the day that
 * was probably meant (`YYYY-MM-DD`). Dates without a year and dates that are not ordered are left alone.
 */
export function* swappedDates(
  grid: SheetGrid,
  dataRows: readonly number[],
  column: number,
  date1904: boolean,
): Steps<Map<number, string>> {
  const dates: Dated[] = [];
  for (const [index, row] of dataRows.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of: 2 * dataRows.length };
    const date = dateAt(grid, row, column, date1904);
    if (date !== null) dates.push(date);
  }
  const swapped = new Map<number, string>();
  const order = orderOf(dates);
  if (dates.length < ENOUGH_DATES || order === null) return swapped;
  for (const [at, { year, month, day, count, row }] of dates.entries()) {
    if (at % ROWS_A_STEP === 0) yield { done: dataRows.length + at, of: 2 * dataRows.length };
    if (day > 12 || month > 12 || day === month) continue;
    const around = [...dates.slice(Math.max(0, at - NEIGHBOURS), at), ...dates.slice(at + 1, at + 1 + NEIGHBOURS)];
    const counts = around.map((each) => each.count).sort((left, right) => left - right);
    const [low = 0, high = 0] = [counts[1], counts.at(-2)];
    const meant = dayCount(year, day, month);
    if (high - low > WIDEST) continue;
    const isFar = count < low - FAR || count > high + FAR;
    if (isFar && !standsInOrder(dates, at, order) && meant >= low - NEAR && meant <= high + NEAR)
      swapped.set(row, [year, pad(day), pad(month)].join('-'));
  }
  return swapped;
}

/** Whether the dates rise (1) or fall (-1) from row to row; null when they do neither. */
function orderOf(dates: readonly Dated[]): 1 | -1 | null {
  let up = 0;
  let down = 0;
  for (let at = 1; at < dates.length; at++) {
    const step = (dates[at]?.count ?? 0) - (dates[at - 1]?.count ?? 0);
    if (step >= 0) up++;
    if (step <= 0) down++;
  }
  if (Math.max(up, down) < (dates.length - 1) * ORDERED_SHARE) return null;
  return up >= down ? 1 : -1;
}

/** Follows the row above and goes before the row below; the first and the last row must also be near the next one. */
function standsInOrder(dates: readonly Dated[], at: number, order: 1 | -1): boolean {
  const here = dates[at]?.count ?? 0;
  const [above, below] = [dates[at - 1]?.count, dates[at + 1]?.count];
  const isNear = above !== undefined && below !== undefined ? true : Math.abs(here - (above ?? below ?? here)) <= LONE;
  return isNear && (here - (above ?? here)) * order >= 0 && ((below ?? here) - here) * order >= 0;
}

function dateAt(grid: SheetGrid, row: number, column: number, date1904: boolean): Dated | null {
  const value = grid.value(row, column);
  if (typeof value === 'number') {
    if (!isDateFormat(grid.format(row, column)) || value < 366 || value > 100_000) return null;
    return { row, ...civil(Math.floor(value) + (date1904 ? 1462 : 0) + SERIAL_START) };
  }
  if (typeof value !== 'string') return null;
  const rest = splitTimeOfDay(foldText(value).folded.trim()).rest.trim();
  const reading = readDateText(rest, { orderHint: null, yearHint: null });
  if (!reading.ok) return null;
  const { year, month, day } = reading.date;
  return { row, year, month, day, count: dayCount(year, month, day) };
}

/** The serial 0 of a spreadsheet, 1899-12-30, as days since 0000-03-01. */
const SERIAL_START = dayCount(1899, 12, 30);

/** Days since 0000-03-01 of the proleptic Gregorian calendar; years begin with March so that leap days stand last. */
function dayCount(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1;
  const fromMarch = (month + 9) % 12;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leaps + Math.floor((153 * fromMarch + 2) / 5) + day - 1;
}

function civil(count: number): Omit<Dated, 'row'> {
  let year = Math.floor(count / 365.2425) + 1;
  while (dayCount(year, 1, 1) > count) year--;
  while (dayCount(year + 1, 1, 1) <= count) year++;
  let month = 12;
  while (month > 1 && dayCount(year, month, 1) > count) month--;
  return { year, month, day: count - dayCount(year, month, 1) + 1, count };
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
