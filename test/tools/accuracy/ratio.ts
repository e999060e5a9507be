/** How often a reader was right: found and right, found and wrong, not found. */
export interface Counts {
  right: number;
  falsePositive: number;
  missed: number;
}

/** Fractions of 1. Nothing found, or nothing to find, counts as 0. */
export interface Rates {
  precision: number;
  recall: number;
  f1: number;
}

export const noCounts = (): Counts => ({ right: 0, falsePositive: 0, missed: 0 });

export function addCounts(sum: Counts, more: Counts): Counts {
  return {
    right: sum.right + more.right,
    falsePositive: sum.falsePositive + more.falsePositive,
    missed: sum.missed + more.missed,
  };
}

export function ratesOf({ right, falsePositive, missed }: Counts): Rates {
  return {
    precision: fraction(right, right + falsePositive),
    recall: fraction(right, right + missed),
    f1: fraction(2 * right, 2 * right + falsePositive + missed),
  };
}

/** To four digits; 0 of 0 is 0. */
export function fraction(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
