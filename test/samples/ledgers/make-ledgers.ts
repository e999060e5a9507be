/**
 * Makes the sample ledgers: `npx tsx test/samples/ledgers/make-ledgers.ts`. The files are committed; run this only to change them.
 */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { init, type NewFile as NewFileType } from 'excelize-wasm';
import { addStyles, type StyleOf } from './ledger-styles.ts';
import { HEADER, ROWS, type LedgerCell } from './ledger-rows.ts';

type Workbook = ReturnType<typeof NewFileType>;
const require = createRequire(import.meta.url);
const { NewFile } = await init(require.resolve('excelize-wasm/excelize.wasm.gz'));

const LEDGER = '客户投诉台账';
const WIDTHS = [6, 20, 30, 10, 16, 9, 10, 14, 14, 11, 11, 44, 26, 10, 20, 34, 14, 9, 14];
const CENTRED = new Set([0, 5, 6, 10, 13]);
const GUIDE = [
  '填写说明',
  '1. 每接到一起投诉，当天登记一行；序号连续，不得空行。',
  '2. 投诉日期填客户提出的日期；首次响应时间填首次回复客户的日期。',
  '3. 批次号、发货单号以送货单为准，客户说不清的先空着，调查后补填。',
  '4. 投诉类别只填：质量问题、数量异议、包装破损、交付延迟、服务态度、单据差错。',
  '5. 状态：待处理、处理中、已结案。结案须经客户确认。',
];

const CATEGORIES = ['质量问题', '数量异议', '包装破损', '交付延迟', '服务态度', '单据差错'];

await save(makeLedger(), '粉煤灰客户投诉台账.xlsx');
await save(makeLedgerByYear(), '粉煤灰客户投诉台账（分年）.xlsx');
process.exit(0); // The Go runtime of excelize keeps the process alive.

/** The ledger as one clean list: nothing stands in the way of turning it in place. */
function makeLedger(): Workbook {
  const book = newBook(LEDGER);
  const style = addStyles(book);
  writeHead(book, LEDGER, style);
  ROWS.forEach((row, index) => writeRow(book, LEDGER, index + 5, row, style));
  check(book.SetPanes(LEDGER, { Freeze: true, XSplit: 3, YSplit: 4, TopLeftCell: 'D5', ActivePane: 'bottomRight' }));
  check(book.SetPageLayout(LEDGER, { Orientation: 'landscape', Size: 8, FitToWidth: 1, FitToHeight: 0 }));
  check(book.SetSheetProps(LEDGER, { FitToPage: true }));
  writeGuide(book, style);
  writeStatistics(book, style);
  return book;
}

/** The same complaints kept year by year, with separators, sub-totals and a filter: only a new sheet can hold a register. */
function makeLedgerByYear(): Workbook {
  const book = newBook(LEDGER);
  const style = addStyles(book);
  writeHead(book, LEDGER, style);
  let row = 5;
  for (const [year, shift] of [
    [2025, 1],
    [2026, 0],
  ] as const) {
    separator(book, row++, `${year}年`, style);
    const first = row;
    // Nothing of an earlier year is open any more.
    for (const cells of shift === 0 ? ROWS : ROWS.filter((row) => row[17] === '已结案'))
      writeRow(
        book,
        LEDGER,
        row++,
        cells.map((cell) => earlier(cell, shift)),
        style,
      );
    check(book.SetCellValue(LEDGER, `A${row}`, '合计'));
    check(book.SetCellFormula(LEDGER, `J${row}`, `SUM(J${first}:J${row - 1})`));
    check(book.SetCellStyle(LEDGER, `A${row}`, `S${row}`, style('separator')));
    row += 1;
  }
  check(book.AutoFilter(LEDGER, `A4:S${row - 1}`, []));
  return book;
}

function newBook(sheet: string): Workbook {
  const book = NewFile();
  check(book.SetSheetName('Sheet1', sheet));
  return book;
}

function writeHead(book: Workbook, sheet: string, style: StyleOf): void {
  check(book.SetCellValue(sheet, 'A1', '青石粉煤灰有限公司客户投诉台账'));
  check(book.MergeCell(sheet, 'A1', 'S1'));
  check(book.SetCellStyle(sheet, 'A1', 'S1', style('title')));
  check(book.SetRowHeight(sheet, 1, 34));
  check(book.SetCellValue(sheet, 'A2', '编制单位：客户服务中心　　编号：QS-KF-07'));
  check(book.MergeCell(sheet, 'A2', 'K2'));
  check(book.SetCellValue(sheet, 'L2', '统计截止：2026年9月22日　　审核：何立'));
  check(book.MergeCell(sheet, 'L2', 'S2'));
  check(book.SetCellStyle(sheet, 'A2', 'S2', style('note')));
  check(book.SetRowHeight(sheet, 3, 6));
  HEADER.forEach((label, index) => check(book.SetCellValue(sheet, at(index, 4), label)));
  check(book.SetCellStyle(sheet, 'A4', at(HEADER.length - 1, 4), style('header')));
  check(book.SetRowHeight(sheet, 4, 30));
  WIDTHS.forEach((width, index) => check(book.SetColWidth(sheet, column(index), column(index), width)));
}

function writeRow(book: Workbook, sheet: string, row: number, cells: LedgerCell[], style: StyleOf): void {
  cells.forEach((cell, index) => {
    const address = at(index, row);
    const isDate = Array.isArray(cell);
    if (cell !== null) check(book.SetCellValue(sheet, address, isDate ? serial(cell) : cell));
    const isOpen = index === 17 && cell !== '已结案';
    const kind = isDate
      ? cell.length > 3
        ? 'moment'
        : 'date'
      : isOpen
        ? 'open'
        : index === 9
          ? 'number'
          : CENTRED.has(index)
            ? 'centre'
            : 'text';
    check(book.SetCellStyle(sheet, address, address, style(kind)));
  });
  check(book.SetRowHeight(sheet, row, 31.5));
}

function separator(book: Workbook, row: number, label: string, style: StyleOf): void {
  check(book.SetCellValue(LEDGER, `A${row}`, label));
  check(book.MergeCell(LEDGER, `A${row}`, `S${row}`));
  check(book.SetCellStyle(LEDGER, `A${row}`, `S${row}`, style('separator')));
}

function writeGuide(book: Workbook, style: StyleOf): void {
  check(book.NewSheet('填写说明'));
  GUIDE.forEach((line, index) => check(book.SetCellValue('填写说明', `A${index + 1}`, line)));
  check(book.SetCellStyle('填写说明', 'A1', 'A1', style('title')));
  check(book.SetColWidth('填写说明', 'A', 'A', 88));
}

function writeStatistics(book: Workbook, style: StyleOf): void {
  const last = ROWS.length + 4;
  check(book.NewSheet('统计'));
  ['投诉类别', '件数', '未结案', '涉及吨数'].forEach((label, index) =>
    check(book.SetCellValue('统计', at(index, 1), label)),
  );
  CATEGORIES.forEach((category, index) => {
    const row = index + 2;
    const range = (name: string): string => `${LEDGER}!$${name}$5:$${name}$${last}`;
    check(book.SetCellValue('统计', `A${row}`, category));
    check(book.SetCellFormula('统计', `B${row}`, `COUNTIF(${range('K')},A${row})`));
    check(book.SetCellFormula('统计', `C${row}`, `COUNTIFS(${range('K')},A${row},${range('R')},"<>已结案")`));
    check(book.SetCellFormula('统计', `D${row}`, `SUMIF(${range('K')},A${row},${range('J')})`));
  });
  const total = CATEGORIES.length + 2;
  check(book.SetCellValue('统计', `A${total}`, '合计'));
  for (const name of ['B', 'C', 'D'])
    check(book.SetCellFormula('统计', `${name}${total}`, `SUM(${name}2:${name}${total - 1})`));
  check(book.SetCellStyle('统计', 'A1', 'D1', style('header')));
  check(book.SetCellStyle('统计', 'A2', `D${total}`, style('centre')));
  check(book.SetColWidth('统计', 'A', 'D', 14));
}

/** The same cell a number of years before, for the ledger by year. */
function earlier(cell: LedgerCell, years: number): LedgerCell {
  if (Array.isArray(cell)) {
    const [year, ...rest] = cell;
    return [year - years, ...rest];
  }
  return typeof cell === 'string' ? cell.replace(/^2026(?=[年.])/, String(2026 - years)) : cell;
}

/** Excel's serial number of a day or a moment (1900 system). */
function serial([year, month, day, hour = 0, minute = 0]: Exclude<LedgerCell, string | number | null>): number {
  return Date.UTC(year, month - 1, day, hour, minute) / 86_400_000 + 25_569;
}

function column(index: number): string {
  return String.fromCharCode(65 + index);
}

function at(index: number, row: number): string {
  return `${column(index)}${row}`;
}

function check(result: { error: string | null }): void {
  if (result.error) throw new Error(result.error);
}

async function save(book: Workbook, name: string): Promise<void> {
  const { buffer, error } = book.WriteToBuffer();
  if (error) throw new Error(error);
  await writeFile(join(import.meta.dirname, name), buffer as Uint8Array);
}
