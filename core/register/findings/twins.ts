import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { Steps } from '../../steps.ts';

/**
 * Two rows that may be one complaint entered twice. `field` and `value`: what both name, as the first writes it; null and
 * `''`: no number, but much the same words within days.
 */
export interface TwinRows {
  one: number;
  other: number;
  field: 'batchNo' | 'orderNo' | null;
  value: string;
  /** Null: a day is not known. */
  daysApart: number | null;
}

/** Finds the pairs among rows, some of them at a time. */
export type FindTwins = (rows: readonly { row: number; values: ComplaintValues }[]) => Steps<TwinRows[]>;
