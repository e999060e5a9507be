import { describe, expect, it } from 'vitest';
import { mailboxAt, ownEntries, readSampleMails } from './mailbox.ts';
import { readMail } from './read-mail.ts';

const mail = (text: string) => new TextEncoder().encode(text);
const OWN = 'From: a@b.example\nTo: c@d.example\nSubject: own\nDate: Mon, 5 Jan 2026 08:00:00 +0800\n\nText\n';

async function ownMail() {
  const read = await readMail(mail(OWN));
  if (!read.ok) throw new Error(read.code);
  return ownEntries([{ fileName: 'own.eml', mail: read.value }]);
}

describe('the sample mailbox', () => {
  it.each(['2026-11-22T06:00:00Z', '2031-02-28T23:59:59Z'])('looks fresh at %s', async (now) => {
    const box = mailboxAt(await readSampleMails(), new Date(now));
    expect(box[0]?.id).toBe('sample-01-labelled-quality');
    expect(Date.parse(now) - Date.parse(box[0]?.mail.sentAt ?? '')).toBe(25 * 60_000);
  });

  it('keeps the distances between the samples', async () => {
    const written = await readSampleMails();
    const shown = mailboxAt(written, new Date('2027-05-01T00:00:00Z'));
    const moved = shown.map(({ id, mail: { sentAt } }) => {
      const before = written.find((entry) => entry.id === id)?.mail.sentAt;
      return Date.parse(sentAt ?? '') - Date.parse(before ?? '');
    });
    expect(new Set(moved).size).toBe(1);
  });

  it('shows the user’s own mail first and with its own date', async () => {
    const box = mailboxAt([...(await readSampleMails()), ...(await ownMail())], new Date('2027-05-01T00:00:00Z'));
    expect(box[0]).toMatchObject({ id: 'own-1', own: true, mail: { sentAt: '2026-01-05T08:00:00+08:00' } });
  });
});

describe('the sample mails', () => {
  it.each([
    ['01-labelled-quality', '【投诉】粉煤灰细度超标，现场停止浇筑', '批次号：QS-F2-20917'],
    ['02-prose-late-delivery', '又晚到了', '值班的人等了六个小时'],
    ['03-zhtw-big5-packaging', '袋裝飛灰外袋破損受潮，請補貨', '貴公司客服您好'],
    [
      '04-en-reply-short-weight',
      'Re: Re: Order DD-40871 - short weight, credit note still missing',
      '> Dear Mr Brandt,',
    ],
    ['05-html-table-gb18030', '连续三批粉煤灰质量不稳定', '我司㵲水桥梁预制场'],
    ['08-attachments', '筒仓结块堵料 DD-40940（附照片、检测报告）', '结块的样品'],
  ])('%s is read in its own encoding', async (name, subject, words) => {
    const entry = (await readSampleMails()).find(({ id }) => id === `sample-${name}`);
    expect(entry?.mail.subject).toBe(subject);
    expect(`${entry?.mail.text ?? ''}${entry?.mail.html ?? ''}`).toContain(words);
  });

  it('names the attachments as they were sent', async () => {
    const entry = (await readSampleMails()).find(({ id }) => id === 'sample-08-attachments');
    expect(entry?.mail.attachments).toEqual(['筒仓结块现场照片.png', '检测报告-QS-F2-0902.pdf', '清仓费用收据.png']);
  });
});

describe('readMail', () => {
  it.each([
    ['an empty file', mail(''), 'emptyFile'],
    ['a text', mail('Dear all,\n\nthis is a letter, not a mail.\n'), 'notAMail'],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]), 'notAMail'],
    ['a zip', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0]), 'notAMail'],
  ])('refuses %s', async (_what, bytes, code) => expect(await readMail(bytes)).toMatchObject({ ok: false, code }));

  it('reads a mail that has next to nothing', async () => {
    const read = await readMail(mail('From: a@b.example\nDate: never\n\n'));
    expect(read).toMatchObject({ ok: true, value: { subject: '', sentAt: null, to: [], attachments: [] } });
  });
});
