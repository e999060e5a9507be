import { addChart, moveChart, seriesName, seriesOf, titleText, touchChart } from '../model/chart/add-chart.ts';
import {
  CHART_KINDS,
  newLabels,
  newSeries,
  type AxisKey,
  type Chart,
  type ChartAxis,
  type ChartSeries,
  type ChartTitle,
  type DataLabels,
  type Paint,
} from '../model/chart/chart.ts';
import { parseColor } from '../model/colors.ts';
import { refuse } from '../model/host-error.ts';
import { placeOfArea } from '../model/place-on-sheet.ts';
import { matrix, valueAt, wireValue } from '../model/read-cells.ts';
import type { Sheet } from '../model/workbook.ts';
import { defineClass, type HostObject, type Scalar } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, number, oneOf, optionalText, rangeArgument, rangeOrAddress, text } from './arguments.ts';
import type { OnChart, OnChartAxis, OnChartPaint, OnChartPoint, OnChartSeries, OnSheet } from './targets.ts';

const TYPES = Object.keys(CHART_KINDS);

function find({ sheet }: OnSheet, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const chart = sheet.charts.find((own) => own.name.toLowerCase() === wanted || own.id.toLowerCase() === wanted);
  return chart ? session.objects.chart(session, { sheet, chart }) : null;
}

export const charts = defineClass<OnSheet>({
  name: 'ChartCollection',
  scalars: { count: { get: ({ sheet }) => sheet.charts.length } },
  items: ({ sheet }, session) => sheet.charts.map((chart) => session.objects.chart(session, { sheet, chart })),
  itemByKey: find,
  methods: {
    add({ sheet }, [type, source, seriesBy], session) {
      const { sheet: from, area } = rangeArgument(source);
      const kind = TYPES.find((known) => known.toLowerCase() === text(type).toLowerCase()) ?? text(type);
      const by = oneOf(seriesBy, ['Auto', 'Columns', 'Rows'], 'Auto');
      return session.objects.chart(session, {
        sheet,
        chart: addChart(sheet, kind, { sheet: from, area: { ...area } }, by),
      });
    },
    getCount: ({ sheet }) => sheet.charts.length,
    getItem: (target, [name], session) => find(target, name, session) ?? refuse('ItemNotFound'),
    getItemOrNullObject: (target, [name], session) => find(target, name, session),
    getItemAt: ({ sheet }, [index], session) =>
      session.objects.chart(session, { sheet, chart: sheet.charts[integer(index)] ?? refuse('ItemNotFound') }),
  },
});

function present({ sheet, chart }: OnChart): Chart {
  return sheet.charts.includes(chart) && sheet.workbook.sheets.includes(sheet) ? chart : refuse('ItemNotFound');
}

/** A chart of another program that the model does not hold whole would lose what it cannot say: that is refused by name. */
function edit(target: OnChart, change: (chart: Chart) => void): null {
  const chart = present(target);
  if (!chart.whole) refuse('ApiNotFound', 'Excel host: changing a chart that another program made is not implemented');
  change(chart);
  touchChart(target.sheet, chart);
  return null;
}

function place(side: 'left' | 'top' | 'width' | 'height'): Scalar<OnChart> {
  return {
    get: (target) => present(target).place[side],
    set: (target, value) => {
      const points = number(value);
      if (points < 0) refuse('InvalidArgument');
      present(target).place[side] = points;
      moveChart(target.sheet, target.chart);
    },
  };
}

export const chart = defineClass<OnChart>({
  name: 'Chart',
  identity: (target) => ({ Id: present(target).id }),
  scalars: {
    id: { get: ({ chart: own }) => own.id },
    name: {
      get: (target) => present(target).name,
      set: (target, value) => {
        const name = text(value);
        const same = target.sheet.charts.some(
          (own) => own !== target.chart && own.name.toLowerCase() === name.toLowerCase(),
        );
        if (name === '' || same) refuse('InvalidArgument');
        present(target).name = name;
        moveChart(target.sheet, target.chart);
      },
    },
    left: place('left'),
    top: place('top'),
    width: place('width'),
    height: place('height'),
    chartType: {
      get: (target) => present(target).type,
      set: (target, value) => edit(target, (own) => (own.type = known(value))),
    },
    displayBlanksAs: {
      get: (target) => present(target).displayBlanksAs,
      set: (target, value) =>
        edit(target, (own) => (own.displayBlanksAs = oneOf(value, ['NotPlotted', 'Zero', 'Interplotted']))),
    },
    plotVisibleOnly: {
      get: (target) => present(target).plotVisibleOnly,
      set: (target, value) => edit(target, (own) => (own.plotVisibleOnly = flag(value))),
    },
  },
  navigation: {
    worksheet: ({ sheet }, session) => session.objects.worksheet(session, { sheet }),
    title: (target, session) => session.objects.chartTitle(session, target),
    legend: (target, session) => session.objects.chartLegend(session, target),
    axes: (target, session) => session.objects.chartAxes(session, target),
    series: (target, session) => session.objects.chartSeriesCollection(session, target),
    format: (target, session) =>
      session.objects.chartAreaFormat(
        session,
        paintOf(target, (own) => own.paint),
      ),
  },
  methods: {
    activate: (target) => {
      if (target.sheet.visibility !== 'Visible') refuse('InvalidOperation');
      present(target);
      return null;
    },
    delete(target) {
      target.sheet.charts.splice(target.sheet.charts.indexOf(present(target)), 1);
      moveChart(target.sheet, target.chart);
      return null;
    },
    setData(target, [source, seriesBy]) {
      const { sheet, area } = rangeArgument(source);
      const by = oneOf(seriesBy, ['Auto', 'Columns', 'Rows'], 'Auto');
      return edit(target, (own) => (own.series = seriesOf({ sheet, area: { ...area } }, by)));
    },
    /** From the first cell's corner to the end of the second ([T Chart.setPosition]). */
    setPosition(target, [start, end]) {
      const own = present(target);
      const from = rangeOrAddress(start, target.sheet.workbook, target.sheet);
      const to = end === null || end === undefined ? null : rangeOrAddress(end, target.sheet.workbook, target.sheet);
      if (from.sheet !== target.sheet || (to && to.sheet !== target.sheet)) refuse('InvalidArgument');
      const first = placeOfArea(target.sheet, from.area);
      const last = to ? placeOfArea(target.sheet, to.area) : null;
      own.place = {
        left: first.left,
        top: first.top,
        width: last ? last.left + last.width - first.left : own.place.width,
        height: last ? last.top + last.height - first.top : own.place.height,
      };
      moveChart(target.sheet, own);
      return null;
    },
  },
});

function known(value: unknown): string {
  const wanted = text(value);
  const type = TYPES.find((candidate) => candidate.toLowerCase() === wanted.toLowerCase());
  return type ?? refuse('ApiNotFound', `Excel host: charts of type "${wanted}" are not implemented`);
}

function paintOf(target: OnChart, part: (chart: Chart) => Paint): OnChartPaint {
  return { ...target, paint: part(present(target)) };
}

/** Titles of the chart and of its axes work alike. */
function titleScalars<T extends OnChart>(
  part: (target: T) => ChartTitle,
  shown: (target: T) => string,
): Record<string, Scalar<T>> {
  return {
    text: {
      get: shown,
      // Writing a text shows the title ([K], as Excel does).
      set: (target, value) => edit(target, () => Object.assign(part(target), { text: text(value), visible: true })),
    },
    visible: {
      get: (target) => part(target).visible,
      set: (target, value) => edit(target, () => (part(target).visible = flag(value))),
    },
  };
}

export const chartTitle = defineClass<OnChart>({
  name: 'ChartTitle',
  scalars: {
    ...titleScalars<OnChart>(
      ({ chart: own }) => own.title,
      ({ chart: own }) => titleText(own),
    ),
    overlay: {
      get: (target) => present(target).title.overlay,
      set: (target, value) => edit(target, (own) => (own.title.overlay = flag(value))),
    },
  },
  navigation: {
    format: (target, session) =>
      session.objects.chartTitleFormat(
        session,
        paintOf(target, (own) => own.title.paint),
      ),
  },
});

export const chartLegend = defineClass<OnChart>({
  name: 'ChartLegend',
  scalars: {
    visible: {
      get: (target) => present(target).legend.visible,
      set: (target, value) => edit(target, (own) => (own.legend.visible = flag(value))),
    },
    overlay: {
      get: (target) => present(target).legend.overlay,
      set: (target, value) => edit(target, (own) => (own.legend.overlay = flag(value))),
    },
    position: {
      get: (target) => present(target).legend.position,
      set: (target, value) =>
        edit(target, (own) => (own.legend.position = oneOf(value, ['Top', 'Bottom', 'Left', 'Right', 'Corner']))),
    },
  },
  navigation: {
    format: (target, session) =>
      session.objects.chartLegendFormat(
        session,
        paintOf(target, (own) => own.legend.paint),
      ),
  },
});

export const chartAxes = defineClass<OnChart>({
  name: 'ChartAxes',
  navigation: {
    categoryAxis: (target, session) => session.objects.chartAxis(session, { ...target, key: 'category' }),
    valueAxis: (target, session) => session.objects.chartAxis(session, { ...target, key: 'value' }),
  },
  methods: {
    getItem(target, [type, group], session) {
      const kind = oneOf(type, ['Category', 'Value']);
      const second = oneOf(group, ['Primary', 'Secondary'], 'Primary') === 'Secondary';
      // There is a second pair of axes only while a series lies on it ([K]).
      if (second && !present(target).series.some((own) => own.secondary)) refuse('ItemNotFound');
      const key: AxisKey = kind === 'Category' ? (second ? 'category2' : 'category') : second ? 'value2' : 'value';
      return session.objects.chartAxis(session, { ...target, key });
    },
  },
});

function axisOf(target: OnChartAxis): ChartAxis {
  return present(target).axes[target.key];
}

/** A number, or "" for automatic ([T ChartAxis.maximum]). */
function bound(name: 'minimum' | 'maximum' | 'majorUnit'): Scalar<OnChartAxis> {
  return {
    get: (target) => axisOf(target)[name] ?? '',
    set: (target, value) =>
      edit(target, () => {
        Object.assign(axisOf(target), { [name]: value === '' ? undefined : number(value) });
      }),
  };
}

export const chartAxis = defineClass<OnChartAxis>({
  name: 'ChartAxis',
  scalars: {
    type: { get: ({ key }) => (key.startsWith('category') ? 'Category' : 'Value') },
    axisGroup: { get: ({ key }) => (key.endsWith('2') ? 'Secondary' : 'Primary') },
    visible: {
      get: (target) => axisOf(target).visible,
      set: (target, value) => edit(target, () => (axisOf(target).visible = flag(value))),
    },
    minimum: bound('minimum'),
    maximum: bound('maximum'),
    majorUnit: bound('majorUnit'),
    numberFormat: {
      get: (target) => axisOf(target).numberFormat ?? 'General',
      set: (target, value) => edit(target, () => (axisOf(target).numberFormat = text(value))),
    },
    linkNumberFormat: {
      get: (target) => axisOf(target).numberFormat === undefined,
      set: (target, value) =>
        edit(target, () => {
          const axis = axisOf(target);
          if (flag(value)) delete axis.numberFormat;
          else axis.numberFormat ??= 'General';
        }),
    },
    reversePlotOrder: {
      get: (target) => axisOf(target).reversed,
      set: (target, value) => edit(target, () => (axisOf(target).reversed = flag(value))),
    },
    tickLabelPosition: {
      get: (target) => axisOf(target).tickLabelPosition ?? 'NextToAxis',
      set: (target, value) =>
        edit(target, () => (axisOf(target).tickLabelPosition = oneOf(value, ['NextToAxis', 'High', 'Low', 'None']))),
    },
    tickLabelSpacing: {
      get: (target) => axisOf(target).tickLabelSpacing ?? 1,
      set: (target, value) => edit(target, () => (axisOf(target).tickLabelSpacing = integer(value))),
    },
    textOrientation: {
      get: (target) => axisOf(target).textOrientation ?? 0,
      set: (target, value) =>
        edit(target, () => {
          const degrees = number(value);
          if (Math.abs(degrees) > 90) refuse('InvalidArgument');
          axisOf(target).textOrientation = degrees;
        }),
    },
  },
  navigation: {
    title: (target, session) => session.objects.chartAxisTitle(session, target),
    majorGridlines: (target, session) => session.objects.chartGridlines(session, target),
    format: (target, session) =>
      session.objects.chartAxisFormat(
        session,
        paintOf(target, () => axisOf(target).paint),
      ),
  },
});

export const chartAxisTitle = defineClass<OnChartAxis>({
  name: 'ChartAxisTitle',
  scalars: titleScalars<OnChartAxis>(
    (target) => axisOf(target).title,
    (target) => axisOf(target).title.text ?? 'Axis Title',
  ),
  navigation: {
    format: (target, session) =>
      session.objects.chartAxisTitleFormat(
        session,
        paintOf(target, () => axisOf(target).title.paint),
      ),
  },
});

export const chartGridlines = defineClass<OnChartAxis>({
  name: 'ChartGridlines',
  scalars: {
    visible: {
      get: (target) => axisOf(target).gridlines,
      set: (target, value) => edit(target, () => (axisOf(target).gridlines = flag(value))),
    },
  },
  navigation: {
    format: (target, session) =>
      session.objects.chartGridlinesFormat(
        session,
        paintOf(target, () => axisOf(target).gridlinesPaint),
      ),
  },
});

export const chartSeriesCollection = defineClass<OnChart>({
  name: 'ChartSeriesCollection',
  scalars: { count: { get: (target) => present(target).series.length } },
  items: (target, session) =>
    present(target).series.map((series) => session.objects.chartSeries(session, { ...target, series })),
  methods: {
    add(target, [name, index], session) {
      const series: ChartSeries = { ...newSeries(), name: optionalText(name) };
      edit(target, (own) => own.series.splice(integer(index, own.series.length), 0, series));
      return session.objects.chartSeries(session, { ...target, series });
    },
    getCount: (target) => present(target).series.length,
    getItemAt: (target, [index], session) =>
      session.objects.chartSeries(session, {
        ...target,
        series: present(target).series[integer(index)] ?? refuse('ItemNotFound'),
      }),
  },
});

function seriesIn(target: OnChartSeries): ChartSeries {
  return present(target).series.includes(target.series) ? target.series : refuse('ItemNotFound');
}

function referenceTo(value: unknown): { sheet: Sheet; area: OnChartSeriesArea } {
  const { sheet, area } = rangeArgument(value);
  return { sheet, area: { ...area } };
}
type OnChartSeriesArea = NonNullable<ChartSeries['values']>['area'];

function shade(side: 'fill' | 'line'): Scalar<OnChartSeries> {
  return {
    get: (target) => seriesIn(target).marker[side] ?? '',
    set: (target, value) => edit(target, () => (seriesIn(target).marker[side] = color(value))),
  };
}

function color(value: unknown): string {
  return `#${parseColor(text(value)) ?? refuse('InvalidArgument')}`;
}

export const chartSeries = defineClass<OnChartSeries>({
  name: 'ChartSeries',
  scalars: {
    name: {
      get: (target) => seriesName(seriesIn(target), target.chart.series.indexOf(target.series)),
      set: (target, value) => edit(target, () => (seriesIn(target).name = text(value))),
    },
    chartType: {
      get: (target) => seriesIn(target).type ?? target.chart.type,
      set: (target, value) => edit(target, () => (seriesIn(target).type = known(value))),
    },
    axisGroup: {
      get: (target) => (seriesIn(target).secondary ? 'Secondary' : 'Primary'),
      set: (target, value) => {
        const secondary = oneOf(value, ['Primary', 'Secondary']) === 'Secondary';
        // One series has to stay on the primary axes ([K]).
        if (secondary && present(target).series.every((own) => own === target.series || own.secondary))
          refuse('InvalidOperation');
        edit(target, () => (seriesIn(target).secondary = secondary));
      },
    },
    plotOrder: { get: (target) => present(target).series.indexOf(seriesIn(target)) + 1 },
    hasDataLabels: {
      get: (target) => seriesIn(target).labels !== null,
      set: (target, value) => edit(target, () => (seriesIn(target).labels = flag(value) ? newLabels() : null)),
    },
    markerStyle: {
      get: (target) => seriesIn(target).marker.style ?? 'Automatic',
      set: (target, value) =>
        edit(target, () => {
          const styles = [
            'Automatic',
            'None',
            'Square',
            'Diamond',
            'Triangle',
            'X',
            'Star',
            'Dot',
            'Dash',
            'Circle',
            'Plus',
          ];
          seriesIn(target).marker.style = oneOf(value, styles);
        }),
    },
    markerSize: {
      get: (target) => seriesIn(target).marker.size ?? 5,
      set: (target, value) =>
        edit(target, () => {
          const size = integer(value);
          if (size < 2 || size > 72) refuse('InvalidArgument'); // ([T ChartSeries.markerSize])
          seriesIn(target).marker.size = size;
        }),
    },
    markerBackgroundColor: shade('fill'),
    markerForegroundColor: shade('line'),
    smooth: {
      get: (target) => seriesIn(target).smooth,
      set: (target, value) => edit(target, () => (seriesIn(target).smooth = flag(value))),
    },
    gapWidth: {
      get: (target) => seriesIn(target).gapWidth ?? 150,
      set: (target, value) =>
        edit(target, () => {
          const width = integer(value);
          if (width < 0 || width > 500) refuse('InvalidArgument');
          for (const own of target.chart.series) own.gapWidth = width;
        }),
    },
    /** Of all bars of the chart, -100 to 100 ([T ChartSeries.overlap]). */
    overlap: {
      get: (target) => seriesIn(target).overlap ?? 0,
      set: (target, value) =>
        edit(target, () => {
          const overlap = integer(value);
          if (Math.abs(overlap) > 100) refuse('InvalidArgument');
          for (const own of target.chart.series) own.overlap = overlap;
        }),
    },
  },
  navigation: {
    format: (target, session) =>
      session.objects.chartSeriesFormat(
        session,
        paintOf(target, () => seriesIn(target).paint),
      ),
    dataLabels: (target, session) => session.objects.chartDataLabels(session, target),
    points: (target, session) => session.objects.chartPoints(session, target),
  },
  methods: {
    setValues: (target, [source]) => edit(target, () => (seriesIn(target).values = referenceTo(source))),
    setXAxisValues: (target, [source]) => edit(target, () => (seriesIn(target).categories = referenceTo(source))),
    delete: (target) =>
      edit(target, (own) => {
        own.series = own.series.filter((series) => series !== seriesIn(target));
      }),
    getDimensionValues(target, [dimension]) {
      const wanted = oneOf(dimension, ['Categories', 'Values', 'XValues', 'YValues']);
      const series = seriesIn(target);
      const source = wanted === 'Values' || wanted === 'YValues' ? series.values : series.categories;
      return source ? matrix(source.area, (row, column) => wireValue(valueAt(source.sheet, row, column))).flat() : [];
    },
  },
});

export const chartPoints = defineClass<OnChartSeries>({
  name: 'ChartPointsCollection',
  scalars: { count: { get: pointCount } },
  items: (target, session) =>
    Array.from({ length: pointCount(target) }, (_, index) => session.objects.chartPoint(session, { ...target, index })),
  methods: {
    getCount: pointCount,
    getItemAt(target, [index], session) {
      const at = integer(index);
      if (at < 0 || at >= pointCount(target)) refuse('ItemNotFound');
      return session.objects.chartPoint(session, { ...target, index: at });
    },
  },
});

function pointCount(target: OnChartSeries): number {
  const { values } = seriesIn(target);
  return values ? values.area.rows * values.area.columns : 0;
}

export const chartPoint = defineClass<OnChartPoint>({
  name: 'ChartPoint',
  scalars: {
    value: {
      get: (target) => {
        const { values } = seriesIn(target);
        if (!values) return null;
        const { sheet, area } = values;
        const [down, across] = area.rows >= area.columns ? [target.index, 0] : [0, target.index];
        return wireValue(valueAt(sheet, area.row + down, area.column + across));
      },
    },
  },
  navigation: {
    format(target, session) {
      const { points } = seriesIn(target);
      const paint = points.get(target.index) ?? {};
      return session.objects.chartPointFormat(session, {
        ...target,
        paint,
        keep: () => void points.set(target.index, paint),
      });
    },
  },
});

function labelsOf(target: OnChartSeries): DataLabels {
  return seriesIn(target).labels ?? refuse('InvalidOperation', 'The series has no data labels.');
}

function label(name: 'showValue' | 'showCategoryName' | 'showSeriesName' | 'showPercentage'): Scalar<OnChartSeries> {
  return {
    get: (target) => labelsOf(target)[name],
    set: (target, value) => edit(target, () => (labelsOf(target)[name] = flag(value))),
  };
}

export const chartDataLabels = defineClass<OnChartSeries>({
  name: 'ChartDataLabels',
  scalars: {
    showValue: label('showValue'),
    showCategoryName: label('showCategoryName'),
    showSeriesName: label('showSeriesName'),
    showPercentage: label('showPercentage'),
    numberFormat: {
      get: (target) => labelsOf(target).numberFormat ?? 'General',
      set: (target, value) => edit(target, () => (labelsOf(target).numberFormat = text(value))),
    },
    separator: {
      get: (target) => labelsOf(target).separator ?? ', ',
      set: (target, value) => edit(target, () => (labelsOf(target).separator = text(value))),
    },
    position: {
      get: (target) => labelsOf(target).position ?? 'BestFit',
      set: (target, value) =>
        edit(target, () => {
          const places = [
            'Center',
            'InsideEnd',
            'InsideBase',
            'OutsideEnd',
            'Left',
            'Right',
            'Top',
            'Bottom',
            'BestFit',
          ];
          labelsOf(target).position = oneOf(value, places);
        }),
    },
  },
  navigation: {
    format: (target, session) =>
      session.objects.chartDataLabelFormat(
        session,
        paintOf(target, () => labelsOf(target).paint),
      ),
  },
});

/** Classes that only lead to a fill, a line and a font. */
function formatClass(name: string, parts: readonly ('fill' | 'line' | 'font')[]) {
  const all = {
    fill: (target: OnChartPaint, session: HostSession) => session.objects.chartFill(session, target),
    line: (target: OnChartPaint, session: HostSession) => session.objects.chartLineFormat(session, target),
    font: (target: OnChartPaint, session: HostSession) => session.objects.chartFont(session, target),
  };
  return defineClass<OnChartPaint>({
    name,
    navigation: Object.fromEntries(parts.map((part) => [part, all[part]])),
  });
}

export const chartAreaFormat = formatClass('ChartAreaFormat', ['fill', 'font']);
export const chartTitleFormat = formatClass('ChartTitleFormat', ['font']);
export const chartLegendFormat = formatClass('ChartLegendFormat', ['font']);
export const chartAxisFormat = formatClass('ChartAxisFormat', ['line', 'font']);
export const chartAxisTitleFormat = formatClass('ChartAxisTitleFormat', ['font']);
export const chartGridlinesFormat = formatClass('ChartGridlinesFormat', ['line']);
export const chartSeriesFormat = formatClass('ChartSeriesFormat', ['fill', 'line']);
export const chartPointFormat = formatClass('ChartPointFormat', ['fill']);
export const chartDataLabelFormat = formatClass('ChartDataLabelFormat', ['font']);

function repaint(target: OnChartPaint, change: (paint: Paint) => void): null {
  return edit(target, () => {
    change(target.paint);
    target.keep?.();
  });
}

export const chartFill = defineClass<OnChartPaint>({
  name: 'ChartFill',
  methods: {
    clear: (target) => repaint(target, (paint) => (paint.fill = null)),
    setSolidColor: (target, [value]) => repaint(target, (paint) => (paint.fill = color(value))),
  },
});

const LINES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'RoundDot', 'Automatic'] as const;

export const chartLineFormat = defineClass<OnChartPaint>({
  name: 'ChartLineFormat',
  scalars: {
    color: {
      get: ({ paint }) => paint.line?.color ?? '',
      set: (target, value) => repaint(target, (paint) => (paint.line = { ...paint.line, color: color(value) })),
    },
    lineStyle: {
      get: ({ paint }) => (paint.line === null ? 'None' : (paint.line?.style ?? 'Automatic')),
      set: (target, value) =>
        repaint(target, (paint) => {
          const style = oneOf(value, LINES);
          paint.line = style === 'None' ? null : { ...paint.line, style };
        }),
    },
    weight: {
      get: ({ paint }) => paint.line?.weight ?? 2.25,
      set: (target, value) => repaint(target, (paint) => (paint.line = { ...paint.line, weight: number(value) })),
    },
  },
  methods: { clear: (target) => repaint(target, (paint) => (paint.line = null)) },
});

type Font = NonNullable<Paint['font']>;

function fontPart(name: keyof Font, read: (value: unknown) => unknown, fallback: unknown): Scalar<OnChartPaint> {
  return {
    get: ({ paint }) => paint.font?.[name] ?? fallback,
    set: (target, value) => repaint(target, (paint) => (paint.font = { ...paint.font, [name]: read(value) })),
  };
}

export const chartFont = defineClass<OnChartPaint>({
  name: 'ChartFont',
  scalars: {
    bold: fontPart('bold', (value) => flag(value), false),
    italic: fontPart('italic', (value) => flag(value), false),
    color: fontPart('color', color, '#000000'),
    size: fontPart('size', number, 10),
    name: fontPart('name', text, 'Calibri'),
  },
});
