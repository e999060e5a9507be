import { DEFAULT_THEME, readThemeColors } from '../model/colors.ts';
import { StyleBook } from '../model/style-book.ts';
import { Sheet, Workbook, type Visibility } from '../model/workbook.ts';
import { fromFileForm } from '../formula/file-form.ts';
import {
  childOf,
  elementsOf,
  localAttribute,
  parseDocument,
  textOf,
  withoutRootPrefix,
  type XmlElement,
} from '../xml/xml-tree.ts';
import { BLANK_STYLES } from './blank-package.ts';
import { partText, readRelationships, type Parts } from './package-parts.ts';
import { readCharts } from './read-charts.ts';
import { readComments } from './read-comments.ts';
import { readCustomXml } from './custom-xml-parts.ts';
import { readPivots } from './read-pivots.ts';
import { readSettings } from './settings-part.ts';
import { readSheet } from './read-sheet.ts';
import { readTable } from './read-table.ts';
import { SharedStrings } from './shared-strings.ts';

/** Builds the workbook model over the parts of an .xlsx; throws when the package holds no workbook. */
export function openPackage(parts: Parts): Workbook {
  const workbookPart = readRelationships(parts, '').find((relation) => relation.kind === 'officeDocument')?.target;
  const text = workbookPart ? partText(parts, workbookPart) : undefined;
  if (!workbookPart || text === undefined) throw new Error('the package names no workbook');
  const root = parseDocument(withoutRootPrefix(text));
  if (root.name !== 'workbook') throw new Error('the main part is no workbook');
  const relations = readRelationships(parts, workbookPart);
  const partOf = (kind: string): string | undefined => {
    const target = relations.find((relation) => relation.kind === kind)?.target;
    return target ? partText(parts, target) : undefined;
  };
  const theme = partOf('theme');
  const styles = parseDocument(withoutRootPrefix(partOf('styles') ?? BLANK_STYLES));
  const workbook = new Workbook(
    new StyleBook(styles, theme ? readThemeColors(parseDocument(theme)) : DEFAULT_THEME),
    parts,
  );
  workbook.workbookPart = workbookPart;
  workbook.date1904 = ['1', 'true'].includes(childOf(root, 'workbookPr')?.attributes['date1904'] ?? '0');
  workbook.calculationMode = calculationMode(childOf(root, 'calcPr')?.attributes['calcMode']);
  const strings = SharedStrings.of(parts, workbookPart).items;
  /** Every sheet of the file in order; null for a chart sheet. */
  const places: (Sheet | null)[] = [];
  for (const node of elementsOf(childOf(root, 'sheets') ?? root, 'sheet')) {
    const relation = relations.find((candidate) => candidate.id === localAttribute(node, 'id'));
    if (relation?.kind !== 'worksheet') {
      places.push(null);
      continue;
    }
    const sheet = new Sheet(workbook, workbook.newSheetId(), node.attributes['name'] ?? '');
    sheet.part = relation.target;
    sheet.visibility = visibility(node.attributes['state']);
    readSheet(sheet, partText(parts, relation.target) ?? '<worksheet/>', strings);
    readRelated(sheet, parts);
    workbook.sheets.push(sheet);
    places.push(sheet);
  }
  if (workbook.sheets.length === 0) throw new Error('the workbook holds no worksheet');
  readNames(workbook, root, places);
  const activeTab = Number(childOf(childOf(root, 'bookViews'), 'workbookView')?.attributes['activeTab'] ?? '0');
  const visible = workbook.sheets.filter((sheet) => sheet.visibility === 'Visible');
  const active = places[activeTab];
  workbook.activeSheet = active?.visibility === 'Visible' ? active : (visible[0] ?? workbook.sheets[0] ?? null);
  readPivots(workbook);
  readCharts(workbook);
  readSettings(workbook);
  readCustomXml(workbook);
  return workbook;
}

function readRelated(sheet: Sheet, parts: Parts): void {
  for (const relation of readRelationships(parts, sheet.part ?? '')) {
    const text = relation.external ? undefined : partText(parts, relation.target);
    if (text === undefined) continue;
    if (relation.kind === 'table') {
      const table = readTable(sheet.workbook, relation.target, text);
      if (table) sheet.tables.push(table);
    }
  }
  readComments(sheet, parts);
}

function visibility(state: string | undefined): Visibility {
  if (state === 'hidden') return 'Hidden';
  return state === 'veryHidden' ? 'VeryHidden' : 'Visible';
}

function calculationMode(mode: string | undefined): Workbook['calculationMode'] {
  if (mode === 'manual') return 'Manual';
  return mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
}

function readNames(workbook: Workbook, root: XmlElement, places: readonly (Sheet | null)[]): void {
  const list = childOf(root, 'definedNames');
  for (const node of list ? elementsOf(list, 'definedName') : []) {
    const { name = '', localSheetId, hidden, comment = '', ...attributes } = node.attributes;
    const sheet = localSheetId === undefined ? null : (places[Number(localSheetId)] ?? null);
    const formula = fromFileForm(textOf(node));
    workbook.names.push({ name, formula, sheet, visible: hidden !== '1' && hidden !== 'true', comment, attributes });
  }
}
