import { SIMPLIFIED } from './simplified.ts';

/** Text made equal for matching, with the way back to the text as written. */
export interface FoldedText {
  folded: string;
  /** Offset in the original where the character at this folded offset begins; the text's length at or past the end. */
  toOriginal: (offset: number) => number;
}

const SPACE = /[\p{Zs}\t\u000B\u000C]/u;
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFE00-\uFE0F\uFEFF]/u;
/** ① marks an item; folded to a bare 1 it would run together with a number behind it. */
const CIRCLED = /[\u2460-\u2473]/;
/** A reading that a faulty converter leaves behind a character: 責(zé)任. Only with a tone mark, so that (pcs) stays. */
const READING = /(?<=\p{sc=Han})[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5}[)）]/gu;

/**
 * Folds text for matching: full width to half width (NFKC), traditional to simplified, capitals to small letters, every
 * run of blanks to one space; invisible characters and stray pinyin readings are dropped, line breaks stay.
 * Offsets lead back to the original. Example: `foldText('責任　單位：ＱＡ').folded` → `责任 单位:qa`.
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const origins: number[] = [];
  const readings = new Map([...text.matchAll(READING)].map((match) => [match.index, match[0].length]));
  for (let at = 0; at < text.length;) {
    const reading = readings.get(at);
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const plain = reading === undefined ? foldCharacter(character) : '';
    if (plain !== '' && (plain !== ' ' || parts.at(-1) !== ' ')) {
      parts.push(plain);
      for (let unit = 0; unit < plain.length; unit++) origins.push(at);
    }
    at += reading ?? character.length;
  }
  return { folded: parts.join(''), toOriginal: (offset) => origins[offset] ?? text.length };
}

function foldCharacter(character: string): string {
  if (character < '\u0080') return character === '\t' ? ' ' : character === '\r' ? '' : character.toLowerCase();
  const simple = SIMPLIFIED.get(character);
  if (simple !== undefined) return simple;
  if (isPlainHan(character)) return character;
  if (INVISIBLE.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (CIRCLED.test(character)) return `(${character.normalize('NFKC')})`;
  const narrow = character.normalize('NFKC');
  return Array.from(narrow, (part) => SIMPLIFIED.get(part) ?? part.toLowerCase()).join('');
}

/** Unified ideographs stand for themselves; most of the text is these. */
function isPlainHan(character: string): boolean {
  return character >= '\u4E00' && character <= '\u9FFF';
}
