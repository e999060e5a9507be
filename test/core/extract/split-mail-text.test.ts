import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMailText } from '../../../core/extract/split-mail-text.ts';

const kinds = (text: string) => splitMailText(text).map((part) => [part.kind, text.slice(part.start, part.end).trim()]);

describe('splitMailText', () => {
  it.each([
    ['发件人：客服\n发送时间：2026年4月1日\n收件人：我\n主题：回复', 'head'],
    ['寄件者: 客服\n寄件日期: 2026/4/1\n主旨: 回覆', 'head'],
    ['From: Help <h@x.example>\nSent: Monday\nTo: Me\nSubject: Re', 'head'],
    ['-----Original Message-----', 'marker'],
    ['---------- Forwarded message ---------', 'marker'],
    ['On Mon, Oct 26, 2026 at 10:02 AM Care <c@x.example> wrote:', 'marker'],
    ['在 2026年4月1日，客服 <c@x.example> 写道：', 'marker'],
  ])('ends the letter at %s', (line, kind) => {
    expect(kinds(`机器坏了。\n\n${line}\n旧的话`)).toEqual([
      ['body', '机器坏了。'],
      [kind, line],
      ['quoted', '旧的话'],
    ]);
  });

  it('knows lines with > and the signature below two dashes', () => {
    expect(kinds('It leaks.\n> old words\n>> older words\n-- \nTess\nHarbour Bakes')).toEqual([
      ['body', 'It leaks.'],
      ['quoted', '> old words\n>> older words'],
      ['signature', '-- \nTess\nHarbour Bakes'],
    ]);
  });

  it('leaves a single label and a rule between paragraphs alone', () => {
    const story = '后面还有很长的说明，'.repeat(90);
    expect(kinds(`From: the shop\nIt leaks.\n-----\n${story}`).map(([kind]) => kind)).toEqual(['body']);
  });

  it('covers the whole text without a gap', () => {
    const scraps = fc.constantFrom(
      'a',
      '责(zé)',
      '\n',
      '\r\n',
      '> b\n',
      'From: x\nSent: y\n',
      '-- \n',
      'On 2026-04-01, x wrote:\n',
      '𠮷',
      '　',
      '\u202E',
    );
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 40 }), (list) => {
        const text = list.join('');
        const parts = splitMailText(text);
        expect(parts.map((part) => text.slice(part.start, part.end)).join('')).toBe(text);
      }),
    );
  });
});
