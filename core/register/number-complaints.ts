import type { Day } from '../complaint/moment.ts';
import { DAILY_PATTERN, numberPattern, type NumberPattern } from './settings/number-pattern.ts';

/** A complaint that wants a number. */
export interface NumberRequest {
  /** The number that the complaint brings along, if any. */
  own: string | undefined;
  /** The number that it had in a register before this one (see `FormerNumbers`). */
  former?: string | undefined;
  /** The day it was received, or the day of registering when that is unknown. */
  day: Day;
}

export interface GivenNumbers {
  /** One number a request, in the same order. */
  numbers: string[];
  /** The highest running number by day (`YYYYMMDD`) or by the series of another pattern, now. */
  given: Record<string, number>;
}

/**
 * Gives every complaint a number of its own. A number that a complaint brings along is kept if no other complaint has it, else
 * the one that it had in a former register comes again; all others get `YYYYMMDD-nnn` by the day of receipt, one higher than any
 * number of that day in `taken` or ever given (`given`), so that the number of a deleted complaint does not come back. Numbers are
 * compared without regard to case and width.
 * `pattern` is the team's own (see `numberPattern`); null, or one that cannot be used: by the day.
 * Example: day `2026-03-05`, taken `20260305-001` → `20260305-002`.
 */
export function numberComplaints(
  requests: readonly NumberRequest[],
  taken: Iterable<string>,
  given: Record<string, number>,
  pattern: string | null = null,
): GivenNumbers {
  const scheme = schemeOf(pattern);
  const used = new Set([...taken].map(numberKey));
  const owns = countKeys(requests);
  const isKept = requests.map(
    ({ own }) => own !== undefined && owns.get(numberKey(own)) === 1 && !used.has(numberKey(own)),
  );
  requests.forEach(({ own }, i) => {
    if (own !== undefined && isKept[i]) used.add(numberKey(own));
  });
  const kept = requests.map(({ own, former }, i) => {
    if (isKept[i]) return own;
    if (former === undefined || used.has(numberKey(former))) return undefined;
    used.add(numberKey(former));
    return former;
  });
  const highest = raise(given, used, scheme);
  const numbers = requests.map(({ day }, i) => {
    const known = kept[i];
    if (known !== undefined) return known;
    const series = scheme.seriesOf(day);
    let next = (highest.get(series) ?? 0) + 1;
    while (used.has(numberKey(scheme.write(day, next)))) next++;
    highest.set(series, next);
    return scheme.write(day, next);
  });
  return { numbers, given: Object.fromEntries([...highest].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function schemeOf(pattern: string | null): NumberPattern {
  const own = numberPattern(pattern ?? DAILY_PATTERN);
  if (own.ok) return own.value;
  const daily = numberPattern(DAILY_PATTERN);
  if (!daily.ok) throw new Error('The daily pattern cannot be used');
  return daily.value;
}

function countKeys(requests: readonly NumberRequest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { own } of requests) {
    if (own !== undefined) counts.set(numberKey(own), (counts.get(numberKey(own)) ?? 0) + 1);
  }
  return counts;
}

/** Numbers of the pattern raise its series' mark, whoever gave them. Absurdly high ones are only avoided, not continued. */
function raise(given: Record<string, number>, used: Set<string>, { read }: NumberPattern): Map<string, number> {
  const highest = new Map(Object.entries(given));
  for (const key of used) {
    const found = read(key);
    if (found !== null) highest.set(found.series, Math.max(highest.get(found.series) ?? 0, found.count));
  }
  return highest;
}

/** By what numbers are compared: without regard to case and width. */
export function numberKey(number: string): string {
  return number.normalize('NFKC').trim().toUpperCase();
}
