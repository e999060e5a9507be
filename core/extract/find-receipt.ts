import type { PageCapture } from '../capture/page-capture.ts';
import type { DraftValue } from './complaint-draft.ts';
import { findLetterDate } from './find-letter-date.ts';
import type { Letter } from './letter.ts';
import { draftValue, evidenceInHead } from './passage.ts';

const MAIL_WORD: Record<Letter['language'], string> = { 'zh-CN': '电子邮件', 'zh-TW': '電子郵件', en: 'E-mail' };

/**
 * When the complaint came in: when the page says it was sent. Without that, what a label in the text says (`labelled`),
 * else the time of clipping with the doubt `fromClipTime`.
 */
export function findReceivedAt(capture: PageCapture, letter: Letter, labelled: DraftValue[]): DraftValue[] {
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

function sentInText({ sentWords }: Letter): DraftValue | null {
  return sentWords === null ? null : draftValue(sentWords.evidence, 0.85, { value: sentWords.moment });
}

/**
 * By which way it came, as a word in the letter's own language (registers keep words, not codes): e-mail when the page
 * shows a sender's address. Tickets say it in a labelled field, if at all.
 */
export function findChannel(capture: PageCapture, letter: Letter): DraftValue[] {
  const address = capture.from?.address ?? null;
  if (address === null || letter.fields.length > 0) return [];
  const value = draftValue(evidenceInHead(address), 0.9, { value: MAIL_WORD[letter.language] });
  return value === null ? [] : [value];
}
