import PostalMime, { type Address, type Attachment, type Email, type Mailbox } from 'postal-mime';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { readDateHeader } from './date-header.ts';

/** A picture that an HTML body shows from within the mail (`cid:`). */
export interface InlinePart {
  contentId: string;
  mimeType: string;
  bytes: Uint8Array;
}

/** A file that came with the mail. */
export interface AttachedFile {
  name: string;
  mimeType: string;
  bytes: Uint8Array;
}

/** An .eml file as the webmail shows it. */
export interface SampleMail {
  messageId: string | null;
  subject: string;
  from: Mailbox | null;
  to: Mailbox[];
  cc: Mailbox[];
  /** ISO moment with the sender's own offset; null when the header is absent or no date. */
  sentAt: string | null;
  text: string | null;
  html: string | null;
  attachments: string[];
  inlineParts: InlinePart[];
  /** The same files as `attachments`, with their bytes. */
  files: AttachedFile[];
}

export type MailRefusal = 'emptyFile' | 'notAMail' | 'tooLarge';
const LARGEST_BYTES = 30_000_000;

/** Reads an .eml file. A file without a single mail header is refused; everything else that a mail may lack is null. */
export async function readMail(bytes: Uint8Array): Promise<Outcome<SampleMail, MailRefusal>> {
  if (bytes.length === 0) return refuse('emptyFile');
  if (bytes.length > LARGEST_BYTES) return refuse('tooLarge', { megabytes: Math.round(bytes.length / 1_000_000) });
  const email = await parseOrNull(bytes);
  if (email === null || !looksLikeMail(email)) return refuse('notAMail');
  const attached = email.attachments.filter((part) => part.related !== true).map(attachedFile);
  return done({
    messageId: email.messageId?.trim() ?? null,
    subject: email.subject ?? '',
    from: mailboxes(email.from ? [email.from] : [])[0] ?? null,
    to: mailboxes(email.to ?? []),
    cc: mailboxes(email.cc ?? []),
    sentAt: readDateHeader(email.headers.find((header) => header.key === 'date')?.value ?? ''),
    text: email.text ?? null,
    html: email.html ?? null,
    attachments: attached.map(({ name }) => name),
    inlineParts: email.attachments.flatMap(inlinePart),
    files: attached,
  });
}

/** postal-mime rejects what exceeds its limits (nesting, header size): for us that is a file that is no mail. */
async function parseOrNull(bytes: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(bytes);
  } catch (cause) {
    if (cause instanceof Error) return null;
    throw cause;
  }
}

const MAIL_HEADERS = new Set(['from', 'to', 'subject', 'date', 'message-id', 'received', 'return-path']);

function looksLikeMail(email: Email): boolean {
  return email.headers.filter((header) => MAIL_HEADERS.has(header.key)).length >= 2;
}

function mailboxes(addresses: Address[]): Mailbox[] {
  return addresses.flatMap((address) => (address.group ? address.group : [address]));
}

function attachedFile({ filename, mimeType, content }: Attachment): AttachedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name: filename ?? mimeType, mimeType, bytes };
}

function inlinePart({ contentId, mimeType, content }: Attachment): InlinePart[] {
  if (contentId === undefined || typeof content === 'string' || !isPicture(mimeType)) return [];
  return [{ contentId: bareId(contentId), mimeType, bytes: new Uint8Array(content) }];
}

function isPicture(mimeType: string): boolean {
  return ['image/png', 'image/jpeg', 'image/gif', 'image/webp'].includes(mimeType);
}

function bareId(contentId: string): string {
  return contentId.replace(/^<|>$/g, '');
}
