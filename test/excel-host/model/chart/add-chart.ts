import type { Area } from '../address.ts';
import { refuse } from '../host-error.ts';
import { categoryAt, textAt, valueAt } from '../read-cells.ts';
import { checkAllowed } from '../sheet-protection.ts';
import type { Sheet } from '../workbook.ts';
import {
  CHART_KINDS,
  newAxis,
  newSeries,
  newTitle,
  type Chart,
  type ChartReference,
  type ChartSeries,
} from './chart.ts';

/** A chart of the size Excel gives it, with a series for each column (or row) of the source ([T ChartCollection.add]). */
export function addChart(
  sheet: Sheet,
  type: string,
  source: ChartReference,
  seriesBy: 'Auto' | 'Columns' | 'Rows',
): Chart {
  checkAllowed(sheet, 'objects');
  if (!(type in CHART_KINDS)) refuse('ApiNotFound', `Excel host: charts of type "${type}" are not implemented`);
  let number = sheet.charts.length + 1;
  while (sheet.charts.some(({ name }) => name === `Chart ${number}`)) number += 1;
  const series = seriesOf(source, seriesBy);
  const chart: Chart = {
    id: sheet.workbook.newChartId(),
    name: `Chart ${number}`,
    type,
    place: { left: 48, top: 30, width: 360, height: 216 },
    series,
    title: newTitle(true),
    legend: { visible: series.length > 1, position: 'Bottom', overlay: false, paint: {} },
    axes: {
      category: newAxis(false),
      value: newAxis(true),
      category2: { ...newAxis(false), visible: false },
      value2: newAxis(false),
    },
    paint: {},
    displayBlanksAs: 'NotPlotted',
    plotVisibleOnly: true,
    part: null,
    whole: true,
    changed: true,
    moved: false,
  };
  sheet.charts.push(chart);
  touchChart(sheet, chart);
  return chart;
}

export function touchChart(sheet: Sheet, chart: Chart): void {
  chart.changed = true;
  noteCharts(sheet);
}

/** Place and name stand in the drawing, so that a chart of another program may be moved. */
export function moveChart(sheet: Sheet, chart: Chart): void {
  chart.moved = true;
  noteCharts(sheet);
}

function noteCharts(sheet: Sheet): void {
  sheet.changed.add('charts');
  sheet.workbook.notify({ kind: 'structure', sheet, area: null });
}

/**
 * A first row that is no numbers names the series, a first column of texts or dates names the categories; both when the corner is
 * empty. Automatic: the longer side becomes the categories (support.microsoft.com "Select data for a chart").
 */
export function seriesOf({ sheet, area }: ChartReference, seriesBy: 'Auto' | 'Columns' | 'Rows'): ChartSeries[] {
  const filled = [...sheet.grid.cellsIn(area)].some(({ row, column }) => valueAt(sheet, row, column) !== null);
  // [D testing/application-specific-api-error-handling.md] EmptyChartSeries; facts 2.2 "charts".
  if (!filled) refuse('EmptyChartSeries', 'The attempted operation failed because the chart series is empty.');
  const byColumns = seriesBy === 'Columns' || (seriesBy === 'Auto' && area.rows >= area.columns);
  const corner = textAt(sheet, area.row, area.column) === '' && area.rows > 1 && area.columns > 1;
  const isNumber = (row: number, column: number): boolean => typeof valueAt(sheet, row, column) === 'number';
  const plain = (row: number, column: number): boolean =>
    isNumber(row, column) && categoryAt(sheet, row, column) !== 'Date';
  const { row, column, rows, columns } = area;
  const last = { row: row + rows - 1, column: column + columns - 1 };
  const head = corner || (rows > 1 && !plain(row, last.column));
  const side = corner || (columns > 1 && !plain(last.row, column));
  const body: Area = {
    row: row + (head ? 1 : 0),
    column: column + (side ? 1 : 0),
    rows: rows - (head ? 1 : 0),
    columns: columns - (side ? 1 : 0),
  };
  const ref = (part: Area): ChartReference => ({ sheet, area: part });
  const one = (at: number): ChartSeries =>
    byColumns
      ? {
          ...newSeries(),
          name: head ? ref({ row, column: at, rows: 1, columns: 1 }) : null,
          categories: side ? ref({ ...body, column, columns: 1 }) : null,
          values: ref({ ...body, column: at, columns: 1 }),
        }
      : {
          ...newSeries(),
          name: side ? ref({ row: at, column, rows: 1, columns: 1 }) : null,
          categories: head ? ref({ ...body, row, rows: 1 }) : null,
          values: ref({ ...body, row: at, rows: 1 }),
        };
  const [start, count] = byColumns ? [body.column, body.columns] : [body.row, body.rows];
  return Array.from({ length: count }, (_, offset) => one(start + offset));
}

export function seriesName(series: ChartSeries, index: number): string {
  if (typeof series.name === 'string') return series.name;
  return series.name ? textAt(series.name.sheet, series.name.area.row, series.name.area.column) : `Series${index + 1}`;
}

/** The title as it is read: its own text, else the only series' name, else "Chart Title" ([K], as Excel shows it). */
export function titleText({ title, series }: Chart): string {
  const [only] = series;
  return title.text ?? (only && series.length === 1 ? seriesName(only, 0) : 'Chart Title');
}
