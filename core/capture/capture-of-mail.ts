import type { BlockRole, PageCapture, Person } from './page-capture.ts';

/** A mail that was read without a page: from a file, or from a sample that accuracy is measured on. */
export interface PlainMail {
  subject: string | null;
  from: Person | null;
  to: Person[];
  /** Null when the mail gives no date that can be read; its words then stand in `sentAtText`. */
  sentAt: string | null;
  sentAtText: string | null;
  /** The whole text as a reader sees it, with older mail and signature below. */
  text: string;
  /** The same text where the mail's own marks tell its parts apart; without them it is one body. */
  parts?: { role: Extract<BlockRole, 'body' | 'quoted' | 'signature'>; text: string }[];
  attachments: string[];
  /** Message-ID, or null. */
  identity: string | null;
}

const LONGEST_TEXT = 400_000;
const MOST_BLOCKS = 2_000;

/**
 * A mail as the capture that a mail page would have given: the subject as one block, the whole text as another, in which
 * extraction tells older mail and signature apart. What is longer than a capture may hold is cut, and `notFound` then names
 * `rest`. `capturedAt` is the moment of reading, `zone` the IANA zone in which words such as 昨天 are read.
 */
export function captureOfMail(mail: PlainMail, edge: { capturedAt: string; zone: string }): PageCapture {
  const blocks: PageCapture['blocks'] = [
    { role: 'subject' as const, label: null, text: mail.subject ?? '' },
    ...(mail.parts ?? [{ role: 'body' as const, text: mail.text }]).map((part) => ({ ...part, label: null })),
  ];
  return {
    schemaVersion: 1,
    ...edge,
    readBy: { way: 'file', recipe: null },
    url: null,
    title: (mail.subject ?? '').slice(0, 2_000),
    identity: mail.identity?.slice(0, 2_000) ?? null,
    from: mail.from && shortPerson(mail.from),
    to: mail.to.slice(0, 500).map(shortPerson),
    sentAt: mail.sentAt,
    sentAtText: mail.sentAtText?.slice(0, 500) ?? null,
    blocks: blocks
      .filter(({ text }) => text !== '')
      .slice(0, MOST_BLOCKS)
      .map((block) => ({ ...block, text: block.text.slice(0, LONGEST_TEXT) })),
    attachments: mail.attachments.slice(0, 500).map((name) => name.slice(0, 500)),
    notFound: blocks.length > MOST_BLOCKS || blocks.some(({ text }) => text.length > LONGEST_TEXT) ? ['rest'] : [],
  };
}

function shortPerson({ name, address }: Person): Person {
  return { name: name?.slice(0, 500) ?? null, address: address?.slice(0, 500) ?? null };
}
