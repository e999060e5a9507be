import { describe, expect, it } from 'vitest';
import { captureOfMail, type PlainMail } from '../../../core/capture/capture-of-mail.ts';
import { PageCapture } from '../../../core/capture/page-capture.ts';

const edge = { capturedAt: '2026-03-12T17:30:00+08:00', zone: 'Asia/Shanghai' };
const mail: PlainMail = {
  subject: '粉煤灰结块',
  from: { name: '李明', address: 'li@example.com' },
  to: [],
  sentAt: '2026-03-12T17:20:00+08:00',
  sentAtText: null,
  text: '您好\n-- \n李明',
  attachments: ['照片.jpg'],
  identity: '<1@example.com>',
};

describe('a mail as a capture', () => {
  it('has the subject and the whole text as blocks, and the rest as it was', () => {
    const { subject, text, ...head } = mail;
    expect(captureOfMail(mail, edge)).toMatchObject({
      ...head,
      ...edge,
      readBy: { way: 'file', recipe: null },
      title: subject,
      blocks: [
        { role: 'subject', label: null, text: subject },
        { role: 'body', label: null, text },
      ],
      notFound: [],
    });
  });

  it.each([
    ['no subject', { subject: null }, ['body']],
    ['no text', { text: '' }, ['subject']],
    ['neither', { subject: '', text: '' }, []],
  ])('leaves out blocks without words: %s', (_, change, roles) => {
    expect(captureOfMail({ ...mail, ...change }, edge).blocks.map(({ role }) => role)).toEqual(roles);
  });

  it('cuts what is too long and says that words were left behind', () => {
    const long = 'x'.repeat(400_001);
    const huge = {
      ...mail,
      subject: long,
      text: long,
      identity: long,
      sentAtText: long,
      attachments: Array.from({ length: 600 }, () => long),
    };
    const capture = captureOfMail(
      {
        ...huge,
        from: { name: long, address: long },
        to: Array.from({ length: 600 }, () => ({ name: 'x', address: null })),
      },
      edge,
    );
    expect(PageCapture.safeParse(capture).error).toBeUndefined();
    expect(capture.notFound).toEqual(['rest']);
  });
});
