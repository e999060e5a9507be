import * as XLSX from 'xlsx';
import { describe, expect, it } from 'vitest';
import { readSheets } from '../../excel-addin/workbook/read-sheets.ts';
import { cleanLedger, workbookOf } from './ledger-fixture.ts';
import { openWorkbook, valueOf } from './register-on-host.ts';

describe('reading worksheets', () => {
  it('gives values, formulas and formats as they stand, with merges and the used area', async () => {
    openWorkbook(cleanLedger());
    const [ledger, notes, sums] = valueOf(await readSheets());
    expect(ledger).toMatchObject({
      name: '2026年投诉',
      visible: true,
      used: { row: 0, column: 0, rowCount: 16, columnCount: 11 },
      isProtected: false,
      autoFilter: null,
      tables: [],
      date1904: false,
    });
    expect(ledger?.merges).toEqual([
      { row: 0, column: 0, rowCount: 1, columnCount: 11 },
      { row: 1, column: 0, rowCount: 1, columnCount: 11 },
    ]);
    expect(ledger?.values[4]?.slice(0, 3)).toEqual([1, 46_266, '江苏宏盛建材有限公司']);
    expect(ledger?.numberFormats[4]?.[1]).toBe('yyyy-mm-dd');
    expect(ledger?.values[4]?.[6]).toBe('001');
    expect(notes?.values[0]).toEqual(['每条投诉填一行']);
    expect(sums?.formulas[0]?.[1]).toBe("=COUNTA('2026年投诉'!C5:C16)");
    expect(sums?.formulas[0]?.[0]).toBe('');
  });

  it('tells a text that looks like a formula from a formula', async () => {
    openWorkbook(workbookOf([{ name: 'A', rows: [['=1+1', { formula: '1+1', value: 2 }]] }]));
    const [sheet] = valueOf(await readSheets());
    expect(sheet?.values).toEqual([['=1+1', 2]]);
    expect(sheet?.formulas).toEqual([['', '=1+1']]);
  });

  it('reads an empty sheet, a hidden one, a table and a filter', async () => {
    const { Excel } = openWorkbook(
      workbookOf([
        {
          name: 'A',
          rows: [
            ['x', 'y'],
            [1, 2],
          ],
        },
      ]),
    );
    await Excel.run(async (context) => {
      context.workbook.worksheets.add('空');
      const hidden = context.workbook.worksheets.add('藏');
      hidden.getRange('B2:C3').values = [
        ['x', 'y'],
        [1, 2],
      ];
      hidden.tables.add('B2:C3', true).name = 'T';
      hidden.visibility = 'Hidden';
      await context.sync();
    });
    const [, empty, hidden] = valueOf(await readSheets());
    expect(empty).toMatchObject({ used: null, values: [], formulas: [], numberFormats: [] });
    expect(hidden).toMatchObject({
      visible: false,
      used: { row: 1, column: 1, rowCount: 2, columnCount: 2 },
      tables: [
        { name: 'T', area: { row: 1, column: 1, rowCount: 2, columnCount: 2 }, hasHeaders: true, hasTotals: false },
      ],
    });
  });

  it('knows a workbook that counts from 1904 by what its dates show', async () => {
    const book = XLSX.utils.book_new();
    const sheet = XLSX.utils.aoa_to_sheet([['投诉日期'], [44_804]]);
    (sheet['A2'] as XLSX.CellObject).z = 'yyyy-mm-dd';
    XLSX.utils.book_append_sheet(book, sheet, 'A');
    book.Workbook = { WBProps: { date1904: true } };
    openWorkbook(new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    const [read] = valueOf(await readSheets());
    expect(read?.date1904).toBe(true);
  });

  it('takes few round trips, whatever the number of rows, and stays below the limit of the web', async () => {
    const long = '到货细度超标，要求退货并赔偿停工损失。'.repeat(20);
    const rows = Array.from({ length: 5_000 }, (_, index) => [index, long, long]);
    const { host } = openWorkbook(workbookOf([{ name: 'A', rows }]));
    const [sheet] = valueOf(await readSheets());
    expect(sheet?.values).toHaveLength(5_000);
    expect(sheet?.values[4_999]).toEqual([4_999, long, long]);
    expect(host.requests.length).toBeLessThan(16);
    expect(host.requests.filter(({ error }) => error !== null && error !== 'ResponsePayloadSizeLimitExceeded')).toEqual(
      [],
    );
  });
});
