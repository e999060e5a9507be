import { allSteps, ROWS_A_STEP, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import { readDateText } from './read-date-text.ts';
import { splitTimeOfDay } from './read-time-of-day.ts';
import type { CellValue } from './sheet-reading.ts';
import type { DateOrder, TimeHints } from './time-reading.ts';

/**
 * What a whole column says about its dates: the order of day and month, proved by values that can be read in one way only
 * (13/05/2024), or year first when that is how the others are written; and the year, when all full dates share one.
 * `numberFormats`, where given, speak too: a true date shown as dd/mm/yy tells what its column is used to.
 */
export function columnTimeHints(values: readonly CellValue[], numberFormats: readonly string[] = []): TimeHints {
  return allSteps(timeHintsInSteps(values, numberFormats));
}

/** As `columnTimeHints`, some rows at a time. */
export function* timeHintsInSteps(
  values: readonly CellValue[],
  numberFormats: readonly string[] = [],
): Steps<TimeHints> {
  const votes: Record<DateOrder, number> = { ymd: 0, dmy: 0, mdy: 0 };
  const years = new Set<number>();
  for (const [index, value] of values.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of: values.length };
    if (typeof value === 'boolean' || value === '') continue;
    const order = typeof value === 'string' ? orderOfText(value) : orderOfFormat(numberFormats[index] ?? '');
    if (order !== null) votes[order]++;
    const year = typeof value === 'string' ? fullYear(value) : null;
    if (year !== null) years.add(year);
  }
  const [onlyYear] = years;
  return { orderHint: winner(votes), yearHint: years.size === 1 ? (onlyYear ?? null) : null };
}

/** Day or month first where anything proves it; year first only when nothing does. */
function winner({ ymd, dmy, mdy }: Record<DateOrder, number>): DateOrder | null {
  if (dmy !== mdy) return dmy > mdy ? 'dmy' : 'mdy';
  return ymd > 0 && dmy === 0 ? 'ymd' : null;
}

function orderOfText(value: string): DateOrder | null {
  const text = splitTimeOfDay(foldText(value).folded.trim()).rest.trim();
  if (/^(?:\d{4}|1[0-4]\d|民国\s*\d{1,3})\s*[-/.年]|^\d{1,2}月\s*\d/.test(text)) return 'ymd';
  if (/^\d{1,2}(?:st|nd|rd|th)?[-/. ]*(?:of )?[a-z]{3}/.test(text)) return 'dmy';
  const [, first = 0, second = 0] = (/^(\d{1,2})[-/.](\d{1,2})[-/.](?:\d{4}|\d{2})$/.exec(text) ?? []).map(Number);
  const third = Number(/\d+$/.exec(text)?.[0] ?? 0);
  if (first > 12 && first <= 31 && second >= 1 && second <= 12) return third > 31 || first > 31 ? 'dmy' : null;
  return second > 12 && second <= 31 && first >= 1 && first <= 12 ? 'mdy' : null;
}

function orderOfFormat(format: string): DateOrder | null {
  const letters = format
    .toLowerCase()
    .replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    .replace(/h.*$/, '');
  const at = (letter: string) => letters.indexOf(letter);
  if (at('d') < 0 || at('m') < 0) return null;
  if (at('y') >= 0 && at('y') < at('m')) return 'ymd';
  return at('d') < at('m') ? 'dmy' : null;
}

function fullYear(value: string): number | null {
  const rest = splitTimeOfDay(foldText(value).folded.trim()).rest;
  const reading = readDateText(rest, { orderHint: null, yearHint: null });
  return reading.ok ? reading.date.year : null;
}
