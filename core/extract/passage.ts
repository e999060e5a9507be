import type { DraftValue, Evidence } from './complaint-draft.ts';
import { foldText } from '../text/fold-text.ts';

/**
 * A stretch of one block's text, folded for matching. All finders search `folded` (width, script and case made one, so
 * patterns are written in lower-case simplified Chinese) and quote the original through `toOriginal`.
 */
export interface Passage {
  block: number;
  /** Where the passage begins in the block's own text. */
  start: number;
  text: string;
  folded: string;
  toOriginal: (offset: number) => number;
}

/** A line of a passage, in offsets of `folded`. */
export interface Line {
  start: number;
  end: number;
  folded: string;
}

/** The passage of `blockText` from `start` to `end`. */
export function passageOf(block: number, blockText: string, start = 0, end = blockText.length): Passage {
  const text = blockText.slice(start, end);
  return { block, start, text, ...foldText(text) };
}

/** The lines of a passage, without their line breaks. */
export function linesOf(passage: Passage): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const folded of passage.folded.split('\n')) {
    lines.push({ start, end: start + folded.length, folded });
    start += folded.length + 1;
  }
  return lines;
}

/**
 * The quotation of `folded.slice(start, end)` in the block's own text, without white space around it.
 * Its `quote` always equals `blocks[block].text.slice(evidence.start, evidence.end)`.
 */
export function evidenceIn(passage: Passage, start: number, end: number): Evidence {
  const raw = passage.text.slice(passage.toOriginal(start), passage.toOriginal(end));
  const lead = raw.length - raw.trimStart().length;
  const from = passage.start + passage.toOriginal(start) + lead;
  const quote = raw.trim();
  return { block: passage.block, start: from, end: from + quote.length, quote };
}

/** A quotation from the mail head or the list of attachments, which stand in no block. */
export function evidenceInHead(quote: string): Evidence {
  return { block: null, start: 0, end: quote.length, quote };
}

/** The longest quotation and value that a draft holds; the capture keeps the rest. */
const MOST = 20_000;

/**
 * A value with its quotation; `value` defaults to the quotation made fit to keep. Null when nothing is left of it.
 * Longer than a record can hold, both are cut and the doubt says `shortened`.
 */
export function draftValue(
  evidence: Evidence,
  confidence: number,
  { value = evidence.quote, doubt = null }: { value?: string; doubt?: string | null } = {},
): DraftValue | null {
  const kept = keepable(value.slice(0, MOST));
  if (kept === '') return null;
  if (evidence.quote.length <= MOST && value.length <= MOST) return { value: kept, evidence, confidence, doubt };
  const quote = evidence.quote.slice(0, MOST);
  return {
    value: kept,
    evidence: { ...evidence, end: evidence.start + quote.length, quote },
    confidence,
    doubt: 'shortened',
  };
}

/** True for a blank that is a tab, an ideographic space or several blanks in the text as written: it parts two cells. */
export function isWideGap(passage: Passage, at: number): boolean {
  if (passage.folded[at] !== ' ') return false;
  const from = passage.toOriginal(at);
  return /^(?:[ \u00A0]{2,}|[ \u00A0]?[\t\u3000])/.test(passage.text.slice(from, from + 4));
}

/** Text without invisible format characters (bidi overrides, zero widths) and control characters, spaces made single. */
export function keepable(text: string): string {
  return text
    .replace(/[\p{Cf}\uFFFC]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\p{Cc}]/gu, (c) => (c === '\n' ? c : ''))
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
