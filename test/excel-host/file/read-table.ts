import { parseArea, type Area } from '../model/address.ts';
import { colorOf } from '../model/colors.ts';
import type { SortField, Table, Workbook } from '../model/workbook.ts';
import { decodeEscapes } from './shared-strings.ts';
import { childOf, elementsOf, parseDocument, withoutRootPrefix, type XmlElement } from '../xml/xml-tree.ts';

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
    sort: readSort(source, area, workbook),
    filters: filterColumns.filter((column) => elementsOf(column).length > 0),
    source,
    part,
    changed: false,
  };
}

/** The last sort of the table (ECMA-376 part 1, 18.3.1.92); null when it holds a condition that the model cannot say. */
function readSort(source: XmlElement, area: Area, { styles }: Workbook): Table['sort'] {
  const node = childOf(source, 'sortState');
  if (!node) return null;
  const fields = elementsOf(node, 'sortCondition').map(({ attributes }): SortField | null => {
    const ref = parseArea(attributes['ref'] ?? '');
    const sortOn = { value: 'Value', cellColor: 'CellColor', fontColor: 'FontColor' }[attributes['sortBy'] ?? 'value'];
    if (!ref || !sortOn || attributes['customList'] !== undefined) return null;
    const dxf = styles.differential(Number(attributes['dxfId'] ?? '-1'));
    const pattern = childOf(childOf(dxf, 'fill'), 'patternFill');
    const node = sortOn === 'CellColor' ? childOf(pattern, 'fgColor') : childOf(childOf(dxf, 'font'), 'color');
    return {
      key: ref.column - area.column,
      ascending: attributes['descending'] !== '1',
      sortOn: sortOn as SortField['sortOn'],
      textAsNumber: false,
      ...(sortOn === 'Value' ? {} : { color: colorOf(node, styles.theme) }),
    };
  });
  if (fields.some((field) => field === null)) return null;
  return {
    fields: fields.filter((field) => field !== null),
    matchCase: node.attributes['caseSensitive'] === '1',
    method: node.attributes['sortMethod'] === 'stroke' ? 'StrokeCount' : 'PinYin',
  };
}
