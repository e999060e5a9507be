import type { PlainMail } from '../../core/capture/capture-of-mail.ts';
import { htmlParts, type ParseHtml } from './html-parts.ts';

/** A mail that was sent inside another one, as a file of its own. */
export interface InnerMail {
  subject: string;
  from: string;
  sent: string;
  text: string;
}

/**
 * The words of a mail: of its HTML, because that is what is shown to readers; of its plain text when the HTML has none. A mail
 * inside it follows below, under a head as mail programs write it above what they forward, so that it is read like one.
 */
export function mailText(
  { text, html, inner }: { text: string | null; html: string | null; inner: readonly InnerMail[] },
  parse: ParseHtml,
): Pick<PlainMail, 'text' | 'parts'> {
  const parts = html === null ? [] : htmlParts(html, parse);
  const shown = parts.map((part) => part.text).join('\n');
  const own = shown.trim() === '' ? (text ?? '').trim() : shown;
  if (inner.length > 0) return { text: [own, ...inner.map(forwarded)].filter((words) => words !== '').join('\n\n') };
  return parts.length > 1 && shown.trim() !== '' ? { text: own, parts } : { text: own };
}

function forwarded({ subject, from, sent, text }: InnerMail): string {
  const head = [`From: ${from}`, `Sent: ${sent}`, `Subject: ${subject}`].filter((line) => !line.endsWith(': '));
  return ['-----Original Message-----', ...head, '', text].join('\n');
}
