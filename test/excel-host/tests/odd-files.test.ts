import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { openHost } from '../node/open-host.ts';
import { ledgerBook, reopened, saved } from './excelize.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The ledger's file with its first sheet, or another part, written otherwise. */
function withPart(path: string, change: (text: string) => string, base = saved(ledgerBook())): Uint8Array {
  const files = unzipSync(base);
  files[path] = strToU8(change(strFromU8(files[path] ?? new Uint8Array())));
  return zipSync(files);
}

function withCells(rows: string): Uint8Array {
  return withPart(
    'xl/worksheets/sheet1.xml',
    () => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  );
}

const values = (bytes: Uint8Array, address: string): unknown[][] => openHost(bytes).host.values('投诉台账', address);

describe('files as other programs write them', () => {
  test('cells and rows without their addresses', () => {
    const bytes = withCells('<row><c><v>1</v></c><c t="b"><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row>');
    expect(values(bytes, 'A1:B2')).toEqual([
      [1, true],
      ['#N/A', ''],
    ]);
  });

  test('inline, rich and phonetic texts, ISO dates, escapes', () => {
    const bytes = withCells(
      '<row r="1"><c r="A1" t="inlineStr"><is><r><t>客</t></r><r><t xml:space="preserve">户 </t></r><rPh sb="0" eb="1"><t>ke</t></rPh></is></c>' +
        '<c r="B1" t="d"><v>2026-03-05</v></c><c r="C1" t="str"><f>"a"</f><v>a_x000D_b</v></c></row>',
    );
    expect(values(bytes, 'A1:C1')).toEqual([['客户 ', 46_086, 'a\rb']]);
  });

  test('the main namespace under a prefix', () => {
    const bytes = withPart(
      'xl/worksheets/sheet1.xml',
      () =>
        `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
    );
    const { host } = openHost(bytes);
    expect(host.values('投诉台账', 'A1')).toEqual([[7]]);
    host.userEdits('投诉台账', 'B1', [['neu']]);
    expect(reopened(host.save()).GetCellValue('投诉台账', 'B1').value).toBe('neu');
  });

  test('a shared formula may be changed in one of its cells', () => {
    const bytes = withCells(
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>' +
        '<row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>',
    );
    const { host } = openHost(bytes);
    host.userEdits('投诉台账', 'B1', [['gone']]);
    const book = reopened(host.save());
    expect(['B1', 'B2', 'B3'].map((cell) => book.GetCellFormula('投诉台账', cell).formula)).toEqual([
      '',
      'A2*$A$1',
      'A3*$A$1',
    ]);
  });

  test('the 1904 date system', () => {
    const bytes = withPart(
      'xl/workbook.xml',
      (text) => text.replace(/<workbookPr[^>]*\/>|<workbookPr[^>]*>.*?<\/workbookPr>/, '<workbookPr date1904="1"/>'),
      withCells('<row r="1"><c r="A1"><f>DATE(1904,1,1)</f></c></row>'),
    );
    const { host } = openHost(bytes);
    expect(host.workbook.date1904).toBe(true);
    expect(host.values('投诉台账', 'A1')).toEqual([[0]]);
    host.userEdits('投诉台账', 'A2', [['1904-01-02']]);
    expect([host.values('投诉台账', 'A2'), host.texts('投诉台账', 'A2')]).toEqual([[[1]], [['1/2/1904']]]);
  });

  test('a name of one sheet keeps its sheet when another sheet is added before it', async () => {
    const book = ledgerBook();
    book.SetDefinedName({ Name: 'Local', RefersTo: "'汇总'!$A$1", Scope: '汇总' });
    const opened = openHost(saved(book));
    await opened.Excel.run(async (context) => {
      context.workbook.worksheets.add('First').position = 0;
      await context.sync();
    });
    const names = reopened(opened.host.save()).GetDefinedName().definedNames;
    expect(names.find(({ Name }) => Name === 'Local')?.Scope).toBe('汇总');
  });
});
