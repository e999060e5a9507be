import type { AreaHolder, AreasTarget, RangeTarget } from '../members/range-target.ts';
import type {
  CommentScope,
  CustomXmlScope,
  FilterOwner,
  NameScope,
  OnBorder,
  OnComment,
  OnConditionalFormat,
  OnChart,
  OnChartAxis,
  OnChartPaint,
  OnChartPoint,
  OnChartSeries,
  OnHeader,
  OnPageBreak,
  OnAxis,
  OnPageBreaks,
  OnPivot,
  OnPivotData,
  OnPivotField,
  OnPivotItem,
  PivotScope,
  OnCustomXml,
  OnName,
  OnSetting,
  OnSheet,
  OnTable,
  OnTableColumn,
  OnTableRow,
  OnWorkbook,
  TableScope,
} from '../members/targets.ts';
import type { Wrap } from './host-object.ts';

/** Every Office.js class of the host by name; members reach each other through it, so that no file imports in a circle. */
export interface ObjectFactory {
  workbook: Wrap<OnWorkbook>;
  application: Wrap<OnWorkbook>;
  cultureInfo: Wrap<OnWorkbook>;
  numberFormatInfo: Wrap<OnWorkbook>;
  datetimeFormatInfo: Wrap<OnWorkbook>;
  runtime: Wrap<OnWorkbook>;
  settings: Wrap<OnWorkbook>;
  setting: Wrap<OnSetting>;
  customXmlParts: Wrap<CustomXmlScope>;
  customXmlPart: Wrap<OnCustomXml>;
  worksheets: Wrap<OnWorkbook>;
  worksheet: Wrap<OnSheet>;
  protection: Wrap<OnSheet>;
  freezePanes: Wrap<OnSheet>;
  pageLayout: Wrap<OnSheet>;
  headerFooterGroup: Wrap<OnSheet>;
  headerFooter: Wrap<OnHeader>;
  pageBreaks: Wrap<OnPageBreaks>;
  pageBreak: Wrap<OnPageBreak>;
  pivotTables: Wrap<PivotScope>;
  pivotTable: Wrap<OnPivot>;
  pivotLayout: Wrap<OnPivot>;
  pivotHierarchies: Wrap<OnPivot>;
  pivotHierarchy: Wrap<OnPivotField>;
  rowColumnHierarchies: Wrap<OnAxis>;
  rowColumnHierarchy: Wrap<OnAxis & OnPivotField>;
  filterHierarchies: Wrap<OnAxis>;
  filterHierarchy: Wrap<OnAxis & OnPivotField>;
  dataHierarchies: Wrap<OnPivot>;
  dataHierarchy: Wrap<OnPivotData>;
  pivotFields: Wrap<OnPivotField>;
  pivotField: Wrap<OnPivotField>;
  pivotItems: Wrap<OnPivotField>;
  pivotItem: Wrap<OnPivotItem>;
  charts: Wrap<OnSheet>;
  shapes: Wrap<OnSheet>;
  chart: Wrap<OnChart>;
  chartTitle: Wrap<OnChart>;
  chartLegend: Wrap<OnChart>;
  chartAxes: Wrap<OnChart>;
  chartAxis: Wrap<OnChartAxis>;
  chartAxisTitle: Wrap<OnChartAxis>;
  chartGridlines: Wrap<OnChartAxis>;
  chartSeriesCollection: Wrap<OnChart>;
  chartSeries: Wrap<OnChartSeries>;
  chartPoints: Wrap<OnChartSeries>;
  chartPoint: Wrap<OnChartPoint>;
  chartDataLabels: Wrap<OnChartSeries>;
  chartAreaFormat: Wrap<OnChartPaint>;
  chartTitleFormat: Wrap<OnChartPaint>;
  chartLegendFormat: Wrap<OnChartPaint>;
  chartAxisFormat: Wrap<OnChartPaint>;
  chartAxisTitleFormat: Wrap<OnChartPaint>;
  chartGridlinesFormat: Wrap<OnChartPaint>;
  chartSeriesFormat: Wrap<OnChartPaint>;
  chartPointFormat: Wrap<OnChartPaint>;
  chartDataLabelFormat: Wrap<OnChartPaint>;
  chartFill: Wrap<OnChartPaint>;
  chartLineFormat: Wrap<OnChartPaint>;
  chartFont: Wrap<OnChartPaint>;
  autoFilter: Wrap<FilterOwner>;
  filter: Wrap<OnTableColumn>;
  tableSort: Wrap<OnTable>;
  rangeSort: Wrap<RangeTarget>;
  range: Wrap<RangeTarget>;
  rangeAreas: Wrap<AreasTarget>;
  rangeCollection: Wrap<AreasTarget>;
  rangeView: Wrap<RangeTarget>;
  format: Wrap<AreaHolder>;
  fill: Wrap<AreaHolder>;
  font: Wrap<AreaHolder>;
  borders: Wrap<AreaHolder>;
  border: Wrap<OnBorder>;
  formatProtection: Wrap<AreaHolder>;
  dataValidation: Wrap<AreaHolder>;
  conditionalFormats: Wrap<AreaHolder>;
  conditionalFormat: Wrap<OnConditionalFormat>;
  customConditionalFormat: Wrap<OnConditionalFormat>;
  conditionalRule: Wrap<OnConditionalFormat>;
  cellValueConditionalFormat: Wrap<OnConditionalFormat>;
  textConditionalFormat: Wrap<OnConditionalFormat>;
  topBottomConditionalFormat: Wrap<OnConditionalFormat>;
  dataBarConditionalFormat: Wrap<OnConditionalFormat>;
  dataBarPositiveFormat: Wrap<OnConditionalFormat>;
  colorScaleConditionalFormat: Wrap<OnConditionalFormat>;
  conditionalRangeFormat: Wrap<OnConditionalFormat>;
  conditionalFill: Wrap<OnConditionalFormat>;
  conditionalFont: Wrap<OnConditionalFormat>;
  tables: Wrap<TableScope>;
  table: Wrap<OnTable>;
  tableColumns: Wrap<OnTable>;
  tableColumn: Wrap<OnTableColumn>;
  tableRows: Wrap<OnTable>;
  tableRow: Wrap<OnTableRow>;
  names: Wrap<NameScope>;
  name: Wrap<OnName>;
  comments: Wrap<CommentScope>;
  comment: Wrap<OnComment>;
}
