import { areConfusable } from './confusable-characters.ts';

const HAN = /\p{sc=Han}/u;
/** English words shorter than this differ too easily without being misspelt: late, rate. */
const SHORTEST_WORD = 5;
/** From this length on, two slips in one word are believed. */
const LONG_WORD = 10;
const ENDINGS = /(?:e?s|ed|ing|ly|al|y|er|e)$/;

/**
 * Whether a word is a misspelling of a usual one and not another word: both folded, without blanks. Chinese: one character
 * taken for a similar one (质里 for 质量) is `sure`; a slip that breaks a word of the dictionary apart (工能 for 功能, 服态度
 * for 服务态度) is `likely`, to be believed of a rare word only. Latin letters: one slip in a word of five letters or more,
 * two in a long one, two swapped in a short one (`likely`); inflections are no slips. A shorter or longer name of the same thing (质量 and 质量问题) is none: null.
 */
export function misspelling(word: string, usual: string): 'sure' | 'likely' | null {
  if (word === usual || word === '' || usual === '') return null;
  if (HAN.test(word) && HAN.test(usual)) return hanSlip(word, usual);
  if (HAN.test(word) || HAN.test(usual)) return null;
  return isLatinSlip(word, usual) ? 'sure' : isSwapped(word, usual) ? 'likely' : null;
}

function hanSlip(word: string, usual: string): 'sure' | 'likely' | null {
  const [left, right] = [Array.from(word), Array.from(usual)];
  if (left.length < 2 || Math.abs(left.length - right.length) > 1) return null;
  const head = commonHead(left, right);
  const tail = commonTail(left, right, head);
  const [was, now] = [left.slice(head, left.length - tail), right.slice(head, right.length - tail)];
  const [wrong, meant] = [was.join(''), now.join('')];
  const likely = () => (breaksWord(word, usual) ? 'likely' : null);
  if (was.length === 1 && now.length === 1) {
    if (!HAN.test(wrong) || !HAN.test(meant)) return null;
    // 漏烟 beside 漏水: of two characters another one makes another word.
    return areConfusable(wrong, meant) ? 'sure' : left.length > 2 ? likely() : null;
  }
  if (was.length === 2 && now.length === 2 && was[0] === now[1] && was[1] === now[0]) return likely();
  if (was.length === 1 && now.length === 0) return left[head - 1] === wrong || left[head + 1] === wrong ? 'sure' : null;
  return was.length === 0 && head > 0 && tail > 0 && right.length >= 4 ? likely() : null;
}

/** A slip leaves characters that are no word with their neighbours: 质|里|问题 where the usual spelling is 质量|问题. */
function breaksWord(word: string, usual: string): boolean {
  return singles(word) > singles(usual);
}

let segmenter: Intl.Segmenter | null = null;

function singles(text: string): number {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ segment }) => segment.length === 1 && HAN.test(segment)).length;
}

function isLatinSlip(word: string, usual: string): boolean {
  if (!/^[a-z][a-z '/&-]+$/.test(word) || !/^[a-z]/.test(usual)) return false;
  const shorter = Math.min(word.length, usual.length);
  if (shorter < SHORTEST_WORD - 1 || usual.length < SHORTEST_WORD || word[0] !== usual[0]) return false;
  if (isInflected(word, usual) || /\d/.test(word + usual)) return false;
  if (isReordered(word, usual)) return true;
  return distance(word, usual) <= (usual.length >= LONG_WORD && word.length >= LONG_WORD - 1 ? 2 : 1);
}

/** Two letters of a short word that changed places: opne for open. */
function isSwapped(word: string, usual: string): boolean {
  if (word.length !== usual.length || !/^[a-z]{4,}$/.test(word + usual) || word[0] !== usual[0]) return false;
  const differ = Array.from(word, (_, at) => at).filter((at) => word[at] !== usual[at]);
  const [first = 0, second = 0] = differ;
  return differ.length === 2 && second === first + 1 && word[first] === usual[second] && word[second] === usual[first];
}

/** The same letters in another order behind the same beginning: hardwear, hardware. */
function isReordered(left: string, right: string): boolean {
  const sorted = (text: string) => text.split('').sort().join('');
  return left.length === right.length && left.slice(0, 4) === right.slice(0, 4) && sorted(left) === sorted(right);
}

/** Delays and delay, repair and repaired: the words differ in their ending alone. */
function isInflected(left: string, right: string): boolean {
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long === `${short}s` && long.endsWith('ss')) return false;
  return stem(left) === stem(right) || (long.startsWith(short) && ENDINGS.test(long.slice(short.length)));
}

function stem(word: string): string {
  return word.replace(ENDINGS, '');
}

/** Slips between two words: a letter too few, too many, another one, or two swapped. */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[right.length] ?? 0;
}

function commonHead(left: readonly string[], right: readonly string[]): number {
  let head = 0;
  while (head < Math.min(left.length, right.length) && left[head] === right[head]) head++;
  return head;
}

function commonTail(left: readonly string[], right: readonly string[], head: number): number {
  let tail = 0;
  while (tail < Math.min(left.length, right.length) - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  return tail;
}
