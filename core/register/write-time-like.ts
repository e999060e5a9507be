import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import { columnTimeHints } from './column-time-hints.ts';
import type { RegisterColumn } from './register-plan.ts';
import type { CellValue } from './sheet-reading.ts';
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
const YEAR_LAST = /^(\d{1,2})([-./])(\d{1,2})\2(\d{2}|\d{4})(?!\d)/;

/** Follows the last text that shows a manner; falls back on `2024-03-05`. */
function dayLike(day: string, texts: readonly string[]): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  for (const text of [...texts].reverse().map((sample) => sample.normalize('NFKC').trim())) {
    const [, era, wroteYear, first, wroteMonth, second, wroteDate] = YEAR_FIRST.exec(text) ?? [];
    if (wroteYear !== undefined && first !== undefined && second !== undefined) {
      const isPadded = [wroteMonth, wroteDate].some((part) => part?.startsWith('0'));
      const two = (number: number) => (isPadded ? String(number).padStart(2, '0') : String(number));
      const isRepublic = era !== undefined || wroteYear.length === 3;
      if (wroteYear.length === 2 && era === undefined) continue;
      const shownYear = isRepublic ? `${era ?? ''}${year - 1911}` : String(year);
      return `${shownYear}${first}${two(month)}${second}${two(date)}${second === '月' ? '日' : ''}`;
    }
    const [, , sign, , wroteShort] = YEAR_LAST.exec(text) ?? [];
    const { orderHint } = columnTimeHints(texts);
    if (sign === undefined || wroteShort === undefined || (orderHint !== 'dmy' && orderHint !== 'mdy')) continue;
    const isPadded = /^0|[-./]0\d[-./]/.test(text);
    const two = (number: number) => (isPadded ? String(number).padStart(2, '0') : String(number));
    const shortDay = orderHint === 'dmy' ? [two(date), two(month)] : [two(month), two(date)];
    return [...shortDay, String(year)].join(sign);
  }
  return day;
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
