import type { Area } from '../address.ts';
import type { CellValue } from '../cell-value.ts';
import type { Sheet, Table } from '../workbook.ts';

/** One value that a field takes; texts are the same whatever their case, as in Excel. */
export interface PivotItem {
  key: string;
  value: CellValue;
  label: string;
}

export interface PivotField {
  name: string;
  items: PivotItem[];
  /** Null keeps the order that the items have; new ones come last. `by` is the id of a data hierarchy. */
  sort: { ascending: boolean; by: string | null } | null;
  /** Keys of items that are not shown. */
  hidden: Set<string>;
  subtotal: boolean;
  showAllItems: boolean;
  numberFormat: string;
}

export const SUMMARIES = [
  'Automatic',
  'Sum',
  'Count',
  'Average',
  'Max',
  'Min',
  'Product',
  'CountNumbers',
  'StandardDeviation',
  'StandardDeviationP',
  'Variance',
  'VarianceP',
] as const;
export type Summary = (typeof SUMMARIES)[number];

export const SHOWN_AS = [
  'None',
  'PercentOfGrandTotal',
  'PercentOfRowTotal',
  'PercentOfColumnTotal',
  'RunningTotal',
] as const;
export type ShownAs = (typeof SHOWN_AS)[number];

export interface PivotData {
  id: string;
  field: number;
  name: string;
  summarizeBy: Summary;
  showAs: ShownAs;
  /** The field along which a running total runs. */
  baseField: number;
  numberFormat: string;
}

export interface PivotLayout {
  type: 'Compact' | 'Tabular' | 'Outline';
  subtotals: 'AtTop' | 'AtBottom' | 'Off';
  /** Totals of rows stand at the right, those of columns at the bottom ([T PivotLayout]). */
  rowGrandTotals: boolean;
  columnGrandTotals: boolean;
  repeatLabels: boolean;
  fieldHeaders: boolean;
  emptyText: string;
  fillEmpty: boolean;
  altTitle: string;
  altDescription: string;
  autoFormat: boolean;
  preserveFormatting: boolean;
  enableFieldList: boolean;
}

export type PivotSource = { kind: 'table'; home: Sheet; table: Table } | { kind: 'range'; sheet: Sheet; area: Area };

export interface Pivot {
  id: string;
  name: string;
  source: PivotSource;
  /** Top left cell without the filters, which stand above it. */
  row: number;
  column: number;
  fields: PivotField[];
  /** One line for each source row as it was at the last refresh: places in the fields' items, and the values themselves. */
  records: { items: number[]; values: CellValue[] }[];
  rows: number[];
  columns: number[];
  filters: number[];
  data: PivotData[];
  layout: PivotLayout;
  refreshOnOpen: boolean;
  /** What it covers now, without and with the filters above. */
  area: Area;
  filterArea: Area | null;
  nextData: number;
  /** Its parts in the package; null for a new one. */
  part: string | null;
  cachePart: string | null;
  changed: boolean;
}

export function defaultLayout(): PivotLayout {
  return {
    type: 'Compact',
    subtotals: 'AtTop',
    rowGrandTotals: true,
    columnGrandTotals: true,
    repeatLabels: false,
    fieldHeaders: true,
    emptyText: '',
    fillEmpty: true,
    altTitle: '',
    altDescription: '',
    autoFormat: true,
    preserveFormatting: true,
    enableFieldList: true,
  };
}
