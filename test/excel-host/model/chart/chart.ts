import type { Area } from '../address.ts';
import type { Place } from '../place-on-sheet.ts';
import type { Sheet } from '../workbook.ts';

/** Cells that a chart shows; they follow when cells move. */
export interface ChartReference {
  sheet: Sheet;
  area: Area;
}

export interface Paint {
  /** `#RRGGBB`; null for none at all, absent for automatic. */
  fill?: string | null;
  line?: { color?: string; style?: string; weight?: number } | null;
  font?: { bold?: boolean; italic?: boolean; color?: string; size?: number; name?: string };
}

export interface DataLabels {
  showValue: boolean;
  showCategoryName: boolean;
  showSeriesName: boolean;
  showPercentage: boolean;
  position?: string;
  numberFormat?: string;
  separator?: string;
  paint: Paint;
}

export interface ChartSeries {
  /** A cell, or a text of its own. */
  name: ChartReference | string | null;
  values: ChartReference | null;
  categories: ChartReference | null;
  /** Null takes the chart's type. */
  type: string | null;
  secondary: boolean;
  paint: Paint;
  points: Map<number, Paint>;
  marker: { style?: string; size?: number; fill?: string; line?: string };
  labels: DataLabels | null;
  smooth: boolean;
  gapWidth?: number;
  overlap?: number;
}

export interface ChartTitle {
  visible: boolean;
  /** Null for the automatic text. */
  text: string | null;
  overlay: boolean;
  paint: Paint;
}

export interface ChartAxis {
  visible: boolean;
  title: ChartTitle;
  gridlines: boolean;
  gridlinesPaint: Paint;
  numberFormat?: string;
  minimum?: number | undefined;
  maximum?: number | undefined;
  majorUnit?: number | undefined;
  reversed: boolean;
  tickLabelPosition?: string;
  tickLabelSpacing?: number;
  textOrientation?: number;
  paint: Paint;
}

export type AxisKey = 'category' | 'value' | 'category2' | 'value2';

export interface Chart {
  id: string;
  name: string;
  type: string;
  place: Place;
  series: ChartSeries[];
  title: ChartTitle;
  legend: { visible: boolean; position: string; overlay: boolean; paint: Paint };
  axes: Record<AxisKey, ChartAxis>;
  paint: Paint;
  displayBlanksAs: string;
  plotVisibleOnly: boolean;
  /** The chart's part; null for a new one. */
  part: string | null;
  /** False for a chart of another program that the model does not hold whole: it can be moved and named, not repainted. */
  whole: boolean;
  changed: boolean;
  /** Only place or name differ from the file. */
  moved: boolean;
}

export type Family = 'bar' | 'line' | 'pie' | 'doughnut' | 'area' | 'scatter';

export interface ChartKind {
  family: Family;
  grouping?: 'clustered' | 'stacked' | 'percentStacked' | 'standard';
  /** Bars that lie. */
  horizontal?: true;
  markers?: true;
  lines?: true;
  smooth?: true;
}

/** The chart types that can be made, by their names in the API ([T Excel.ChartType]). */
export const CHART_KINDS: Readonly<Record<string, ChartKind>> = {
  ColumnClustered: { family: 'bar', grouping: 'clustered' },
  ColumnStacked: { family: 'bar', grouping: 'stacked' },
  ColumnStacked100: { family: 'bar', grouping: 'percentStacked' },
  BarClustered: { family: 'bar', grouping: 'clustered', horizontal: true },
  BarStacked: { family: 'bar', grouping: 'stacked', horizontal: true },
  BarStacked100: { family: 'bar', grouping: 'percentStacked', horizontal: true },
  Line: { family: 'line', grouping: 'standard' },
  LineMarkers: { family: 'line', grouping: 'standard', markers: true },
  LineStacked: { family: 'line', grouping: 'stacked' },
  LineMarkersStacked: { family: 'line', grouping: 'stacked', markers: true },
  Area: { family: 'area', grouping: 'standard' },
  AreaStacked: { family: 'area', grouping: 'stacked' },
  AreaStacked100: { family: 'area', grouping: 'percentStacked' },
  Pie: { family: 'pie' },
  Doughnut: { family: 'doughnut' },
  XYScatter: { family: 'scatter', markers: true },
  XYScatterLines: { family: 'scatter', markers: true, lines: true },
  XYScatterLinesNoMarkers: { family: 'scatter', lines: true },
  XYScatterSmooth: { family: 'scatter', markers: true, lines: true, smooth: true },
};

export function newTitle(visible: boolean): ChartTitle {
  return { visible, text: null, overlay: false, paint: {} };
}

export function newAxis(gridlines: boolean): ChartAxis {
  return { visible: true, title: newTitle(false), gridlines, gridlinesPaint: {}, reversed: false, paint: {} };
}

export function newSeries(): ChartSeries {
  return {
    name: null,
    values: null,
    categories: null,
    type: null,
    secondary: false,
    paint: {},
    points: new Map(),
    marker: {},
    labels: null,
    smooth: false,
  };
}

export function newLabels(): DataLabels {
  return { showValue: true, showCategoryName: false, showSeriesName: false, showPercentage: false, paint: {} };
}
