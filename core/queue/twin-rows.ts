import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { allSteps, ROWS_A_STEP, type Steps } from '../steps.ts';
import { customerKeys, goodsKeys, isAboutOtherGoods, isOfAnother, isSameCustomer, sharedGoods } from './goods-of.ts';
import { likeness, shinglesOf } from './shingles.ts';
import { foldText } from '../text/fold-text.ts';

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
/** Of a customer who complains very often, so many complaints of the days before are looked at. */
const MOST_BEFORE = 12;
/** So many pairs of like words are told in any ledger; in a large one, those of so many of its rows. */
const FEW = 5;
const MOST_ALIKE = 0.05;

/**
 * Pairs of rows of the same customer with the same batch or order number that were received near each other or say much the
 * same, and pairs that say much the same within few days where no number, phone or product tells them apart. Of several rows
 * each is told with the one before it in time, so that a series gives no more pairs than rows.
 */
export function twinRows(rows: readonly DatedRow[]): TwinRows[] {
  return allSteps(twinRowsInSteps(rows));
}

/** As `twinRows`, some rows at a time, so that a page stays usable. */
export function* twinRowsInSteps(rows: readonly DatedRow[]): Steps<TwinRows[]> {
  const of = 2 * rows.length;
  const [buckets, customers] = [new Map<string, DatedRow[]>(), new Map<string, DatedRow[]>()];
  const put = (map: Map<string, DatedRow[]>, key: string, row: DatedRow) => {
    const bucket = map.get(key);
    if (bucket) bucket.push(row);
    else map.set(key, [row]);
  };
  for (const [index, row] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield { done: index, of };
    for (const key of goodsKeys(row.values)) put(buckets, key, row);
    for (const key of customerKeys(row.values)) put(customers, key, row);
  }
  const found = new Map<string, TwinRows>();
  let compared = 0;
  for (const bucket of buckets.values()) {
    const inTime = byDay(bucket);
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
  const byWords: TwinRows[] = [];
  const isSameMatter = matterJudge();
  const isTold = new Set<number>();
  for (const bucket of customers.values()) {
    const inTime = byDay(bucket);
    for (const [at, later] of inTime.entries()) {
      if (++compared % ROWS_A_STEP === 0) yield { done: Math.min(rows.length + compared, of), of };
      if (isTold.has(later.row)) continue;
      const earlier = inTime.slice(Math.max(0, at - MOST_BEFORE), at).findLast(({ values }) => {
        const days = apart(values, later.values);
        const isSoon = days !== null && days <= SAME_MATTER;
        return isSoon && !isOfAnother(values, later.values) && isSameMatter(values, later.values);
      });
      if (earlier === undefined) continue;
      isTold.add(later.row);
      const [one, other] = [Math.min(earlier.row, later.row), Math.max(earlier.row, later.row)];
      const daysApart = apart(earlier.values, later.values);
      if (!found.has(`${one} ${other}`)) byWords.push({ one, other, field: null, value: '', daysApart });
    }
  }
  // Where so many read alike, that is how the ledger is written.
  if (byWords.length <= Math.max(FEW, rows.length * MOST_ALIKE))
    for (const twin of byWords) found.set(`${twin.one} ${twin.other}`, twin);
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
    if (days === null || days > NEAR) return false;
    if (!isSameCustomer(one, other) || isAboutOtherGoods(one, other)) return false;
    return wordLikeness(words(one), words(other)) >= (days <= SAME_MATTER ? LIKE : VERY_LIKE);
  };
}

function byDay(bucket: readonly DatedRow[]): DatedRow[] {
  const dated = bucket.map((row) => ({ row, day: dayOf(row.values) }));
  return dated.sort((a, b) => a.day - b.day || a.row.row - b.row.row).map(({ row }) => row);
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
