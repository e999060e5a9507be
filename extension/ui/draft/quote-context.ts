import type { PageCapture } from '../../../core/capture/page-capture.ts';
import type { Evidence } from '../../../core/extract/complaint-draft.ts';

/** The words a value came from, with a little of what stands before and after them on the same line. */
export interface Quote {
  before: string;
  words: string;
  after: string;
  /** From the message header rather than the text. */
  isFromHead: boolean;
  /** Characters of the whole quotation, when it is shown shortened. */
  fullLength: number | null;
  /** By which the words are found again in the page. */
  wanted: WordsWanted;
}

/** Words to be found again in the page: with what stood around them, and words by which the message is known. */
export interface WordsWanted {
  words: string;
  before: string;
  after: string;
  near: string;
}

const AROUND = 200;
/** Enough to know a message by, from behind what the list of an inbox shows of it. */
const KNOWN_BY = 60;
const PREVIEW = 160;

const BEFORE = 12;
const AFTER = 16;
const LONGEST = 60;

export function quoteOf(capture: PageCapture, { block, start, end, quote }: Evidence): Quote {
  const source = block === null ? undefined : capture.blocks[block];
  const text = source?.text ?? null;
  const label = source?.role === 'field' && source.label !== null && start === 0 ? `${clean(source.label)}：` : '';
  const isLong = quote.length > LONGEST;
  const words = isLong ? `${clean(quote.slice(0, 36))} … ${clean(quote.slice(-18))}` : clean(quote);
  return {
    before: text === null ? '' : label + lead(text.slice(Math.max(0, start - 60), start)),
    words,
    after: text === null || isLong ? '' : tail(text.slice(end, end + 60)),
    isFromHead: block === null && capture.readBy.way !== 'form',
    fullLength: isLong ? quote.length : null,
    wanted: {
      words: quote,
      before: text?.slice(Math.max(0, start - AROUND), start) ?? '',
      after: text?.slice(end, end + AROUND) ?? '',
      near: knownBy(capture),
    },
  };
}

/** Direction marks and invisible characters would turn the panel's own line around; the capture keeps them. */
const clean = (text: string) =>
  text.replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '').replace(/\s+/g, ' ');

function lead(text: string): string {
  const line = clean(text.slice(text.lastIndexOf('\n') + 1));
  return line.length > BEFORE ? `…${line.slice(-BEFORE)}` : line.trimStart();
}

function tail(text: string): string {
  const line = clean(text.split('\n')[0] ?? '');
  return line.length > AFTER ? `${line.slice(0, AFTER)}…` : line.trimEnd();
}

function knownBy({ blocks }: PageCapture): string {
  const text = blocks.find(({ role }) => role === 'body' || role === 'selection')?.text ?? '';
  return text.length > PREVIEW + KNOWN_BY ? text.slice(PREVIEW, PREVIEW + KNOWN_BY) : text.slice(-KNOWN_BY);
}
