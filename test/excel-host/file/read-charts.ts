import { parseArea, splitSheet } from '../model/address.ts';
import {
  CHART_KINDS,
  newAxis,
  newLabels,
  newSeries,
  newTitle,
  type AxisKey,
  type Chart,
  type ChartAxis,
  type ChartReference,
  type ChartSeries,
  type ChartTitle,
  type Family,
  type Paint,
} from '../model/chart/chart.ts';
import { placeOfArea, type Place } from '../model/place-on-sheet.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { childOf, elementsOf, localAttribute, parseDocument, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { partText, readRelationships } from './package-parts.ts';
import {
  accentsOf,
  BLANKS,
  chartPart,
  DASHES,
  LABEL_PLACES,
  LEGEND_PLACES,
  MARKERS,
  TICK_LABELS,
} from './write-chart.ts';

const EMU_PER_POINT = 12_700;

/** The charts of the drawings. One that the model cannot hold whole may still be listed, named and moved. */
export function readCharts(workbook: Workbook): void {
  for (const sheet of workbook.sheets) {
    const drawing = readRelationships(workbook.parts, sheet.part ?? '').find(({ kind }) => kind === 'drawing')?.target;
    const text = drawing ? partText(workbook.parts, drawing) : undefined;
    if (!drawing || text === undefined) continue;
    const relations = readRelationships(workbook.parts, drawing);
    for (const anchor of elementsOf(parseDocument(text))) {
      const frame = childOf(anchor, 'graphicFrame');
      const reference = childOf(childOf(childOf(frame, 'graphic'), 'graphicData'), 'chart');
      const part = relations.find(({ id }) => reference && id === localAttribute(reference, 'id'))?.target;
      const chartText = part ? partText(workbook.parts, part) : undefined;
      if (!part || chartText === undefined) continue;
      const chart = readChart(sheet, part, chartText);
      chart.name = childOf(childOf(frame, 'nvGraphicFramePr'), 'cNvPr')?.attributes['name'] ?? chart.name;
      chart.place = readPlace(sheet, anchor);
      sheet.charts.push(chart);
    }
  }
}

function readPlace(sheet: Sheet, anchor: XmlElement): Place {
  const corner = (name: string): { left: number; top: number } => {
    const node = childOf(anchor, name);
    const number = (part: string): number => Number(textOf(childOf(node, part)) || '0');
    const cell = placeOfArea(sheet, { row: number('row'), column: number('col'), rows: 1, columns: 1 });
    return { left: cell.left + number('colOff') / EMU_PER_POINT, top: cell.top + number('rowOff') / EMU_PER_POINT };
  };
  const from = corner('from');
  const extent = childOf(anchor, 'ext')?.attributes;
  if (extent)
    return { ...from, width: Number(extent['cx']) / EMU_PER_POINT, height: Number(extent['cy']) / EMU_PER_POINT };
  const to = corner('to');
  const rounded = (value: number): number => Math.round(value * 100) / 100;
  return {
    left: rounded(from.left),
    top: rounded(from.top),
    width: rounded(to.left - from.left),
    height: rounded(to.top - from.top),
  };
}

const FAMILIES: Record<string, Family> = {
  barChart: 'bar',
  lineChart: 'line',
  pieChart: 'pie',
  doughnutChart: 'doughnut',
  areaChart: 'area',
  scatterChart: 'scatter',
};

function readChart(sheet: Sheet, part: string, text: string): Chart {
  const root = parseDocument(text);
  const body = childOf(root, 'chart');
  const plot = childOf(body, 'plotArea');
  const groups = (plot ? elementsOf(plot) : []).flatMap((group) => {
    const family = FAMILIES[group.name.replace(/^.*:/, '')];
    return family ? [{ group, family }] : [];
  });
  const axes = plot ? elementsOf(plot).filter(({ name }) => /(cat|val|date|ser)Ax$/.test(name)) : [];
  const axisIds = axes.map((axis) => value(axis, 'axId'));
  const series: { order: number; series: ChartSeries }[] = [];
  for (const { group, family } of groups) {
    const ids = elementsOf(group, 'axId').map((node) => node.attributes['val']);
    const secondary = axisIds.length > 2 && axisIds.indexOf(ids[0]) >= 2;
    for (const node of elementsOf(group, 'ser')) {
      const own = readSeries(sheet.workbook, node, family);
      own.type = typeOf(group, family, node);
      own.secondary = secondary;
      const gap = value(group, 'gapWidth');
      if (family === 'bar' && gap !== undefined && gap !== '150') own.gapWidth = Number(gap);
      series.push({ order: Number(value(node, 'order') ?? series.length), series: own });
    }
  }
  const ordered = series.sort((a, b) => a.order - b.order).map((entry) => entry.series);
  const type = ordered[0]?.type ?? 'ColumnClustered';
  for (const own of ordered) if (own.type === type) own.type = null;
  const legend = childOf(body, 'legend');
  const title = childOf(body, 'title');
  const chart: Chart = {
    id: sheet.workbook.newChartId(),
    name: '',
    type,
    place: { left: 0, top: 0, width: 0, height: 0 },
    series: ordered,
    title: title ? readTitle(title) : newTitle(false),
    legend: {
      visible: legend !== undefined,
      position: wordOf(LEGEND_PLACES, value(legend, 'legendPos')) ?? 'Bottom',
      overlay: value(legend, 'overlay') === '1',
      paint: legend ? readPaint(legend) : {},
    },
    axes: readAxes(axes),
    paint: readPaint(root),
    displayBlanksAs: wordOf(BLANKS, value(body, 'dispBlanksAs')) ?? 'NotPlotted',
    plotVisibleOnly: value(body, 'plotVisOnly') !== '0',
    part,
    whole: true,
    changed: false,
    moved: false,
  };
  chart.whole = withoutCache(chartPart(chart, accentsOf(sheet.workbook))) === withoutCache(text);
  return chart;
}

function withoutCache(text: string): string {
  return text.replace(/<c:strCache>.*?<\/c:strCache>/gs, '');
}

function value(node: XmlElement | undefined, name: string): string | undefined {
  return childOf(node, name)?.attributes['val'];
}

function wordOf(words: Record<string, string>, kept: string | undefined): string | undefined {
  return Object.keys(words).find((word) => words[word] === kept);
}

function typeOf(group: XmlElement, family: Family, series: XmlElement): string {
  const grouping = value(group, 'grouping');
  const horizontal = value(group, 'barDir') === 'bar';
  const markers = value(childOf(series, 'marker'), 'symbol') !== 'none';
  const noLine = childOf(childOf(childOf(series, 'spPr'), 'ln'), 'noFill') !== undefined;
  const smooth = value(series, 'smooth') === '1' && value(group, 'scatterStyle') === 'smoothMarker';
  const found = Object.entries(CHART_KINDS).find(([, kind]) => {
    if (kind.family !== family) return false;
    if (family === 'pie' || family === 'doughnut') return true;
    if (family === 'scatter')
      return (
        (kind.lines ?? false) === !noLine && (kind.markers ?? false) === markers && (kind.smooth ?? false) === smooth
      );
    if (kind.grouping !== (grouping ?? 'standard')) return false;
    return family === 'bar'
      ? (kind.horizontal ?? false) === horizontal
      : family !== 'line' || (kind.markers ?? false) === markers;
  });
  return found?.[0] ?? 'ColumnClustered';
}

function readSeries(workbook: Workbook, node: XmlElement, family: Family): ChartSeries {
  const name = childOf(node, 'tx');
  const marker = childOf(node, 'marker');
  const symbol = value(marker, 'symbol');
  const size = value(marker, 'size');
  const markerPaint = marker ? readPaint(marker) : {};
  const labels = childOf(node, 'dLbls');
  const literal = childOf(name, 'v');
  const series: ChartSeries = {
    ...newSeries(),
    name: literal ? textOf(literal) : readReference(workbook, childOf(name, 'strRef')),
    values: readReference(workbook, firstOf(childOf(node, family === 'scatter' ? 'yVal' : 'val'))),
    categories: readReference(workbook, firstOf(childOf(node, family === 'scatter' ? 'xVal' : 'cat'))),
    paint: readPaint(node),
    labels: labels
      ? {
          ...newLabels(),
          ...withNumber('numberFormat', childOf(labels, 'numFmt')?.attributes['formatCode']),
          ...withNumber('position', wordOf(LABEL_PLACES, value(labels, 'dLblPos'))),
          ...withNumber('separator', childOf(labels, 'separator') && textOf(childOf(labels, 'separator'))),
          showValue: value(labels, 'showVal') === '1',
          showCategoryName: value(labels, 'showCatName') === '1',
          showSeriesName: value(labels, 'showSerName') === '1',
          showPercentage: value(labels, 'showPercent') === '1',
          paint: readPaint(labels),
        }
      : null,
    smooth: value(node, 'smooth') === '1',
  };
  if (symbol !== undefined && (symbol !== 'none' || size !== undefined))
    series.marker.style = wordOf(MARKERS, symbol) ?? 'Automatic';
  if (size !== undefined) series.marker.size = Number(size);
  if (markerPaint.fill) series.marker.fill = markerPaint.fill;
  if (markerPaint.line?.color) series.marker.line = markerPaint.line.color;
  for (const point of elementsOf(node, 'dPt')) series.points.set(Number(value(point, 'idx')), readPaint(point));
  return series;
}

function withNumber(name: string, text: string | undefined): Record<string, string> {
  return text === undefined ? {} : { [name]: text };
}

function firstOf(node: XmlElement | undefined): XmlElement | undefined {
  return node ? elementsOf(node)[0] : undefined;
}

function readReference(workbook: Workbook, node: XmlElement | undefined): ChartReference | null {
  const { sheet: name, rest } = splitSheet(textOf(childOf(node, 'f')));
  const sheet = name === null ? undefined : workbook.sheetNamed(name);
  const area = parseArea(rest);
  return sheet && area ? { sheet, area } : null;
}

function readTitle(node: XmlElement): ChartTitle {
  const rich = childOf(childOf(node, 'tx'), 'rich');
  const runs = elementsOf(childOf(rich, 'p') ?? node, 'r');
  return {
    visible: true,
    text: rich ? runs.map((run) => textOf(childOf(run, 't'))).join('') : null,
    overlay: value(node, 'overlay') === '1',
    paint: rich ? readFont(childOf(runs[0], 'rPr')) : readPaint(node),
  };
}

const KEYS: AxisKey[] = ['category', 'value', 'category2', 'value2'];

function readAxes(nodes: readonly XmlElement[]): Chart['axes'] {
  const axes = {
    category: newAxis(false),
    value: newAxis(true),
    category2: { ...newAxis(false), visible: false },
    value2: newAxis(false),
  };
  for (const [index, key] of KEYS.entries()) {
    const node = nodes[index];
    if (node) axes[key] = readAxis(node);
  }
  return axes;
}

function readAxis(node: XmlElement): ChartAxis {
  const scaling = childOf(node, 'scaling');
  const title = childOf(node, 'title');
  const lines = childOf(node, 'majorGridlines');
  const format = childOf(node, 'numFmt');
  const number = (parent: XmlElement | undefined, name: string, key: string): Record<string, number> => {
    const text = value(parent, name);
    return text === undefined ? {} : { [key]: Number(text) };
  };
  const position = wordOf(TICK_LABELS, value(node, 'tickLblPos'));
  const rotation = childOf(childOf(node, 'txPr'), 'bodyPr')?.attributes['rot'];
  return {
    ...newAxis(lines !== undefined),
    ...number(scaling, 'max', 'maximum'),
    ...number(scaling, 'min', 'minimum'),
    ...number(node, 'majorUnit', 'majorUnit'),
    ...number(node, 'tickLblSkip', 'tickLabelSpacing'),
    ...(format && format.attributes['sourceLinked'] === '0'
      ? withNumber('numberFormat', format.attributes['formatCode'])
      : {}),
    ...(position === undefined || position === 'NextToAxis' ? {} : { tickLabelPosition: position }),
    ...(rotation === undefined ? {} : { textOrientation: -Number(rotation) / 60_000 }),
    visible: value(node, 'delete') !== '1',
    reversed: value(scaling, 'orientation') === 'maxMin',
    title: title ? readTitle(title) : newTitle(false),
    gridlinesPaint: lines ? readPaint(lines) : {},
    paint: readPaint(node),
  };
}

function readPaint(node: XmlElement): Paint {
  const shape = childOf(node, 'spPr');
  const paint: Paint = {};
  const fill = colorIn(shape);
  if (childOf(shape, 'noFill')) paint.fill = null;
  else if (fill) paint.fill = fill;
  const line = childOf(shape, 'ln');
  if (line) {
    const color = colorIn(line);
    const style = wordOf(DASHES, childOf(line, 'prstDash')?.attributes['val']);
    const weight = line.attributes['w'];
    paint.line = childOf(line, 'noFill')
      ? null
      : {
          ...(color === undefined ? {} : { color }),
          ...(style === undefined ? {} : { style }),
          ...(weight === undefined ? {} : { weight: Number(weight) / EMU_PER_POINT }),
        };
  }
  const run = childOf(childOf(childOf(childOf(node, 'txPr'), 'p'), 'pPr'), 'defRPr');
  const { font } = readFont(run);
  return font ? { ...paint, font } : paint;
}

function colorIn(node: XmlElement | undefined): string | undefined {
  const rgb = childOf(childOf(node, 'solidFill'), 'srgbClr')?.attributes['val'];
  return rgb === undefined ? undefined : `#${rgb}`;
}

function readFont(run: XmlElement | undefined): Paint {
  if (!run) return {};
  const { sz, b, i } = run.attributes;
  const name = childOf(run, 'latin')?.attributes['typeface'];
  const color = colorIn(run);
  const font = {
    ...(sz === undefined ? {} : { size: Number(sz) / 100 }),
    ...(b === undefined ? {} : { bold: b === '1' }),
    ...(i === undefined ? {} : { italic: i === '1' }),
    ...(color === undefined ? {} : { color }),
    ...(name === undefined ? {} : { name }),
  };
  return Object.keys(font).length === 0 ? {} : { font };
}
