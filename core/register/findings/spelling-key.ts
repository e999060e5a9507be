import { foldText } from '../../text/fold-text.ts';

const SEPARATORS = /[\s\-_·.。‐‑–—・]+/g;
const DIGIT = /\d/;

/**
 * A name or word as spellings of it are compared: width, capitals, traditional characters, blanks, hyphens and dots make no
 * difference. Between two digits they do: 1-11 is not 11-1, and 1.00 is not 100.
 */
export function spellingKey(text: string): string {
  const folded = foldText(text).folded.replace(/\r?\n/g, ' ').trim();
  return folded.replace(SEPARATORS, (separator, at: number) => {
    const between = DIGIT.test(folded[at - 1] ?? '') && DIGIT.test(folded[at + separator.length] ?? '');
    return between ? (separator.includes('.') ? '.' : '-') : '';
  });
}

/** Characters by which names are told apart, though they look or sound alike: numbers, sides, sizes, the ten stems. */
const TELLING =
  /\d+(?:[.-]\d+)*|[一二三四五六七八九十百千零〇两甲乙丙丁戊己庚辛壬癸东南西北上下左右前后内外大小高低新旧男女]/g;
const LETTERS = /[a-z]+/g;
const HAN = /\p{sc=Han}/u;

/**
 * What tells two things apart whatever their spelling: of a key its numbers, in order, and beside Chinese words its letters
 * too (F类I级 and F类II级 are two). Names in which this differs are never taken for one another.
 */
export function tellingSigns(key: string): string {
  const letters = HAN.test(key) ? (key.match(LETTERS) ?? []) : [];
  return [...(key.match(TELLING) ?? []), '|', ...letters].join(' ');
}
