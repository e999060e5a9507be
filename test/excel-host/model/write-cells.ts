import { contains, intersection, type Area } from './address.ts';
import { CellError, ERROR_CODES, isBlank, type Cell, type CellValue } from './cell-value.ts';
import { checkFormula, readEntry, type Entry } from './entry.ts';
import { growTableBelow } from './grow-table.ts';
import { refuse } from './host-error.ts';
import { styleAt, valueAt } from './read-cells.ts';
import { checkWritable } from './sheet-protection.ts';
import type { Sheet } from './workbook.ts';

export type EntryMatrix = readonly (readonly unknown[])[];

/**
 * Writes one block as one edit: `null` leaves a cell alone, `""` empties it ([D excel/excel-add-ins-blank-null-values.md]); one event
 * for the block; then a table above it may grow. The caller has checked the shape.
 */
export function writeEntries(sheet: Sheet, area: Area, entries: EntryMatrix): void {
  checkWritable(sheet, area);
  const parsed = entries.map((line, row) =>
    line.map((entry, column) => parseEntry(sheet, area.row + row, area.column + column, entry)),
  );
  const single = area.rows === 1 && area.columns === 1;
  const before = single ? valueAt(sheet, area.row, area.column) : null;
  const wasEmpty = emptyCells(sheet, area);
  const headers: [number, number][] = [];
  for (const [row, line] of parsed.entries()) {
    for (const [column, entry] of line.entries()) {
      if (!entry) continue;
      applyEntry(sheet, area.row + row, area.column + column, entry);
      if (isHeader(sheet, area.row + row, area.column + column)) headers.push([area.row + row, area.column + column]);
    }
  }
  for (const [row, column] of headers) renameHeader(sheet, row, column);
  sheet.changed.add('cells');
  const details = single ? { before, after: valueAt(sheet, area.row, area.column) } : null;
  sheet.workbook.notify({ kind: 'cells', sheet, area, changeType: 'RangeEdited', shift: 'None', details });
  growTableBelow(sheet, area, wasEmpty);
}

function emptyCells(sheet: Sheet, area: Area): boolean {
  for (const { cell } of sheet.grid.cellsIn(area)) if (!isBlank(cell)) return false;
  return true;
}

function parseEntry(sheet: Sheet, row: number, column: number, entry: unknown): Entry | null {
  if (entry === null) return null;
  if (typeof entry === 'number') {
    if (!Number.isFinite(entry)) refuse('InvalidArgument');
    return { value: entry, formula: null };
  }
  if (typeof entry === 'boolean') return { value: entry, formula: null };
  if (typeof entry !== 'string') refuse('InvalidArgument', 'A cell takes a string, a number or a boolean.');
  if (entry.length > 32_767 && !entry.startsWith('='))
    refuse('InvalidArgument', 'A cell holds at most 32767 characters.');
  const { workbook } = sheet;
  return readEntry(entry, {
    numberFormat: workbook.styles.numberFormat(styleAt(sheet, row, column)),
    date1904: workbook.date1904,
    currentYear: workbook.now().getFullYear(),
  });
}

function applyEntry(sheet: Sheet, row: number, column: number, entry: Entry): void {
  const { styles } = sheet.workbook;
  const old = sheet.grid.get(row, column);
  let style = styleAt(sheet, row, column);
  // A value written into a merged area goes to its first cell only; the others stay empty ([K] as in the desktop's grid).
  if (
    sheet.merges.some((merge) => contains(merge, one(row, column)) && (merge.row !== row || merge.column !== column))
  ) {
    return;
  }
  if (entry.numberFormat !== undefined && styles.numberFormat(style) === 'General') {
    style = styles.patch(style, { numberFormat: entry.numberFormat });
  }
  if (entry.quotePrefix) style = styles.patch(style, { quotePrefix: true });
  else if (styles.hasQuotePrefix(style)) style = styles.patch(style, { quotePrefix: false });
  if (entry.value === null && entry.formula === null && style === 0) {
    if (old) sheet.grid.remove(row, column);
    return;
  }
  const cell: Cell = { value: entry.value, formula: entry.formula, style, raw: null };
  sheet.grid.set(row, column, cell);
  if (entry.formula !== null) sheet.hasFormulas = true;
}

/** Puts a value that is no typed text: used by copying, by tables and by conversions. */
export function putValue(sheet: Sheet, row: number, column: number, value: CellValue, style?: number): void {
  const at = style ?? styleAt(sheet, row, column);
  if ((value === null || value === '') && at === 0) sheet.grid.remove(row, column);
  else sheet.grid.set(row, column, { value: value === '' ? null : value, formula: null, style: at, raw: null });
  sheet.changed.add('cells');
}

export function putFormula(sheet: Sheet, row: number, column: number, formula: string): void {
  checkFormula(formula.slice(1));
  sheet.grid.set(row, column, { value: null, formula, style: styleAt(sheet, row, column), raw: null });
  sheet.hasFormulas = true;
  sheet.changed.add('cells');
}

function one(row: number, column: number): Area {
  return { row, column, rows: 1, columns: 1 };
}

function isHeader(sheet: Sheet, row: number, column: number): boolean {
  return sheet.tables.some(
    (table) => table.hasHeaders && intersection({ ...table.area, rows: 1 }, one(row, column)) !== null,
  );
}

/** A header cell and its column's name are one: the text is made unique, blank becomes ColumnN ([K]). */
function renameHeader(sheet: Sheet, row: number, column: number): void {
  const table = sheet.tables.find(({ area }) => area.row === row && contains(area, one(row, column)));
  const index = table ? column - table.area.column : -1;
  const target = table?.columns[index];
  if (!table || !target) return;
  const wanted = headerText(valueAt(sheet, row, column)) || `Column${index + 1}`;
  const taken = new Set(table.columns.filter((other) => other !== target).map((other) => other.name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
  target.name = name;
  table.changed = true;
  sheet.changed.add('tables');
  putValue(sheet, row, column, name);
}

export function headerText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof CellError) return value.code;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

export function errorOrText(text: string): CellValue {
  return ERROR_CODES.includes(text) ? new CellError(text) : text;
}
