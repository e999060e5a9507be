import type { PageCapture } from '../capture/page-capture.ts';
import type { DraftValue } from './complaint-draft.ts';
import { findLetterDate } from './find-letter-date.ts';
import { chineseTimeAfter } from './find-time-of-day.ts';
import type { Letter } from './letter.ts';
import { localDay, momentOn } from './local-day.ts';
import { draftValue, evidenceInHead } from './passage.ts';
import { foldText } from '../text/fold-text.ts';

const MAIL_WORD: Record<Letter['language'], string> = { 'zh-CN': '电子邮件', 'zh-TW': '電子郵件', en: 'E-mail' };

/**
 * When the complaint came in: when the page says it was sent. Without that, what a label in the text says (`labelled`),
 * else the time of clipping with the doubt `fromClipTime`.
 */
export function findReceivedAt(capture: PageCapture, letter: Letter, labelled: DraftValue[]): DraftValue[] {
  const called = timeOfCall(capture);
  if (called !== null) return [called];
  if (capture.sentAt !== null) {
    const value = draftValue(evidenceInHead(capture.sentAtText ?? capture.sentAt), 0.98, { value: capture.sentAt });
    return value === null ? labelled : [value];
  }
  if (labelled.length > 0) return labelled;
  const written = sentInText(letter) ?? findLetterDate(letter);
  if (written !== null) return [written];
  const value = draftValue(evidenceInHead(capture.capturedAt), 0.3, { doubt: 'fromClipTime' });
  return value === null ? [] : [value];
}

/** The time of day that a clerk's note begins with (上午九点四十接电话), on the day on which it was typed; never later than that. */
function timeOfCall({ readBy, blocks, capturedAt, zone }: PageCapture): DraftValue | null {
  const block =
    readBy.way === 'form' ? blocks.findIndex(({ role, label }) => role === 'field' && label === '来电时间') : -1;
  const quote = blocks[block]?.text ?? '';
  const at = chineseTimeAfter(foldText(quote).folded, null);
  if (at === null || at.time === null) return null;
  const value = momentOn(localDay(capturedAt, zone).toString(), at.time, zone);
  if (Date.parse(value) > Date.parse(capturedAt)) return null;
  const evidence = { block, start: 0, end: quote.length, quote };
  return draftValue(evidence, at.doubt === null ? 0.9 : 0.49, { value, doubt: at.doubt });
}

function sentInText({ sentWords }: Letter): DraftValue | null {
  return sentWords === null ? null : draftValue(sentWords.evidence, 0.85, { value: sentWords.moment });
}

/**
 * By which way it came, as a word (registers keep words, not codes) in the clerk's language, not the letter's: e-mail when
 * the page shows a sender's address. Tickets say it in a labelled field, if at all.
 */
export function findChannel(capture: PageCapture, letter: Letter, locale: Letter['language']): DraftValue[] {
  const address = capture.from?.address ?? null;
  if (address === null || letter.fields.length > 0) return [];
  const value = draftValue(evidenceInHead(address), 0.9, { value: MAIL_WORD[locale] });
  return value === null ? [] : [value];
}
