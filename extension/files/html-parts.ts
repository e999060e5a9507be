import type { PlainMail } from '../../core/capture/capture-of-mail.ts';
import { visibleSegments } from '../page/visible-text.ts';
import { removeHidden } from './remove-hidden.ts';

/** Makes a document that loads, runs and shows nothing. */
export type ParseHtml = (html: string) => Document;

/**
 * The words of a mail's HTML as a reader would see them, older mail and signatures told apart by the marks of mail programs.
 * It is never shown: the document stays inert, so no picture is loaded and no script runs.
 */
export function htmlParts(html: string, parse: ParseHtml): NonNullable<PlainMail['parts']> {
  const document = parse(html);
  removeHidden(document);
  const body = document.body as HTMLElement | null;
  return body === null ? [] : visibleSegments([body]);
}
