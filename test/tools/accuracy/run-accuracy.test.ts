import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAccuracy } from './run-accuracy.ts';

let folder = '';
const put = (name: string, ...lines: unknown[]) =>
  writeFileSync(
    join(folder, name),
    lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'accuracy-'));
  const mail = (id: string) => ({
    id,
    text: '批号：FA-0310 结块，要求退货',
    gold: { isComplaint: true, batchNo: 'FA-0310' },
  });
  put('mails.jsonl', mail('a'), '', mail('b'));
  put('more.jsonl', mail('c'));
  put('odd.jsonl', { gold: {} }, { id: 7, text: '', gold: { isComplaint: false, demand: ['x'] } });
  put('broken.jsonl', mail('a'), '{"id": "b", ');
  put('no-gold.jsonl', mail('a'), { id: 'b', text: 'x' });
  put('ids.txt', 'b');
  put('ledger.csv', '客户投诉台账', '投诉编号,投诉日期,客户名称,联系电话,投诉内容,处理结果,状态', ...ROWS);
  put('ledger.gold.json', GOLD);
});
afterAll(() => rmSync(folder, { recursive: true }));

const ROWS = [
  'TS-1,2024-02-30,恒发建材,13800138000,粉煤灰结块,退货,已结案',
  'TS-2,2024-03-05,恒发建材,13800138000,少发两吨,补发,已结案',
  'TS-2,2024-03-06,永固混凝土,13800138001,送货迟到,道歉,处理中',
  'TS-4,2024-03-07,永固混凝土,138001,包装破损,更换,处理中',
];
const GOLD = {
  file: 'ledger.csv',
  lang: 'zh-CN',
  asOf: '2024-12-31',
  sheets: [
    {
      name: 'ledger',
      isLedger: true,
      layout: 'table',
      headerRows: [2],
      firstDataRow: 3,
      lastDataRow: 6,
      notDataRows: [],
      columns: { A: { field: 'complaintId' }, B: { field: 'receivedAt' }, G: { field: ['status', null] } },
      issues: [
        { cell: 'B3', kind: 'bad-date' },
        { cell: 'A5', kind: 'duplicate-id' },
        { cell: 'C5', kind: 'stray-space' },
      ],
      sampleRows: [
        { row: 4, values: { complaintId: 'TS-2', receivedAt: '2024-03-05', contactPhone: '+8613800138000' } },
      ],
    },
  ],
};

const run = (...argv: string[]) => runAccuracy(argv, folder);
const figures = (...argv: string[]): unknown => JSON.parse(run(...argv, '--json').out);

describe('a run', () => {
  it('takes several files together and prints one object', () => {
    expect(figures('mails', 'mails.jsonl', 'more.jsonl')).toMatchObject({
      fields: { batchNo: { precision: 1, recall: 1, f1: 1 } },
      fieldsMicro: { f1: 1 },
      category: { accuracy: 0 },
      severity: { exact: 0, withinOne: 0 },
    });
    expect(run('mails', 'mails.jsonl', 'more.jsonl').out).toMatch(/^3 texts/);
  });

  it('measures the named records alone', () => {
    expect(run('mails', 'mails.jsonl', '--ids', 'ids.txt').out).toMatch(/^1 texts/);
  });

  it('stands odd records', () => {
    expect(run('letters', 'odd.jsonl')).toMatchObject({ exitCode: 0, aside: '' });
  });

  it('keeps the object alone on standard output', () => {
    const { out, aside } = run('letters', 'odd.jsonl', '--json', '--misses');
    expect(JSON.parse(out)).toHaveProperty('fieldsMicro');
    expect(aside).toContain('demand\t7\tmissed');
  });

  it.each([
    [['mails', 'broken.jsonl'], /broken\.jsonl, line 2: no JSON/],
    [['mails', 'no-gold.jsonl'], /no-gold\.jsonl, line 2: gold/],
    [['mails', 'nowhere.jsonl'], /nowhere\.jsonl: /],
    [['headers', 'mails.jsonl'], /mails\.jsonl, line 1: columns/],
    [['workbooks', 'mails.jsonl'], /mails\.jsonl: no gold/],
    [['workbooks', 'ledger.csv', '--part', '1/2'], /measured whole/],
    [['anything'], /nothing to measure/],
  ])('%j ends with code 2 and says why', (argv, why) => {
    const { exitCode, out, aside } = run(...argv);
    expect([exitCode, out]).toEqual([2, '']);
    expect(aside).toMatch(why);
  });

  it('measures how a workbook is read', () => {
    expect(figures('workbooks', 'ledger.csv')).toEqual({
      ledgerSheets: 1,
      headerRows: 1,
      dataRows: 1,
      columns: 1,
      issues: { recall: 0.6667, falsePerHundredRows: 25 },
      values: 1,
    });
    expect(run('workbooks', '.', '--misses').out).toMatch(
      /issue C5\twanted stray-space[\s\S]*false alarm D6\t.*phoneWithoutArea/,
    );
  });
});
