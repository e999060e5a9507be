import { utils, write, type CellObject } from 'xlsx';
import { describe, expect, test } from 'vitest';
import { openAnyWorkbook } from '../file/open-any-workbook.ts';
import { saveXlsx } from '../file/save-xlsx.ts';
import { openHost } from '../node/open-host.ts';

function hostOf(bytes: Uint8Array, name: string): ReturnType<typeof openHost>['host'] {
  return openHost(bytes, { fileName: name }).host;
}

/** 客户投诉记录 in the two old encodings; Node writes neither. */
const GBK = [0xbf, 0xcd, 0xbb, 0xa7, 0xcd, 0xb6, 0xcb, 0xdf, 0xbc, 0xc7, 0xc2, 0xbc];
const BIG5 = [0xab, 0xc8, 0xa4, 0xe1, 0xa7, 0xeb, 0xb6, 0x44, 0xb0, 0x4f, 0xbf, 0xfd];

describe('.csv', () => {
  test.each<[string, number[], string]>([
    ['UTF-8', [...new TextEncoder().encode('客户投诉记录')], '客户投诉记录'],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, ...new TextEncoder().encode('客户投诉记录')], '客户投诉记录'],
    ['GBK', GBK, '客户投诉记录'],
    ['Big5', BIG5, '客戶投訴記錄'],
    [
      'UTF-16',
      [0xff, 0xfe, ...Array.from('客户投诉记录', (c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]).flat()],
      '客户投诉记录',
    ],
  ])('%s is recognised', (name, bytes, text) => {
    const host = hostOf(
      Uint8Array.from([...bytes, ...(name === 'UTF-16' ? [0x2c, 0, 0x31, 0] : [0x2c, 0x31, 0x0d, 0x0a])]),
      'a.csv',
    );
    expect(host.values('Sheet1', 'A1:B1')).toEqual([[text, 1]]);
  });

  test('fields become what Excel makes of them', () => {
    const text = 'phone,when,note\r\n1.38E+10,2024年3月5日,"a, ""b""\nc"\r\n007,2024/3/5,\'x\r\n,,=_=\r\n';
    const host = hostOf(new TextEncoder().encode(text), 'a.csv');
    expect(host.values('Sheet1', 'A2:C4')).toEqual([
      [13_800_000_000, 45_356, 'a, "b"\nc'],
      [7, 45_356, "'x"],
      ['', '', '=_='],
    ]);
    expect(host.texts('Sheet1', 'A2:B3')).toEqual([
      ['1.38E+10', '2024年3月5日'],
      ['7', '3/5/2024'],
    ]);
  });

  test('semicolons and tabs are found', () => {
    expect(hostOf(new TextEncoder().encode('a;b\n1;2,5'), 'a.csv').values('Sheet1', 'A2:B2')).toEqual([[1, '2,5']]);
    expect(hostOf(new TextEncoder().encode('a\tb\n1\t2'), 'a.txt').values('Sheet1', 'A2:B2')).toEqual([[1, 2]]);
  });
});

describe('.xls', () => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet([
    ['台账', null],
    ['日期', '数'],
    [45_356, 1.5],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
  sheet['!cols'] = [{ wch: 20 }, { wch: 8 }];
  (sheet['A3'] as CellObject).z = 'yyyy-mm-dd';
  utils.book_append_sheet(book, sheet, '一月');
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);

  test('values, number formats, merges and widths come along and are saved as .xlsx', () => {
    const result = openAnyWorkbook(bytes, '台账.xls');
    if (!result.ok) throw new Error(result.detail);
    const again = openAnyWorkbook(saveXlsx(result.workbook), 'a.xlsx');
    if (!again.ok) throw new Error(again.detail);
    const host = openHost(again.workbook).host;
    expect(host.texts('一月', 'A1:B3')).toEqual([
      ['台账', ''],
      ['日期', '数'],
      ['2024-03-05', '1.5'],
    ]);
    expect(host.sheet('一月').merges).toEqual([{ row: 0, column: 0, rows: 1, columns: 2 }]);
    expect(Number(host.sheet('一月').columns[0]?.attributes['width'])).toBeGreaterThan(18);
  });

  test('an HTML table under the name .xls opens, as web systems export it', () => {
    const html = '<html><meta charset="utf-8"><table><tr><td>编号</td></tr><tr><td>T-1</td></tr></table></html>';
    const host = hostOf(new TextEncoder().encode(html), 'export.xls');
    expect(host.values(host.workbook.sheets[0]?.name ?? '', 'A1:A2')).toEqual([['编号'], ['T-1']]);
  });
});
