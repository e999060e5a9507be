import type { Day } from '../complaint/moment.ts';

/** A complaint that wants a number. */
export interface NumberRequest {
  /** The number that the complaint brings along, if any. */
  own: string | undefined;
  /** The day it was received, or the day of registering when that is unknown. */
  day: Day;
}

export interface GivenNumbers {
  /** One number a request, in the same order. */
  numbers: string[];
  /** The highest running number by day (`YYYYMMDD`), now. */
  given: Record<string, number>;
}

const PATTERN = /^(\d{8})-(\d{3,})$/;

/**
 * Gives every complaint a number of its own. A number that a complaint brings along is kept if no other complaint has it;
 * all others get `YYYYMMDD-nnn` by the day of receipt, one higher than any number of that day in `taken` or ever given
 * (`given`), so that the number of a deleted complaint does not come back. Numbers are compared without regard to case and width.
 * Example: day `2026-03-05`, taken `20260305-001` → `20260305-002`.
 */
export function numberComplaints(
  requests: readonly NumberRequest[],
  taken: Iterable<string>,
  given: Record<string, number>,
): GivenNumbers {
  const used = new Set([...taken].map(numberKey));
  const owns = countKeys(requests);
  const isKept = requests.map(
    ({ own }) => own !== undefined && owns.get(numberKey(own)) === 1 && !used.has(numberKey(own)),
  );
  requests.forEach(({ own }, i) => {
    if (own !== undefined && isKept[i]) used.add(numberKey(own));
  });
  const highest = raise(given, used);
  const numbers = requests.map(({ own, day }, i) => {
    if (own !== undefined && isKept[i]) return own;
    const stem = day.replaceAll('-', '');
    const next = (highest.get(stem) ?? 0) + 1;
    highest.set(stem, next);
    return `${stem}-${String(next).padStart(3, '0')}`;
  });
  return { numbers, given: Object.fromEntries([...highest].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function countKeys(requests: readonly NumberRequest[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { own } of requests) {
    if (own !== undefined) counts.set(numberKey(own), (counts.get(numberKey(own)) ?? 0) + 1);
  }
  return counts;
}

/** Numbers of our pattern raise the day's mark, whoever gave them. Absurdly high ones are only avoided, not continued. */
function raise(given: Record<string, number>, used: Set<string>): Map<string, number> {
  const highest = new Map(Object.entries(given));
  for (const key of used) {
    const [, stem, digits] = PATTERN.exec(key) ?? [];
    if (stem === undefined || digits === undefined || digits.length > 9) continue;
    highest.set(stem, Math.max(highest.get(stem) ?? 0, Number(digits)));
  }
  return highest;
}

/** By what numbers are compared: without regard to case and width. */
export function numberKey(number: string): string {
  return number.normalize('NFKC').trim().toUpperCase();
}
