import { parseArea, parseReferenceList } from '../model/address.ts';
import { colorOf } from '../model/colors.ts';
import { readHyperlinks } from '../model/hyperlinks.ts';
import { readPageSetup } from '../model/page-setup.ts';
import type { ColumnSpan, Sheet, Validation } from '../model/workbook.ts';
import { fromFileForm } from '../formula/file-form.ts';
import { childOf, elementsOf, parseDocument, textOf, withoutRootPrefix, type XmlElement } from '../xml/xml-tree.ts';
import { readCells } from './read-cells.ts';

/** Fills a sheet from its part: cells into the grid, the rest into the model and, untouched, into `source`. */
export function readSheet(sheet: Sheet, text: string, strings: readonly string[]): void {
  const plain = withoutRootPrefix(text);
  const { outside, sheetData } = cutSheetData(plain);
  const root = parseDocument(outside);
  sheet.source = root;
  readCells(sheet, sheetData, strings);
  sheet.columns = readColumns(root);
  sheet.merges = elementsOf(childOf(root, 'mergeCells') ?? root, 'mergeCell')
    .map((node) => parseArea(node.attributes['ref'] ?? ''))
    .filter((area) => area !== null);
  sheet.validations = readValidations(root);
  readConditionalFormats(sheet, root);
  readAutoFilter(sheet, root);
  readView(sheet, root);
  sheet.page = readPageSetup(root);
  sheet.hyperlinks = readHyperlinks(sheet, root);
  sheet.protection = readProtection(root);
  const format = childOf(root, 'sheetFormatPr');
  if (format?.attributes['defaultRowHeight']) sheet.defaultRowHeight = Number(format.attributes['defaultRowHeight']);
  if (format?.attributes['defaultColWidth']) sheet.defaultColumnWidth = Number(format.attributes['defaultColWidth']);
  sheet.tabColor = colorOf(childOf(childOf(root, 'sheetPr'), 'tabColor'), sheet.workbook.styles.theme);
}

function cutSheetData(text: string): { outside: string; sheetData: string } {
  const start = text.search(/<sheetData[\s/>]/);
  if (start < 0) return { outside: text, sheetData: '' };
  const openEnd = text.indexOf('>', start) + 1;
  if (text[openEnd - 2] === '/') return { outside: text, sheetData: '' };
  const end = text.indexOf('</sheetData>', openEnd);
  if (end < 0) throw new Error('sheet part is cut short');
  return {
    outside: `${text.slice(0, start)}<sheetData/>${text.slice(end + '</sheetData>'.length)}`,
    sheetData: text.slice(openEnd, end),
  };
}

function readColumns(root: XmlElement): ColumnSpan[] {
  return elementsOf(childOf(root, 'cols') ?? root, 'col').map((node) => {
    const { min, max, ...attributes } = node.attributes;
    return { first: Number(min) - 1, last: Number(max) - 1, attributes };
  });
}

function readValidations(root: XmlElement): Validation[] {
  const plain = elementsOf(childOf(root, 'dataValidations') ?? root, 'dataValidation').map((node): Validation => {
    const { sqref = '', ...attributes } = node.attributes;
    return {
      areas: parseReferenceList(sqref),
      attributes,
      formula1: formulaText(childOf(node, 'formula1')),
      formula2: formulaText(childOf(node, 'formula2')),
    };
  });
  const extended = elementsOf(childOf(root, 'extLst') ?? root, 'ext')
    .flatMap((ext) => elementsOf(ext, 'dataValidations'))
    .flatMap((list) => elementsOf(list, 'dataValidation'))
    .map((node): Validation => ({
      areas: parseReferenceList(textOf(childOf(node, 'sqref'))),
      attributes: node.attributes,
      formula1: formulaText(childOf(node, 'formula1')),
      formula2: formulaText(childOf(node, 'formula2')),
      extension: true,
    }));
  return [...plain, ...extended];
}

function formulaText(node: XmlElement | undefined): string | null {
  return node ? fromFileForm(textOf(node)) : null;
}

function readConditionalFormats(sheet: Sheet, root: XmlElement): void {
  for (const block of elementsOf(root, 'conditionalFormatting')) {
    const areas = parseReferenceList(block.attributes['sqref'] ?? '');
    for (const rule of elementsOf(block, 'cfRule')) {
      sheet.conditionalFormats.push({ id: sheet.workbook.newConditionalFormatId(), areas, rule });
    }
  }
}

function readAutoFilter(sheet: Sheet, root: XmlElement): void {
  const node = childOf(root, 'autoFilter');
  const area = node ? parseArea(node.attributes['ref'] ?? '') : null;
  if (node && area) sheet.autoFilter = { area, columns: elementsOf(node, 'filterColumn') };
}

function readView(sheet: Sheet, root: XmlElement): void {
  const view = childOf(childOf(root, 'sheetViews'), 'sheetView');
  sheet.showGridlines = !['0', 'false'].includes(view?.attributes['showGridLines'] ?? '1');
  sheet.showHeadings = !['0', 'false'].includes(view?.attributes['showRowColHeaders'] ?? '1');
  const pane = childOf(view, 'pane');
  if (pane && ['frozen', 'frozenSplit'].includes(pane.attributes['state'] ?? '')) {
    sheet.frozen = {
      rows: Number(pane.attributes['ySplit'] ?? '0'),
      columns: Number(pane.attributes['xSplit'] ?? '0'),
    };
  }
}

function readProtection(root: XmlElement): Record<string, string> | null {
  const node = childOf(root, 'sheetProtection');
  return node && ['1', 'true'].includes(node.attributes['sheet'] ?? '0') ? node.attributes : null;
}
