import { cellName, type Area } from '../address.ts';
import { CellError, type CellValue } from '../cell-value.ts';
import { refuse } from '../host-error.ts';
import { formatAt, textAt, valueAt } from '../read-cells.ts';
import type { Sheet } from '../workbook.ts';
import type { Pivot, PivotField, PivotItem, PivotSource } from './pivot.ts';

/** The cells that a pivot is made of, header first; a table counts as it stands now, without its totals. */
export function sourceArea(source: PivotSource): { sheet: Sheet; area: Area } {
  if (source.kind === 'range') return source;
  const { home, table } = source;
  if (!home.tables.includes(table)) refuse('ItemNotFound', 'The table that the PivotTable is made of is gone.');
  return { sheet: home, area: { ...table.area, rows: table.area.rows - (table.hasTotals ? 1 : 0) } };
}

/** Reads the source anew: fields by their names, items in the order they had, new ones after them (first time: ascending). */
export function readSource(pivot: Pick<Pivot, 'source' | 'fields'>): Pick<Pivot, 'fields' | 'records'> {
  const { sheet, area } = sourceArea(pivot.source);
  const body: Area = { ...area, row: area.row + 1, rows: area.rows - 1 };
  if (body.rows < 1) refuse('InvalidOperation', 'A PivotTable needs at least one row below the headers.');
  const fields = Array.from({ length: area.columns }, (_, offset) => {
    const column = area.column + offset;
    const name = textAt(sheet, area.row, column).trim();
    // "The PivotTable field name is not valid": every column needs a header (Excel's own message, [K]).
    if (name === '') refuse('InvalidArgument', `The header cell ${cellName(area.row, column)} is empty.`);
    return readField(sheet, { ...body, column, columns: 1 }, name, pivot.fields);
  });
  const places = fields.map((field) => new Map(field.items.map((item, at) => [item.key, at])));
  const records = Array.from({ length: body.rows }, (_, offset) => {
    const values = fields.map((__, at) => valueAt(sheet, body.row + offset, area.column + at));
    return { values, items: values.map((value, at) => places[at]?.get(keyOf(value)) ?? -1) };
  });
  return { fields, records };
}

function readField(sheet: Sheet, column: Area, name: string, before: readonly PivotField[]): PivotField {
  const known = before.find((field) => field.name === name);
  const found = new Map<string, PivotItem>();
  for (let row = column.row; row < column.row + column.rows; row += 1) {
    const value = valueAt(sheet, row, column.column);
    const key = keyOf(value);
    if (!found.has(key)) found.set(key, { key, value, label: labelOf(value, textAt(sheet, row, column.column)) });
  }
  const kept = known?.items.filter((item) => found.has(item.key)) ?? [];
  const keptKeys = new Set(kept.map((item) => item.key));
  const fresh = [...found.values()].filter((item) => !keptKeys.has(item.key)).sort(compareItems);
  return {
    name,
    items: [...kept, ...fresh],
    sort: known?.sort ?? null,
    hidden: known?.hidden ?? new Set(),
    subtotal: known?.subtotal ?? true,
    showAllItems: known?.showAllItems ?? false,
    numberFormat: formatAt(sheet, column.row, column.column),
  };
}

export function keyOf(value: CellValue): string {
  if (value === null || value === '') return 'blank';
  if (value instanceof CellError) return `e:${value.code}`;
  return typeof value === 'string' ? `s:${value.toLowerCase()}` : `${typeof value}:${String(value)}`;
}

function labelOf(value: CellValue, text: string): string {
  return value === null || value === '' ? '(blank)' : text;
}

const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { sensitivity: 'accent' });

/** Numbers, texts, booleans, errors, the blank one last. */
export function compareItems(a: PivotItem, b: PivotItem): number {
  const difference = rank(a.value) - rank(b.value);
  if (difference !== 0) return difference;
  if (typeof a.value === 'string' && typeof b.value === 'string') return collator.compare(a.value, b.value);
  return Number(a.value) - Number(b.value) || 0;
}

function rank(value: CellValue): number {
  if (value === null || value === '') return 4;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}
