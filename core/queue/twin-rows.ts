import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { allSteps, ROWS_A_STEP, type Steps } from '../steps.ts';
import { goodsKeys, isAboutOtherGoods, isSameCustomer, sharedGoods } from './goods-of.ts';
import { likeness, shinglesOf } from './shingles.ts';
import { foldText } from '../text/fold-text.ts';

/** Two rows that may be one complaint entered twice. `field` and `value`: what both name, as the first writes it. */
export interface TwinRows {
  one: number;
  other: number;
  field: 'batchNo' | 'orderNo';
  value: string;
  /** Null: a day is not known. */
  daysApart: number | null;
}

interface DatedRow {
  row: number;
  values: ComplaintValues;
}

/** Within so few days the same goods are enough; within so many the words must have something in common too. */
const SAME_MATTER = 3;
export const NEAR = 31;
const LIKE = 0.3;
/** Texts so alike are one complaint however far apart. */
const VERY_LIKE = 0.6;

/**
 * Pairs of rows of the same customer with the same batch or order number that were received near each other or say much the
 * same. Of several rows each is compared with the one before it in time, so that a series gives no more pairs than rows.
 */
export function twinRows(rows: readonly DatedRow[]): TwinRows[] {
  return allSteps(twinRowsInSteps(rows));
}

/** As `twinRows`, some rows at a time, so that a page stays usable. */
export function* twinRowsInSteps(rows: readonly DatedRow[]): Steps<TwinRows[]> {
  const of = 2 * rows.length;
  const buckets = new Map<string, DatedRow[]>();
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of };
    for (const key of goodsKeys(row.values)) {
      const bucket = buckets.get(key);
      if (bucket) bucket.push(row);
      else buckets.set(key, [row]);
    }
  }
  const found = new Map<string, TwinRows>();
  let compared = 0;
  for (const bucket of buckets.values()) {
    const inTime = bucket.toSorted((a, b) => dayOf(a.values) - dayOf(b.values) || a.row - b.row);
    for (const [at, later] of inTime.entries()) {
      if (++compared % ROWS_A_STEP === 0) yield { done: Math.min(rows.length + compared, of), of };
      const earlier = inTime[at - 1];
      if (earlier === undefined || earlier.row === later.row) continue;
      const [one, other] = earlier.row < later.row ? [earlier, later] : [later, earlier];
      const key = `${one.row} ${other.row}`;
      const twin = found.has(key) ? null : sameGoods(one.values, other.values);
      if (twin !== null) found.set(key, { one: one.row, other: other.row, ...twin });
    }
  }
  return [...found.values()].sort((a, b) => a.one - b.one || a.other - b.other);
}

/** What two complaints have in common that share a number of the goods, when they are near each other or much alike. */
export function sameGoods(one: ComplaintValues, other: ComplaintValues): Omit<TwinRows, 'one' | 'other'> | null {
  const [goods] = sharedGoods(one, other);
  if (goods === undefined) return null;
  const daysApart = apart(one, other);
  return areNear(one, other, daysApart) ? { ...goods, daysApart } : null;
}

/**
 * Makes the judge of whether two complaints of one customer say much the same within days, of goods that no number tells
 * apart. Without a day or words of both it is not said: nothing else would be left to go by. Each text is read once.
 */
export function matterJudge(): (one: ComplaintValues, other: ComplaintValues) => boolean {
  const read = new Map<ComplaintValues, Words>();
  const words = (values: ComplaintValues) => {
    const known = read.get(values) ?? wordsOf(values);
    read.set(values, known);
    return known;
  };
  return (one, other) => {
    const days = apart(one, other);
    if (days === null || days > NEAR || !isSameCustomer(one, other) || isAboutOtherGoods(one, other)) return false;
    return wordLikeness(words(one), words(other)) >= (days <= SAME_MATTER ? LIKE : VERY_LIKE);
  };
}

function areNear(one: ComplaintValues, other: ComplaintValues, days: number | null): boolean {
  if (days !== null && days <= SAME_MATTER) return true;
  const alike = wordLikeness(wordsOf(one), wordsOf(other));
  return alike >= VERY_LIKE || (days !== null && days <= NEAR && alike >= LIKE);
}

interface Words {
  plain: string;
  shingles: ReadonlySet<string>;
}

function wordsOf({ description = '' }: ComplaintValues): Words {
  return { plain: foldText(description).folded.replace(/\s+/g, ''), shingles: shinglesOf(description) };
}

function wordLikeness(one: Words, other: Words): number {
  return one.plain !== '' && one.plain === other.plain ? 1 : likeness(one.shingles, other.shingles);
}

function apart(one: ComplaintValues, other: ComplaintValues): number | null {
  const days = Math.abs(dayOf(one) - dayOf(other));
  return Number.isFinite(days) ? Math.round(days) : null;
}

/** Days since 1970 of the receipt; infinite where it is not known. */
export function dayOf({ receivedAt }: ComplaintValues): number {
  return receivedAt === undefined ? Infinity : Date.parse(`${receivedAt.slice(0, 10)}T00:00:00Z`) / 86_400_000;
}
