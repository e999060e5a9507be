import { parseArea } from '../model/address.ts';
import type { Table, Workbook } from '../model/workbook.ts';
import { decodeEscapes } from './shared-strings.ts';
import { childOf, elementsOf, parseDocument, withoutRootPrefix } from '../xml/xml-tree.ts';

/** A table part as a table of the model; null when it names no area. */
export function readTable(workbook: Workbook, part: string, text: string): Table | null {
  const source = parseDocument(withoutRootPrefix(text));
  const { attributes } = source;
  const area = parseArea(attributes['ref'] ?? '');
  if (!area) return null;
  const id = Number(attributes['id']);
  workbook.reserveTableId(id);
  const filter = childOf(source, 'autoFilter');
  const filterColumns = filter ? elementsOf(filter, 'filterColumn') : [];
  return {
    id,
    name: attributes['displayName'] ?? attributes['name'] ?? `Table${id}`,
    area,
    hasHeaders: (attributes['headerRowCount'] ?? '1') !== '0',
    hasTotals: (attributes['totalsRowCount'] ?? '0') !== '0',
    columns: elementsOf(childOf(source, 'tableColumns') ?? source, 'tableColumn').map((column) => ({
      id: Number(column.attributes['id']),
      name: decodeEscapes(column.attributes['name'] ?? ''),
      source: column,
    })),
    style: childOf(source, 'tableStyleInfo')?.attributes ?? {},
    showFilterButton:
      filter !== undefined && !filterColumns.some((column) => column.attributes['hiddenButton'] === '1'),
    filters: filterColumns.filter((column) => elementsOf(column).length > 0),
    source,
    part,
    changed: false,
  };
}
