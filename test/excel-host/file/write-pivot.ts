import { areaName, type Area } from '../model/address.ts';
import { builtInId } from '../model/built-in-formats.ts';
import { CellError, type CellValue } from '../model/cell-value.ts';
import type { AxisEntry } from '../model/pivot/axes.ts';
import { layOut } from '../model/pivot/lay-out.ts';
import type { Pivot, PivotData, PivotField } from '../model/pivot/pivot.ts';
import { chosenSummary } from '../model/pivot/summaries.ts';
import { sourceArea } from '../model/pivot/read-source.ts';
import type { StyleBook } from '../model/style-book.ts';
import { element, serializeDocument, serializeXml, XML_HEADER, type XmlElement } from '../xml/xml-tree.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Fields whose values the records name by their place; the others keep numbers in the records themselves. */
function isShared(pivot: Pivot, index: number): boolean {
  const onAxis = [...pivot.rows, ...pivot.columns, ...pivot.filters].includes(index);
  return onAxis || !pivot.records.every(({ values }) => typeof values[index] === 'number');
}

/** pivotCacheDefinition (ECMA-376 part 1, 18.10.1.67): where the data come from and the items of each field. */
export function cacheDefinitionPart(pivot: Pivot, styles: StyleBook, recordsId: string): string {
  const { sheet, area } = pivot.source.kind === 'table' ? { sheet: null, area: null } : sourceArea(pivot.source);
  const source =
    pivot.source.kind === 'table'
      ? element('worksheetSource', { name: pivot.source.table.name })
      : element('worksheetSource', { ref: areaName(area as Area), sheet: sheet?.name });
  const fields = pivot.fields.map((field, index) =>
    element('cacheField', { name: field.name, numFmtId: formatId(field.numberFormat, styles) }, [
      isShared(pivot, index) ? sharedItems(field) : numberItems(pivot, index),
    ]),
  );
  const root = element(
    'pivotCacheDefinition',
    {
      xmlns: MAIN,
      'xmlns:r': RELATIONS,
      'r:id': recordsId,
      refreshOnLoad: pivot.refreshOnOpen ? 1 : undefined,
      refreshedBy: 'Excel',
      refreshedDate: 0,
      createdVersion: 6,
      refreshedVersion: 6,
      minRefreshableVersion: 3,
      recordCount: pivot.records.length,
    },
    [element('cacheSource', { type: 'worksheet' }, [source]), element('cacheFields', { count: fields.length }, fields)],
  );
  return serializeDocument(root);
}

function sharedItems({ items }: PivotField): XmlElement {
  const kinds = new Set(items.map(({ value }) => kindOf(value)));
  const texts = kinds.has('s') || kinds.has('b') || kinds.has('e');
  const numbers = items.map(({ value }) => value).filter((value) => typeof value === 'number');
  return element(
    'sharedItems',
    {
      containsBlank: kinds.has('m') ? 1 : undefined,
      containsSemiMixedTypes: texts || kinds.has('m') ? undefined : 0,
      containsString: texts ? undefined : 0,
      containsMixedTypes: texts && numbers.length > 0 ? 1 : undefined,
      ...numberFacts(numbers),
      count: items.length,
    },
    items.map(({ value }) => valueElement(value)),
  );
}

function numberItems(pivot: Pivot, index: number): XmlElement {
  const numbers = pivot.records.map(({ values }) => values[index]).filter((value) => typeof value === 'number');
  return element('sharedItems', { containsSemiMixedTypes: 0, containsString: 0, ...numberFacts(numbers) });
}

function numberFacts(numbers: readonly number[]): Record<string, number | undefined> {
  if (numbers.length === 0) return {};
  let [min, max, whole] = [Infinity, -Infinity, true];
  for (const value of numbers) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    whole &&= Number.isInteger(value);
  }
  return { containsNumber: 1, containsInteger: whole ? 1 : undefined, minValue: min, maxValue: max };
}

function kindOf(value: CellValue): 'm' | 'n' | 's' | 'b' | 'e' {
  if (value === null || value === '') return 'm';
  if (value instanceof CellError) return 'e';
  return typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's';
}

function valueElement(value: CellValue): XmlElement {
  const kind = kindOf(value);
  if (kind === 'm') return element('m');
  if (value instanceof CellError) return element('e', { v: value.code });
  return element(kind, { v: typeof value === 'boolean' ? Number(value) : String(value) });
}

/** Written as text at once: a register of 50,000 rows has a million values. */
export function cacheRecordsPart(pivot: Pivot): string {
  const shared = pivot.fields.map((_, index) => isShared(pivot, index));
  const records = pivot.records.map(({ items, values }) => {
    const cells = values.map((value, index) =>
      shared[index]
        ? `<x v="${items[index] ?? 0}"/>`
        : typeof value === 'number'
          ? `<n v="${value}"/>`
          : serializeXml(valueElement(value)),
    );
    return `<r>${cells.join('')}</r>`;
  });
  return `${XML_HEADER}<pivotCacheRecords xmlns="${MAIN}" xmlns:r="${RELATIONS}" count="${records.length}">${records.join('')}</pivotCacheRecords>`;
}

const SUMMARY_NAMES: Record<string, string> = {
  Count: 'count',
  Average: 'average',
  Max: 'max',
  Min: 'min',
  Product: 'product',
  CountNumbers: 'countNums',
  StandardDeviation: 'stdDev',
  StandardDeviationP: 'stdDevp',
  Variance: 'var',
  VarianceP: 'varp',
};
const SHOWN_NAMES: Record<string, string> = {
  PercentOfGrandTotal: 'percentOfTotal',
  PercentOfRowTotal: 'percentOfRow',
  PercentOfColumnTotal: 'percentOfCol',
  RunningTotal: 'runTotal',
};

/** pivotTableDefinition (ECMA-376 part 1, 18.10.1.73). */
export function pivotTablePart(pivot: Pivot, styles: StyleBook, cacheId: number): string {
  const { layout, area } = pivot;
  const picture = layOut(pivot);
  const several = pivot.data.length > 1;
  const flat = pivot.columns.length === 0;
  const location = element('location', {
    ref: areaName(area),
    firstHeaderRow: picture.cells.length === 0 ? 1 : flat && several ? 0 : 1,
    firstDataRow: Math.max(1, picture.headerRows),
    firstDataCol: picture.cells.length === 0 ? 0 : picture.labelColumns,
    rowPageCount: pivot.filters.length > 0 ? pivot.filters.length : undefined,
    colPageCount: pivot.filters.length > 0 ? 1 : undefined,
  });
  const lists: [string, XmlElement[]][] = [
    ['pivotFields', pivot.fields.map((field, index) => fieldElement(pivot, field, index, styles))],
    ['rowFields', pivot.rows.map((x) => element('field', { x }))],
    ['rowItems', picture.cells.length === 0 ? [] : axisItems(pivot.rows.length > 0 ? picture.rows : [], 1)],
    ['colFields', [...pivot.columns, ...(several ? [-2] : [])].map((x) => element('field', { x }))],
    ['colItems', picture.cells.length === 0 ? [] : axisItems(flat ? [] : picture.columns, pivot.data.length)],
    ['pageFields', pivot.filters.map((fld) => pageField(pivot, fld))],
    ['dataFields', pivot.data.map((data) => dataField(pivot, data, styles))],
  ];
  const outline = layout.type !== 'Tabular';
  const root = element(
    'pivotTableDefinition',
    {
      xmlns: MAIN,
      name: pivot.name,
      cacheId,
      applyNumberFormats: 0,
      applyBorderFormats: 0,
      applyFontFormats: 0,
      applyPatternFormats: 0,
      applyAlignmentFormats: 0,
      applyWidthHeightFormats: 1,
      dataCaption: 'Values',
      missingCaption: layout.emptyText === '' ? undefined : layout.emptyText,
      showMissing: layout.fillEmpty ? undefined : 0,
      updatedVersion: 6,
      minRefreshableVersion: 3,
      useAutoFormatting: layout.autoFormat ? 1 : undefined,
      preserveFormatting: layout.preserveFormatting ? undefined : 0,
      rowGrandTotals: layout.rowGrandTotals ? undefined : 0,
      colGrandTotals: layout.columnGrandTotals ? undefined : 0,
      itemPrintTitles: 1,
      createdVersion: 6,
      indent: 0,
      compact: layout.type === 'Compact' ? undefined : 0,
      compactData: layout.type === 'Compact' ? undefined : 0,
      outline: outline ? 1 : undefined,
      outlineData: outline ? 1 : undefined,
      showHeaders: layout.fieldHeaders ? undefined : 0,
      multipleFieldFilters: 0,
    },
    [
      location,
      ...lists
        .filter(([, children]) => children.length > 0)
        .map(([name, children]) => element(name, { count: children.length }, children)),
      element('pivotTableStyleInfo', {
        name: 'PivotStyleLight16',
        showRowHeaders: 1,
        showColHeaders: 1,
        showRowStripes: 0,
        showColStripes: 0,
        showLastColumn: 1,
      }),
    ],
  );
  return serializeDocument(root);
}

function fieldElement(pivot: Pivot, field: PivotField, index: number, styles: StyleBook): XmlElement {
  const { layout } = pivot;
  const axis = pivot.rows.includes(index)
    ? 'axisRow'
    : pivot.columns.includes(index)
      ? 'axisCol'
      : pivot.filters.includes(index)
        ? 'axisPage'
        : undefined;
  const subtotal = field.subtotal && layout.subtotals !== 'Off';
  const items = field.items.map((item, x) => element('item', { h: field.hidden.has(item.key) ? 1 : undefined, x }));
  const by = field.sort?.by === null || !field.sort ? -1 : pivot.data.findIndex(({ id }) => id === field.sort?.by);
  const scope = element('autoSortScope', {}, [
    element('pivotArea', { dataOnly: 0, outline: 0, fieldPosition: 0 }, [
      element('references', { count: 1 }, [
        element('reference', { field: 4_294_967_294, count: 1, selected: 0 }, [element('x', { v: Math.max(0, by) })]),
      ]),
    ]),
  ]);
  const several = pivot.filters.includes(index) && field.hidden.size > 0 && field.items.length - field.hidden.size > 1;
  return element(
    'pivotField',
    {
      axis,
      dataField: pivot.data.some((data) => data.field === index) ? 1 : undefined,
      numFmtId: field.numberFormat === 'General' ? undefined : formatId(field.numberFormat, styles),
      compact: layout.type === 'Compact' ? undefined : 0,
      outline: layout.type === 'Tabular' ? 0 : undefined,
      subtotalTop: layout.type !== 'Tabular' && layout.subtotals === 'AtBottom' ? 0 : undefined,
      multipleItemSelectionAllowed: several ? 1 : undefined,
      showAll: 0,
      sortType: field.sort ? (field.sort.ascending ? 'ascending' : 'descending') : undefined,
      defaultSubtotal: subtotal ? undefined : 0,
    },
    axis === undefined
      ? []
      : [
          element('items', { count: items.length + (subtotal ? 1 : 0) }, [
            ...items,
            ...(subtotal ? [element('item', { t: 'default' })] : []),
          ]),
          ...(by >= 0 ? [scope] : []),
        ],
  );
}

/** A filter on one item names it; on several, the hidden ones are marked in the field. */
function pageField(pivot: Pivot, index: number): XmlElement {
  const field = pivot.fields[index];
  const shown = (field?.items ?? []).flatMap((item, at) => (field?.hidden.has(item.key) ? [] : [at]));
  const single = field && field.hidden.size > 0 && shown.length === 1;
  return element('pageField', { fld: index, item: single ? shown[0] : undefined, hier: -1 });
}

function dataField(pivot: Pivot, data: PivotData, styles: StyleBook): XmlElement {
  return element('dataField', {
    name: data.name,
    fld: data.field,
    subtotal: SUMMARY_NAMES[chosenSummary(pivot, data)],
    showDataAs: SHOWN_NAMES[data.showAs],
    baseField: data.showAs === 'RunningTotal' ? data.baseField : 0,
    baseItem: 0,
    numFmtId:
      data.showAs.startsWith('Percent') && data.numberFormat === 'General'
        ? 10
        : data.numberFormat === 'General'
          ? undefined
          : formatId(data.numberFormat, styles),
  });
}

/** rowItems and colItems: what each line shows beyond the one before it; columns are repeated for each figure (`i`). */
function axisItems(entries: readonly AxisEntry[], figures: number): XmlElement[] {
  if (entries.length === 0) {
    return figures <= 1
      ? [element('i')]
      : Array.from({ length: figures }, (_, i) => element('i', { i: i || undefined }, [place(i)]));
  }
  let before: readonly number[] = [];
  return entries.flatMap((entry) => {
    let repeated = 0;
    while (repeated < entry.path.length - 1 && before[repeated] === entry.path[repeated]) repeated += 1;
    const kind = entry.kind === 'grand' ? 'grand' : entry.kind === 'subtotal' ? 'default' : undefined;
    const rest = entry.kind === 'grand' ? [place(0)] : entry.path.slice(repeated).map(place);
    before = entry.path;
    return Array.from({ length: Math.max(1, figures) }, (_, i) => {
      if (i === 0) {
        const figure = figures > 1 && kind === undefined ? [place(0)] : [];
        return element('i', { t: kind, r: repeated || undefined }, [...rest, ...figure]);
      }
      if (kind !== undefined) return element('i', { t: kind, r: repeated || undefined, i }, rest);
      return element('i', { r: entry.path.length || undefined, i }, [place(i)]);
    });
  });
}

function place(v: number): XmlElement {
  return element('x', { v: v === 0 ? undefined : v });
}

/** The number of a format; one that is not in the book yet is entered there. */
function formatId(code: string, styles: StyleBook): number {
  return builtInId(code) ?? styles.customFormatId(code);
}
