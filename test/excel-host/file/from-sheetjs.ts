import { utils, type CellObject, type WorkBook, type WorkSheet } from 'xlsx';
import { CellError, type CellValue } from '../model/cell-value.ts';
import type { StyleChange } from '../model/style-book.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { fromFileForm } from '../formula/file-form.ts';
import { newWorkbook } from './new-workbook.ts';

/** What SheetJS read of an old format as a workbook of the host: values, formulas, number formats, fills, merges, widths, heights, names. */
export function workbookFromSheetJs(book: WorkBook): Workbook {
  const workbook = newWorkbook(book.SheetNames.map((name) => name.slice(0, 31)));
  workbook.date1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = workbook.sheets[index];
    const source = book.Sheets[name];
    if (!sheet || !source) continue;
    fillSheet(sheet, source);
    const hidden = book.Workbook?.Sheets?.[index]?.Hidden ?? 0;
    sheet.visibility = hidden === 2 ? 'VeryHidden' : hidden === 1 ? 'Hidden' : 'Visible';
  }
  workbook.activeSheet = workbook.sheets.find((sheet) => sheet.visibility === 'Visible') ?? null;
  for (const { Name, Ref, Sheet: owner } of book.Workbook?.Names ?? []) {
    const sheet = owner === undefined ? null : (workbook.sheets[owner] ?? null);
    if (Name.startsWith('_xlnm') || !Ref || Ref.includes('#REF!')) continue;
    workbook.names.push({ name: Name, formula: Ref, sheet, visible: true, comment: '', attributes: {} });
    workbook.changed.names = true;
  }
  workbook.version = 1;
  return workbook;
}

function fillSheet(sheet: Sheet, source: WorkSheet): void {
  if (source['!ref']) {
    const range = utils.decode_range(source['!ref']);
    for (let row = range.s.r; row <= range.e.r; row += 1) {
      for (let column = range.s.c; column <= range.e.c; column += 1) {
        const cell = source[utils.encode_cell({ r: row, c: column })] as CellObject | undefined;
        if (cell) putCell(sheet, row, column, cell);
      }
    }
  }
  sheet.merges = (source['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    column: s.c,
    rows: e.r - s.r + 1,
    columns: e.c - s.c + 1,
  }));
  for (const [column, info] of (source['!cols'] ?? []).entries()) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the list has holes
    if (!info) continue;
    const width = info.width ?? (info.wch === undefined ? undefined : info.wch + 0.71);
    const attributes = {
      ...(width === undefined ? {} : { width: String(width), customWidth: '1' }),
      ...(info.hidden ? { hidden: '1' } : {}),
    };
    if (Object.keys(attributes).length > 0) sheet.columns.push({ first: column, last: column, attributes });
  }
  for (const [row, info] of (source['!rows'] ?? []).entries()) {
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- the list has holes
    if (!info) continue;
    const record = sheet.grid.row(row);
    if (info.hpt !== undefined && info.hpt > 0) record.attributes = { ht: String(info.hpt), customHeight: '1' };
    if (info.hidden) record.attributes = { ...record.attributes, hidden: '1' };
  }
  for (const facet of ['cells', 'merges', 'columns'] as const) sheet.changed.add(facet);
}

const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

interface CellLook {
  patternType?: string;
  fgColor?: { rgb?: string };
}

function putCell(sheet: Sheet, row: number, column: number, cell: CellObject): void {
  const look = (cell as { s?: CellLook }).s;
  const change: StyleChange = {};
  if (typeof cell.z === 'string' && cell.z !== 'General') change.numberFormat = cell.z;
  const rgb = look?.patternType === 'solid' ? look.fgColor?.rgb : undefined;
  if (rgb && /^[0-9a-f]{6}$/i.test(rgb)) change.fill = rgb.toUpperCase();
  const style = Object.keys(change).length > 0 ? sheet.workbook.styles.patch(0, change) : 0;
  const value = valueOf(cell);
  const formula = cell.f === undefined ? null : `=${fromFileForm(cell.f)}`;
  if (value === null && formula === null && style === 0) return;
  sheet.grid.set(row, column, { value, formula, style, raw: null });
  if (formula !== null) sheet.hasFormulas = true;
}

function valueOf({ t, v }: CellObject): CellValue {
  if (v === undefined || t === 'z') return null;
  if (t === 'e') return new CellError(ERRORS[Number(v)] ?? '#VALUE!');
  if (v instanceof Date) return v.getTime() / 86_400_000 + 25_569;
  return v;
}
