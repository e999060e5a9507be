import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import type { Area, CellValue, SheetReading } from '../../core/register/sheet-reading.ts';

/** Reads every worksheet of an .xlsx, .xls or .csv file as plain data, by SheetJS. Only for tests and measuring. */
export function readSheets(path: string): SheetReading[] {
  const bytes = readFileSync(path);
  return extname(path).toLowerCase() === '.csv' ? readCsv(path, bytes) : readWorkbook(bytes);
}

/** Reads a workbook that is in memory already. */
export function readWorkbook(bytes: Uint8Array): SheetReading[] {
  const book = read(bytes, { cellNF: true, cellFormula: true, cellDates: false, bookFiles: true });
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const visible = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0;
    if (sheet === undefined) throw new Error(`No sheet ${name}`);
    return readSheet(name, sheet, { visible, date1904, tables: tablesOf(book, index) });
  });
}

/** Text stays text, as in a file that no spreadsheet has interpreted. UTF-8, else GB 18030. Rows are records. */
function readCsv(path: string, bytes: Uint8Array): SheetReading[] {
  const book = read(decode(bytes), { type: 'string', raw: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  const name = basename(path, extname(path));
  return sheet === undefined ? [] : [readSheet(name, sheet, { visible: true, date1904: false, tables: [] })];
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

type SheetFacts = Pick<SheetReading, 'visible' | 'date1904' | 'tables'>;

function readSheet(name: string, sheet: WorkSheet, facts: SheetFacts): SheetReading {
  const used = usedArea(sheet);
  const grid = <T>(pick: (cell: CellObject | undefined) => T): T[][] =>
    used === null
      ? []
      : Array.from({ length: used.rowCount }, (_, row) =>
          Array.from({ length: used.columnCount }, (_, column) =>
            pick(cellAt(sheet, used.row + row, used.column + column)),
          ),
        );
  const filter = sheet['!autofilter']?.ref;
  return {
    name,
    used,
    values: grid(cellValue),
    formulas: grid((cell) => (cell?.f === undefined ? '' : `=${cell.f}`)),
    numberFormats: grid((cell) => (cell?.z === undefined ? 'General' : String(cell.z))),
    merges: (sheet['!merges'] ?? []).map((range) => areaOf(range)),
    autoFilter: filter === undefined ? null : areaOf(utils.decode_range(filter)),
    isProtected: sheet['!protect'] !== undefined,
    ...facts,
  };
}

function cellAt(sheet: WorkSheet, row: number, column: number): CellObject | undefined {
  return sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
}

function cellValue(cell: CellObject | undefined): CellValue {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return cell.w ?? '#VALUE!';
  return cell.v instanceof Date ? cell.v.toISOString() : cell.v;
}

function usedArea(sheet: WorkSheet): Area | null {
  const cells = Object.keys(sheet)
    .filter((key) => !key.startsWith('!') && cellValue(sheet[key] as CellObject) !== '')
    .map((key) => utils.decode_cell(key));
  if (cells.length === 0) return null;
  const bounds = cells.reduce(
    (box, { r, c }) => ({
      s: { r: Math.min(box.s.r, r), c: Math.min(box.s.c, c) },
      e: { r: Math.max(box.e.r, r), c: Math.max(box.e.c, c) },
    }),
    { s: { r: Infinity, c: Infinity }, e: { r: 0, c: 0 } },
  );
  return areaOf(bounds);
}

function areaOf({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): Area {
  return { row: s.r, column: s.c, rowCount: e.r - s.r + 1, columnCount: e.c - s.c + 1 };
}

/** SheetJS does not read tables, so they are taken from the parts of the .xlsx that it keeps. */
function tablesOf(book: WorkBook, index: number): SheetReading['tables'] {
  const part = (path: string): string => {
    const files = (book as { files?: Record<string, { content?: Uint8Array } | Uint8Array> }).files ?? {};
    const file = files[path];
    const content = file instanceof Uint8Array ? file : file?.content;
    return content === undefined ? '' : new TextDecoder().decode(content);
  };
  const targets = part(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`).matchAll(/Target="[^"]*(tables\/[^"]+)"/g);
  return [...targets].map(([, target = '']) => {
    const xml = part(`xl/${target}`);
    const attribute = (name: string) => new RegExp(`<table[^>]* ${name}="([^"]*)"`).exec(xml)?.[1];
    return {
      name: attribute('displayName') ?? '',
      area: areaOf(utils.decode_range(attribute('ref') ?? 'A1')),
      hasHeaders: attribute('headerRowCount') !== '0',
      hasTotals: Number(attribute('totalsRowCount') ?? 0) > 0,
    };
  });
}
