import { fromFileForm, toFileForm } from '../formula/file-form.ts';
import { tokenize } from '../formula/tokens.ts';
import { translateFormula } from '../formula/translate.ts';
import { putChild, removeChild } from '../xml/ordered-child.ts';
import { childOf, cloneElement, element, elementsOf, textOf, type XmlElement } from '../xml/xml-tree.ts';
import { intersection, type Area } from './address.ts';
import { checkFormula } from './entry.ts';
import { refuse } from './host-error.ts';
import type { ConditionalFormat, Sheet } from './workbook.ts';

const TYPES: Record<string, string> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  dataBar: 'DataBar',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  top10: 'TopBottom',
  containsText: 'ContainsText',
  notContainsText: 'ContainsText',
  beginsWith: 'ContainsText',
  endsWith: 'ContainsText',
};

export function formatType({ rule }: ConditionalFormat): string {
  return TYPES[rule.attributes['type'] ?? ''] ?? 'PresetCriteria';
}

export function priorityOf({ rule }: ConditionalFormat): number {
  return Number(rule.attributes['priority'] ?? '0');
}

/** Those that touch the areas, most urgent first. */
export function formatsOn(sheet: Sheet, areas: readonly Area[]): ConditionalFormat[] {
  return sheet.conditionalFormats
    .filter((format) => format.areas.some((area) => areas.some((asked) => intersection(area, asked) !== null)))
    .sort((a, b) => priorityOf(a) - priorityOf(b));
}

/** A new rule comes first; adding the same again makes a second one (facts 2.2 "conditional formats"). */
export function addFormat(sheet: Sheet, areas: readonly Area[], made: XmlElement): ConditionalFormat {
  for (const format of sheet.conditionalFormats) format.rule.attributes['priority'] = String(priorityOf(format) + 1);
  const format: ConditionalFormat = {
    id: sheet.workbook.newConditionalFormatId(),
    areas: areas.map((area) => ({ ...area })),
    rule: { ...made, attributes: { ...made.attributes, priority: '1' } },
  };
  sheet.conditionalFormats.push(format);
  touched(sheet);
  return format;
}

export function touched(sheet: Sheet): void {
  sheet.changed.add('conditionalFormats');
  sheet.workbook.notify({ kind: 'format', sheet, area: null });
}

export function removeFormats(sheet: Sheet, gone: readonly ConditionalFormat[]): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => !gone.includes(format));
  touched(sheet);
}

/** Puts one at a place of the sheet's order and numbers all anew. */
export function setPriority(sheet: Sheet, format: ConditionalFormat, place: number): void {
  const ordered = [...sheet.conditionalFormats]
    .sort((a, b) => priorityOf(a) - priorityOf(b))
    .filter((other) => other !== format);
  ordered.splice(Math.max(0, Math.min(place, ordered.length)), 0, format);
  for (const [index, entry] of ordered.entries()) entry.rule.attributes['priority'] = String(index + 1);
  touched(sheet);
}

export function setStopIfTrue(sheet: Sheet, format: ConditionalFormat, on: boolean): void {
  if (on) format.rule.attributes['stopIfTrue'] = '1';
  else delete format.rule.attributes['stopIfTrue'];
  touched(sheet);
}

function topLeft(areas: readonly Area[]): { row: number; column: number } {
  return { row: Math.min(...areas.map((area) => area.row)), column: Math.min(...areas.map((area) => area.column)) };
}

/** The formula as seen from the first cell of the range it was fetched by ([#5194]); in the file it starts at the rule's own first cell. */
export function readFormula(format: ConditionalFormat, seenFrom: readonly Area[], index = 0): string {
  const own = textOf(elementsOf(format.rule, 'formula')[index]);
  if (own === '') return '';
  const [from, to] = [topLeft(format.areas), topLeft(seenFrom)];
  return `=${translateFormula(fromFileForm(own), to.row - from.row, to.column - from.column)}`;
}

export function writeFormula(
  sheet: Sheet,
  format: ConditionalFormat,
  formula: string,
  seenFrom: readonly Area[],
): void {
  setFormulas(sheet, format, [formula], seenFrom);
}

/** All formulas of a rule at once, as told from the range it was fetched by. */
export function setFormulas(
  sheet: Sheet,
  format: ConditionalFormat,
  formulas: readonly string[],
  seenFrom: readonly Area[],
): void {
  const nodes = formulas.map((formula) => element('formula', {}, [ownFormula(format, formula, seenFrom)]));
  removeChild(format.rule, 'formula');
  format.rule.children.unshift(...nodes);
  touched(sheet);
}

function ownFormula(format: ConditionalFormat, formula: string, seenFrom: readonly Area[]): string {
  const body = formula.replace(/^=/, '');
  checkFormula(body);
  if (tokenize(body)?.some((token) => token.kind === 'structured')) {
    refuse('InvalidArgument', 'A conditional format cannot use table references.'); // [K], facts 2.2
  }
  const [from, to] = [topLeft(format.areas), topLeft(seenFrom)];
  return toFileForm(translateFormula(body, from.row - to.row, from.column - to.column), null);
}

const DXF_ORDER = ['font', 'numFmt', 'fill', 'alignment', 'border', 'protection', 'extLst'];

export function differentialOf(sheet: Sheet, format: ConditionalFormat): XmlElement | undefined {
  const index = format.rule.attributes['dxfId'];
  return index === undefined ? undefined : sheet.workbook.styles.differential(Number(index));
}

/** Replaces one part (font, fill, numFmt) of the rule's format; other rules that share the format keep theirs. */
export function changeDifferential(
  sheet: Sheet,
  format: ConditionalFormat,
  part: 'font' | 'fill' | 'numFmt',
  change: (node: XmlElement | undefined) => XmlElement | null,
): void {
  const current = differentialOf(sheet, format);
  const dxf = current ? cloneElement(current) : element('dxf');
  const changed = change(childOf(dxf, part));
  if (changed) putChild(dxf, changed, DXF_ORDER);
  else removeChild(dxf, part);
  format.rule.attributes['dxfId'] = String(sheet.workbook.styles.addDifferential(dxf));
  touched(sheet);
}

/** A rule without its formula would make the file unreadable; it is left out of the file. */
export function isComplete(format: ConditionalFormat): boolean {
  const { type = '', rank } = format.rule.attributes;
  if (type === 'top10') return rank !== undefined;
  const needsFormula = ['expression', 'cellIs', 'containsText', 'notContainsText', 'beginsWith', 'endsWith'];
  return !needsFormula.includes(type) || elementsOf(format.rule, 'formula').length > 0;
}
