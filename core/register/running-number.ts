import type { Day } from '../complaint/moment.ts';
import type { CellValue } from './sheet-reading.ts';

/** A number of a column that counts, and the day of its row where that is known. */
interface Counted {
  number: number;
  day: Day | null;
}

/** The series that a counting column may have, the longest first, as the part of a day that names one. */
const SERIES = [0, 'yyyy'.length, 'yyyy-mm'.length] as const;
/** Numbers given twice by mistake are no new series. */
const MOST_SLIPS = 0.05;

/**
 * Makes the giver of running numbers for a column: the number after the greatest of the row's own series, which is the
 * column's, the year's or the month's, as its numbers show. `above` are the days of the new rows above it. Null where the
 * column does not count, or does not show where its series begin anew: also with the first row of another year, as long as
 * only one year is there.
 */
export function runningNumbers(
  samples: readonly CellValue[],
  days: readonly (Day | null)[],
): (day: Day | null, above: readonly (Day | null)[]) => number | null {
  const counted = samples.flatMap((sample, at): Counted[] =>
    typeof sample === 'number' && Number.isInteger(sample) ? [{ number: sample, day: days[at] ?? null }] : [],
  );
  const doubled = SERIES.map((length) => doubles(counted, length));
  const fewest = Math.min(...doubled);
  const isCounting = counted.length * 2 > samples.length && fewest <= Math.max(1, counted.length * MOST_SLIPS);
  const length = isCounting ? (SERIES[doubled.indexOf(fewest)] ?? null) : null;
  if (length === null) return () => null;

  const highest = new Map<string, number>();
  for (const { number, day } of counted) {
    const series = seriesOf(day, length);
    if (series !== null) highest.set(series, Math.max(highest.get(series) ?? 0, number));
  }
  const years = new Set(counted.map(({ day }) => seriesOf(day, 4)));
  const [onlyYear = null] = years.size === 1 ? years : [];
  return (day, above) => {
    const series = seriesOf(day, length);
    if (series === null) return null;
    if (length === 0 && onlyYear !== null && day !== null && seriesOf(day, 4) !== onlyYear) return null;
    return (highest.get(series) ?? 0) + 1 + above.filter((each) => seriesOf(each, length) === series).length;
  };
}

function seriesOf(day: Day | null, length: number): string | null {
  if (length === 0) return '';
  return day === null ? null : day.slice(0, length);
}

/** How many numbers stand there that their series has already. Rows without a day are a series of their own. */
function doubles(counted: readonly Counted[], length: number): number {
  return counted.length - new Set(counted.map(({ number, day }) => `${seriesOf(day, length)} ${number}`)).size;
}
