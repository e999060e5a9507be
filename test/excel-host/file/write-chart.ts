import { areaName, quoteSheet } from '../model/address.ts';
import { titleText } from '../model/chart/add-chart.ts';
import {
  CHART_KINDS,
  type AxisKey,
  type Chart,
  type ChartAxis,
  type ChartKind,
  type ChartReference,
  type ChartSeries,
  type ChartTitle,
  type DataLabels,
  type Paint,
} from '../model/chart/chart.ts';
import type { Workbook } from '../model/workbook.ts';
import { textAt } from '../model/read-cells.ts';
import { element, serializeDocument, type XmlElement } from '../xml/xml-tree.ts';

const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const val = (name: string, value: string | number | boolean): XmlElement =>
  element(`c:${name}`, { val: typeof value === 'boolean' ? Number(value) : value });
const node = (name: string, children: (XmlElement | null)[] = []): XmlElement =>
  element(
    `c:${name}`,
    {},
    children.filter((child) => child !== null),
  );

/** The chart's part (ECMA-376 part 1, 21.2.2.29): values by reference, without caches, so that whoever opens it reads the cells. */
export function chartPart(chart: Chart, accents: readonly string[]): string {
  const { title, legend } = chart;
  const groups = seriesGroups(chart);
  const secondary = groups.some((group) => group.secondary);
  const plot = node('plotArea', [
    node('layout'),
    ...groups.map((group) => groupElement(chart, group, accents)),
    ...(groups.some(({ kind }) => kind.family === 'pie' || kind.family === 'doughnut')
      ? []
      : axisElements(
          chart,
          groups[0]?.kind ?? { family: 'bar' },
          secondary,
          groups.find((group) => group.secondary)?.kind,
        )),
  ]);
  const root = element(
    'c:chartSpace',
    { 'xmlns:c': C, 'xmlns:a': A, 'xmlns:r': R },
    [
      val('date1904', 0),
      val('roundedCorners', 0),
      node('chart', [
        title.visible ? titleElement(title, titleText(chart)) : null,
        val('autoTitleDeleted', !title.visible),
        plot,
        legend.visible
          ? node('legend', [
              val('legendPos', LEGEND_PLACES[legend.position] ?? 'b'),
              val('overlay', legend.overlay),
              textProperties(legend.paint),
            ])
          : null,
        val('plotVisOnly', chart.plotVisibleOnly),
        val('dispBlanksAs', BLANKS[chart.displayBlanksAs] ?? 'gap'),
      ]),
      shapeProperties(chart.paint),
      textProperties(chart.paint),
    ].filter((child) => child !== null),
  );
  return serializeDocument(root);
}

/** The six accents of the workbook's theme. */
export function accentsOf({ styles }: Workbook): readonly string[] {
  return styles.theme.slice(4, 10);
}

export const LEGEND_PLACES: Record<string, string> = { Top: 't', Bottom: 'b', Left: 'l', Right: 'r', Corner: 'tr' };
export const BLANKS: Record<string, string> = { NotPlotted: 'gap', Zero: 'zero', Interplotted: 'span' };

interface Group {
  kind: ChartKind;
  secondary: boolean;
  members: { series: ChartSeries; index: number }[];
}

/** Series of one kind on one pair of axes are drawn together; those on the secondary axes come last. */
function seriesGroups(chart: Chart): Group[] {
  const groups: Group[] = [];
  for (const [index, series] of chart.series.entries()) {
    const kind = CHART_KINDS[series.type ?? chart.type] ?? { family: 'bar', grouping: 'clustered' };
    const known = groups.find(
      (group) =>
        group.secondary === series.secondary &&
        group.kind.family === kind.family &&
        group.kind.grouping === kind.grouping &&
        group.kind.horizontal === kind.horizontal,
    );
    if (known) known.members.push({ series, index });
    else groups.push({ kind, secondary: series.secondary, members: [{ series, index }] });
  }
  return groups.sort((a, b) => Number(a.secondary) - Number(b.secondary));
}

const AXIS_IDS: Record<AxisKey, number> = { category: 500_001, value: 500_002, category2: 500_003, value2: 500_004 };

function groupElement(chart: Chart, { kind, secondary, members }: Group, accents: readonly string[]): XmlElement {
  const series = members.map(({ series: own, index }) => seriesElement(chart, own, index, kind, accents));
  const axes = (secondary ? (['category2', 'value2'] as const) : (['category', 'value'] as const)).map((key) =>
    val('axId', AXIS_IDS[key]),
  );
  const stacked = kind.grouping === 'stacked' || kind.grouping === 'percentStacked';
  const [first] = members;
  switch (kind.family) {
    case 'bar':
      return node('barChart', [
        val('barDir', kind.horizontal ? 'bar' : 'col'),
        val('grouping', kind.grouping ?? 'clustered'),
        val('varyColors', 0),
        ...series,
        val('gapWidth', first?.series.gapWidth ?? 150),
        stacked || first?.series.overlap !== undefined ? val('overlap', first?.series.overlap ?? 100) : null,
        ...axes,
      ]);
    case 'line':
      return node('lineChart', [
        val('grouping', kind.grouping ?? 'standard'),
        val('varyColors', 0),
        ...series,
        val('marker', 1),
        ...axes,
      ]);
    case 'area':
      return node('areaChart', [
        val('grouping', kind.grouping ?? 'standard'),
        val('varyColors', 0),
        ...series,
        ...axes,
      ]);
    case 'scatter':
      return node('scatterChart', [
        val('scatterStyle', kind.smooth ? 'smoothMarker' : 'lineMarker'),
        val('varyColors', 0),
        ...series,
        ...axes,
      ]);
    case 'pie':
      return node('pieChart', [val('varyColors', 1), ...series, val('firstSliceAng', 0)]);
    case 'doughnut':
      return node('doughnutChart', [val('varyColors', 1), ...series, val('firstSliceAng', 0), val('holeSize', 50)]);
  }
}

function seriesElement(
  chart: Chart,
  series: ChartSeries,
  index: number,
  own: ChartKind,
  accents: readonly string[],
): XmlElement {
  const kind = CHART_KINDS[series.type ?? chart.type] ?? own;
  const lined = kind.family === 'line' || kind.family === 'scatter';
  const pie = kind.family === 'pie' || kind.family === 'doughnut';
  const accent = (at: number): string => `#${accents[at % accents.length] ?? '4472C4'}`;
  const points = new Map(series.points);
  if (pie && series.values) {
    const { rows, columns } = series.values.area;
    for (let at = 0; at < rows * columns; at += 1)
      points.set(at, { fill: accent(at), line: { color: '#FFFFFF' }, ...points.get(at) });
  }
  const pointNodes = [...points]
    .sort(([a], [b]) => a - b)
    .map(([at, look]) =>
      node('dPt', [val('idx', at), kind.family === 'bar' ? val('invertIfNegative', 0) : null, shapeProperties(look)]),
    );
  const [across, up] = kind.family === 'scatter' ? ['xVal', 'yVal'] : ['cat', 'val'];
  return node('ser', [
    val('idx', index),
    val('order', index),
    nameElement(series),
    pie ? null : shapeProperties(seriesPaint(series.paint, kind, accent(index))),
    kind.family === 'bar' ? val('invertIfNegative', 0) : null,
    lined ? markerElement(series, kind, accent(index)) : null,
    ...pointNodes,
    series.labels ? labelsElement(series.labels) : null,
    series.categories
      ? node(across, [reference(series.categories, kind.family === 'scatter' ? 'numRef' : 'strRef')])
      : null,
    series.values ? node(up, [reference(series.values, 'numRef')]) : null,
    lined ? val('smooth', series.smooth || kind.smooth === true) : null,
  ]);
}

/** What nobody painted is written in the theme's accents, as Excel does: a file may have no theme to take them from. */
function seriesPaint(paint: Paint, kind: ChartKind, accent: string): Paint {
  if (kind.family === 'scatter' && !kind.lines) return { line: null };
  if (kind.family !== 'line' && kind.family !== 'scatter') return { fill: accent, ...paint };
  return { line: paint.line === null ? null : { color: accent, weight: 2.25, ...paint.line } };
}

function nameElement({ name }: ChartSeries): XmlElement | null {
  if (name === null) return null;
  if (typeof name === 'string') return node('tx', [element('c:v', {}, [name])]);
  const shown = textAt(name.sheet, name.area.row, name.area.column);
  const cached = node('strCache', [val('ptCount', 1), element('c:pt', { idx: 0 }, [element('c:v', {}, [shown])])]);
  const strRef = reference(name, 'strRef');
  strRef.children.push(cached); // an automatic title is read from here
  return node('tx', [strRef]);
}

function reference({ sheet, area }: ChartReference, kind: 'strRef' | 'numRef'): XmlElement {
  const cells = areaName(area).replace(/[A-Z]+|\d+/g, (part) => `$${part}`);
  return node(kind, [element('c:f', {}, [`${quoteSheet(sheet.name)}!${cells}`])]);
}

export const MARKERS: Record<string, string> = {
  None: 'none',
  Square: 'square',
  Diamond: 'diamond',
  Triangle: 'triangle',
  X: 'x',
  Star: 'star',
  Dot: 'dot',
  Dash: 'dash',
  Circle: 'circle',
  Plus: 'plus',
};

function markerElement({ marker, paint }: ChartSeries, kind: ChartKind, accent: string): XmlElement {
  const automatic = kind.markers ? 'Circle' : 'None';
  const style = marker.style === undefined || marker.style === 'Automatic' ? automatic : marker.style;
  const symbol = val('symbol', MARKERS[style] ?? 'circle');
  if (style === 'None') return node('marker', [symbol]);
  const own = paint.line?.color ?? accent;
  return node('marker', [
    symbol,
    val('size', marker.size ?? 5),
    shapeProperties({ fill: marker.fill ?? own, line: { color: marker.line ?? own } }),
  ]);
}

export const LABEL_PLACES: Record<string, string> = {
  Center: 'ctr',
  InsideEnd: 'inEnd',
  InsideBase: 'inBase',
  OutsideEnd: 'outEnd',
  Left: 'l',
  Right: 'r',
  Top: 't',
  Bottom: 'b',
  BestFit: 'bestFit',
};

function labelsElement(labels: DataLabels): XmlElement {
  const place = labels.position === undefined ? undefined : LABEL_PLACES[labels.position];
  return node('dLbls', [
    labels.numberFormat === undefined ? null : numberFormat(labels.numberFormat),
    shapeProperties(labels.paint),
    textProperties(labels.paint),
    place === undefined ? null : val('dLblPos', place),
    val('showLegendKey', 0),
    val('showVal', labels.showValue),
    val('showCatName', labels.showCategoryName),
    val('showSerName', labels.showSeriesName),
    val('showPercent', labels.showPercentage),
    val('showBubbleSize', 0),
    labels.separator === undefined ? null : element('c:separator', {}, [labels.separator]),
  ]);
}

function numberFormat(code: string): XmlElement {
  return element('c:numFmt', { formatCode: code, sourceLinked: 0 });
}

export const TICK_LABELS: Record<string, string> = { NextToAxis: 'nextTo', High: 'high', Low: 'low', None: 'none' };

function axisElements(chart: Chart, kind: ChartKind, secondary: boolean, second: ChartKind | undefined): XmlElement[] {
  const pair = (own: ChartKind, categoryKey: AxisKey, valueKey: AxisKey, far: boolean): XmlElement[] => {
    const lying = own.horizontal === true;
    const scatter = own.family === 'scatter';
    const category = chart.axes[categoryKey];
    const value = chart.axes[valueKey];
    const between = scatter || own.family === 'area' ? 'midCat' : 'between';
    return [
      node(scatter ? 'valAx' : 'catAx', [
        ...axisHead(categoryKey, category, lying ? (far ? 'r' : 'l') : 'b'),
        ...axisTail(category, AXIS_IDS[valueKey], 'autoZero'),
        ...(scatter
          ? [val('crossBetween', 'midCat')]
          : [
              val('auto', 1),
              val('lblAlgn', 'ctr'),
              val('lblOffset', 100),
              category.tickLabelSpacing === undefined ? null : val('tickLblSkip', category.tickLabelSpacing),
              val('noMultiLvlLbl', 0),
            ]),
      ]),
      node('valAx', [
        ...axisHead(valueKey, value, lying ? 'b' : far ? 'r' : 'l'),
        ...axisTail(value, AXIS_IDS[categoryKey], far ? 'max' : 'autoZero'),
        val('crossBetween', between),
        value.majorUnit === undefined ? null : val('majorUnit', value.majorUnit),
      ]),
    ];
  };
  return [
    ...pair(kind, 'category', 'value', false),
    ...(secondary ? pair(second ?? kind, 'category2', 'value2', true) : []),
  ];
}

function axisHead(key: AxisKey, axis: ChartAxis, place: string): (XmlElement | null)[] {
  return [
    val('axId', AXIS_IDS[key]),
    node('scaling', [
      val('orientation', axis.reversed ? 'maxMin' : 'minMax'),
      axis.maximum === undefined ? null : val('max', axis.maximum),
      axis.minimum === undefined ? null : val('min', axis.minimum),
    ]),
    val('delete', !axis.visible),
    val('axPos', place),
    axis.gridlines
      ? node('majorGridlines', [shapeProperties({ line: { color: '#D9D9D9', weight: 0.75 }, ...axis.gridlinesPaint })])
      : null,
    axis.title.visible ? titleElement(axis.title, axis.title.text ?? 'Axis Title') : null,
    element('c:numFmt', {
      formatCode: axis.numberFormat ?? 'General',
      sourceLinked: axis.numberFormat === undefined ? 1 : 0,
    }),
    val('majorTickMark', 'out'),
    val('minorTickMark', 'none'),
    val('tickLblPos', TICK_LABELS[axis.tickLabelPosition ?? 'NextToAxis'] ?? 'nextTo'),
    shapeProperties({ line: { color: '#BFBFBF', weight: 0.75 }, ...axis.paint }),
    textProperties(axis.paint, axis.textOrientation),
  ];
}

function axisTail(_: ChartAxis, crossing: number, crosses: string): (XmlElement | null)[] {
  return [val('crossAx', crossing), val('crosses', crosses)];
}

function titleElement(title: ChartTitle, text: string): XmlElement {
  const run = element('a:r', {}, [
    element('a:rPr', runAttributes(title.paint), runChildren(title.paint)),
    element('a:t', {}, [text]),
  ]);
  const rich = node('rich', [
    element('a:bodyPr'),
    element('a:p', {}, [
      element('a:pPr', {}, [element('a:defRPr', runAttributes(title.paint), runChildren(title.paint))]),
      run,
    ]),
  ]);
  // An automatic title is written without a text, so that it goes on following its series.
  const tx = title.text === null ? null : node('tx', [rich]);
  return node('title', [
    tx,
    node('layout'),
    val('overlay', title.overlay),
    title.text === null ? textProperties(title.paint) : null,
  ]);
}

function runAttributes({ font }: Paint): Record<string, string | number | undefined> {
  return {
    sz: font?.size === undefined ? undefined : Math.round(font.size * 100),
    b: font?.bold === undefined ? undefined : Number(font.bold),
    i: font?.italic === undefined ? undefined : Number(font.italic),
  };
}

function runChildren({ font }: Paint): XmlElement[] {
  return [
    ...(font?.color === undefined ? [] : [solid(font.color)]),
    ...(font?.name === undefined
      ? []
      : [element('a:latin', { typeface: font.name }), element('a:ea', { typeface: font.name })]),
  ];
}

function textProperties(paint: Paint, degrees?: number): XmlElement | null {
  if (!paint.font && degrees === undefined) return null;
  return node('txPr', [
    element('a:bodyPr', degrees === undefined ? {} : { rot: -degrees * 60_000, vert: 'horz' }),
    element('a:p', {}, [
      element('a:pPr', {}, [element('a:defRPr', runAttributes(paint), runChildren(paint))]),
      element('a:endParaRPr', { lang: 'zh-CN' }),
    ]),
  ]);
}

function solid(color: string): XmlElement {
  return element('a:solidFill', {}, [element('a:srgbClr', { val: color.slice(1) })]);
}

export const DASHES: Record<string, string> = {
  Continuous: 'solid',
  Dash: 'dash',
  DashDot: 'dashDot',
  DashDotDot: 'lgDashDotDot',
  Dot: 'sysDash',
  RoundDot: 'sysDot',
};

function shapeProperties({ fill, line }: Paint): XmlElement | null {
  if (fill === undefined && line === undefined) return null;
  const stroke =
    line === undefined
      ? null
      : line === null || line.style === 'None'
        ? element('a:ln', {}, [element('a:noFill')])
        : element('a:ln', { w: line.weight === undefined ? undefined : Math.round(line.weight * 12_700) }, [
            ...(line.color === undefined ? [] : [solid(line.color)]),
            ...(line.style === undefined || DASHES[line.style] === undefined
              ? []
              : [element('a:prstDash', { val: DASHES[line.style] })]),
          ]);
  return node('spPr', [fill === undefined ? null : fill === null ? element('a:noFill') : solid(fill), stroke]);
}
