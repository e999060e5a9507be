import * as z from 'zod';
import type { PageCapture } from '../capture/page-capture.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import { foldText } from '../text/fold-text.ts';
import { squeeze } from './queue-row.ts';
import { bandKeys, likeness, ownWords, shinglesOf } from './shingles.ts';

/**
 * Why two complaints may be one: the same message; the same words; the same customer with the same batch, order or model
 * number (`value`, as the first writes it); or texts that have much in common (`share`, 0 to 1).
 */
export const TwinReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sameMessage') }),
  z.strictObject({ kind: z.literal('sameWords') }),
  z.strictObject({ kind: z.literal('sameGoods'), field: z.enum(['batchNo', 'orderNo']), value: z.string() }),
  z.strictObject({ kind: z.literal('similarText'), share: z.number().min(0).max(1) }),
]);
export type TwinReason = z.infer<typeof TwinReason>;

/** What of a complaint is compared. */
export interface Comparable {
  capture: PageCapture;
  values: ComplaintValues;
}

/** Texts that share less are two complaints about similar things. */
export const SIMILAR = 0.6;
/** Fewer shingles than these say too little to compare by. */
const FEWEST = 8;

/** The reasons for taking two complaints for one, the strongest first; none: they are two. */
export function twinReasons(one: Comparable, other: Comparable): TwinReason[] {
  const reasons: TwinReason[] = [];
  const { identity } = one.capture;
  if (identity !== null && identity === other.capture.identity) reasons.push({ kind: 'sameMessage' });
  const [words, otherWords] = [wordsOf(one.capture), wordsOf(other.capture)];
  if (words !== '' && words === otherWords) reasons.push({ kind: 'sameWords' });
  reasons.push(...sameGoods(one.values, other.values));
  if (!reasons.some(({ kind }) => kind === 'sameWords') && !isAboutOtherGoods(one.values, other.values)) {
    const [shingles, otherShingles] = [shinglesOf(ownWords(one.capture)), shinglesOf(ownWords(other.capture))];
    const share = Math.min(shingles.size, otherShingles.size) < FEWEST ? 0 : likeness(shingles, otherShingles);
    if (share >= SIMILAR) reasons.push({ kind: 'similarText', share });
  }
  return reasons;
}

/**
 * Keys of a complaint such that every two that `twinReasons` takes for one have at least one key in common (for similar
 * texts: nearly always). What an index holds, so that a new one need not be compared with all.
 */
export function twinKeys({ capture, values }: Comparable): string[] {
  const { identity } = capture;
  const words = wordsOf(capture);
  const customer = customerOf(values);
  const goods =
    customer === ''
      ? []
      : GOODS.flatMap((field) => numbersIn(values[field]).map(({ number }) => `${field}:${customer}:${number}`));
  const shingles = shinglesOf(ownWords(capture));
  return [
    ...(identity === null ? [] : [`message:${identity}`]),
    ...(words === '' ? [] : [`words:${words.length}:${words.slice(0, 40)}`]),
    ...goods,
    ...(shingles.size < FEWEST ? [] : bandKeys(shingles)),
  ].map((key) => key.slice(0, MOST_KEY));
}

/** Whether a key stands for one and the same thing, and not only for likeness. */
export function isExactKey(key: string): boolean {
  return !/^\d/.test(key);
}

const MOST_KEY = 500;
const GOODS = ['batchNo', 'orderNo'] as const satisfies Field[];

function sameGoods(one: ComplaintValues, other: ComplaintValues): TwinReason[] {
  const customer = customerOf(one);
  if (customer === '' || customer !== customerOf(other)) return [];
  return GOODS.flatMap((field) => {
    const others = new Set(numbersIn(other[field]).map(({ number }) => number));
    const same = numbersIn(one[field]).find(({ number }) => others.has(number));
    return same === undefined ? [] : [{ kind: 'sameGoods' as const, field, value: same.written }];
  });
}

/** Letters made from one form are alike; the numbers in them tell that they are about different goods. */
function isAboutOtherGoods(one: ComplaintValues, other: ComplaintValues): boolean {
  const isSame = GOODS.some((field) =>
    numbersIn(one[field]).some(({ number }) => numbersIn(other[field]).some((another) => another.number === number)),
  );
  return !isSame && GOODS.some((field) => numbersIn(one[field]).length > 0 && numbersIn(other[field]).length > 0);
}

function customerOf({ customerName, contactName }: ComplaintValues): string {
  return squeeze(foldText(customerName ?? contactName ?? '').folded);
}

/** The numbers in a value, folded to compare them and as they are written. */
function numbersIn(value: string | undefined): { number: string; written: string }[] {
  const text = value ?? '';
  const { folded, toOriginal } = foldText(text);
  return [...folded.matchAll(/[^、,;，；/\s]+/g)]
    .map(({ 0: part, index }) => ({
      number: squeeze(part),
      written: text.slice(toOriginal(index), toOriginal(index + part.length)).trim(),
    }))
    .filter(({ number }) => number.length >= 3 && /\d/.test(number));
}

function wordsOf(capture: PageCapture): string {
  return squeeze(foldText(ownWords(capture)).folded);
}
