import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { PlainMail } from '../../core/capture/capture-of-mail.ts';
import type { Person } from '../../core/capture/page-capture.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import type { ParseHtml } from './html-parts.ts';
import { mailText, type InnerMail } from './mail-text.ts';
import { withNamedCharsets } from './name-charsets.ts';
import { readTnef } from './read-tnef.ts';

/** Mails inside mails are followed so far down. */
const DEEPEST = 3;
const MAIL_HEADERS = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path']);

/** Reads an .eml file. A file without two mail headers is none; everything else that a mail may lack is null. */
export async function readEml(bytes: Uint8Array, parse: ParseHtml): Promise<Outcome<PlainMail, 'notAMail'>> {
  const email = await parseOrNull(withNamedCharsets(bytes));
  if (email === null || email.headers.filter(({ key }) => MAIL_HEADERS.has(key)).length < 2) return refuse('notAMail');
  return done(await mailOf(email, parse, 0));
}

async function mailOf(email: Email, parse: ParseHtml, depth: number): Promise<PlainMail> {
  const packed = email.attachments.filter(isTnef).map((part) => readTnef(bytesOf(part)));
  const inner: InnerMail[] = [];
  for (const part of email.attachments.filter(({ mimeType }) => mimeType === 'message/rfc822')) {
    const read = depth < DEEPEST ? await parseOrNull(withNamedCharsets(bytesOf(part))) : null;
    if (read !== null) inner.push(await innerMail(read, parse, depth + 1));
  }
  const [from] = peopleOf(email.from ? [email.from] : (email.replyTo ?? []));
  const date = email.headers.find(({ key }) => key === 'date')?.value ?? null;
  const shown = {
    text: email.text ?? packed.find(({ text }) => text !== '')?.text ?? null,
    html: email.html ?? packed.find(({ html }) => html !== '')?.html ?? null,
    inner,
  };
  return {
    subject: email.subject ?? null,
    from: from ?? null,
    to: peopleOf([...(email.to ?? []), ...(email.cc ?? [])]),
    sentAt: momentOf(date),
    sentAtText: date,
    ...mailText(shown, parse),
    attachments: [
      ...email.attachments
        .filter((part) => part.related !== true && !isTnef(part))
        .map((part) => part.filename ?? part.mimeType),
      ...packed.flatMap(({ attachments }) => attachments),
    ],
    identity: email.messageId?.trim() || null,
  };
}

async function innerMail(email: Email, parse: ParseHtml, depth: number): Promise<InnerMail> {
  const { subject, from, sentAtText, text } = await mailOf(email, parse, depth);
  return { subject: subject ?? '', from: oneLine(from), sent: sentAtText ?? '', text };
}

/** postal-mime rejects what exceeds its limits of nesting and head size: for us that is a file that is no mail. */
async function parseOrNull(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: 64 });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

const isTnef = ({ mimeType, filename }: Attachment) =>
  mimeType === 'application/ms-tnef' ||
  mimeType === 'application/vnd.ms-tnef' ||
  /^winmail\.dat$/i.test(filename ?? '');

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

function peopleOf(addresses: readonly Address[]): Person[] {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => ({ name: name.trim() || null, address: address.trim() || null }))
    .filter(({ name, address }) => name !== null || address !== null);
}

const oneLine = (person: Person | null) =>
  person === null ? '' : `${person.name ?? ''} ${person.address === null ? '' : `<${person.address}>`}`.trim();

const DATE =
  /^(?:[A-Za-z]{3},?\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[+-]\d{4}|GMT|UT|UTC|Z)/;

/** The moment of a date header that names its zone; null for any other, whose words stand beside. */
function momentOf(date: string | null): string | null {
  const words = DATE.exec((date ?? '').trim())?.[0];
  const time = words === undefined ? Number.NaN : Date.parse(words);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
