import type { Area } from '../model/address.ts';
import { bodyArea } from '../model/grow-table.ts';
import type { Sheet, Table } from '../model/workbook.ts';
import { AreaValue, fail } from './values.ts';

/** `Table[col]`, `Table[@col]`, `[@[a b]]`, `Table[[#Headers],[a]:[c]]` … as the area they stand for. */
export function structuredArea(text: string, sheet: Sheet, row: number, column: number): AreaValue {
  const open = text.indexOf('[');
  const name = text.slice(0, open);
  const found = name === '' ? ownTable(sheet, row, column) : namedTable(sheet, name);
  if (!found) return fail('#REF!');
  const { owner, table } = found;
  const { items, columns, thisRow } = readParts(text.slice(open + 1, -1));
  const rows = thisRow ? rowOf(table, owner === sheet ? row : -1) : rowsOf(table, items);
  return new AreaValue(owner, { ...rows, ...columnsOf(table, columns) });
}

function ownTable(sheet: Sheet, row: number, column: number): { owner: Sheet; table: Table } | null {
  const table = sheet.tables.find(
    ({ area }) =>
      row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
  );
  return table ? { owner: sheet, table } : null;
}

function namedTable(sheet: Sheet, name: string): { owner: Sheet; table: Table } | null {
  const table = sheet.workbook.tableNamed(name);
  const owner = table && sheet.workbook.sheetOf(table);
  return table && owner ? { owner, table } : null;
}

interface Parts {
  items: string[];
  columns: [string, string] | null;
  thisRow: boolean;
}

function readParts(inner: string): Parts {
  let rest = inner.trim();
  let thisRow = false;
  if (rest.startsWith('@')) {
    thisRow = true;
    rest = rest.slice(1);
  }
  if (!rest.includes('[') || !/^\s*\[/.test(rest)) {
    if (rest === '') return { items: [], columns: null, thisRow };
    if (rest.startsWith('#'))
      return { items: [rest.toLowerCase()], columns: null, thisRow: thisRow || /^#this row$/i.test(rest) };
    return { items: [], columns: [unescape(rest), unescape(rest)], thisRow };
  }
  const pieces = [...rest.matchAll(/\[((?:[^[\]']|'[\s\S])*)\]\s*([,:]?)/g)].map(([, body = '', after = '']) => ({
    body,
    after,
  }));
  const items = pieces.filter(({ body }) => body.startsWith('#')).map(({ body }) => body.toLowerCase());
  const names = pieces.filter(({ body }) => !body.startsWith('#')).map(({ body }) => unescape(body));
  const [first] = names;
  return {
    items,
    columns: first === undefined ? null : [first, names[1] ?? first],
    thisRow: thisRow || items.includes('#this row'),
  };
}

function unescape(name: string): string {
  return name.replace(/'([\s\S])/g, '$1');
}

function rowOf(table: Table, row: number): Pick<Area, 'row' | 'rows'> {
  const body = bodyArea(table);
  return row >= body.row && row < body.row + body.rows ? { row, rows: 1 } : fail('#VALUE!');
}

function rowsOf(table: Table, items: readonly string[]): Pick<Area, 'row' | 'rows'> {
  const { area, hasHeaders, hasTotals } = table;
  const body = bodyArea(table);
  if (items.length === 0 || (items.length === 1 && items[0] === '#data')) return body;
  if (items.includes('#all')) return area;
  const withHeaders = items.includes('#headers');
  const withTotals = items.includes('#totals');
  if ((withHeaders && !hasHeaders) || (withTotals && !hasTotals)) return fail('#REF!');
  if (withHeaders) return { row: area.row, rows: items.includes('#data') ? body.rows + 1 : 1 };
  if (items.includes('#data')) return { row: body.row, rows: body.rows + 1 };
  return { row: area.row + area.rows - 1, rows: 1 };
}

function columnsOf(table: Table, columns: [string, string] | null): Pick<Area, 'column' | 'columns'> {
  if (!columns) return table.area;
  const at = columns.map((name) =>
    table.columns.findIndex((column) => column.name.toLowerCase() === name.toLowerCase()),
  );
  const [first = -1, last = -1] = at;
  if (first < 0 || last < 0) return fail('#REF!');
  return { column: table.area.column + Math.min(first, last), columns: Math.abs(last - first) + 1 };
}
