import { read, utils, write } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { copied, type Copied } from './copied.ts';

const PEOPLE = ['李小丫', '王二麻', '欧阳明月', '赵铁柱'];
const FIRMS = ['江苏宏盛建材有限公司', '宁德泓峤建设集团', '顺达商行', '江苏宏盛建材有限公司'];
const BATCHES = ['白班', '夜班', '白班', '中班'];

/** A ledger with headings that say nothing; who stands there is written in the descriptions too. */
function ledger(sheet = '台账'): Uint8Array {
  const rows = PEOPLE.map((person, at) => [
    ...[`2026-00${at + 1}`, `${person}说${FIRMS[at] ?? ''}的货有问题`, person, FIRMS[at] ?? '', BATCHES[at] ?? ''],
    ...[at === 0 ? 13800138000.5 : at, '粉煤灰', '换货'],
  ]);
  const book = utils.book_new();
  const headings = ['投诉编号', '投诉内容', '对接', '往来', '轮次', '杂项', '产品名称', '处理结果'];
  utils.book_append_sheet(book, utils.aoa_to_sheet([headings, ...rows]), sheet);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

const textsOf = (copy: Copied) => [...copy.parts].flatMap(([name, part]) => [name, part]).join('\n');

describe('columns whose headings say nothing', () => {
  const copy = copied(ledger());

  it.each([...PEOPLE, ...FIRMS, '宏盛建材', '13800138000'])('leave no %s in the copy', (hidden) => {
    expect(textsOf(copy)).not.toContain(hidden);
  });

  it('are masked whole where their texts are names, the same text alike everywhere', () => {
    const rows = utils.sheet_to_json<Record<string, string>>(read(copy.bytes).Sheets['台账'] ?? {});
    expect(rows.map((row) => row['对接'])).toEqual(PEOPLE.map(() => expect.stringMatching(/^客户-\S{8}$/) as string));
    expect(rows[0]?.['往来']).toBe(rows[3]?.['往来']);
    expect(rows[0]?.['投诉内容']).toBe(`${rows[0]?.['对接'] ?? ''}说${rows[0]?.['往来'] ?? ''}的货有问题`);
  });

  it('stay where their texts are words, and are told by their headings', () => {
    const rows = utils.sheet_to_json<Record<string, string>>(read(copy.bytes).Sheets['台账'] ?? {});
    expect(rows.map((row) => row['轮次'])).toEqual(BATCHES);
    expect(copy.told.openColumns).toEqual([
      { sheet: '台账', headings: ['投诉编号', '投诉内容', '轮次', '产品名称', '处理结果'] },
    ]);
  });

  it('tells of the sheets that are in the copy alone', () => {
    expect(copied(ledger('欧阳明月')).told.openColumns[0]?.sheet).toMatch(/^客户-/);
  });
});

describe('where complaints come from', () => {
  const of = (texts: string[]): string[] => {
    const book = utils.book_new();
    const rows = texts.map((text, at) => [`2026-00${at + 1}`, text, '结块', '换货']);
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([['投诉编号', '投诉来源', '投诉内容', '处理结果'], ...rows]),
      '台账',
    );
    const copy = copied(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    const copies = utils.sheet_to_json<Record<string, string>>(read(copy.bytes).Sheets['台账'] ?? {});
    return copies.map((row) => row['投诉来源'] ?? '');
  };

  it('is a way, and stays', () => {
    const ways = ['电话', '微信', '12315', '电话', '老客户介绍', '上门', '110 转办', '现场'];
    expect(of(ways)).toEqual(ways);
  });

  it('is masked where persons are named', () => {
    const [phone, ...named] = of(['电话', '张三推荐', '李小丫介绍的', '微信']);
    expect(phone).toBe('电话');
    expect(named.slice(0, 2)).toEqual([
      expect.stringMatching(/^客户-\S{8}推荐$/),
      expect.stringMatching(/^客户-\S{8}介绍的$/),
    ]);
  });

  it('is masked whole where it holds nothing but names', () => {
    for (const text of of(PEOPLE)) expect(text).toMatch(/^客户-\S{8}$/);
  });
});

describe('a customer whose name reads like a heading', () => {
  const of = (customer: string): string => {
    const book = utils.book_new();
    const rows = [
      ['投诉编号', '客户名称', '投诉内容'],
      ['2026-001', customer, `${customer}说结块`],
    ];
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '台账');
    return textsOf(copied(new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer)));
  };

  it('is hidden in other texts too', () => {
    expect(of('momo要加油')).not.toContain('momo要加油');
  });

  it.each(['投诉人', '客服', '业主', '经办'])('but %s, which heads columns of people, stays a word', (word) => {
    expect(of(word)).toContain(`${word}说结块`);
  });
});
