import { anchorOf } from '../model/place-on-sheet.ts';
import type { Chart } from '../model/chart/chart.ts';
import type { Sheet } from '../model/workbook.ts';
import {
  childOf,
  element,
  elementsOf,
  localAttribute,
  parseDocument,
  serializeDocument,
  type XmlElement,
} from '../xml/xml-tree.ts';
import {
  addRelationship,
  freePath,
  partText,
  readRelationships,
  removePart,
  removeRelationship,
  setContentType,
  setPartText,
  type Parts,
} from './package-parts.ts';
import { accentsOf, chartPart } from './write-chart.ts';

const XDR = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const A = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const C = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Writes the sheet's changed charts and takes away deleted ones; other shapes of the drawing stay as they are. Answers the relation of
 * a drawing that the sheet did not have before (ECMA-376 part 1, 20.5 and 21.2).
 */
export function writeCharts(sheet: Sheet, parts: Parts): string | null {
  const part = sheet.part ?? '';
  const known = readRelationships(parts, part).find(({ kind }) => kind === 'drawing');
  if (!known && sheet.charts.length === 0) return null;
  const drawing = known?.target ?? freePath(parts, 'xl/drawings/drawing', '.xml');
  const root = known
    ? parseDocument(partText(parts, drawing) ?? '')
    : element('xdr:wsDr', { 'xmlns:xdr': XDR, 'xmlns:a': A });
  if (!known) {
    setPartText(parts, drawing, '');
    setContentType(parts, drawing, 'application/vnd.openxmlformats-officedocument.drawing+xml');
  }
  const relations = readRelationships(parts, drawing);
  const chartOf = (anchor: XmlElement): string | undefined => {
    const node = childOf(childOf(childOf(childOf(anchor, 'graphicFrame'), 'graphic'), 'graphicData'), 'chart');
    return node && relations.find(({ id }) => id === localAttribute(node, 'id'))?.target;
  };
  for (const anchor of elementsOf(root)) {
    const target = chartOf(anchor);
    if (target === undefined || sheet.charts.some((chart) => chart.part === target)) continue;
    root.children = root.children.filter((child) => child !== anchor);
    for (const own of readRelationships(parts, target)) if (!own.external) removePart(parts, own.target);
    removePart(parts, target);
    const relation = relations.find((own) => own.target === target);
    if (relation) removeRelationship(parts, drawing, relation.id);
  }
  let nextId = 2 + elementsOf(root).length;
  for (const chart of sheet.charts) {
    if (!chart.changed && !chart.moved) continue;
    const path = chart.part ?? freePath(parts, 'xl/charts/chart', '.xml');
    if (chart.changed) setPartText(parts, path, chartPart(chart, accentsOf(sheet.workbook)));
    let id = relations.find(({ target }) => target === path)?.id;
    if (id === undefined) {
      setContentType(parts, path, 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml');
      id = addRelationship(parts, drawing, 'chart', path);
    }
    const anchor = anchorElement(sheet, chart, id, nextId++);
    const at = root.children.findIndex((child) => typeof child !== 'string' && chartOf(child) === path);
    if (at >= 0) root.children[at] = anchor;
    else root.children.push(anchor);
  }
  setPartText(parts, drawing, serializeDocument(root));
  return known ? null : addRelationship(parts, part, 'drawing', drawing);
}

const EMU_PER_POINT = 12_700;

/** Anchored at two cells, as Excel does, so that the chart moves and grows with them. */
function anchorElement(sheet: Sheet, { name, place }: Chart, relation: string, id: number): XmlElement {
  const corner = (tag: string, left: number, top: number): XmlElement => {
    const { row, column, down, across } = anchorOf(sheet, left, top);
    const number = (part: string, value: number): XmlElement => element(`xdr:${part}`, {}, [String(Math.round(value))]);
    return element(tag, {}, [
      number('col', column),
      number('colOff', across * EMU_PER_POINT),
      number('row', row),
      number('rowOff', down * EMU_PER_POINT),
    ]);
  };
  const frame = element('xdr:graphicFrame', { macro: '' }, [
    element('xdr:nvGraphicFramePr', {}, [element('xdr:cNvPr', { id, name }), element('xdr:cNvGraphicFramePr')]),
    element('xdr:xfrm', {}, [element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })]),
    element('a:graphic', {}, [
      element('a:graphicData', { uri: C }, [element('c:chart', { 'xmlns:c': C, 'xmlns:r': R, 'r:id': relation })]),
    ]),
  ]);
  return element('xdr:twoCellAnchor', { 'xmlns:xdr': XDR, 'xmlns:a': A }, [
    corner('xdr:from', place.left, place.top),
    corner('xdr:to', place.left + place.width, place.top + place.height),
    frame,
    element('xdr:clientData'),
  ]);
}
