import type {
  Sheet,
  Table,
  TableColumn,
  Workbook,
  CellComment,
  ConditionalFormat,
  DefinedName,
} from '../model/workbook.ts';
import type { Area } from '../model/address.ts';
import type { AxisKey, Chart, ChartSeries, Paint } from '../model/chart/chart.ts';
import type { Pivot, PivotData } from '../model/pivot/pivot.ts';
import type { AreaHolder, RangeTarget } from './range-target.ts';

/** What stands behind the objects that are no ranges. */
export interface OnWorkbook {
  workbook: Workbook;
}
export interface OnSheet {
  sheet: Sheet;
}
export interface OnTable {
  sheet: Sheet;
  table: Table;
}
export interface OnTableColumn extends OnTable {
  column: TableColumn;
}
export interface OnTableRow extends OnTable {
  index: number;
}
export interface TableScope {
  workbook: Workbook;
  /** Null for all tables of the workbook. */
  sheet: Sheet | null;
  /** Set for the tables that touch a range. */
  within: { range: RangeTarget; fully: boolean } | null;
}
export interface NameScope {
  workbook: Workbook;
  sheet: Sheet | null;
}
export interface OnName {
  workbook: Workbook;
  name: DefinedName;
}
export interface OnConditionalFormat {
  /** The range that the format was fetched by: its formula is told from there. */
  seenFrom: readonly Area[];
  sheet: Sheet;
  format: ConditionalFormat;
}
export interface OnSetting {
  workbook: Workbook;
  key: string;
}
export interface CommentScope {
  workbook: Workbook;
  sheet: Sheet | null;
}
export interface OnComment {
  sheet: Sheet;
  comment: CellComment;
}
export interface OnBorder {
  holder: AreaHolder;
  side: string;
}
export interface OnCustomXml {
  workbook: Workbook;
  id: string;
}
export interface CustomXmlScope {
  workbook: Workbook;
  namespaceUri: string | null;
}
export interface PivotScope {
  workbook: Workbook;
  sheet: Sheet | null;
}
export interface OnPivot {
  sheet: Sheet;
  pivot: Pivot;
}
export interface OnPivotField extends OnPivot {
  field: number;
}
export interface OnAxis extends OnPivot {
  axis: 'rows' | 'columns' | 'filters';
}
export interface OnPivotItem extends OnPivotField {
  key: string;
}
export interface OnPivotData extends OnPivot {
  data: PivotData;
}
export interface OnChart {
  sheet: Sheet;
  chart: Chart;
}
export interface OnChartAxis extends OnChart {
  key: AxisKey;
}
export interface OnChartSeries extends OnChart {
  series: ChartSeries;
}
export interface OnChartPoint extends OnChartSeries {
  index: number;
}
export interface OnChartPaint extends OnChart {
  paint: Paint;
  /** Puts the paint where it belongs once it is used. */
  keep?: () => void;
}
export interface OnHeader {
  sheet: Sheet;
  pages: 'odd' | 'even' | 'first';
}
export interface OnPageBreaks {
  sheet: Sheet;
  direction: 'horizontal' | 'vertical';
}
export interface OnPageBreak extends OnPageBreaks {
  place: number;
}
export interface FilterOwner {
  sheet: Sheet;
  /** Null for the sheet's own filter. */
  table: Table | null;
}
