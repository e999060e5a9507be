import type { ChartPlan, SeriesLook } from '../../core/statistics/chart-plan.ts';
import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';
import type { StatisticsMemory } from './statistics-memory.ts';

/** Told apart without colour: fills from dark to light, lines by markers and dashes. */
const LOOKS: Record<
  SeriesLook,
  { color: string; line?: string; marker?: Excel.ChartMarkerStyle | `${Excel.ChartMarkerStyle}` }
> = {
  dark: { color: '#0F5F66' },
  light: { color: '#D3E4E5', line: '#0F5F66' },
  line: { color: '#4A4A4A', line: 'Continuous', marker: 'Circle' },
  target: { color: '#B3261E', line: 'Dash', marker: 'None' },
  cumulative: { color: '#1D2B2D', line: 'Continuous', marker: 'Diamond' },
};
const CROSSED = '#9CC3C6';
const INK = '#1D2B2D';
const GRID = '#E3E7E8';

/** The name by which a chart of ours is known. */
export function chartName(id: ChartPlan['id']): string {
  return `Redress_${id}`;
}

/** Queues a chart over its block of values, `header` line included, in the cells from `place`; the block may stand on a sheet `data`. */
export function addChart(sheet: Excel.Worksheet, plan: ChartPlan, block: Area, place: Area, data = sheet): void {
  const source = { ...block, rowCount: plan.rows.length + 1, columnCount: 1 + plan.series.length };
  const chart = sheet.charts.add(plan.isLying ? 'BarClustered' : 'ColumnClustered', rangeOf(data, source), 'Columns');
  chart.name = chartName(plan.id);
  chart.setPosition(
    sheet.getCell(place.row, place.column),
    sheet.getCell(place.row + place.rowCount - 1, place.column + place.columnCount - 1),
  );
  chart.title.text = plan.title;
  chart.title.format.font.size = 12;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = INK;
  chart.legend.visible = plan.series.length > 1;
  chart.legend.position = 'Bottom';
  chart.displayBlanksAs = 'NotPlotted';
  plan.series.forEach(({ look, onSecondAxis }, at) => lookOf(chart.series.getItemAt(at), plan, look, onSecondAxis));
  layAxes(chart, plan);
}

function lookOf(series: Excel.ChartSeries, plan: ChartPlan, look: SeriesLook, onSecondAxis: boolean): void {
  const { color, line, marker } = LOOKS[look];
  if (marker !== undefined) {
    series.chartType = marker === 'None' ? 'Line' : 'LineMarkers';
    series.format.line.color = color;
    series.format.line.weight = 2;
    series.format.line.lineStyle = line === 'Dash' ? 'Dash' : 'Continuous';
    series.markerStyle = marker;
    if (marker !== 'None') {
      series.markerSize = 7;
      series.markerBackgroundColor = color;
      series.markerForegroundColor = color;
    }
    if (onSecondAxis) series.axisGroup = 'Secondary';
    return;
  }
  // Lines and labels must be seen on bars that they cross.
  const isCrossed = plan.series.length > 1 && !plan.isLying;
  series.format.fill.setSolidColor(isCrossed ? CROSSED : color);
  if (line !== undefined) series.format.line.color = line;
  // Of two series of bars only one has a value in each place: they lie on each other.
  series.overlap = plan.isLying ? 100 : 0;
  series.gapWidth = 60;
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.position = isCrossed ? 'InsideBase' : 'OutsideEnd';
  series.dataLabels.numberFormat = plan.valueFormat;
  series.dataLabels.format.font.size = 9;
}

function layAxes(chart: Excel.Chart, plan: ChartPlan): void {
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.title.text = plan.axes.category;
  valueAxis.title.text = plan.axes.value;
  valueAxis.numberFormat = plan.valueFormat;
  valueAxis.minimum = 0;
  if (plan.isShare) valueAxis.maximum = 1;
  valueAxis.majorGridlines.visible = true;
  valueAxis.majorGridlines.format.line.color = GRID;
  if (plan.isLying) {
    // The first line of the block stands on top, and the axis below all the same.
    categoryAxis.reversePlotOrder = true;
    categoryAxis.tickLabelSpacing = 1;
    valueAxis.tickLabelPosition = 'High';
  }
  if (plan.axes.second === null) return;
  const second = chart.axes.getItem('Value', 'Secondary');
  second.minimum = 0;
  second.maximum = 1;
  second.numberFormat = '0%';
  second.title.text = plan.axes.second;
}

/**
 * Brings a chart that stands up to its block: only its ranges where the block has become longer or shorter, and its title
 * where nobody has changed it. Type, colours and place are the user's.
 */
export function renewChart(
  sheet: Excel.Worksheet,
  chart: Excel.Chart,
  plan: ChartPlan,
  {
    block,
    before,
    title,
    seriesCount,
  }: {
    block: Area;
    before: StatisticsMemory['charts'][string];
    title: string;
    seriesCount: number;
  },
): void {
  if (title === before.title && title !== plan.title) chart.title.text = plan.title;
  if (before.rows === plan.rows.length || seriesCount !== plan.series.length) return;
  const column = (index: number) =>
    rangeOf(sheet, { row: block.row + 1, column: block.column + index, rowCount: plan.rows.length, columnCount: 1 });
  plan.series.forEach((own, at) => {
    const series = chart.series.getItemAt(at);
    series.setValues(column(own.column));
    series.setXAxisValues(column(0));
  });
}
