import { captureOfMail } from '../../../core/capture/capture-of-mail.ts';
import type { PageCapture, Person } from '../../../core/capture/page-capture.ts';
import { Moment } from '../../../core/complaint/moment.ts';
import { withSentMoment } from '../../../extension/entrypoints/background/sent-moment.ts';
import type { Mailbox, MailRecord } from './mail-record.ts';

/** What a record that names no time or no zone is clipped in. Fixed, so that every run measures the same. */
export const CLIPPED = { capturedAt: '2026-12-31T12:00:00+08:00', zone: 'Asia/Shanghai' };

/**
 * A record as the capture that the product would have made of it. The clerk sits in the zone of the mail's date and clips the
 * mail at once; a date that is no moment is left to the product to read from its words.
 */
export function captureRecord(record: MailRecord): PageCapture {
  const date = (record.date ?? '').trim();
  const sentAt = Moment.safeParse(date).success ? date : null;
  const capture = captureOfMail(
    {
      subject: record.subject ?? null,
      from: record.from === null || record.from === undefined ? null : personOf(record.from),
      to: [record.to ?? []].flat().map(personOf),
      sentAt,
      sentAtText: date === '' ? null : date,
      text: record.text ?? '',
      attachments: (record.attachments ?? []).filter((name) => typeof name === 'string'),
      identity: null,
    },
    sentAt === null ? CLIPPED : { capturedAt: sentAt, zone: zoneOf(sentAt) },
  );
  return withSentMoment(capture);
}

function zoneOf(moment: string): string {
  return /[+-]\d\d:\d\d$/.exec(moment)?.[0] ?? 'UTC';
}

/** `Name <address>`, an address alone, or a name alone. */
function personOf(box: Mailbox): Person {
  if (typeof box !== 'string') return { name: box.name?.trim() || null, address: box.address?.trim() || null };
  const match = /^(.*?)<([^<>]+)>\s*$/.exec(box);
  const name = (match?.[1] ?? (box.includes('@') ? '' : box)).trim().replace(/^"|"$/g, '');
  const address = (match?.[2] ?? (box.includes('@') ? box : '')).trim();
  return { name: name || null, address: address || null };
}
