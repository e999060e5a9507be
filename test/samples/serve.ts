import { join } from 'node:path';
import { mailboxAt, ownEntries, readSampleMails, type MailboxEntry, type OwnMail } from './mailbox.ts';
import { serveFolder } from './serve-files.ts';
import { serveRoutes, type LocalServer, type Reply, type Route } from './static-server.ts';
import { ticketsAt } from './tickets.ts';

const PAGES = join(import.meta.dirname, 'pages');

/** No script but our own, nothing from other hosts: a hostile mail that slipped through the allow-list would still be mute. */
const POLICY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
};

export interface SampleSite extends LocalServer {
  /** Address that shows one mail of the mailbox. */
  mailUrl(id: string): string;
  ticketUrl(id: string): string;
  /** The mailbox as it stands now; own mails first. */
  mailbox(): MailboxEntry[];
}

/** Serves the webmail-like page and the CRM-like page, with the project's mails and the user's own. */
export async function serveSamples(options: { ownMails?: OwnMail[]; port?: number } = {}): Promise<SampleSite> {
  const entries = [...ownEntries(options.ownMails ?? []), ...(await readSampleMails())];
  const mailbox = (): MailboxEntry[] => mailboxAt(entries, new Date());
  const server = await serveRoutes(sampleRoutes(mailbox), options.port ?? 0, '127.0.0.1');
  return {
    ...server,
    mailbox,
    mailUrl: (id) => `${server.origin}/mail/?open=${encodeURIComponent(id)}`,
    ticketUrl: (id) => `${server.origin}/crm/?ticket=${encodeURIComponent(id)}`,
  };
}

function sampleRoutes(mailbox: () => MailboxEntry[]): Route[] {
  return [
    (url) => (url.pathname === '/mail/mailbox.json' ? json(mailbox().map(summary)) : null),
    (url) => (url.pathname === '/mail/mail.json' ? mailReply(mailbox(), url) : null),
    (url) => (url.pathname === '/mail/inline' ? inlineReply(mailbox(), url) : null),
    (url) => (url.pathname === '/mail/attachment' ? attachmentReply(mailbox(), url) : null),
    (url) => (url.pathname === '/crm/tickets.json' ? json(ticketsAt(new Date())) : null),
    (url) =>
      url.pathname === '/' ? { status: 302, type: 'text/plain', body: '', headers: { location: '/mail/' } } : null,
    serveFolder('/', PAGES, POLICY),
  ];
}

function summary({ id, own, mail }: MailboxEntry): object {
  const preview = (mail.text ?? withoutTags(mail.html ?? '')).replace(/\s+/g, ' ').trim().slice(0, 90);
  return {
    id,
    own,
    subject: mail.subject,
    from: mail.from,
    sentAt: mail.sentAt,
    preview,
    hasAttachments: mail.attachments.length > 0,
  };
}

/** Rough words of an HTML body for the list; the page shows them as text only. */
function withoutTags(html: string): string {
  return html
    .slice(0, 20_000)
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function mailReply(entries: MailboxEntry[], url: URL): Reply | null {
  const entry = entries.find(({ id }) => id === url.searchParams.get('id'));
  if (entry === undefined) return null;
  const { inlineParts, files, ...mail } = entry.mail;
  const sizes = files.map(({ bytes }) => bytes.length);
  return json({ id: entry.id, ...mail, sizes, inline: inlineParts.map(({ contentId }) => contentId) });
}

function inlineReply(entries: MailboxEntry[], url: URL): Reply | null {
  const parts = entries.find(({ id }) => id === url.searchParams.get('id'))?.mail.inlineParts ?? [];
  const part = parts.find(({ contentId }) => contentId === url.searchParams.get('cid'));
  return part === undefined ? null : { type: part.mimeType, body: part.bytes };
}

/** Always as a download, whatever it calls itself: an attached page must not run on the mailbox's site. */
function attachmentReply(entries: MailboxEntry[], url: URL): Reply | null {
  const files = entries.find(({ id }) => id === url.searchParams.get('id'))?.mail.files ?? [];
  const file = files[Number(url.searchParams.get('nth') ?? -1)];
  if (file === undefined) return null;
  const headers = { 'content-disposition': `attachment; filename*=utf-8''${encodeURIComponent(file.name)}` };
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.mimeType) ? file.mimeType : 'application/octet-stream';
  return { type, body: file.bytes, headers };
}

function json(value: unknown): Reply {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}
