import { cloneElement, textOf } from '../xml/xml-tree.ts';
import { removeChild } from '../xml/ordered-child.ts';
import { mapReferences } from '../formula/tokens.ts';
import { refuse } from './host-error.ts';
import { copyPageSetup } from './page-setup.ts';
import { uniqueTableName } from './tables.ts';
import { Sheet, type Workbook } from './workbook.ts';

/** Under 32 characters, none of `: \ / ? * [ ]`, no apostrophe at either end, unique without case (facts 3.3 row 7). */
export function checkSheetName(workbook: Workbook, name: string, own: Sheet | null): void {
  const bad =
    name.length === 0 || name.length > 31 || /[:\\/?*[\]]/.test(name) || name.startsWith("'") || name.endsWith("'");
  if (bad || name.toLowerCase() === 'history') refuse('InvalidArgument', `"${name}" cannot be a worksheet's name.`);
  const same = workbook.sheetNamed(name);
  if (same && same !== own) refuse('ItemAlreadyExists');
}

export function addSheet(workbook: Workbook, wanted: string | null): Sheet {
  if (workbook.readOnly) refuse('AccessDenied');
  let name = wanted;
  for (let number = workbook.sheets.length + 1; name === null; number += 1) {
    if (!workbook.sheetNamed(`Sheet${number}`)) name = `Sheet${number}`;
  }
  checkSheetName(workbook, name, null);
  const sheet = new Sheet(workbook, workbook.newSheetId(), name);
  sheet.changed.add('cells');
  workbook.sheets.push(sheet);
  workbook.changed.sheets = true;
  workbook.notify({ kind: 'sheetAdded', sheet });
  return sheet;
}

/** The last visible worksheet cannot go, and a very hidden one must be shown before ([T Worksheet.delete]). */
export function deleteSheet(sheet: Sheet): void {
  const { workbook } = sheet;
  const visible = workbook.sheets.filter((other) => other.visibility === 'Visible' && other !== sheet);
  if (sheet.visibility === 'VeryHidden' || visible.length === 0) refuse('InvalidOperation');
  const gone = sheet.name.toLowerCase();
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  for (const other of workbook.sheets) {
    rewriteSheetName(other, (name) => (name.toLowerCase() === gone ? null : name));
  }
  workbook.names = workbook.names.filter((name) => name.sheet !== sheet);
  for (const name of workbook.names)
    name.formula = renamed(name.formula, (own) => (own.toLowerCase() === gone ? null : own));
  if (workbook.activeSheet === sheet) workbook.activeSheet = visible[0] ?? null;
  workbook.changed.sheets = true;
  workbook.changed.names = true;
  workbook.notify({ kind: 'sheetDeleted', sheet });
}

export function renameSheet(sheet: Sheet, name: string): void {
  const { workbook } = sheet;
  checkSheetName(workbook, name, sheet);
  const old = sheet.name.toLowerCase();
  const change = (own: string): string => (own.toLowerCase() === old ? name : own);
  sheet.name = name;
  for (const other of workbook.sheets) rewriteSheetName(other, change);
  for (const entry of workbook.names) entry.formula = renamed(entry.formula, change);
  workbook.changed.sheets = true;
  workbook.changed.names = true;
  workbook.notify({ kind: 'structure', sheet, area: null });
}

function renamed(formula: string, change: (name: string) => string | null): string {
  return mapReferences(formula, (reference) => {
    if (reference.sheet === null) return reference;
    const name = change(reference.sheet);
    return name === reference.sheet ? reference : name === null ? null : { ...reference, sheet: name };
  });
}

function rewriteSheetName(sheet: Sheet, change: (name: string) => string | null): void {
  if (!sheet.hasFormulas && sheet.validations.length === 0 && sheet.conditionalFormats.length === 0) return;
  for (const record of sheet.grid.rows.values()) {
    for (const cell of record.cells.values()) {
      if (!cell.formula?.includes('!')) continue;
      const formula = `=${renamed(cell.formula.slice(1), change)}`;
      if (formula === cell.formula) continue;
      Object.assign(cell, { formula, raw: null });
      sheet.changed.add('cells');
    }
  }
  for (const validation of sheet.validations) {
    const before = [validation.formula1, validation.formula2].join();
    if (validation.formula1?.includes('!')) validation.formula1 = renamed(validation.formula1, change);
    if (validation.formula2?.includes('!')) validation.formula2 = renamed(validation.formula2, change);
    if ([validation.formula1, validation.formula2].join() !== before) sheet.changed.add('validations');
  }
  for (const { rule } of sheet.conditionalFormats) {
    for (const node of rule.children) {
      if (typeof node === 'string' || node.name !== 'formula') continue;
      const before = textOf(node);
      node.children = [renamed(before, change)];
      if (node.children[0] !== before) sheet.changed.add('conditionalFormats');
    }
  }
}

/**
 * A copy with cells, formats, widths, merges, rules, names of its own and tables (under new names). Drawings, notes and pivots are not copied: what
 * the host cannot copy it leaves out rather than pointing two sheets at one part.
 */
export function copySheet(sheet: Sheet, position: number): Sheet {
  const { workbook } = sheet;
  let name = '';
  for (let number = 2; name === ''; number += 1) {
    const candidate = `${sheet.name.slice(0, 31 - ` (${number})`.length)} (${number})`;
    if (!workbook.sheetNamed(candidate)) name = candidate;
  }
  const copy = new Sheet(workbook, workbook.newSheetId(), name);
  for (const [row, record] of sheet.grid.rows) {
    const cells = new Map([...record.cells].map(([column, cell]) => [column, { ...cell }] as const));
    copy.grid.rows.set(row, { attributes: { ...record.attributes }, cells });
  }
  copy.merges = sheet.merges.map((area) => ({ ...area }));
  copy.columns = sheet.columns.map((span) => ({ ...span, attributes: { ...span.attributes } }));
  copy.validations = sheet.validations.map((rule) => ({
    ...rule,
    areas: [...rule.areas],
    attributes: { ...rule.attributes },
  }));
  copy.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    id: workbook.newConditionalFormatId(),
    areas: [...format.areas],
    rule: cloneElement(format.rule),
  }));
  copy.autoFilter = sheet.autoFilter && { ...sheet.autoFilter };
  copy.frozen = { ...sheet.frozen };
  copy.page = copyPageSetup(sheet.page);
  copy.hyperlinks = sheet.hyperlinks.filter((link) => link.address === null).map((link) => ({ ...link }));
  copy.protection = sheet.protection && { ...sheet.protection };
  Object.assign(copy, {
    tabColor: sheet.tabColor,
    hasFormulas: sheet.hasFormulas,
    showGridlines: sheet.showGridlines,
    showHeadings: sheet.showHeadings,
    defaultColumnWidth: sheet.defaultColumnWidth,
    defaultRowHeight: sheet.defaultRowHeight,
  });
  copy.source = sheet.source && cloneElement(sheet.source);
  for (const part of [
    'drawing',
    'legacyDrawing',
    'legacyDrawingHF',
    'picture',
    'oleObjects',
    'controls',
    'tableParts',
    'hyperlinks',
  ]) {
    if (copy.source) removeChild(copy.source, part);
  }
  const setup = copy.source?.children.find((child) => typeof child !== 'string' && child.name === 'pageSetup');
  if (setup && typeof setup !== 'string') delete setup.attributes['r:id'];
  copy.tables = sheet.tables.map((table) => {
    const id = workbook.newTableId();
    const tableName = uniqueTableName(workbook, table.name.replace(/\d+$/, ''));
    const source = cloneElement(table.source);
    source.attributes['id'] = String(id);
    const columns = table.columns.map((column) => ({ ...column, source: cloneElement(column.source) }));
    return { ...table, id, name: tableName, source, columns, area: { ...table.area }, part: null, changed: true };
  });
  for (const facet of [
    'cells',
    'tables',
    'conditionalFormats',
    'validations',
    'columns',
    'merges',
    'hyperlinks',
    'view',
  ] as const)
    copy.changed.add(facet);
  // What was changed since the sheet was read stands in no source.
  for (const facet of ['page', 'protection', 'tabColor'] as const)
    if (sheet.changed.has(facet)) copy.changed.add(facet);
  for (const name of workbook.names.filter((own) => own.sheet === sheet && !/^_xlnm\._filter/i.test(own.name))) {
    const formula = renamed(name.formula, (own) => (own.toLowerCase() === sheet.name.toLowerCase() ? copy.name : own));
    workbook.names.push({ ...name, formula, sheet: copy });
    workbook.changed.names = true;
  }
  workbook.sheets.splice(position, 0, copy);
  workbook.changed.sheets = true;
  workbook.notify({ kind: 'sheetAdded', sheet: copy });
  return copy;
}
