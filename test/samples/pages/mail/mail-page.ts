import { element, required } from '../shared/build-element.ts';
import { longTime, shortTime } from '../shared/show-time.ts';
import { sanitizeMail } from './allow-list.ts';

interface Mailbox {
  name: string;
  address: string;
}

interface MailSummary {
  id: string;
  own: boolean;
  subject: string;
  from: Mailbox | null;
  sentAt: string | null;
  preview: string;
  hasAttachments: boolean;
}

interface Mail {
  id: string;
  messageId: string | null;
  subject: string;
  from: Mailbox | null;
  to: Mailbox[];
  cc: Mailbox[];
  sentAt: string | null;
  text: string | null;
  html: string | null;
  attachments: string[];
  /** In bytes, in the order of the attachments. */
  sizes: number[];
  inline: string[];
}

const NO_SUBJECT = '（无主题）';

await showPage();

async function showPage(): Promise<void> {
  const mailbox = (await getJson('mailbox.json')) as MailSummary[];
  const wanted = new URLSearchParams(location.search).get('open') ?? mailbox[0]?.id ?? '';
  required('.folder-count').textContent = String(mailbox.length);
  showList(mailbox, wanted);
  const search = required('#search') as HTMLInputElement;
  search.addEventListener('input', () => showList(mailbox.filter(speaksOf(search.value)), wanted));
  await openMail(wanted);
}

async function getJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

function speaksOf(words: string): (mail: MailSummary) => boolean {
  const wanted = words.trim().toLowerCase();
  return (mail) =>
    [mail.subject, mail.preview, mail.from?.name ?? '', mail.from?.address ?? '']
      .join('\n')
      .toLowerCase()
      .includes(wanted);
}

function showList(mails: MailSummary[], openId: string): void {
  const items = mails.map((mail) => element('li', {}, listLink(mail, mail.id === openId)));
  required('.mail-list ul').replaceChildren(...items);
  required('.list-empty').hidden = mails.length > 0;
}

function listLink(mail: MailSummary, isOpen: boolean): HTMLElement {
  const sender = mail.from?.name || mail.from?.address || '（未知发件人）';
  return element(
    'a',
    { href: `?open=${encodeURIComponent(mail.id)}`, ...(isOpen ? { 'aria-current': 'page' } : {}) },
    element(
      'span',
      { class: 'list-line' },
      element('bdi', { class: 'list-sender' }, sender),
      mail.own ? element('span', { class: 'list-mark' }, '本机文件') : null,
      element('span', { class: 'list-time' }, mail.sentAt === null ? '' : shortTime(mail.sentAt)),
    ),
    element(
      'span',
      { class: 'list-line' },
      element('bdi', { class: 'list-subject' }, mail.subject || NO_SUBJECT),
      mail.hasAttachments ? element('span', { class: 'list-clip', title: '有附件' }, '附件') : null,
    ),
    element('bdi', { class: 'list-preview' }, mail.preview),
  );
}

async function openMail(id: string): Promise<void> {
  const pane = required('main');
  const response = await fetch(`mail.json?id=${encodeURIComponent(id)}`);
  if (!response.ok) {
    pane.replaceChildren(element('p', { class: 'no-mail' }, '没有找到这封邮件。请从左侧列表中选择一封。'));
    return;
  }
  const mail = (await response.json()) as Mail;
  document.title = `${mail.subject || NO_SUBJECT} - 青石邮箱`;
  pane.replaceChildren(mailHead(mail), mailBody(mail), ...attachments(mail), replyPart());
  if (mail.messageId !== null) pane.dataset['messageId'] = mail.messageId;
  pane.dataset['mail'] = mail.id;
}

/** A box to write in, as webmail opens below a mail. This page sends nothing. */
function replyPart(): HTMLElement {
  const button = element('button', { type: 'button', class: 'reply-button' }, '回复');
  const part = element('section', { class: 'reply-box', 'aria-label': '回复' }, button);
  button.addEventListener('click', () => {
    const box = element('textarea', { rows: '8', 'aria-label': '回复内容' });
    part.replaceChildren(box);
    box.focus();
  });
  return part;
}

function mailHead(mail: Mail): HTMLElement {
  const name = mail.from?.name ?? '';
  return element(
    'header',
    { class: 'mail-head' },
    element('h1', { class: 'mail-subject', dir: 'auto' }, mail.subject || NO_SUBJECT),
    element(
      'div',
      { class: 'mail-people' },
      element('span', { class: 'avatar', 'aria-hidden': 'true' }, firstLetter(name)),
      element(
        'div',
        { class: 'mail-lines' },
        element(
          'p',
          { class: 'mail-from' },
          element('bdi', { class: 'name' }, name),
          mail.from === null ? null : element('span', { class: 'address' }, `<${mail.from.address}>`),
        ),
        recipients('mail-to', '收件人', mail.to),
        recipients('mail-cc', '抄送', mail.cc),
      ),
      mail.sentAt === null
        ? null
        : element('time', { class: 'mail-date', datetime: mail.sentAt }, longTime(mail.sentAt)),
    ),
  );
}

function firstLetter(name: string): string {
  const [first] = Array.from(new Intl.Segmenter('zh-CN').segment(name));
  return first?.segment ?? '？';
}

function recipients(className: string, label: string, people: Mailbox[]): HTMLElement | null {
  if (people.length === 0) return null;
  const shown = people.map(({ name, address }) =>
    element(
      'span',
      { class: 'person' },
      name === '' || name === address ? null : element('bdi', { class: 'name' }, name),
      element('span', { class: 'address' }, name === '' ? address : `<${address}>`),
    ),
  );
  return element('p', { class: className }, element('span', { class: 'line-label' }, label), ...shown);
}

function mailBody(mail: Mail): HTMLElement {
  if (mail.html === null) return element('pre', { class: 'mail-body', dir: 'auto' }, mail.text ?? '');
  const inline = new Set(mail.inline);
  const frame = element('iframe', { class: 'mail-body-frame', sandbox: 'allow-same-origin', title: '邮件正文' });
  frame.addEventListener('load', () => fitFrame(frame));
  frame.srcdoc =
    '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/mail/mail-body.css">' +
    sanitizeMail(mail.html, (cid) =>
      inline.has(cid) ? `/mail/inline?id=${encodeURIComponent(mail.id)}&cid=${encodeURIComponent(cid)}` : null,
    );
  return frame;
}

/** A mail body scrolls with the page, not within itself. */
function fitFrame(frame: HTMLIFrameElement): void {
  frame.dataset['shown'] = '';
  const root = frame.contentDocument?.documentElement;
  if (root) frame.style.height = `${root.scrollHeight + 8}px`;
}

function sizeWords(bytes: number): string {
  return bytes < 1000 ? `${bytes} B` : `${Math.round(bytes / 1000)} KB`;
}

function attachments(mail: Mail): HTMLElement[] {
  if (mail.attachments.length === 0) return [];
  const items = mail.attachments.map((name, nth) =>
    element(
      'li',
      {},
      element(
        'a',
        { class: 'file-name', href: `attachment?id=${encodeURIComponent(mail.id)}&nth=${nth}` },
        element('bdi', {}, name),
      ),
      element('span', { class: 'file-size' }, sizeWords(mail.sizes[nth] ?? 0)),
    ),
  );
  return [
    element(
      'section',
      { class: 'attachments' },
      element('h2', {}, `附件（${mail.attachments.length} 个）`),
      element('ul', { class: 'mail-attachments' }, ...items),
    ),
  ];
}
