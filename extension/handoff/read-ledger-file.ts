import type { CellObject, WorkBook, WorkSheet } from 'xlsx';
import { done, refuse, type Outcome } from '../../core/outcome.ts';
import { chooseLedger } from '../../core/register/choose-ledger.ts';
import { outgoingLedger, type OutgoingLedger } from '../../core/register/outgoing-ledger.ts';
import type { Area, CellValue, SheetReading } from '../../core/register/sheet-reading.ts';

export type LedgerFileRefusal = 'tooLarge' | 'notASheet' | 'noLedger';

const MOST_BYTES = 30_000_000;
/** The header and the manner of the columns show in the first rows. */
const MOST_ROWS = 1_500;

/** Reads the columns of a ledger out of an .xlsx, .xls or .csv file; nothing else of it is kept. */
export async function readLedgerFile(file: File): Promise<Outcome<OutgoingLedger, LedgerFileRefusal>> {
  if (file.size > MOST_BYTES) return refuse('tooLarge');
  const sheets = await readSheets(new Uint8Array(await file.arrayBuffer()), file.name);
  if (sheets === null) return refuse('notASheet');
  const [best] = chooseLedger(sheets).ledgers;
  const sheet = sheets.find(({ name }) => name === best?.sheet);
  return best === undefined || sheet === undefined ? refuse('noLedger') : done(outgoingLedger(file.name, sheet, best));
}

async function readSheets(bytes: Uint8Array, name: string): Promise<SheetReading[] | null> {
  const { read, utils } = await import('xlsx');
  const open = (): WorkBook =>
    /\.(csv|tsv|txt)$/i.test(name)
      ? read(decoded(bytes), { type: 'string', raw: true, sheetRows: MOST_ROWS })
      : read(bytes, { cellNF: true, cellFormula: true, cellDates: false, sheetRows: MOST_ROWS });
  const book = attempt(open);
  if (book === null) return null;
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.flatMap((sheetName, index) => {
    const sheet = book.Sheets[sheetName];
    const visible = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) === 0;
    return sheet === undefined ? [] : [readingOf(sheetName, sheet, { visible, date1904 })];
  });

  function readingOf(
    sheetName: string,
    sheet: WorkSheet,
    facts: Pick<SheetReading, 'visible' | 'date1904'>,
  ): SheetReading {
    const places = Object.keys(sheet).filter((key) => !key.startsWith('!') && valueOf(sheet[key] as CellObject) !== '');
    const cells = places.map((key) => utils.decode_cell(key));
    const used = boundsOf(cells);
    const grid = <T>(pick: (cell: CellObject | undefined) => T): T[][] =>
      Array.from({ length: used?.rowCount ?? 0 }, (_, row) =>
        Array.from({ length: used?.columnCount ?? 0 }, (__, column) =>
          pick(
            sheet[utils.encode_cell({ r: (used?.row ?? 0) + row, c: (used?.column ?? 0) + column })] as
              CellObject | undefined,
          ),
        ),
      );
    return {
      name: sheetName,
      used,
      values: grid(valueOf),
      formulas: grid((cell) => (cell?.f === undefined ? '' : `=${cell.f}`)),
      numberFormats: grid((cell) => (cell?.z === undefined ? 'General' : String(cell.z))),
      merges: (sheet['!merges'] ?? []).map(({ s, e }) => area(s, e)),
      tables: [],
      autoFilter: null,
      isProtected: false,
      ...facts,
    };
  }
}

/** A file that is no sheet makes the library throw; that is expected here and told as such. */
function attempt(open: () => WorkBook): WorkBook | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** UTF-8, else GB 18030, in which most Chinese spreadsheets save CSV. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function valueOf(cell: CellObject | undefined): CellValue {
  if (cell?.v === undefined) return '';
  if (cell.t === 'e') return cell.w ?? '#VALUE!';
  return cell.v instanceof Date ? cell.v.toISOString() : cell.v;
}

interface Place {
  r: number;
  c: number;
}

function boundsOf(cells: readonly Place[]): Area | null {
  if (cells.length === 0) return null;
  const start = { r: Infinity, c: Infinity };
  const end = { r: 0, c: 0 };
  for (const { r, c } of cells) {
    [start.r, start.c] = [Math.min(start.r, r), Math.min(start.c, c)];
    [end.r, end.c] = [Math.max(end.r, r), Math.max(end.c, c)];
  }
  return area(start, end);
}

function area(s: Place, e: Place): Area {
  return { row: s.r, column: s.c, rowCount: e.r - s.r + 1, columnCount: e.c - s.c + 1 };
}
