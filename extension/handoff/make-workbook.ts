import type { CellObject, WorkSheet } from 'xlsx';
import type { OutgoingCell, OutgoingRows } from '../../core/register/outgoing-rows.ts';
import { cleanText } from '../../core/register/safe-cell.ts';

const FORMATS = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm', clock: 'hh:mm' } as const;

/**
 * The rows as an .xlsx file. Text is stored as text, in cells of the text format, so that nothing in it can ever calculate;
 * dates are true dates. The library is loaded only now.
 */
export async function makeWorkbook(
  { header, rows }: OutgoingRows,
  { sheet, date1904 }: { sheet: string; date1904: boolean },
): Promise<Uint8Array> {
  const { utils, write } = await import('xlsx');
  const cells: WorkSheet = {};
  [header.map(textCell), ...rows.map((row) => row.map(cellOf))].forEach((row, r) =>
    row.forEach((cell, c) => {
      if (cell !== null) cells[utils.encode_cell({ r, c })] = cell;
    }),
  );
  cells['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length, c: Math.max(0, header.length - 1) } });
  cells['!cols'] = header.map((name, index) => ({ wch: widthOf(name, rows, index) }));
  const book = utils.book_new();
  utils.book_append_sheet(book, cells, sheetName(sheet));
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer);
}

function cellOf({ value, shows }: OutgoingCell): CellObject | null {
  if (value === '') return null;
  if (typeof value === 'number') {
    return { t: 'n', v: value, ...(shows !== 'text' && shows !== 'number' && { z: FORMATS[shows] }) };
  }
  // The apostrophe guards what is pasted; a cell that is stored as text needs none.
  return textCell(String(value).replace(/^'/, ''));
}

function textCell(text: string): CellObject | null {
  const clean = cleanText(text).slice(0, 32_767);
  return clean === '' ? null : { t: 's', v: clean, z: '@' };
}

function widthOf(name: string, rows: OutgoingRows['rows'], column: number): number {
  const shown = rows.slice(0, 200).map((row) => Math.min(40, 2 + String(row[column]?.value ?? '').length * 1.4));
  return Math.max(8, name.length * 2 + 2, ...shown);
}

/** Excel takes at most 31 characters, and none of these. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
