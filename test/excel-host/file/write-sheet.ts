import { toFileForm } from '../formula/file-form.ts';
import { areaName, cellName } from '../model/address.ts';
import { isComplete } from '../model/conditional-formats.ts';
import { without } from '../model/without.ts';
import type { Sheet } from '../model/workbook.ts';
import { insertInOrder, putChild, removeChild } from '../xml/ordered-child.ts';
import {
  childOf,
  cloneElement,
  element,
  elementsOf,
  parseDocument,
  serializeDocument,
  type XmlElement,
} from '../xml/xml-tree.ts';
import { BLANK_SHEET } from './blank-package.ts';
import type { SharedStrings } from './shared-strings.ts';
import { writeCells } from './write-cells.ts';
import { writePageSetup } from './write-page-setup.ts';

/** The sequence of CT_Worksheet (ECMA-376 part 1, 18.3.1.99). */
export const SHEET_ORDER =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );

/** The sheet's part as text: facets that were changed are written from the model, all else as it was read. */
export function sheetPart(sheet: Sheet, strings: SharedStrings, relations: SheetRelations): string {
  const root = sheet.source ? cloneElement(sheet.source) : parseDocument(BLANK_SHEET);
  const { changed } = sheet;
  if (changed.has('columns')) writeColumns(sheet, root);
  if (changed.has('merges')) writeMerges(sheet, root);
  if (changed.has('validations')) writeValidations(sheet, root);
  if (changed.has('conditionalFormats')) writeConditionalFormats(sheet, root);
  if (changed.has('autoFilter')) writeAutoFilter(sheet, root);
  if (changed.has('view')) writeView(sheet, root);
  if (changed.has('tabColor')) writeTabColor(sheet, root);
  if (changed.has('page')) writePageSetup(sheet, root, SHEET_ORDER);
  if (relations.hyperlinks) {
    removeChild(root, 'hyperlinks');
    if (relations.hyperlinks.length > 0) putChild(root, element('hyperlinks', {}, relations.hyperlinks), SHEET_ORDER);
  }
  if (changed.has('protection')) {
    removeChild(root, 'sheetProtection');
    if (sheet.protection) putChild(root, element('sheetProtection', sheet.protection), SHEET_ORDER);
  }
  if (relations.tables.length > 0) {
    const parts = relations.tables.map((id) => element('tablePart', { 'r:id': id }));
    putChild(root, element('tableParts', { count: parts.length }, parts), SHEET_ORDER);
  } else if (changed.has('tables')) removeChild(root, 'tableParts');
  if (relations.legacyDrawing) {
    putChild(root, element('legacyDrawing', { 'r:id': relations.legacyDrawing }), SHEET_ORDER);
  }
  if (relations.drawing) putChild(root, element('drawing', { 'r:id': relations.drawing }), SHEET_ORDER);
  root.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  removeChild(root, 'dimension'); // it is optional, and wrong as soon as a cell is added
  if (!childOf(root, 'sheetData')) insertInOrder(root, element('sheetData'), SHEET_ORDER);
  return serializeDocument(root).replace('<sheetData/>', () => writeCells(sheet, strings));
}

export interface SheetRelations {
  /** Relation ids of the table parts, in order; empty for none. */
  tables: string[];
  legacyDrawing: string | null;
  /** A drawing that the sheet did not have before. */
  drawing: string | null;
  /** The links when they were changed; null leaves those of the file. */
  hyperlinks: XmlElement[] | null;
}

function writeColumns(sheet: Sheet, root: XmlElement): void {
  removeChild(root, 'cols');
  if (sheet.columns.length === 0) return;
  const columns = [...sheet.columns].sort((a, b) => a.first - b.first);
  const children = columns.map((span) =>
    element('col', { min: span.first + 1, max: span.last + 1, ...span.attributes }),
  );
  putChild(root, element('cols', {}, children), SHEET_ORDER);
}

function writeMerges(sheet: Sheet, root: XmlElement): void {
  removeChild(root, 'mergeCells');
  if (sheet.merges.length === 0) return;
  const children = sheet.merges.map((area) => element('mergeCell', { ref: areaName(area) }));
  putChild(root, element('mergeCells', { count: children.length }, children), SHEET_ORDER);
}

function writeValidations(sheet: Sheet, root: XmlElement): void {
  removeChild(root, 'dataValidations');
  const own = sheet.validations.filter((validation) => !validation.extension && validation.areas.length > 0);
  if (own.length === 0) return;
  const children = own.map(({ areas, attributes, formula1, formula2 }) =>
    element('dataValidation', { ...attributes, sqref: areas.map(areaName).join(' ') }, [
      ...(formula1 === null ? [] : [element('formula1', {}, [toFileForm(formula1, null)])]),
      ...(formula2 === null ? [] : [element('formula2', {}, [toFileForm(formula2, null)])]),
    ]),
  );
  putChild(root, element('dataValidations', { count: children.length }, children), SHEET_ORDER);
}

function writeConditionalFormats(sheet: Sheet, root: XmlElement): void {
  const pivots = elementsOf(root, 'conditionalFormatting').filter((node) => node.attributes['pivot'] === '1');
  removeChild(root, 'conditionalFormatting');
  for (const node of pivots) insertInOrder(root, node, SHEET_ORDER);
  const blocks = new Map<string, XmlElement>();
  for (const format of sheet.conditionalFormats) {
    if (format.areas.length === 0 || !isComplete(format)) continue;
    const sqref = format.areas.map(areaName).join(' ');
    let block = blocks.get(sqref);
    if (!block) {
      block = element('conditionalFormatting', { sqref });
      blocks.set(sqref, block);
      insertInOrder(root, block, SHEET_ORDER);
    }
    block.children.push(format.rule);
  }
}

function writeAutoFilter(sheet: Sheet, root: XmlElement): void {
  removeChild(root, 'autoFilter');
  if (!sheet.autoFilter) return;
  const { area, columns } = sheet.autoFilter;
  putChild(root, element('autoFilter', { ref: areaName(area) }, columns), SHEET_ORDER);
}

function writeView(sheet: Sheet, root: XmlElement): void {
  let views = childOf(root, 'sheetViews');
  if (!views) {
    views = element('sheetViews', {}, [element('sheetView', { workbookViewId: 0 })]);
    putChild(root, views, SHEET_ORDER);
  }
  const view = childOf(views, 'sheetView');
  if (!view) return;
  view.attributes = {
    ...without(view.attributes, 'showGridLines', 'showRowColHeaders'),
    ...(sheet.showGridlines ? {} : { showGridLines: '0' }),
    ...(sheet.showHeadings ? {} : { showRowColHeaders: '0' }),
  };
  removeChild(view, 'pane');
  removeChild(view, 'selection');
  const { rows, columns } = sheet.frozen;
  if (rows === 0 && columns === 0) return;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  view.children.unshift(
    element('pane', {
      xSplit: columns === 0 ? undefined : columns,
      ySplit: rows === 0 ? undefined : rows,
      topLeftCell: cellName(rows, columns),
      activePane: pane,
      state: 'frozen',
    }),
    element('selection', { pane }),
  );
}

function writeTabColor(sheet: Sheet, root: XmlElement): void {
  const properties = childOf(root, 'sheetPr') ?? element('sheetPr');
  removeChild(properties, 'tabColor');
  if (sheet.tabColor) properties.children.unshift(element('tabColor', { rgb: `FF${sheet.tabColor.slice(1)}` }));
  putChild(root, properties, SHEET_ORDER);
}
