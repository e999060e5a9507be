import { foldText } from '../text/fold-text.ts';

/** Tokens that make one shingle. */
const WIDTH = 3;
/** Of very long texts the beginning decides. */
const MOST_TEXT = 20_000;

/**
 * A text as the set of its runs of three: a Chinese character counts as a word, Latin letters and digits as they stand
 * together. Width, capitals, traditional characters, spacing and punctuation make no difference.
 * Example: `结块 严重！` → `结 块 严`, `块 严 重`.
 */
export function shinglesOf(text: string): Set<string> {
  const tokens =
    foldText(text.slice(0, MOST_TEXT)).folded.match(
      /\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu,
    ) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + WIDTH <= tokens.length; at++) shingles.add(tokens.slice(at, at + WIDTH).join(' '));
  return shingles;
}

/** How much two sets have in common: shared over all, 0 to 1. Two empty sets have nothing in common. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

const BANDS = 12;
const IN_BAND = 3;

/**
 * Keys by which similar texts are found in a large collection without comparing with each: texts that share six tenths of
 * their shingles have a key in common in 19 of 20 cases, texts that share a quarter in one of six (MinHash, in bands).
 */
export function bandKeys(shingles: ReadonlySet<string>): string[] {
  if (shingles.size === 0) return [];
  const least = new Uint32Array(BANDS * IN_BAND).fill(0xffffffff);
  for (const shingle of shingles) {
    const hash = hashOf(shingle);
    for (let at = 0; at < least.length; at++) {
      const mixed = mix(hash ^ Math.imul(at + 1, 0x9e3779b1));
      if (mixed < (least[at] ?? 0)) least[at] = mixed;
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    const part = least.slice(band * IN_BAND, (band + 1) * IN_BAND);
    return `${band}:${mix(part.reduce((sum, each) => mix(sum ^ each), band)).toString(36)}`;
  });
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
