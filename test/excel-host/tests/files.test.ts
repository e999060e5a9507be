import { strFromU8, unzipSync, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAnyWorkbook } from '../file/open-any-workbook.ts';
import { saveXlsx } from '../file/save-xlsx.ts';
import { newWorkbook } from '../file/new-workbook.ts';
import { cellName } from '../model/address.ts';
import { CellError, type CellValue } from '../model/cell-value.ts';
import { valueAt } from '../model/read-cells.ts';
import type { Workbook } from '../model/workbook.ts';
import { putValue, writeEntries } from '../model/write-cells.ts';
import { openHost } from '../node/open-host.ts';
import { ledgerBook, reopened, saved, validationsOf, type Book } from './excelize.ts';

function opened(bytes: Uint8Array): Workbook {
  const result = openAnyWorkbook(bytes, 'book.xlsx');
  if (!result.ok) throw new Error(`${result.code} ${result.detail}`);
  return result.workbook;
}

function partOf(bytes: Uint8Array, path: string): string {
  return strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());
}

const LEDGER = saved(ledgerBook());

describe('what nobody changed stays', () => {
  test('an untouched workbook is saved with the very parts it was opened with', () => {
    const before = unzipSync(LEDGER);
    const after = unzipSync(saveXlsx(opened(LEDGER)));
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    for (const [path, bytes] of Object.entries(before))
      expect(strFromU8(after[path] ?? new Uint8Array())).toBe(strFromU8(bytes));
  });

  test('after an edit every other cell, style, width, merge, list, format and sheet is as it was', () => {
    const workbook = opened(LEDGER);
    const [sheet] = workbook.sheets;
    if (!sheet) throw new Error('no sheet');
    writeEntries(sheet, { row: 5, column: 1, rows: 1, columns: 1 }, [['新的投诉人']]);
    const bytes = saveXlsx(workbook);
    const [before, after] = [reopened(LEDGER), reopened(bytes)];
    expect(after.GetCellValue('投诉台账', 'B6').value).toBe('新的投诉人');
    for (let row = 1; row <= 8; row += 1) {
      for (let column = 0; column < 6; column += 1) {
        const cell = cellName(row - 1, column);
        if (cell === 'B6') continue;
        expect([cell, after.GetCellValue('投诉台账', cell).value]).toEqual([
          cell,
          before.GetCellValue('投诉台账', cell).value,
        ]);
        expect(after.GetCellFormula('投诉台账', cell).formula).toBe(before.GetCellFormula('投诉台账', cell).formula);
        expect(after.GetStyle(after.GetCellStyle('投诉台账', cell).style).style).toEqual(
          before.GetStyle(before.GetCellStyle('投诉台账', cell).style).style,
        );
      }
    }
    for (const column of ['A', 'B', 'C', 'D']) {
      expect(after.GetColWidth('投诉台账', column).width).toBe(before.GetColWidth('投诉台账', column).width);
    }
    expect(after.GetRowHeight('投诉台账', 2).height).toBe(33);
    expect(after.GetRowVisible('投诉台账', 4).visible).toBe(false);
    const merges = (book: Book): unknown =>
      book.GetMergeCells('投诉台账').mergeCells.map((merge) => [merge.GetStartAxis(), merge.GetEndAxis()]);
    expect(merges(after)).toEqual(merges(before));
    expect(validationsOf(after, '投诉台账')).toEqual(validationsOf(before, '投诉台账'));
    const rules = (bytesOf: Uint8Array): string[] =>
      partOf(bytesOf, 'xl/worksheets/sheet1.xml').match(/<conditionalFormatting[\s\S]*?<\/conditionalFormatting>/g) ??
      [];
    expect(rules(bytes)).toEqual(rules(LEDGER));
    expect(rules(bytes)).toHaveLength(1);
    expect(after.GetPageLayout('投诉台账').opts).toEqual(before.GetPageLayout('投诉台账').opts);
    expect(after.GetDefinedName().definedNames).toEqual(before.GetDefinedName().definedNames);
    expect(partOf(bytes, 'xl/worksheets/sheet2.xml')).toBe(partOf(LEDGER, 'xl/worksheets/sheet2.xml'));
  });

  test('the saved file asks to be calculated when it is opened', () => {
    const workbook = opened(LEDGER);
    const [sheet] = workbook.sheets;
    if (sheet) putValue(sheet, 2, 2, 1000);
    expect(strFromU8(unzipSync(saveXlsx(workbook))['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      'fullCalcOnLoad="1"',
    );
  });
});

const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => !/[\uD800-\uDFFF]/.test(text)),
  fc.constantFrom('_x000D_', ' a ', '&<>"\'', '行1\n行2', '=1+1', '007', '客户 投诉'),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
  fc.boolean(),
  fc.constantFrom('#N/A', '#REF!').map((code) => new CellError(code)),
);
const place = fc.record({ row: fc.nat(60), column: fc.nat(30), value });

describe('laws', () => {
  test('load → save → load keeps every cell', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 60 }), (places) => {
        const workbook = newWorkbook(['S']);
        const [sheet] = workbook.sheets;
        if (!sheet) throw new Error('no sheet');
        for (const entry of places) putValue(sheet, entry.row, entry.column, entry.value);
        const once = opened(saveXlsx(workbook));
        for (const each of once.sheets) each.changed.add('cells');
        const twice = opened(saveXlsx(once));
        for (const { row, column } of places) {
          const original = valueAt(sheet, row, column);
          for (const book of [once, twice]) {
            const [again] = book.sheets;
            expect(again && valueAt(again, row, column)).toEqual(original);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('an independent reader sees the texts and numbers that were written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 20 }), (texts) => {
        const workbook = newWorkbook(['S']);
        const [sheet] = workbook.sheets;
        if (!sheet) throw new Error('no sheet');
        texts.forEach((text, row) => putValue(sheet, row, 0, text));
        const book = reopened(saveXlsx(workbook));
        texts.forEach((text, row) => expect(book.GetCellValue('S', `A${row + 1}`).value).toBe(text));
      }),
      { numRuns: 30 },
    );
  });
});

describe('what the add-in made is in the file', () => {
  test('table, list, conditional format, comment, name, settings, frozen rows, protection', async () => {
    const host = openHost(LEDGER);
    await host.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('登记');
      sheet.getRange('A1:B2').values = [
        ['编号', '状态'],
        ['T-1', '处理中'],
      ];
      const table = sheet.tables.add('A1:B2', true);
      table.name = 'Register';
      table.style = 'TableStyleLight9';
      sheet.getRange('B2').dataValidation.rule = { list: { inCellDropDown: true, source: '处理中,已结案' } };
      const format = sheet.getRange('A2:B2').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$B2="处理中"';
      format.custom.format.font.color = '#C00000';
      context.workbook.comments.add('登记!A2', '请核对');
      context.workbook.names.add('Statuses', sheet.getRange('B2'));
      context.workbook.settings.add('redress', { version: 1, columns: ['编号', '状态'] });
      sheet.freezePanes.freezeRows(1);
      sheet.tabColor = '#FF8800';
      sheet.getRange('A1:B1').format.borders.getItem('EdgeBottom').style = 'Continuous';
      context.workbook.worksheets.getItem('汇总').protection.protect();
      sheet.activate();
      await context.sync();
    });
    const bytes = host.host.save();
    const book = reopened(bytes);
    expect(book.GetTables('登记').tables).toMatchObject([
      { Range: 'A1:B2', Name: 'Register', StyleName: 'TableStyleLight9' },
    ]);
    expect(book.GetTables('汇总').tables).toMatchObject([{ Range: 'D1:E3', Name: 'Old' }]);
    expect(validationsOf(book, '登记')).toMatchObject([{ Type: 'list', Sqref: 'B2', Formula1: '"处理中,已结案"' }]);
    expect(partOf(bytes, 'xl/worksheets/sheet3.xml')).toContain(
      '<conditionalFormatting sqref="A2:B2"><cfRule type="expression" priority="1" dxfId=',
    );
    expect(book.GetComments('登记').comments).toMatchObject([{ Cell: 'A2' }]);
    const again = openHost(bytes);
    await again.Excel.run(async (context) => {
      const setting = context.workbook.settings.getItem('redress').load('value');
      const comment = context.workbook.comments.getItemByCell('登记!A2').load('content');
      const frozen = context.workbook.worksheets.getItem('登记').freezePanes.getLocationOrNullObject().load('address');
      const sheet = context.workbook.worksheets.getActiveWorksheet().load('name,tabColor');
      const guarded = context.workbook.worksheets.getItem('汇总').protection.load('protected');
      const old = context.workbook.tables.getItem('Old').getRange().load('address');
      const name = context.workbook.names.getItem('Statuses').load('formula');
      await context.sync();
      expect(setting.value).toEqual({ version: 1, columns: ['编号', '状态'] });
      expect(comment.content).toBe('请核对');
      expect(frozen.address).toBe('登记!1:1');
      expect([sheet.name, sheet.tabColor, guarded.protected]).toEqual(['登记', '#FF8800', true]);
      expect([old.address, name.formula]).toEqual(['汇总!D1:E3', '=登记!$B$2']);
    });
  });

  test('saving twice gives the same file; a deleted sheet leaves nothing behind', async () => {
    const host = openHost(LEDGER);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.add('A').getRange('A1').values = [['x']];
      context.workbook.worksheets.getItem('汇总').delete();
      await context.sync();
    });
    const [one, two] = [unzipSync(host.host.save()), unzipSync(host.host.save())];
    expect(Object.keys(one).sort()).toEqual(Object.keys(two).sort());
    for (const [path, bytes] of Object.entries(one))
      expect(strFromU8(two[path] ?? new Uint8Array())).toBe(strFromU8(bytes));
    expect(Object.keys(one).some((path) => path.includes('sheet2') || path.includes('table1'))).toBe(false);
    expect(reopened(host.host.save()).GetSheetList().list).toEqual(['投诉台账', 'A']);
  });
});

describe('files that are no workbooks are refused with a code, never thrown', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  const compound = (stream: string): Uint8Array =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Array<number>(504).fill(0),
      ...Array.from(stream, (c) => [c.charCodeAt(0), 0]).flat(),
    ]);
  test.each<[string, Uint8Array, string, string]>([
    ['nothing', new Uint8Array(), 'a.xlsx', 'empty'],
    ['blank lines', bytesOf(' \r\n\r\n'), 'a.csv', 'empty'],
    ['garbage', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 251), 'a.xlsx', 'notASpreadsheet'],
    ['a PDF', bytesOf('%PDF-1.7 …'), 'a.xls', 'notASpreadsheet'],
    ['text under another name', bytesOf('a,b\n1,2'), 'a.xlsx', 'notASpreadsheet'],
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': bytesOf('<Types/>'), 'word/document.xml': bytesOf('<w/>') }),
      'a.xlsx',
      'notASpreadsheet',
    ],
    ['an archive', zipSync({ 'photo.txt': bytesOf('x') }), 'a.xlsx', 'notASpreadsheet'],
    ['a workbook cut short', LEDGER.slice(0, LEDGER.length >> 1), 'a.xlsx', 'damaged'],
    ['an encrypted workbook', compound('EncryptedPackage'), 'a.xlsx', 'encrypted'],
    ['an old Word document', compound('WordDocument'), 'a.xls', 'notASpreadsheet'],
    ['an old workbook cut short', compound('Workbook'), 'a.xls', 'damaged'],
    [
      'a binary workbook',
      zipSync({ '[Content_Types].xml': bytesOf('<Types/>'), 'xl/workbook.bin': bytesOf('x') }),
      'a.xlsb',
      'unsupportedFormat',
    ],
    ['a web page', bytesOf('<!DOCTYPE html><html><body>login</body></html>'), 'a.xls', 'notASpreadsheet'],
    [
      'a bomb of a document type',
      zipSync({
        '[Content_Types].xml': bytesOf('<Types/>'),
        '_rels/.rels': bytesOf('<!DOCTYPE x [<!ENTITY a "b">]><Relationships/>'),
      }),
      'a.xlsx',
      'damaged',
    ],
  ])('%s', (_, bytes, name, code) => {
    expect(openAnyWorkbook(bytes, name)).toMatchObject({ ok: false, code });
  });

  test('any bytes at all', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('a.xlsx', 'a.xls', 'a.csv'),
        fc.nat(3),
        (bytes, name, kind) => {
          const heads = [[], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x09, 0x08, 0x10, 0]];
          const result = openAnyWorkbook(Uint8Array.from([...(heads[kind] ?? []), ...bytes]), name);
          expect(typeof result.ok).toBe('boolean');
        },
      ),
    );
  });
});
