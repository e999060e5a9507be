import { createRequire } from 'node:module';
import { init } from 'excelize-wasm';

/** A second, independent reader and writer of .xlsx, to check what the host writes and to make files for it. */
export const excelize = await init(createRequire(import.meta.url).resolve('excelize-wasm/excelize.wasm.gz'));

export type Book = ReturnType<typeof excelize.NewFile>;

export function saved(book: Book): Uint8Array {
  const { buffer, error } = book.WriteToBuffer();
  if (error) throw new Error(error);
  return new Uint8Array(buffer as Uint8Array);
}

export function reopened(bytes: Uint8Array): Book {
  const book = excelize.OpenReader(bytes);
  if (book.error) throw new Error(book.error);
  return book;
}

/** A ledger as a team keeps it: title, styles, widths, a list, a conditional format, a picture's worth of print setup, a second sheet. */
export function ledgerBook(): Book {
  const book = excelize.NewFile();
  const sheet = 'Sheet1';
  book.SetSheetName(sheet, '投诉台账');
  const name = '投诉台账';
  book.SetCellValue(name, 'A1', '客户投诉台账');
  book.MergeCell(name, 'A1', 'D1');
  book.SetSheetRow(name, 'A2', ['日期', '客户', '金额', '状态']);
  book.SetSheetRow(name, 'A3', [45_000, '王先生', 12.5, '处理中']);
  book.SetSheetRow(name, 'A4', ['2023/5/6', '李女士', 100, '已结案']);
  book.SetCellFormula(name, 'C5', 'SUM(C3:C4)');
  const bold = book.NewStyle({
    Font: { Bold: true, Size: 16, Family: '宋体' },
    Fill: { Type: 'pattern', Pattern: 1, Color: ['FFFF00'] },
  });
  book.SetCellStyle(name, 'A1', 'D1', bold.style);
  const date = book.NewStyle({ CustomNumFmt: 'yyyy"年"m"月"d"日"' });
  book.SetCellStyle(name, 'A3', 'A3', date.style);
  book.SetColWidth(name, 'B', 'C', 25.5);
  book.SetRowHeight(name, 2, 33);
  book.SetRowVisible(name, 4, false);
  const list = { Type: 'list', Sqref: 'D3:D50', Formula1: '"处理中,已结案"', AllowBlank: true, ShowErrorMessage: true };
  book.AddDataValidation(name, list);
  const red = book.NewConditionalStyle({ Fill: { Type: 'pattern', Pattern: 1, Color: ['FF0000'] } });
  book.SetConditionalFormat(name, 'C3:C50', [{ Type: 'formula', Criteria: 'C3>50', Format: red.style }]);
  book.SetPanes(name, { Freeze: true, XSplit: 0, YSplit: 2, TopLeftCell: 'A3', ActivePane: 'bottomLeft' });
  book.SetPageLayout(name, { Orientation: 'landscape', Size: 9 });
  book.NewSheet('汇总');
  book.SetCellFormula('汇总', 'A1', "'投诉台账'!C5");
  book.SetCellValue('汇总', 'B1', '备注');
  book.AddTable('汇总', { Range: 'D1:E3', Name: 'Old', ShowRowStripes: true });
  book.SetDefinedName({ Name: '金额', RefersTo: "'投诉台账'!$C$3:$C$4", Scope: '' });
  return book;
}

/** The lists and rules of a sheet; the package's types name the property otherwise than its code does. */
export function validationsOf(book: Book, sheet: string): unknown[] {
  const answer = book.GetDataValidations(sheet) as unknown as { dataValidations: unknown[]; error: string | null };
  if (answer.error) throw new Error(answer.error);
  return answer.dataValidations;
}
