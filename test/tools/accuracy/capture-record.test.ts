import { describe, expect, it } from 'vitest';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { captureRecord, CLIPPED } from './capture-record.ts';
import { MailRecord } from './mail-record.ts';

const gold = { isComplaint: true };
const capture = (record: object) => captureRecord(MailRecord.parse({ gold, ...record }));

describe('a record as a capture', () => {
  it('is what the mail page would have given', () => {
    const made = capture({
      subject: '粉煤灰结块',
      from: { name: '李明', address: 'li@example.com' },
      to: ['qa@example.org', 'Office <office@example.org>'],
      date: '2026-03-12T17:20:00-05:00',
      text: '您好，昨天到的货结块。',
    });
    expect(made).toMatchObject({
      title: '粉煤灰结块',
      from: { name: '李明', address: 'li@example.com' },
      to: [
        { name: null, address: 'qa@example.org' },
        { name: 'Office', address: 'office@example.org' },
      ],
      sentAt: '2026-03-12T17:20:00-05:00',
      capturedAt: '2026-03-12T17:20:00-05:00',
      zone: '-05:00',
      blocks: [
        { role: 'subject', text: '粉煤灰结块' },
        { role: 'body', text: '您好，昨天到的货结块。' },
      ],
    });
  });

  it.each([
    ['nothing but gold', {}],
    ['empty words', { subject: '', text: '', from: '', to: '', date: '' }],
    ['nulls', { subject: null, text: null, from: null, to: null, date: null, id: null }],
    ['no name, no address', { from: {}, to: [{}] }],
    ['a date that is none', { date: 'soon', text: 'x' }],
    ['a very long text', { text: 'x'.repeat(500_000), subject: 'y'.repeat(5_000) }],
  ])('stands %s', (_, record) => {
    const made = capture(record);
    expect(PageCapture.safeParse(made).error).toBeUndefined();
    expect(made.sentAt).toBeNull();
    expect(made).toMatchObject(CLIPPED);
  });

  it('leaves a date in words to the product', () => {
    expect(capture({ date: 'Thu, 12 Mar 2026 17:20:00 +0800' }).sentAt).toBe('2026-03-12T09:20:00.000Z');
    expect(capture({ date: '2026-03-12 17:20' }).sentAt).toMatch(/^2026-03-12T17:20/);
  });
});
