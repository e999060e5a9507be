/** Words beyond the gold that a value may have, or lack, and still be right: two words, or four Chinese characters. */
const SPARE_WORDS = 2;
const HAN_PER_WORD = 2;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
const WORD = /[\p{L}\p{N}]+(?:[.,'’_-][\p{L}\p{N}]+)*/gu;
const EDGE = /^[\p{P}\p{Z}]+|[\p{P}\p{Z}]+$/gu;
const BESIDE_HAN = /(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu;

/** Text as it is compared: width and case folded, white space made one blank or none beside Chinese, outer punctuation gone. */
export function foldForScore(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').replace(BESIDE_HAN, '').replace(EDGE, '');
}

/** Right when equal after folding, or when one contains the other with no more than two words (four characters) to spare. */
export function isSameText(value: string, gold: string): boolean {
  const [got, wanted] = [foldForScore(value), foldForScore(gold)];
  if (got === '' || wanted === '') return got === wanted;
  if (got === wanted) return true;
  return got.length > wanted.length ? holds(got, wanted) : holds(wanted, got);
}

/** As `isSameText`, with all punctuation left aside: for a value of several parts, which the product joins with marks of its own. */
export function isSameWords(value: string, gold: string): boolean {
  const bare = (text: string) => foldForScore(text).replace(/[\p{P}\p{S}]+/gu, ' ');
  return isSameText(bare(value), bare(gold));
}

/** Whether the gold's words stand in the value, whatever stands around them. */
export function holdsWords(value: string, gold: string): boolean {
  return holds(foldForScore(value), foldForScore(gold), Infinity);
}

function holds(long: string, short: string, spare = SPARE_WORDS): boolean {
  if (short === '') return false;

  for (let at = long.indexOf(short); at >= 0; at = long.indexOf(short, at + 1)) {
    const end = at + short.length;
    if (cutsWord(long, at) || (cutsWord(long, end) && !isPlural(short, long.slice(end)))) continue;
    if (wordsIn(`${long.slice(0, at)} ${long.slice(end)}`) <= spare) return true;
  }
  return false;
}

/** A number or a Latin word is never right in half: `8 t` is not `58 t`, 五台 is not 十五台. */
function cutsWord(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at, at + 2);
  return (
    (LATIN_END.test(before) && LATIN_START.test(after)) ||
    (/[零一二两三四五六七八九十百千万]$/.test(before) && /^[零一二两三四五六七八九十百千万]/.test(after)) ||
    (/\d[.,]$/.test(before) && /^\d/.test(after)) ||
    (/\d$/.test(before) && /^[.,]\d/.test(after))
  );
}

/** `tire` is the same thing as `tires`, but `T40` is not `T40S`. */
function isPlural(short: string, rest: string): boolean {
  return /[a-z]{3}$/.test(short) && /^e?s(?![\p{L}\p{N}])/u.test(rest);
}

const LATIN_END = /(?!\p{Script=Han})[\p{L}\p{N}]$/u;
const LATIN_START = /^(?!\p{Script=Han})[\p{L}\p{N}]/u;

function wordsIn(text: string): number {
  const han = text.match(HAN)?.length ?? 0;
  const words = text.replace(HAN, ' ').match(WORD)?.length ?? 0;
  return words + han / HAN_PER_WORD;
}
