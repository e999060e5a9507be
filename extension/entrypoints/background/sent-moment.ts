import type { PageCapture } from '../../../core/capture/page-capture.ts';
import { findDates } from '../../../core/extract/find-dates.ts';
import { foldText } from '../../../core/text/fold-text.ts';

/** The form of mail headers, which names its own zone. */
const MAIL_DATE = /^([A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(:\d\d)? [+-]\d{4}/;
/** A zone in the words: their time of day is not the user's. */
const ZONE = /\b(UTC|GMT|Z|[ECMP][SD]T|CES?T|BST|JST|IST)\b|[+-]\d\d:?\d\d\b(?!-)/;

/**
 * Many pages show a date only in words, without a machine-readable form. Where these words name one moment beyond doubt,
 * that is when the message was sent; otherwise it stays unknown, and the draft says so.
 */
export function withSentMoment(capture: PageCapture): PageCapture {
  if (capture.sentAt !== null || capture.sentAtText === null) return capture;
  const sentAt = momentIn(capture.sentAtText.trim(), capture.capturedAt, capture.zone);
  return { ...capture, sentAt };
}

function momentIn(words: string, writtenAt: string, zone: string): string | null {
  const header = MAIL_DATE.exec(words)?.[0];
  if (header !== undefined) return new Date(header).toISOString();
  if (ZONE.test(words.replace(/\d{4}-\d\d-\d\d/g, ''))) return null;
  const language = /\p{Script=Han}/u.test(words) ? 'zh-CN' : 'en';
  const [date, ...others] = findDates(foldText(words).folded, { writtenAt, zone, language });
  return date?.doubt === null && others.length === 0 && date.hasTime ? date.value : null;
}
