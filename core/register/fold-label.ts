import { foldText } from '../text/fold-text.ts';

/** A column label in the forms that the header rules know. */
export interface FoldedLabel {
  /** The label without its brackets, separators kept. */
  plain: string;
  /** What stands outside of brackets, in the spellings to try, likeliest first. */
  outside: string[];
  /** What stands inside of brackets: a unit, a hint, or the better name. */
  inside: string[];
}

const BRACKETS = /[([{【〔<《「]([^)\]}】〕>》」]*)[)\]}】〕>》」]/g;
const ORNAMENT = /^[\s*※●▲△☆★◆◇■□:;,.]+|[\s*※●▲△▼☆★◆◇■□:;,.?!。、]+$/g;
const HAN = /\p{sc=Han}/u;

/**
 * Folds a label: width, 繁→简, case, line breaks, blanks inside Chinese words, required marks and colons. A label in two
 * languages gives both. Example: `'客訴 日期\nDate'` → outside `['客诉日期date', '客诉日期', 'date']`.
 */
export function foldLabel(label: string): FoldedLabel {
  const spaced = label.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_x000D_', ' ');
  const folded = foldText(spaced).folded.replace(/\s+/g, ' ');
  const inside = [...folded.matchAll(BRACKETS)].map(([, words = '']) => words.trim()).filter((words) => words !== '');
  const outside = folded.replace(BRACKETS, ' ').replace(ORNAMENT, '');
  const plain = outside === '' ? (inside[0] ?? '') : outside;
  return { plain, outside: spellings(plain), inside };
}

function spellings(text: string): string[] {
  if (!HAN.test(text)) return [englishWords(text)].filter((words) => words !== '');
  const compact = text.replace(/[\s'"“”‘’]/g, '');
  const han = compact.replace(/[a-z0-9~.#°%]+/g, '').replace(/^[/&-]+|[/&-]+$/g, '');
  const latin = englishWords(text.replace(/\p{sc=Han}+/gu, ' '));
  const isName = latin.length > 3 || latin.includes(' ');
  return [...new Set([compact, han, ...(isName ? [latin] : [])])].filter((words) => words !== '');
}

/** Small words with single spaces; a number sign beside words reads as `no`. */
export function englishWords(text: string): string {
  const words = text.replace(/[^\p{L}\p{N}#]+/gu, ' ').trim();
  return words === '#' ? words : words.replaceAll('#', ' no ').replace(/\s+/g, ' ').trim();
}
