import { parseArea } from '../model/address.ts';
import { CellError, type CellValue } from '../model/cell-value.ts';
import { HostError } from '../model/host-error.ts';
import {
  defaultLayout,
  type Pivot,
  type PivotData,
  type PivotField,
  type PivotSource,
  type ShownAs,
  type Summary,
} from '../model/pivot/pivot.ts';
import { keyOf, readSource } from '../model/pivot/read-source.ts';
import type { Workbook } from '../model/workbook.ts';
import { childOf, elementsOf, parseDocument, withoutRootPrefix, type XmlElement } from '../xml/xml-tree.ts';
import { partText, readRelationships } from './package-parts.ts';

/**
 * Pivots over a sheet's cells or a table, as far as the model can say them. Others (external data, OLAP, grouped or calculated
 * fields, figures on rows) are not listed; their parts stay in the file untouched.
 */
export function readPivots(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    for (const relation of readRelationships(workbook.parts, sheet.part ?? '')) {
      const text = relation.kind === 'pivotTable' ? partText(workbook.parts, relation.target) : undefined;
      const pivot = text === undefined ? null : readPivot(workbook, relation.target, text);
      if (!pivot) continue;
      sheet.pivots.push(pivot);
      workbook.knownPivotParts.add(relation.target);
    }
  }
}

function readPivot(workbook: Workbook, part: string, text: string): Pivot | null {
  const root = parseDocument(withoutRootPrefix(text));
  const cachePart = readRelationships(workbook.parts, part).find(({ kind }) => kind === 'pivotCacheDefinition')?.target;
  const cacheText = cachePart ? partText(workbook.parts, cachePart) : undefined;
  const location = childOf(root, 'location');
  const area = parseArea(location?.attributes['ref'] ?? '');
  if (!cachePart || cacheText === undefined || !area || !location) return null;
  const cache = parseDocument(withoutRootPrefix(cacheText));
  const source = readSourceOf(workbook, cache);
  const cacheFields = elementsOf(childOf(cache, 'cacheFields') ?? cache, 'cacheField');
  if (!source || cacheFields.some((field) => childOf(field, 'fieldGroup') !== undefined || field.attributes['formula']))
    return null;
  const nodes = elementsOf(childOf(root, 'pivotFields') ?? root, 'pivotField');
  const known = cacheFields.map((field, index) => readField(field, nodes[index]));
  const list = (name: string, child: string, attribute: string): number[] => {
    const node = childOf(root, name);
    return node ? elementsOf(node, child).map((own) => Number(own.attributes[attribute] ?? '0')) : [];
  };
  const rows = list('rowFields', 'field', 'x');
  if (rows.includes(-2)) return null;
  const filters = list('pageFields', 'pageField', 'fld');
  const read = sourceAsOf(source, known);
  // A field that the source has lost, or has got since, makes the places differ: such a pivot is left alone.
  if (!read || read.fields.length !== known.length || read.fields.some((field, at) => field.name !== known[at]?.name))
    return null;
  hideByPage(root, known, read.fields);
  const data = elementsOf(childOf(root, 'dataFields') ?? { name: '', attributes: {}, children: [] }, 'dataField');
  const pivot: Pivot = {
    ...read,
    id: workbook.newPivotId(),
    name: root.attributes['name'] ?? '',
    source,
    row: area.row,
    column: area.column,
    rows,
    columns: list('colFields', 'field', 'x').filter((field) => field >= 0),
    filters,
    data: data.map((node, index) => readData(node, index, workbook)),
    layout: readLayout(root, nodes),
    refreshOnOpen: cache.attributes['refreshOnLoad'] === '1',
    area,
    filterArea:
      filters.length === 0
        ? null
        : { row: area.row - filters.length - 1, column: area.column, rows: filters.length, columns: 2 },
    nextData: data.length + 1,
    part,
    cachePart,
    changed: false,
  };
  for (const [index, field] of pivot.fields.entries()) {
    const by = childOf(nodes[index], 'autoSortScope');
    const place = by && Number(findDeep(by, 'x')?.attributes['v'] ?? '0');
    if (field.sort && place !== undefined) field.sort.by = pivot.data[place]?.id ?? null;
  }
  return pivot;
}

function findDeep(node: XmlElement, name: string): XmlElement | undefined {
  for (const child of elementsOf(node)) {
    const found = child.name === name ? child : findDeep(child, name);
    if (found) return found;
  }
  return undefined;
}

function readSourceOf(workbook: Workbook, cache: XmlElement): PivotSource | null {
  const node = childOf(childOf(cache, 'cacheSource'), 'worksheetSource');
  const { name, ref, sheet: sheetName } = node?.attributes ?? {};
  const table = name ? workbook.tableNamed(name) : undefined;
  const home = table && workbook.sheetOf(table);
  if (table && home) return { kind: 'table', home, table };
  const sheet = sheetName ? workbook.sheetNamed(sheetName) : undefined;
  const area = parseArea(ref ?? '');
  return sheet && area ? { kind: 'range', sheet, area } : null;
}

function sourceAsOf(source: PivotSource, fields: PivotField[]): ReturnType<typeof readSource> | null {
  try {
    return readSource({ source, fields });
  } catch (error) {
    if (error instanceof HostError) return null; // its source holds nothing that a pivot can be made of
    throw error;
  }
}

/** The field as the file has it: items in the order of the pivot, hidden ones, sort. */
function readField(field: XmlElement, node: XmlElement | undefined): PivotField {
  const shared = elementsOf(childOf(field, 'sharedItems') ?? field).map(readValue);
  const items = elementsOf(childOf(node, 'items') ?? { name: '', attributes: {}, children: [] }, 'item').filter(
    (item) => item.attributes['x'] !== undefined,
  );
  const order = items.length > 0 ? items.map((item) => Number(item.attributes['x'])) : shared.map((_, at) => at);
  const values = order.map((at) => shared[at] ?? null);
  const hidden = items
    .filter((item) => item.attributes['h'] === '1')
    .map((item) => shared[Number(item.attributes['x'])]);
  const sort = node?.attributes['sortType'];
  return {
    name: field.attributes['name'] ?? '',
    items: values.map((value) => ({ key: keyOf(value), value, label: '' })),
    sort: sort === 'ascending' || sort === 'descending' ? { ascending: sort === 'ascending', by: null } : null,
    hidden: new Set(hidden.map((value) => keyOf(value ?? null))),
    subtotal: node?.attributes['defaultSubtotal'] !== '0',
    showAllItems: false,
    numberFormat: 'General',
  };
}

function readValue({ name, attributes }: XmlElement): CellValue {
  const { v = '' } = attributes;
  if (name === 'n') return Number(v);
  if (name === 'b') return v === '1' || v === 'true';
  if (name === 'e') return new CellError(v);
  if (name === 'd') return Date.parse(`${v}Z`) / 86_400_000 + 25_569;
  return name === 's' ? v : null;
}

/** A filter on one single item is told in pageField; all other items are hidden then. */
function hideByPage(root: XmlElement, known: readonly PivotField[], fields: readonly PivotField[]): void {
  const pages = childOf(root, 'pageFields');
  for (const page of pages ? elementsOf(pages, 'pageField') : []) {
    const index = Number(page.attributes['fld']);
    const chosen = known[index]?.items[Number(page.attributes['item'] ?? '-1')]?.key;
    const field = fields[index];
    if (chosen !== undefined && field) {
      field.hidden = new Set(field.items.map(({ key }) => key).filter((key) => key !== chosen));
    }
  }
}

const SUMMARIES: Record<string, Summary> = {
  sum: 'Sum',
  count: 'Count',
  average: 'Average',
  max: 'Max',
  min: 'Min',
  product: 'Product',
  countNums: 'CountNumbers',
  stdDev: 'StandardDeviation',
  stdDevp: 'StandardDeviationP',
  var: 'Variance',
  varp: 'VarianceP',
};
const SHOWN: Record<string, ShownAs> = {
  percentOfTotal: 'PercentOfGrandTotal',
  percentOfRow: 'PercentOfRowTotal',
  percentOfCol: 'PercentOfColumnTotal',
  runTotal: 'RunningTotal',
};

function readData({ attributes }: XmlElement, index: number, { styles }: Workbook): PivotData {
  const showAs = SHOWN[attributes['showDataAs'] ?? ''] ?? 'None';
  const code = attributes['numFmtId'] === undefined ? 'General' : styles.formatOfId(Number(attributes['numFmtId']));
  return {
    id: `data${index + 1}`,
    field: Number(attributes['fld'] ?? '0'),
    name: attributes['name'] ?? '',
    summarizeBy: SUMMARIES[attributes['subtotal'] ?? 'sum'] ?? 'Sum',
    showAs,
    baseField: Math.max(0, Number(attributes['baseField'] ?? '0')),
    numberFormat: showAs.startsWith('Percent') && code === '0.00%' ? 'General' : code,
  };
}

function readLayout({ attributes }: XmlElement, fields: readonly XmlElement[]): Pivot['layout'] {
  const placed = fields.filter((field) => field.attributes['axis'] !== undefined);
  const all = (name: string, value: string): boolean =>
    placed.length > 0 && placed.every((field) => field.attributes[name] === value);
  const type =
    attributes['compact'] !== '0' && !all('compact', '0') ? 'Compact' : all('outline', '0') ? 'Tabular' : 'Outline';
  return {
    ...defaultLayout(),
    type,
    subtotals: all('defaultSubtotal', '0') ? 'Off' : all('subtotalTop', '0') ? 'AtBottom' : 'AtTop',
    rowGrandTotals: attributes['rowGrandTotals'] !== '0',
    columnGrandTotals: attributes['colGrandTotals'] !== '0',
    fieldHeaders: attributes['showHeaders'] !== '0',
    emptyText: attributes['missingCaption'] ?? '',
    fillEmpty: attributes['showMissing'] !== '0',
    autoFormat: attributes['useAutoFormatting'] === '1',
    preserveFormatting: attributes['preserveFormatting'] !== '0',
  };
}
