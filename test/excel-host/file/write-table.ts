import { areaName } from '../model/address.ts';
import { bodyArea } from '../model/grow-table.ts';
import type { SortState, Table } from '../model/workbook.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import { childOf, element, serializeDocument, type XmlElement } from '../xml/xml-tree.ts';
import { encodeEscapes } from './shared-strings.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

export function newTableSource(id: number, name: string): Table['source'] {
  return element('table', { xmlns: MAIN, id, name, displayName: name, ref: 'A1', totalsRowShown: 0 });
}

/** The table's part: its own XML with area, columns, filter and style brought up to date. */
export function tablePart(table: Table): string {
  const { source, area } = table;
  source.attributes['name'] = table.name;
  source.attributes['displayName'] = table.name;
  source.attributes['ref'] = areaName(area);
  if (table.hasHeaders) delete source.attributes['headerRowCount'];
  else source.attributes['headerRowCount'] = '0';
  if (table.hasTotals) source.attributes['totalsRowCount'] = '1';
  else delete source.attributes['totalsRowCount'];
  if (table.hasHeaders) {
    const ref = areaName(table.hasTotals ? { ...area, rows: area.rows - 1 } : area);
    const filter = childOf(source, 'autoFilter') ?? element('autoFilter');
    filter.attributes['ref'] = ref;
    filter.children = table.showFilterButton
      ? table.filters
      : table.columns.map((_, colId) => element('filterColumn', { colId, hiddenButton: 1 }));
    putChild(source, filter, ORDER);
  } else removeChild(source, 'autoFilter');
  removeChild(source, 'sortState');
  if (table.sort) putChild(source, sortState(table, table.sort), ORDER);
  const columns = table.columns.map((column) => {
    column.source.attributes = {
      ...column.source.attributes,
      id: String(column.id),
      name: encodeEscapes(column.name).replace(/\n/g, '_x000a_'),
    };
    return column.source;
  });
  putChild(source, element('tableColumns', { count: columns.length }, columns), ORDER);
  putChild(source, element('tableStyleInfo', table.style), ORDER);
  return serializeDocument(source);
}

/** By cell colour needs a differential format to point at, which only the reader of a file has: such a sort is not written. */
function sortState(table: Table, { fields, matchCase, method }: SortState): XmlElement {
  const body = bodyArea(table);
  const conditions = fields
    .filter(({ sortOn }) => sortOn === 'Value')
    .map(({ key, ascending }) =>
      element('sortCondition', {
        descending: ascending ? undefined : 1,
        ref: areaName({ ...body, column: body.column + key, columns: 1 }),
      }),
    );
  const attributes = {
    caseSensitive: matchCase ? 1 : undefined,
    sortMethod: method === 'StrokeCount' ? 'stroke' : undefined,
    ref: areaName(body),
  };
  return element('sortState', attributes, conditions);
}
