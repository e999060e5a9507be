import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';
import { translate } from '../../core/wording/translate.ts';
import type { DemoOptions } from './options.ts';
import { readInputs } from './read-inputs.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'redress-inputs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const OPTIONS: DemoOptions = {
  help: false,
  headed: false,
  mails: [],
  ledger: null,
  sheet: null,
  policy: null,
  out: 'out',
};
const read = (options: Partial<DemoOptions>) =>
  readInputs({ ...OPTIONS, ...options }, { folder, locale: 'zh-CN', zone: 'Asia/Shanghai' });
const file = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return name;
};
const book = (rows: unknown[][]): Uint8Array =>
  new Uint8Array(
    write(
      { SheetNames: ['登记'], Sheets: { 登记: utils.aoa_to_sheet(rows) } },
      { type: 'array', bookType: 'xlsx' },
    ) as ArrayBuffer,
  );
const COMPLAINTS = [
  ['投诉日期', '客户名称', '联系电话', '投诉内容', '处理结果'],
  ['2026/3/4', '甲公司', '13900000001', '到货数量少了两吨，要求补发', ''],
  ['2026/3/9', '乙公司', '13900000002', '包装破损，产品受潮结块', '已换货'],
  ['2026/4/1', '丙公司', '13900000003', '送货迟到半天，影响施工', ''],
];

describe('what the demo is given', () => {
  it('is the sample ledger under the fly-ash policy when nothing is given', async () => {
    expect(await read({})).toMatchObject({
      ok: true,
      value: {
        mails: [],
        pack: { id: 'fly-ash' },
        ledger: { look: { kind: 'ledger', sheet: '客户投诉台账', headerRow: 4, rows: 24 } },
      },
    });
  });

  it('is the user’s own mail and ledger, by paths from where the command was called', async () => {
    const mail = file(
      'a.eml',
      'From: a@b.example\nTo: c@d.example\nSubject: 投诉\nDate: Mon, 5 Jan 2026 08:00:00 +0800\n\n坏了\n',
    );
    const ledger = file('台账.xlsx', book(COMPLAINTS));
    expect(await read({ mails: [mail], ledger })).toMatchObject({
      ok: true,
      value: {
        mails: [{ fileName: 'a.eml', mail: { subject: '投诉' } }],
        pack: { id: 'general' },
        ledger: { fileName: '台账.xlsx', look: { kind: 'ledger', headerRow: 1, rows: 3 } },
        out: join(folder, 'out'),
      },
    });
  });

  const bad: [string, () => Partial<DemoOptions>, string][] = [
    ['a mail that is not there', () => ({ mails: ['none.eml'] }), 'mail.missing'],
    ['an empty mail', () => ({ mails: [file('e.eml', '')] }), 'mail.emptyFile'],
    [
      'a picture as a mail',
      () => ({ mails: [file('p.eml', new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]))] }),
      'mail.notAMail',
    ],
    ['a folder as a ledger', () => ({ ledger: '.' }), 'ledger.unreadable'],
    ['a ledger that is not there', () => ({ ledger: 'none.xlsx' }), 'ledger.missing'],
    ['an empty ledger', () => ({ ledger: file('e.xlsx', '') }), 'ledger.empty'],
    ['garbage as a ledger', () => ({ ledger: file('g.xlsx', new Uint8Array(400).fill(7)) }), 'ledger.notASpreadsheet'],
    [
      'a zip as a ledger',
      () => ({ ledger: file('z.xlsx', zipSync({ 'a.txt': strToU8('a') })) }),
      'ledger.notASpreadsheet',
    ],
    [
      'a sheet that is not there',
      () => ({ ledger: file('l.xlsx', book(COMPLAINTS)), sheet: '没有' }),
      'ledger.sheetMissing',
    ],
    [
      'a book without a ledger',
      () => ({ ledger: file('n.xlsx', book([['说明'], ['请按时填写']])) }),
      'ledger.noLedger',
    ],
    ['an unknown policy', () => ({ policy: 'none' }), 'policy.unknown'],
    ['an out folder below a file', () => ({ out: join(file('f.txt', 'x'), 'out') }), 'out.notWritable'],
  ];
  it.each(bad)('refuses %s, in words, and writes nothing', async (_what, options, code) => {
    const result = await read(options());
    expect(result).toMatchObject({ ok: false, code });
    if (result.ok) return;
    for (const locale of ['zh-CN', 'zh-TW', 'en'] as const) {
      expect(translate(locale, `demo.${result.code}`, result.detail)).not.toMatch(/\{\w+\}/);
    }
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
