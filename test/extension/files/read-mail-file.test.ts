import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { captureOfMail } from '../../../core/capture/capture-of-mail.ts';
import { PageCapture } from '../../../core/capture/page-capture.ts';
import { LARGEST_MAIL, readMailFile } from '../../../extension/files/read-mail-file.ts';
import { writeMsg, type MsgParts } from '../support/msg-file.ts';
import { parseHtml } from './parse-html.ts';

const read = (bytes: Uint8Array) => readMailFile(bytes, parseHtml);

async function mailOf(bytes: Uint8Array) {
  const result = await read(bytes);
  if (!result.ok) throw new Error(result.code);
  const capture = captureOfMail(result.value, { capturedAt: '2026-11-22T10:00:00Z', zone: 'Asia/Shanghai' });
  expect(PageCapture.safeParse(capture).error).toBeUndefined();
  return result.value;
}

/** Bytes of a mail written by hand; parts given as bytes stand as they are. */
function eml(...parts: (string | Uint8Array)[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts.map((part) => Buffer.from(part as Uint8Array))));
}
const HEAD =
  'From: a@b.example\r\nSubject: x\r\nDate: Fri, 20 Nov 2026 09:05:00 +0800\r\nMessage-ID: <1@b.example>\r\n';

/** 您好，滤网破损，要求换货。 in GB18030, and 您好，濾網破損，要求換貨。 in Big5. */
const GB = Uint8Array.from(Buffer.from('c4fabac3a3acc2cbcdf8c6c6cbf0a3acd2aac7f3bbbbbbf5a1a3', 'hex'));
const BIG5 = Uint8Array.from(Buffer.from('b17aa66ea141c26fbaf4af7db76ca141ad6ea844b4abb366a143', 'hex'));

describe('mails of the samples', () => {
  it.each([
    ['03-zhtw-big5-packaging.eml', '棧板底部沒有墊防潮紙', '<40988-pkg@jiahe-rmc.example>'],
    [
      '05-html-table-gb18030.eml',
      '上周三\tQS-F1-0908\tDD-40955\t64\t5.9\t98\t不合格',
      '<gb-0913@wushui-bridge.example>',
    ],
    ['06-hostile.eml', '要求赔偿维修费 3,600 元', '<h-0933"><script>@xinglong-material.example>'],
  ])('%s', async (name, words, identity) => {
    const mail = await mailOf(await readFile(join(import.meta.dirname, '../../samples/mails', name)));
    expect(mail.text).toContain(words);
    expect(mail.identity).toBe(identity);
  });
});

describe('charsets', () => {
  it.each([
    ['GB18030 named', 'Content-Type: text/plain; charset=gb18030\r\n', GB, '您好，滤网破损，要求换货。'],
    ['GB2312 named', 'Content-Type: text/plain; charset="GB2312"\r\n', GB, '您好，滤网破损，要求换货。'],
    ['Big5 named', 'Content-Type: text/plain; charset=big5\r\n', BIG5, '您好，濾網破損，要求換貨。'],
    ['GB18030 not named', 'Content-Type: text/plain\r\n', GB, '您好，滤网破损，要求换货。'],
    ['Big5 not named', 'Content-Type: text/plain\r\n', BIG5, '您好，濾網破損，要求換貨。'],
    ['UTF-8 not named', 'Content-Type: text/plain\r\n', Buffer.from('您好，滤网'), '您好，滤网'],
    ['named as ASCII, and is not', 'Content-Type: text/plain; charset=us-ascii\r\n', GB, '您好，滤网破损，要求换货。'],
    ['no type at all', '', GB, '您好，滤网破损，要求换货。'],
  ])('%s', async (_, type, body, words) => {
    expect((await mailOf(eml(HEAD, type, '\r\n', body, '\r\n'))).text).toBe(words);
  });

  it.each([
    ['base64', Buffer.from(GB).toString('base64')],
    ['quoted-printable', [...GB].map((byte) => `=${byte.toString(16).toUpperCase()}`).join('')],
  ])('not named, in %s', async (coding, body) => {
    const type = `Content-Type: text/plain\r\nContent-Transfer-Encoding: ${coding}\r\n\r\n`;
    expect((await mailOf(eml(HEAD, type, body))).text).toBe('您好，滤网破损，要求换货。');
  });

  it('raw bytes in the head', async () => {
    const mail = await mailOf(eml('From: a@b.example\r\nSubject: ', GB, '\r\nDate: x\r\n\r\n', GB));
    expect([mail.subject, mail.text, mail.sentAt]).toEqual([
      '您好，滤网破损，要求换货。',
      '您好，滤网破损，要求换货。',
      null,
    ]);
  });

  it('one part that names none beside one that does', async () => {
    const bytes = eml(
      HEAD,
      'Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n',
      GB,
      '\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: attachment; filename="a.txt"\r\n\r\n好\r\n--B--\r\n',
    );
    expect(await mailOf(bytes)).toMatchObject({ text: '您好，滤网破损，要求换货。', attachments: ['a.txt'] });
  });
});

describe('HTML', () => {
  const html = (body: string) => mailOf(eml(HEAD, 'Content-Type: text/html; charset=utf-8\r\n\r\n', body));

  it.each([
    ['display', '<p style="display:none">藏</p>'],
    ['display by a rule', '<style>.h{display:none}</style><p class="h">藏</p>'],
    ['Outlook', '<p style="mso-hide:all">藏</p>'],
    ['no size', '<span style="font-size:0">藏</span>'],
    ['no height', '<div style="max-height:0;overflow:hidden">藏</div>'],
    ['transparent', '<p style="color:transparent">藏</p>'],
    ['white on white', '<p><font color="#FFF">藏</font></p>'],
    ['the colour of its ground', '<table bgcolor="#123456"><tr><td style="color:rgb(18,52,86)">藏</td></tr></table>'],
    ['beside the page', '<div style="position:absolute;left:-9999px">藏</div>'],
    ['visibility', '<div style="visibility:hidden">藏</div>'],
    ['a comment', '<!-- 藏 -->'],
    ['a script', '<script>document.title="藏"</script>'],
  ])('leaves out what nobody sees: %s', async (_, hidden) => {
    expect((await html(`<p>看得见</p>${hidden}<p>也看得见</p>`)).text).not.toContain('藏');
  });

  it.each([
    ['shown again inside', '<div style="font-size:0"><span style="font-size:14px">话</span></div>'],
    ['white on a dark ground', '<div style="background:#123"><p style="color:#fff">话</p></div>'],
    [
      'white on a picture',
      '<div style="background-image:none;background:url(x.png)"><p style="color:#fff">话</p></div>',
    ],
    ['hidden on phones only', '<style>@media (max-width:480px){.w{display:none}}</style><p class="w">话</p>'],
    ['visible in the hidden', '<div style="visibility:hidden"><b style="visibility:visible">话</b></div>'],
    ['a rule that no browser knows', '<style>p:fancy(2){display:none}</style><p>话</p>'],
  ])('keeps what is seen: %s', async (_, shown) => {
    expect((await html(shown)).text).toContain('话');
  });

  it('tells older mail apart by the marks of mail programs', async () => {
    const mail = await html('<div>新的话</div><blockquote type="cite">旧的话</blockquote>');
    expect(mail.parts).toEqual([
      { role: 'body', text: '新的话' },
      { role: 'quoted', text: '旧的话' },
    ]);
  });

  it('takes the plain text where the HTML has no words', async () => {
    const bytes = eml(
      HEAD,
      'Content-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n正文\r\n',
      '--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<img src="cid:1">\r\n--B--\r\n',
    );
    expect((await mailOf(bytes)).text).toBe('正文');
  });

  it('reads 200 KB whole', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `<tr><td>批号</td><td>B-${at}</td></tr>`).join('');
    expect((await html(`<table>${rows}</table>`)).text).toContain('B-3999');
  });
});

describe('mails inside mails', () => {
  it('reads a complaint that was sent on as a file, under the words of who sent it on', async () => {
    const inner =
      'From: =?utf-8?B?5p2O6Iqz?= <li@c.example>\r\nTo: a@b.example\r\nSubject: inner\r\nDate: Thu, 19 Nov 2026 08:00:00 +0800\r\n\r\nIt leaks.';
    const mail = await mailOf(
      eml(
        HEAD,
        'Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nPlease handle.\r\n--B\r\nContent-Type: message/rfc822\r\n\r\n',
        inner,
        '\r\n--B--\r\n',
      ),
    );
    expect(mail.text).toBe(
      'Please handle.\n\n-----Original Message-----\nFrom: 李芳 <li@c.example>\nSent: Thu, 19 Nov 2026 08:00:00 +0800\nSubject: inner\n\nIt leaks.',
    );
    expect(mail.identity).toBe('<1@b.example>');
  });

  it('opens winmail.dat: its words and the names of its files', async () => {
    const attribute = (level: number, id: number, data: Uint8Array) => {
      const head = new Uint8Array(9);
      const view = new DataView(head.buffer);
      view.setUint8(0, level);
      view.setUint32(1, id, true);
      view.setUint32(5, data.length, true);
      return Buffer.concat([head, data, Buffer.from([0, 0])]);
    };
    const tnef = Buffer.concat([
      Buffer.from('789f3e220100', 'hex'),
      attribute(1, 0x0002800c, GB),
      attribute(2, 0x00018010, Buffer.from('photo.jpg\0')),
    ]);
    const mail = await mailOf(
      eml(
        HEAD,
        'Content-Type: application/ms-tnef; name="winmail.dat"\r\nContent-Disposition: attachment; filename="winmail.dat"\r\nContent-Transfer-Encoding: base64\r\n\r\n',
        tnef.toString('base64'),
      ),
    );
    expect(mail).toMatchObject({ text: '您好，滤网破损，要求换货。', attachments: ['photo.jpg'] });
  });

  it('leaves a broken winmail.dat where it breaks', async () => {
    const bytes = eml(
      HEAD,
      'Content-Type: application/ms-tnef\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgEAAgyAAgD/////\r\n',
    );
    expect(await mailOf(bytes)).toMatchObject({ text: '', attachments: [] });
  });
});

describe('what is no mail', () => {
  it.each([
    ['empty', new Uint8Array(), 'emptyFile'],
    ['words', Buffer.from('just words\n'), 'notAMail'],
    ['one header', Buffer.from('Subject: x\n\nwords'), 'notAMail'],
    ['too large', new Uint8Array(LARGEST_MAIL + 1), 'tooLarge'],
    ['a beginning of an Outlook file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'brokenFile'],
    ['endless nesting', Buffer.from(nested(80)), 'notAMail'],
  ])('%s', async (_, bytes, code) => {
    expect(await read(Uint8Array.from(bytes))).toMatchObject({ ok: false, code });
  });
});

function nested(depth: number): string {
  const parts = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=B${at}\r\n\r\n--B${at}\r\n`,
  );
  return `${HEAD}${parts.join('')}\r\nx`;
}

const MSG: MsgParts = {
  properties: [
    [0x001a001f, 'IPM.Note'],
    [0x0037001f, '滤网破损'],
    [0x0c1a001f, '李芳'],
    [0x0c1f001f, '/O=EXCHANGE/CN=LIFANG'],
    [0x5d01001f, 'li@c.example'],
    [0x1000001f, '滤网破了，要求换货。\r\n李芳'],
    [0x1035001f, '<msg-1@c.example>'],
    [0x00390040, new Date('2026-11-19T00:00:00Z')],
  ],
  recipients: [
    [
      [0x0c150003, 1],
      [0x3001001f, '客服'],
      [0x39fe001f, 'kefu@d.example'],
    ],
  ],
  attachments: [
    [
      [0x3707001f, '照片.jpg'],
      [0x37010102, new Uint8Array(5_000)],
    ],
  ],
};

describe('mails that Outlook itself saved', () => {
  it.each([
    ['hello-cjk.msg', { subject: 'Hello +CJK', sentAt: '2023-08-27T10:27:38.000Z' }, 'こんにちは', []],
    [
      'mail-in-mail.msg',
      {
        subject: 'Attach sample.eml',
        from: { name: 'hmailuser@hmailserver.test', address: 'hmailuser@hmailserver.test' },
      },
      'sample',
      [],
    ],
  ])('%s', async (name, head, words, attachments) => {
    const mail = await mailOf(await readFile(join(import.meta.dirname, '../fixtures/msg', name)));
    expect(mail).toMatchObject({ ...head, attachments });
    expect(mail.text).toContain(words);
  });
});

describe('mails as Outlook saves them', () => {
  it('gives who, to whom, when, what, and which files', async () => {
    expect(await mailOf(writeMsg(MSG))).toMatchObject({
      subject: '滤网破损',
      from: { name: '李芳', address: 'li@c.example' },
      to: [{ name: '客服', address: 'kefu@d.example' }],
      sentAt: '2026-11-19T00:00:00.000Z',
      text: '滤网破了，要求换货。\r\n李芳',
      attachments: ['照片.jpg'],
      identity: '<msg-1@c.example>',
    });
  });

  it.each([
    ['GB18030 by its code page', GB, 936, '您好，滤网破损，要求换货。'],
    ['Big5 by its code page', BIG5, 950, '您好，濾網破損，要求換貨。'],
    ['GB18030 under a code page that says nothing', GB, 1252, '您好，滤网破损，要求换货。'],
  ])('reads texts kept as bytes: %s', async (_, bytes, page, words) => {
    const mail = await mailOf(
      writeMsg({
        properties: [
          [0x001a001f, 'IPM.Note'],
          [0x0037001e, bytes],
          [0x1000001e, bytes],
          [0x3ffd0003, page],
        ],
      }),
    );
    expect([mail.subject, mail.text]).toEqual([words, words]);
  });

  it('reads an HTML body, and names the sender from the transport head when nothing else does', async () => {
    const mail = await mailOf(
      writeMsg({
        properties: [
          [0x001a001f, 'IPM.Note'],
          [0x10130102, Uint8Array.from(Buffer.from('<p>看得见</p><p style="display:none">藏</p>'))],
          [0x3fde0003, 65001],
          [
            0x007d001f,
            'From: =?utf-8?B?5p2O6Iqz?= <a@b.example>\r\nMessage-ID: <t@b.example>\r\nDate: Fri, 20 Nov 2026 09:05:00 +0800\r\n',
          ],
        ],
      }),
    );
    expect(mail).toMatchObject({
      from: { name: '李芳', address: 'a@b.example' },
      text: '看得见',
      identity: '<t@b.example>',
    });
    expect(mail).toMatchObject({ sentAt: '2026-11-20T01:05:00.000Z' });
  });

  it('reads a body that is only RTF', async () => {
    const rtf = Buffer.from(
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 Arial;}}\\f0 \\'c4\\'fa\\'ba\\'c3\\par \\u28388?\\u32593?}",
      'latin1',
    );
    const head = Buffer.alloc(16);
    head.writeUInt32LE(rtf.length + 12, 0);
    head.writeUInt32LE(rtf.length, 4);
    head.write('MELA', 8, 'latin1');
    const mail = await mailOf(
      writeMsg({
        properties: [
          [0x001a001f, 'IPM.Note'],
          [0x10090102, Uint8Array.from(Buffer.concat([head, rtf]))],
        ],
      }),
    );
    expect(mail.text).toBe('您好\n滤网');
  });

  it('reads a mail inside it', async () => {
    const mail = await mailOf(
      writeMsg({
        properties: [
          [0x001a001f, 'IPM.Note'],
          [0x1000001f, '请处理'],
        ],
        attachments: [
          {
            inner: MSG,
            properties: [
              [0x37050003, 5],
              [0x3001001f, '滤网破损'],
            ],
          },
        ],
      }),
    );
    expect(mail.text).toContain('请处理\n\n-----Original Message-----\nFrom: 李芳 <li@c.example>');
    expect(mail.attachments).toEqual([]);
  });

  it('is no mail when it is an appointment', async () => {
    expect(await read(writeMsg({ properties: [[0x001a001f, 'IPM.Appointment']] }))).toMatchObject({ code: 'notAMail' });
  });

  /** Each of these makes the reading library run without end, or ask for all the memory there is. */
  it.each([
    [
      'a chain that bites its tail',
      (bytes: Uint8Array) => poke(bytes, fatAt(bytes) + folderStart(bytes) * 4, folderStart(bytes)),
    ],
    ['a folder inside itself', (bytes: Uint8Array) => poke(bytes, (folderStart(bytes) + 1) * 512 + 128 + 72, 1)],
    [
      'a stream longer than the file',
      (bytes: Uint8Array) => poke(bytes, (folderStart(bytes) + 1) * 512 + 128 + 120, 0x7fffffff),
    ],
    ['no end of tables', (bytes: Uint8Array) => poke(bytes, 68, 0)],
    ['half of it', (bytes: Uint8Array) => bytes.subarray(0, 1_600)],
  ])('refuses %s', async (_, damage) => {
    expect(await read(damage(writeMsg(MSG)))).toMatchObject({ ok: false, code: 'brokenFile' });
  });
});

const number = (bytes: Uint8Array, at: number) => new DataView(bytes.buffer).getUint32(at, true);
const folderStart = (bytes: Uint8Array) => number(bytes, 48);
const fatAt = (bytes: Uint8Array) => (number(bytes, 76) + 1) * 512;

function poke(bytes: Uint8Array, at: number, value: number): Uint8Array {
  new DataView(bytes.buffer).setUint32(at, value, true);
  return bytes;
}
