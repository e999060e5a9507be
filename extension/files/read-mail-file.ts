import type { PlainMail } from '../../core/capture/capture-of-mail.ts';
import { refuse, type Outcome } from '../../core/outcome.ts';
import type { ParseHtml } from './html-parts.ts';
import { readEml } from './read-eml.ts';

export type MailFileTrouble = 'emptyFile' | 'tooLarge' | 'notAMail' | 'brokenFile';

/** In bytes; what is beyond is no letter any more. */
export const LARGEST_MAIL = 40_000_000;

/**
 * Reads a mail file of either kind: Outlook's .msg is told by its first bytes, not by its name; everything else is tried as
 * .eml. The reader of .msg is loaded only when one comes.
 */
export async function readMailFile(bytes: Uint8Array, parse: ParseHtml): Promise<Outcome<PlainMail, MailFileTrouble>> {
  if (bytes.length === 0) return refuse('emptyFile');
  if (bytes.length > LARGEST_MAIL) return refuse('tooLarge', { megabytes: Math.round(bytes.length / 1_000_000) });
  const isCompound = bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
  if (!isCompound) return readEml(bytes, parse);
  const { readMsg } = await import('./read-msg.ts');
  return readMsg(bytes, parse);
}
