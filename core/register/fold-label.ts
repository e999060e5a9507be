import { foldText } from '../text/fold-text.ts';
import { ENGLISH_ABBREVIATIONS } from './english-abbreviations.ts';

/** A label, or its half in one of two languages. */
export interface LabelSide {
  /** Without brackets, separators kept. */
  plain: string;
  /** The spellings to try, likeliest first. */
  spellings: string[];
}

/** A column label in the forms that the header rules know. */
export interface FoldedLabel {
  whole: LabelSide;
  /** The label's half in Chinese and that in English, where it has both. */
  halves: LabelSide[];
  /** What stands inside of brackets or beside boxes: a unit, a hint, a choice, or the better name. */
  inside: string[];
}

const BRACKETS = /[([{【〔<《「]([^)\]}】〕>》」]*)[)\]}】〕>》」]/g;
const ORNAMENT = /^[\s*※●▲△☆★◆◇■□:;,.]+|[\s*※●▲△▼☆★◆◇■□:;,.?!。、√✓✔]+$/g;
/** 1. 2、 (3) A. before a label. */
const NUMBERING = /^\s*(?:\(?\d{1,2}[.、)]\s*|[a-e][.)]\s+|[一二三四五六七八九十]{1,2}、|q\d{1,2}[.:)]\s*)(?=\p{L})/u;
const BOXES = /[□☐☑☒]\s*([^\s□☐☑☒/]{1,12})/g;
/** A date to be filled in by hand. */
const BLANKS = /[:\s]+(?:20)?[\s_]*年[\s_]*月[\s_]*日.*$|_{2,}.*$/;
/** One-letter words that belong together: S/N, P.O., w/o no. */
const INITIALS = /(?<![a-z0-9])([psdwrc])\s?[/.]\s?([no])\b\.?(?!\/)|(?<![a-z0-9])(a)\/(c)\b/g;
/** Rec'd, ack'd. */
const PARTICIPLE = /([a-z])'d\b/g;
/** Satisfied y/n: answered by yes or no, as in a bracket. */
const YES_NO = /\s*[-:]?\s*\b(y ?\/ ?n|yes ?\/ ?no)\b\s*$/;
const MONEY = /[$£€¥₹]/g;
const HAN = /\p{sc=Han}/u;

/**
 * Folds a label: width, 繁→简, case, line breaks, blanks inside Chinese words, numbering, required marks and colons. A label
 * in two languages gives both. Example: `'客訴 日期\nDate'` → spellings `['客诉日期date', '客诉日期', 'date']`.
 */
export function foldLabel(label: string): FoldedLabel {
  const spaced = label.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_x000D_', ' ');
  const folded = foldText(spaced).folded.replace(/\s+/g, ' ').replace(NUMBERING, '').replace(BLANKS, '');
  const outside = folded
    .replace(BRACKETS, ' ')
    .replace(BOXES, ' ')
    .replace(PARTICIPLE, '$1d')
    .replace(YES_NO, '')
    .replace(ORNAMENT, '')
    .replace(NUMBERING, '')
    .replace(INITIALS, '$1$2$3$4')
    .replace(/\bdate ?(?:\/|&|and) ?time\b/g, 'date');
  const yesNo = YES_NO.exec(folded);
  const hints = [
    ...folded.matchAll(BRACKETS),
    ...(yesNo === null ? [] : [yesNo]),
    ...(outside === '' ? [] : folded.matchAll(BOXES)),
  ];
  const inside = hints.map(([, words = '']) => words.trim()).filter((words) => words !== '');
  const plain = outside === '' ? (inside[0] ?? '') : outside;
  return { whole: { plain, spellings: spellings(plain) }, halves: halves(plain), inside };
}

function spellings(text: string): string[] {
  if (!HAN.test(text)) return englishSpellings(text);
  const compact = text.replace(/[\s'"“”‘’]/g, '');
  const latin = englishWords(text.replace(/\p{sc=Han}+/gu, ' '));
  return [...new Set([compact, withoutLatin(compact), ...(isName(latin) ? [latin] : [])])].filter(
    (words) => words !== '',
  );
}

function halves(text: string): LabelSide[] {
  const latin = text.replace(/\p{sc=Han}[\p{sc=Han}\s、，及与和或/]*/gu, ' ').trim();
  if (!HAN.test(text) || !isName(englishWords(latin))) return [];
  const han = withoutLatin(text.replace(/[\s'"“”‘’]/g, ''));
  return [
    { plain: han, spellings: [han] },
    { plain: latin, spellings: englishSpellings(latin) },
  ];
}

/** Single letters and units beside Chinese words are no name: 数量kg. */
function isName(latin: string): boolean {
  return latin.length > 3 || latin.includes(' ');
}

function withoutLatin(compact: string): string {
  return compact.replace(/[a-z0-9~.#°%]+/g, '').replace(/^[/&-]+|[/&-]+$/g, '');
}

/** The words as they stand, and with what is short written out. */
export function englishSpellings(text: string): string[] {
  const words = englishWords(text);
  const long = words
    .split(' ')
    .map((word) => ENGLISH_ABBREVIATIONS.get(word) ?? word)
    .join(' ');
  return [...new Set([words, long])].filter((each) => each !== '');
}

/** Small words with single spaces; a number sign beside words reads as `no`, a currency as `money`. */
export function englishWords(text: string): string {
  const words = text
    .replace(/['’]s\b|(?<=s)['’]/g, '')
    .replace(MONEY, ' money ')
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  return words === '#' ? words : words.replaceAll('#', ' no ').replace(/\s+/g, ' ').trim();
}
