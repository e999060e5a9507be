import MsgReader, { type FieldsData } from '@kenjiuno/msgreader';
import { addressParser, decodeWords } from 'postal-mime';
import type { PlainMail } from '../../core/capture/capture-of-mail.ts';
import type { Person } from '../../core/capture/page-capture.ts';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { isSoundCompoundFile } from './check-compound-file.ts';
import { decodeText } from './guess-charset.ts';
import type { ParseHtml } from './html-parts.ts';
import { mailText, type InnerMail } from './mail-text.ts';
import { rtfText } from './rtf-text.ts';

/** The package is CommonJS: what Node gives as its class, a bundler gives one step further down. */
const Reader: typeof MsgReader =
  typeof MsgReader === 'function' ? MsgReader : (MsgReader as unknown as { default: typeof MsgReader }).default;

/** Mails inside mails are followed so far down. */
const DEEPEST = 3;
/** The kind of a text that is kept in bytes of some code page. */
const NARROW = 0x1e;

/** Reads a mail that Outlook saved (.msg). Appointments, contacts and tasks are no mails; what is damaged is refused. */
export function readMsg(bytes: Uint8Array, parse: ParseHtml): Outcome<PlainMail, 'notAMail' | 'brokenFile'> {
  if (!isSoundCompoundFile(bytes)) return refuse('brokenFile');
  const narrow = new Map<FieldsData, Set<number>>();
  const fields = fieldsOrNull(bytes, (owner, tag) => {
    if ((tag & 0xffff) === NARROW) narrow.set(owner, (narrow.get(owner) ?? new Set()).add(tag >>> 16));
  });
  if (fields === null) return refuse('brokenFile');
  if (fields.dataType !== 'msg' || !isMail(fields)) return refuse('notAMail');
  return done(mailOf(fields, { parse, narrow, depth: 0 }));
}

interface Reading {
  parse: ParseHtml;
  /** The texts of each part that were kept as bytes, by number. */
  narrow: ReadonlyMap<FieldsData, ReadonlySet<number>>;
  depth: number;
}

function fieldsOrNull(bytes: Uint8Array, observe: (owner: FieldsData, tag: number) => void): FieldsData | null {
  const reader = new Reader(new DataView(bytes.slice().buffer));
  reader.parserConfig = { propertyObserver: observe };
  try {
    const fields = reader.getFileData();
    return fields.error === undefined ? fields : null;
  } catch (error) {
    // The library says of a damaged file only by throwing, with whatever it stumbled over.
    if (error instanceof Error) return null;
    throw error;
  }
}

const isMail = ({ messageClass }: FieldsData) =>
  messageClass === undefined || /^(IPM\.Note|REPORT)\b/i.test(messageClass);

function mailOf(fields: FieldsData, reading: Reading): PlainMail {
  const say = textsOf(fields, reading.narrow.get(fields));
  const headers = headersOf(say('headers', 0x007d));
  const text = say('body', 0x1000);
  const attachments = (fields.attachments ?? []).filter(({ attachmentHidden }) => attachmentHidden !== true);
  const inner = attachments
    .flatMap(({ innerMsgContentFields }) => innerMsgContentFields ?? [])
    .filter(() => reading.depth < DEEPEST)
    .map((each) => innerMail(each, { ...reading, depth: reading.depth + 1 }));
  const rtf = text === '' && fields.compressedRtf !== undefined ? rtfText(fields.compressedRtf) : '';
  const sentAt = momentOf(fields.clientSubmitTime ?? fields.messageDeliveryTime) ?? momentOf(headers.get('date'));
  return {
    subject: say('subject', 0x0037) || null,
    from: senderOf(say, fields) ?? writtenBy(headers.get('from')),
    to: (fields.recipients ?? [])
      .filter(({ recipType }) => recipType !== 'bcc')
      .map((each) => recipientOf(each, reading)),
    sentAt,
    sentAtText: headers.get('date') ?? sentAt,
    ...mailText({ text: text || rtf || null, html: htmlOf(fields, say), inner }, reading.parse),
    attachments: attachments
      .filter(({ innerMsgContent, pidContentId }) => innerMsgContent !== true && !pidContentId)
      .map((each) => nameOf(each, reading))
      .filter((name) => name !== ''),
    identity: fields.messageId?.trim() || headers.get('message-id') || null,
  };
}

function innerMail(fields: FieldsData, reading: Reading): InnerMail {
  const { subject, from, sentAtText, text } = mailOf(fields, reading);
  const sender = from === null ? '' : `${from.name ?? ''} ${from.address === null ? '' : `<${from.address}>`}`.trim();
  return { subject: subject ?? '', from: sender, sent: sentAtText ?? '', text };
}

type Say = (key: keyof FieldsData, number: number) => string;

/** The texts of one part; those kept as bytes are read in the message's code page, else in what they look like. */
function textsOf(fields: FieldsData, narrow: ReadonlySet<number> | undefined): Say {
  const charset = charsetOf(fields.messageCodepage ?? fields.internetCodepage);
  return (key, number) => {
    const value = fields[key];
    if (typeof value !== 'string') return '';
    const isBytes = narrow?.has(number) === true && !/[\u0100-\uffff]/.test(value);
    return isBytes
      ? decodeText(
          Uint8Array.from(value, (char) => char.charCodeAt(0)),
          charset,
        )
      : value;
  };
}

const CODE_PAGES: Record<number, string> = {
  936: 'gb18030',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  65001: 'utf-8',
  54936: 'gb18030',
  52936: 'gb18030',
  20936: 'gb18030',
};

/** Code page 1252 is what programs write when they do not know: it says nothing. */
function charsetOf(page: number | undefined): string | null {
  if (page === undefined) return null;
  return CODE_PAGES[page] ?? (page >= 1250 && page <= 1258 && page !== 1252 ? `windows-${page}` : null);
}

function htmlOf(fields: FieldsData, say: Say): string | null {
  if (fields.html !== undefined && fields.html.length > 0) {
    return decodeText(fields.html, charsetOf(fields.internetCodepage) ?? declaredIn(fields.html));
  }
  return say('bodyHtml', 0x1013) || null;
}

function declaredIn(html: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(html.subarray(0, 2_000));
  return /charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ?? null;
}

/** The sender by the head with which the mail was sent. */
function writtenBy(header: string | undefined): Person | null {
  const [first] = addressParser(decodeWords(header ?? ''), { flatten: true });
  return first?.address ? { name: first.name || null, address: first.address } : null;
}

/** Inside a company the sender stands as a path of the directory, which is no address. */
function senderOf(say: Say, fields: FieldsData): Person | null {
  const address = [
    fields.senderSmtpAddress,
    fields.sentRepresentingSmtpAddress,
    fields.senderEmail,
    fields.creatorSMTPAddress,
  ].find((each) => each?.includes('@') === true);
  const name = say('senderName', 0x0c1a);
  return name === '' && address === undefined ? null : { name: name || null, address: address ?? null };
}

function recipientOf(fields: FieldsData, { narrow }: Reading): Person {
  const say = textsOf(fields, narrow.get(fields));
  const address = [fields.smtpAddress, fields.email].find((each) => each?.includes('@') === true);
  return { name: say('name', 0x3001) || null, address: address ?? null };
}

function nameOf(fields: FieldsData, { narrow }: Reading): string {
  const say = textsOf(fields, narrow.get(fields));
  return say('fileName', 0x3707) || say('fileNameShort', 0x3704) || say('name', 0x3001);
}

function headersOf(headers: string): Map<string, string> {
  const lines = headers.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const pairs = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line)).filter((match) => match !== null);
  return new Map(pairs.reverse().map((match) => [(match[1] ?? '').toLowerCase(), (match[2] ?? '').trim()]));
}

function momentOf(words: string | undefined): string | null {
  const time = Date.parse(words ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
