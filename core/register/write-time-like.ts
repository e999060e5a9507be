import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import { columnTimeHints } from './column-time-hints.ts';
import type { RegisterColumn } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';
import type { DateOrder } from './time-reading.ts';
import { writeTimeSerial } from './write-time-serial.ts';

/** How a column is used to write its times, read off what stands in it. */
export interface TimeManner {
  /** The cells above, as they are. */
  samples: readonly CellValue[];
  part: RegisterColumn['part'];
  zone: string;
  date1904: boolean;
}

/**
 * A day or moment in the manner of its column: a serial where the column has true dates (or nothing yet), `20240305` where
 * it has such numbers, else text with the column's own signs and order (2024.3.5, 5/3/2024, 2024年3月5日, 113/03/05).
 * A time of day that the manner has no place for is written behind. `part` takes only the day or only the time.
 */
export function writeTimeLike(value: DayOrMoment, { samples, part, zone, date1904 }: TimeManner): string | number {
  const [day = '', clock = ''] = isDay(value) ? [value] : wallClock(toEpoch(value), zone).split(' ');
  const filled = samples.filter((sample) => sample !== '' && typeof sample !== 'boolean');
  const texts = filled.filter((sample) => typeof sample === 'string');
  const isText = texts.length * 2 > filled.length;
  if (part === 'time') {
    if (clock === '') return '';
    return isText ? clock : minutesOf(clock) / 1440;
  }
  if (!isText) {
    const compact = filled.filter((sample) => Number(sample) >= 19_000_101 && Number(sample) <= 21_991_231);
    if (compact.length * 2 > filled.length) {
      const digits = day.replaceAll('-', '');
      return clock === '' || part === 'date' ? Number(digits) : `${digits} ${clock}`;
    }
    return writeTimeSerial(part === 'date' ? day : value, zone) - (date1904 ? 1462 : 0);
  }
  const written = dayLike(day, texts);
  return clock === '' || part === 'date' ? written : `${written} ${clock}`;
}

const YEAR_FIRST = /^(民國|民国)?\s*(\d{2,4})\s*([-./年])\s*(\d{1,2})\s*([-./月])\s*(\d{1,2})/;
const YEAR_LAST = /^\d{1,2}([-./])\d{1,2}\1(?:\d{2}|\d{4})(?!\d)/;

/** Follows the last text that shows a manner; falls back on `2024-03-05`. */
function dayLike(day: string, texts: readonly string[]): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const order = columnTimeHints(texts).orderHint;
  for (const text of [...texts].reverse().map((sample) => sample.normalize('NFKC').trim())) {
    const written = yearFirst(text, year, month, date) ?? yearLast(text, order, year, month, date);
    if (written !== null) return written;
  }
  return day;
}

/** `2024.3.5`, `2024年3月5日`, `113/03/05`, as `text` does it; null when it does not begin with a year. */
function yearFirst(text: string, year: number, month: number, date: number): string | null {
  const [, era = '', wroteYear = '', first = '', wroteMonth = '', second = '', wroteDate = ''] =
    YEAR_FIRST.exec(text) ?? [];
  const isRepublic = era !== '' || wroteYear.length === 3;
  if (!isRepublic && wroteYear.length !== 4) return null;
  const isPadded = wroteMonth.startsWith('0') || wroteDate.startsWith('0');
  const shownYear = isRepublic ? `${era}${year - 1911}` : String(year);
  return `${shownYear}${first}${shown(month, isPadded)}${second}${shown(date, isPadded)}${second === '月' ? '日' : ''}`;
}

/** `05/03/2024` or `3/5/2024`, as `text` and the order of its column do it; null when the order is unknown. */
function yearLast(text: string, order: DateOrder | null, year: number, month: number, date: number): string | null {
  const sign = YEAR_LAST.exec(text)?.[1];
  if (sign === undefined || (order !== 'dmy' && order !== 'mdy')) return null;
  const isPadded = /^0|[-./]0\d[-./]/.test(text);
  const parts = order === 'dmy' ? [date, month] : [month, date];
  return [...parts.map((part) => shown(part, isPadded)), String(year)].join(sign);
}

function shown(part: number, isPadded: boolean): string {
  return isPadded ? String(part).padStart(2, '0') : String(part);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
