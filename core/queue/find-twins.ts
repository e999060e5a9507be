import * as z from 'zod';
import type { PageCapture } from '../capture/page-capture.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { foldText } from '../text/fold-text.ts';
import { isAboutOtherGoods, isSameCustomer, goodsKeys, sharedGoods } from './goods-of.ts';
import { lettersIn } from './letters-in.ts';
import { plainSubject } from './plain-subject.ts';
import { squeeze } from './queue-row.ts';
import { bandKeys, likeness, shinglesOf } from './shingles.ts';

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
/** Under the same subject from the same customer less is enough. */
const SIMILAR_UNDER_SUBJECT = 0.4;
/** Fewer shingles than these say too little to compare by. */
const FEWEST = 8;
const FEWEST_UNDER_SUBJECT = 5;
/** A shorter subject says nothing. */
const SHORTEST_SUBJECT = 4;

/** The reasons for taking two complaints for one, the strongest first; none: they are two. */
export function twinReasons(one: Comparable, other: Comparable): TwinReason[] {
  return compareWith(one)(other);
}

/** `twinReasons` of one complaint with many: what is known of the first is found once. */
export function compareWith(one: Comparable): (other: Comparable) => TwinReason[] {
  const mine = traitsOf(one);
  return (other) => {
    const theirs = traitsOf(other);
    const reasons: TwinReason[] = [];
    if ([...mine.messages].some((id) => theirs.messages.has(id))) reasons.push({ kind: 'sameMessage' });
    const hasSameWords = pairsOf(mine, theirs).some(([a, b]) => a.words !== '' && a.words === b.words);
    if (hasSameWords) reasons.push({ kind: 'sameWords' });
    reasons.push(...sharedGoods(one.values, other.values).map((goods) => ({ kind: 'sameGoods' as const, ...goods })));
    if (!hasSameWords && !isAboutOtherGoods(one.values, other.values)) {
      const isUnderSubject = mine.subject !== '' && mine.subject === theirs.subject && isSameSide(one, other);
      const share = shareOf(mine, theirs, isUnderSubject ? FEWEST_UNDER_SUBJECT : FEWEST);
      if (share >= (isUnderSubject ? SIMILAR_UNDER_SUBJECT : SIMILAR)) reasons.push({ kind: 'similarText', share });
    }
    return reasons;
  };
}

/**
 * Keys of a complaint such that every two that `twinReasons` takes for one have at least one key in common (for similar
 * texts: nearly always). What an index holds, so that a new one need not be compared with all.
 */
export function twinKeys(complaint: Comparable): string[] {
  const { messages, letters, subject } = traitsOf(complaint);
  const keys = [
    ...[...messages].map((id) => `message:${id}`),
    ...letters.flatMap(({ words }) => (words === '' ? [] : [`words:${words.length}:${words.slice(0, 40)}`])),
    ...goodsKeys(complaint.values),
    ...(subject === '' ? [] : [`subject:${subject}`]),
    ...letters.flatMap(({ shingles }) => (shingles.size < FEWEST ? [] : bandKeys(shingles))),
  ].map((key) => key.slice(0, MOST_KEY));
  return [...new Set(keys)];
}

/** What a key stands for: one and the same thing, likeness, or no more than the same subject. */
export function keyKind(key: string): 'exact' | 'likeness' | 'subject' {
  if (key.startsWith('subject:')) return 'subject';
  return /^\d/.test(key) ? 'likeness' : 'exact';
}

const MOST_KEY = 500;

interface Letter {
  words: string;
  shingles: Set<string>;
}

interface Traits {
  messages: Set<string>;
  /** What was written first, then what older mails below said. */
  letters: Letter[];
  subject: string;
}

function traitsOf({ capture }: Comparable): Traits {
  const { own, older, messageIds } = lettersIn(capture);
  const { identity } = capture;
  const ids = [...(identity === null ? [] : [identity]), ...messageIds];
  const subject = squeeze(plainSubject(capture.title));
  return {
    messages: new Set(ids.map((id) => id.replace(/^<(.*)>$/, '$1'))),
    letters: [own, ...older].map((text) => ({ words: squeeze(foldText(text).folded), shingles: shinglesOf(text) })),
    subject: subject.length < SHORTEST_SUBJECT ? '' : subject,
  };
}

/** What each wrote with what the other wrote or has below. Not what both have below: answers to one mail are two. */
function pairsOf({ letters: [mine, ...below] }: Traits, { letters: [theirs, ...theirsBelow] }: Traits) {
  if (mine === undefined || theirs === undefined) return [];
  return [
    [mine, theirs] as const,
    ...theirsBelow.map((each) => [mine, each] as const),
    ...below.map((each) => [each, theirs] as const),
  ];
}

function shareOf(one: Traits, other: Traits, fewest: number): number {
  return pairsOf(one, other).reduce(
    (most, [a, b]) =>
      Math.min(a.shingles.size, b.shingles.size) < fewest ? most : Math.max(most, likeness(a.shingles, b.shingles)),
    0,
  );
}

/** From the same customer, or at least the same address. */
function isSameSide(one: Comparable, other: Comparable): boolean {
  const address = ({ capture }: Comparable) => capture.from?.address?.toLowerCase() ?? null;
  return isSameCustomer(one.values, other.values) || (address(one) !== null && address(one) === address(other));
}
