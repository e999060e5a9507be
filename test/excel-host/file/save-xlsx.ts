import { zipSync } from 'fflate';
import { toFileForm } from '../formula/file-form.ts';
import { hyperlinkAttributes } from '../model/hyperlinks.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import {
  childOf,
  element,
  elementsOf,
  localAttribute,
  parseDocument,
  serializeDocument,
  withoutRootPrefix,
  type XmlElement,
} from '../xml/xml-tree.ts';
import { writeCustomXml } from './custom-xml-parts.ts';
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
import { writeCharts } from './save-charts.ts';
import { writePivots } from './save-pivots.ts';
import { writeSettings } from './settings-part.ts';
import { SharedStrings } from './shared-strings.ts';
import { writeComments } from './write-comments.ts';
import { sheetPart } from './write-sheet.ts';
import { tablePart } from './write-table.ts';

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const WORKBOOK_ORDER =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'.split(
    ' ',
  );

/** The workbook as an .xlsx. Parts that nobody changed are the very bytes that were opened. */
export function saveXlsx(workbook: Workbook): Uint8Array {
  return zipSync(Object.fromEntries(savedParts(workbook)), { level: 6 });
}

export function savedParts(workbook: Workbook): Parts {
  const parts: Parts = new Map(workbook.parts);
  const main = workbook.workbookPart;
  const root = parseDocument(withoutRootPrefix(partText(parts, main) ?? ''));
  const strings = SharedStrings.of(parts, main);
  const listed = writeSheetList(workbook, parts, root);
  for (const sheet of workbook.sheets) if (sheet.changed.size > 0) writeSheet(sheet, parts, strings);
  const caches = writePivots(workbook, parts, root, WORKBOOK_ORDER);
  strings.save(parts, main);
  if (workbook.styles.changed) {
    const path =
      readRelationships(parts, main).find((relation) => relation.kind === 'styles')?.target ?? 'xl/styles.xml';
    if (!parts.has(path)) addRelationship(parts, main, 'styles', path);
    setPartText(parts, path, serializeDocument(workbook.styles.root));
    setContentType(parts, path, `${CONTENT}.styles+xml`);
  }
  const edited = workbook.sheets.some((sheet) => sheet.changed.size > 0);
  if (workbook.changed.names || listed) writeNames(workbook, parts, root);
  if (edited || workbook.changed.names || listed || caches) {
    const calculation = childOf(root, 'calcPr') ?? element('calcPr');
    // Whoever opens the file computes every formula anew; a chain of the old cells would contradict the new ones.
    calculation.attributes['fullCalcOnLoad'] = '1';
    putChild(root, calculation, WORKBOOK_ORDER);
    setPartText(parts, main, serializeDocument(root));
    removeCalculationChain(parts, main);
  }
  if (workbook.changed.settings) writeSettings(workbook, parts);
  if (workbook.changed.customXml) writeCustomXml(workbook, parts);
  return parts;
}

function removeCalculationChain(parts: Parts, main: string): void {
  for (const relation of readRelationships(parts, main)) {
    if (relation.kind !== 'calcChain') continue;
    removePart(parts, relation.target);
    removeRelationship(parts, main, relation.id);
  }
}

/** Brings names, order, visibility and the set of sheets up to date; answers whether anything of it had changed. */
function writeSheetList(workbook: Workbook, parts: Parts, root: XmlElement): boolean {
  const main = workbook.workbookPart;
  if (!workbook.changed.sheets) return false;
  const list = childOf(root, 'sheets') ?? element('sheets');
  const relations = readRelationships(parts, main);
  const nodes = new Map<string, XmlElement>();
  for (const node of elementsOf(list, 'sheet')) {
    const relation = relations.find((candidate) => candidate.id === localAttribute(node, 'id'));
    if (relation) nodes.set(relation.target, node);
  }
  for (const sheet of workbook.sheets) if (sheet.part && !parts.has(sheet.part)) setPartText(parts, sheet.part, '');
  let nextId = Math.max(0, ...elementsOf(list).map((node) => Number(node.attributes['sheetId'] ?? '0'))) + 1;
  const wanted = workbook.sheets.map((sheet) => {
    let node = sheet.part ? nodes.get(sheet.part) : undefined;
    if (!node) {
      sheet.part ??= freePath(parts, 'xl/worksheets/sheet', '.xml');
      sheet.changed.add('cells');
      setPartText(parts, sheet.part, '');
      setContentType(parts, sheet.part, `${CONTENT}.worksheet+xml`);
      node = element('sheet', {
        name: sheet.name,
        sheetId: nextId++,
        'r:id': addRelationship(parts, main, 'worksheet', sheet.part),
      });
    }
    node.attributes['name'] = sheet.name;
    delete node.attributes['state'];
    if (sheet.visibility !== 'Visible')
      node.attributes['state'] = sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden';
    return node;
  });
  for (const [at, [path, node]] of [...nodes].entries()) {
    const relation = relations.find((candidate) => candidate.target === path);
    if (relation?.kind !== 'worksheet') {
      wanted.splice(at, 0, node); // a chart sheet keeps its place
      continue;
    }
    if (workbook.sheets.some((sheet) => sheet.part === path)) continue;
    removeSheetPart(parts, path);
    removeRelationship(parts, main, relation.id);
  }
  list.children = wanted;
  root.attributes['xmlns:r'] ??= 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  putChild(root, list, WORKBOOK_ORDER);
  const view = childOf(childOf(root, 'bookViews'), 'workbookView');
  if (view && workbook.activeSheet) {
    view.attributes['activeTab'] = String(Math.max(0, workbook.sheets.indexOf(workbook.activeSheet)));
    view.attributes['firstSheet'] = '0';
  }
  return true;
}

function removeSheetPart(parts: Parts, path: string): void {
  for (const relation of readRelationships(parts, path)) {
    if (['table', 'comments', 'threadedComment', 'vmlDrawing', 'pivotTable'].includes(relation.kind))
      removePart(parts, relation.target);
  }
  removePart(parts, path);
}

function writeSheet(sheet: Sheet, parts: Parts, strings: SharedStrings): void {
  const part = sheet.part ?? '';
  const known = readRelationships(parts, part).filter((relation) => relation.kind === 'table');
  for (const relation of known) {
    if (sheet.tables.some((table) => table.part === relation.target)) continue;
    removePart(parts, relation.target);
    removeRelationship(parts, part, relation.id);
  }
  const tables = sheet.tables.map((table) => {
    const relation = known.find((candidate) => candidate.target === table.part);
    const path = relation?.target ?? freePath(parts, 'xl/tables/table', '.xml');
    if (table.changed || !relation) setPartText(parts, path, tablePart(table));
    if (relation) return relation.id;
    setContentType(parts, path, `${CONTENT}.table+xml`);
    return addRelationship(parts, part, 'table', path);
  });
  const legacyDrawing = sheet.changed.has('comments') ? writeComments(sheet, parts) : null;
  const hyperlinks = sheet.changed.has('hyperlinks') ? writeHyperlinks(sheet, parts) : null;
  const drawing = sheet.changed.has('charts') ? writeCharts(sheet, parts) : null;
  setPartText(parts, part, sheetPart(sheet, strings, { tables, legacyDrawing, hyperlinks, drawing }));
}

/** Links out of the workbook go through relations of the sheet, those inside are told by their place (ECMA-376 part 1, 18.3.1.47). */
function writeHyperlinks(sheet: Sheet, parts: Parts): XmlElement[] {
  const part = sheet.part ?? '';
  for (const relation of readRelationships(parts, part)) {
    if (relation.kind === 'hyperlink') removeRelationship(parts, part, relation.id);
  }
  return sheet.hyperlinks.map((link) => {
    const id = link.address === null ? undefined : addRelationship(parts, part, 'hyperlink', link.address, true);
    return element('hyperlink', { ...hyperlinkAttributes(link), 'r:id': id });
  });
}

function writeNames(workbook: Workbook, parts: Parts, root: XmlElement): void {
  removeChild(root, 'definedNames');
  if (workbook.names.length === 0) return;
  const relations = readRelationships(parts, workbook.workbookPart);
  const nodes = elementsOf(childOf(root, 'sheets') ?? root, 'sheet');
  const places = nodes.map((node) => relations.find(({ id }) => id === localAttribute(node, 'id'))?.target);
  const placeOf = (sheet: Sheet): number => places.indexOf(sheet.part ?? '');
  const children = workbook.names.map(({ name, formula, sheet, visible, comment, attributes }) =>
    element(
      'definedName',
      {
        name,
        comment: comment === '' ? undefined : comment,
        localSheetId: sheet ? placeOf(sheet) : undefined,
        hidden: visible ? undefined : 1,
        ...attributes,
      },
      [toFileForm(formula, null)],
    ),
  );
  putChild(root, element('definedNames', {}, children), WORKBOOK_ORDER);
}
