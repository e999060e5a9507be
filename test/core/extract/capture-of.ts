import type { PageCapture, TextBlock } from '../../../core/capture/page-capture.ts';

interface Mail {
  subject?: string;
  body: string;
  from?: PageCapture['from'];
  to?: string[];
  sentAt?: string | null;
  zone?: string;
  attachments?: string[];
  more?: TextBlock[];
}

/** A capture as the page reader makes it from a webmail: subject block, body block, head. */
export function captureOf(mail: Mail): PageCapture {
  const block = (role: TextBlock['role'], text: string): TextBlock => ({ role, label: null, text });
  const sentAt = mail.sentAt === undefined ? '2026-04-15T09:30:00+08:00' : mail.sentAt;
  return {
    schemaVersion: 1,
    readBy: { way: 'recipe', recipe: 'sample-webmail' },
    url: null,
    title: mail.subject ?? '',
    capturedAt: '2026-04-16T10:00:00+08:00',
    zone: mail.zone ?? 'Asia/Shanghai',
    identity: null,
    from: mail.from ?? null,
    to: (mail.to ?? []).map((address) => ({ name: null, address })),
    sentAt,
    sentAtText: sentAt === null ? null : 'sent as the page shows it',
    blocks: [
      ...(mail.subject === undefined ? [] : [block('subject', mail.subject)]),
      block('body', mail.body),
      ...(mail.more ?? []),
    ],
    attachments: mail.attachments ?? [],
    notFound: [],
  };
}
