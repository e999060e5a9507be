import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { read, utils, write, type CellObject } from 'xlsx';
import type { HandoffComplaint } from '../../../core/handoff/handoff-envelope.ts';
import { OutgoingLedger } from '../../../core/register/outgoing-ledger.ts';
import { outgoingRows, plainLedger } from '../../../core/register/outgoing-rows.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { wallClock } from '../../../core/working-time/zoned-time.ts';
import { rowsToPaste } from '../../../extension/handoff/copy-rows.ts';
import { makeWorkbook } from '../../../extension/handoff/make-workbook.ts';
import { readLedgerFile } from '../../../extension/handoff/read-ledger-file.ts';

const HEADER = [
  '序号',
  '投诉日期',
  '客户名称',
  '联系人/电话',
  '产品批号',
  '问题描述',
  '投诉类别',
  '要求完成时间',
  '处理状态',
  '备注',
];
const ROWS = [
  [
    '1',
    '2026.3.5',
    '华科混凝土',
    '王建国/13800001234',
    'FA-20260301',
    '卸货时发现严重结块，要求退货',
    '质量问题',
    '',
    '已结案',
    '',
  ],
  [
    '2',
    '2026.4.12',
    '中建三局',
    '李敏/13900005678',
    'FA-20260410',
    '运输车迟到四小时，耽误浇筑',
    '物流交付',
    '',
    '已结案',
    '',
  ],
  [
    '3',
    '2026.5.20',
    '远大管桩',
    '赵强/13700009012',
    'FA-20260518',
    '细度不合格，与报告不符',
    '质量问题',
    '',
    '处理中',
    '重要客户',
  ],
];

const complaint: HandoffComplaint = {
  id: '01K0A0A0A0A0A0A0A0A0A0A0A0',
  savedAt: '2026-11-20T02:00:00Z',
  values: {
    customerName: '=HYPERLINK("http://evil.example","点我")',
    contactName: '周伟',
    contactPhone: '+86 136-0000-1111',
    batchNo: '00123',
    receivedAt: '2026-11-20T09:05:00+08:00',
    description: '第一行\n第二行\t有制表符',
    demand: '换货',
  },
  category: 'product_quality',
  grade: 'important',
  policy: { id: 'general', version: '1.0.0' },
  promised: [],
  source: { url: null, identity: null, title: '结块' },
};

const pack = findPack('general');
if (pack === null) throw new Error('no general policy');
const frame = { packOf: (id: string) => findPack(id) ?? pack, locale: 'zh-CN', zone: 'Asia/Shanghai' } as const;

function fileOf(kind: 'xlsx' | 'xls' | 'csv' | 'tsv' | 'gb18030', rows: unknown[][] = [HEADER, ...ROWS]): File {
  if (kind === 'gb18030') {
    // 投诉台账 in GB 18030; what matters is that it is no UTF-8.
    return new File([new Uint8Array([0xcd, 0xb6, 0xcb, 0xdf, 0x0a])], 'ledger.csv');
  }
  const sheet = utils.aoa_to_sheet(rows);
  if (kind === 'csv' || kind === 'tsv')
    return new File([utils.sheet_to_csv(sheet, { FS: kind === 'tsv' ? '\t' : ',' })], `ledger.${kind}`);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '台账');
  return new File(
    [write(book, { type: 'array', bookType: kind === 'xls' ? 'biff8' : 'xlsx' }) as ArrayBuffer],
    `ledger.${kind}`,
  );
}

async function ledgerOf(kind: 'xlsx' | 'xls' | 'csv' | 'tsv'): Promise<OutgoingLedger> {
  const learnt = await readLedgerFile(fileOf(kind));
  if (!learnt.ok) throw new Error(learnt.code);
  return learnt.value;
}

describe('a ledger that is opened once', () => {
  it.each(['xlsx', 'xls', 'csv', 'tsv'] as const)('as .%s is known by its columns, in their order', async (kind) => {
    const ledger = await ledgerOf(kind);
    expect(ledger.columns.map(({ header }) => header)).toEqual(HEADER);
    expect(ledger.columns.map(({ fields }) => fields.join('+'))).toEqual([
      'sequenceNo',
      'receivedAt',
      'customerName',
      'contactName+contactPhone',
      'batchNo',
      'description',
      'category',
      'dueAt',
      'status',
      'remarks',
    ]);
    expect(OutgoingLedger.parse(JSON.parse(JSON.stringify(ledger)))).toEqual(ledger);
  });

  it("is kept without any customer's words", async () => {
    const kept = JSON.stringify((await ledgerOf('xlsx')).columns.map(({ samples }) => samples));
    for (const word of ['华科', '王建国', '138', 'FA-', '结块', '重要客户']) expect(kept).not.toContain(word);
    expect(kept).toContain('2026.5.20');
    expect(kept).toContain('质量问题');
  });

  it.each([
    ['no spreadsheet', new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9])], 'broken.xlsx'), 'notASheet'],
    [
      'a sheet of something else',
      fileOf('xlsx', [
        ['姓名', '年龄'],
        ['甲', 30],
        ['乙', 40],
      ]),
      'noLedger',
    ],
    ['one line in another encoding', fileOf('gb18030'), 'noLedger'],
  ])('is refused when it is %s', async (_, file, code) => {
    expect(await readLedgerFile(file)).toMatchObject({ ok: false, code });
  });
});

describe('rows for that ledger', () => {
  it('stand in its columns, in its manner of dates, words and joined cells', async () => {
    const { rows, homeless } = outgoingRows([complaint], await ledgerOf('xlsx'), frame);
    const [cells = []] = rows.map((row) => row.map(({ value }) => value));
    expect(cells[1]).toBe('2026.11.20 09:05');
    expect(cells[3]).toBe('周伟/+86 136-0000-1111');
    expect(cells[4]).toBe('00123');
    expect(cells[6]).toBe('质量问题');
    expect(String(cells[9])).toContain('换货');
    expect(homeless).toEqual([[]]);
  });

  it('name choices by the policy of each complaint, and times in the manner of the ledger', async () => {
    const rows = [
      { policy: 'general', category: 'after_sales', grade: 'important' },
      { policy: 'food', category: 'packaging', grade: 'a' },
    ].map(({ policy, ...chosen }) => ({
      ...{ ...complaint, ...chosen, policy: { id: policy, version: '1.0.0' } },
      values: { occurredAt: '2026-11-03T16:00:41+08:00', satisfaction: '一般', remarks: '老客户' },
    }));
    const written = outgoingRows(rows, await ledgerOf('xlsx'), frame).rows.map((row) => row.map(({ value }) => value));
    const labels = rows.map(({ policy, category, grade }) => {
      const { categories, grades } = frame.packOf(policy.id);
      return [categories.find(({ id }) => id === category), grades.find(({ id }) => id === grade)].map(
        (choice) => choice?.label['zh-CN'] ?? 'not in this policy',
      );
    });
    expect(written.map((row) => row[6])).toEqual(labels.map(([category]) => category));
    expect(written.map((row) => String(row[9]))).toEqual(
      labels.map(([, grade]) =>
        ['老客户', '发生时间：2026.11.3 16:00', `等级：${String(grade)}`, '满意度：一般'].join('\n'),
      ),
    );
    expect(JSON.stringify(written)).not.toMatch(/after_sales|packaging|important|not in this/);
  });

  it('write a time with its seconds cut off, as the panel shows it', () => {
    const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.boolean(), (at, date1904) => {
        const receivedAt = at.toISOString().replace(/\.\d+/, '');
        const plain = { ...plainLedger([{ ...complaint, values: { receivedAt } }], 'zh-CN'), date1904 };
        const made = outgoingRows([{ ...complaint, values: { receivedAt } }], plain, frame);
        const shown = wallClock(at.getTime(), frame.zone);
        // Midnight to the second is written as its day.
        const [written = ''] = rowsToPaste(made, date1904).text.split('\t');
        expect(`${written} 00:00`.slice(0, shown.length)).toBe(shown);
      }),
    );
  });

  it('run nothing when they are pasted, and stay one row', async () => {
    const { text, html } = rowsToPaste(outgoingRows([complaint], await ledgerOf('xlsx'), frame), false);
    expect(text.split('\r\n')).toHaveLength(1);
    expect(text.split('\t')).toHaveLength(HEADER.length);
    expect(text.split('\t')[2]).toBe(`'=HYPERLINK("http://evil.example","点我")`);
    expect(html).toContain('>&#39;=HYPERLINK(&quot;');
    expect(html).toContain('第一行<br style="mso-data-placement:same-cell">第二行');
  });
});

describe('a workbook of the queue', () => {
  const ledger = plainLedger([complaint], 'zh-CN');
  const made = makeWorkbook(outgoingRows([complaint], ledger, frame), { sheet: ledger.sheet, date1904: false });

  it('holds text as text and dates as true dates, and no formula', async () => {
    const book = read(await made, { cellNF: true, cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith('!')) as [string, CellObject][];
    expect(cells.filter(([, { f }]) => f !== undefined)).toEqual([]);
    const [header = [], row = []] = utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
    const of = (name: string) => row[header.indexOf(name)];
    expect(of('客户名称')).toBe('=HYPERLINK("http://evil.example","点我")');
    expect(of('联系电话')).toBe('+86 136-0000-1111');
    expect(of('批号')).toBe('00123');
    const date = cells.find(([, { t }]) => t === 'n')?.[1];
    expect(date).toMatchObject({ z: 'yyyy-mm-dd hh:mm' });
    expect(Number(date?.v)).toBeCloseTo(46346 + (9 * 60 + 5) / 1440, 8);
  });

  it.skipIf(!existsSync('/usr/bin/soffice'))(
    'opens in LibreOffice with the same words',
    { timeout: 120_000 },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'redress-rows-'));
      try {
        await writeFile(join(folder, 'rows.xlsx'), await made);
        await promisify(execFile)(
          'soffice',
          [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76',
            '--outdir',
            folder,
            join(folder, 'rows.xlsx'),
          ],
          { timeout: 100_000 },
        );
        const csv = await readFile(join(folder, 'rows.csv'), 'utf8');
        expect(csv).toContain('"=HYPERLINK(""http://evil.example"",""点我"")"');
        expect(csv).toContain('00123');
        expect(csv).toContain('2026-11-20 09:05');
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );
});
