import type { Sheet } from '../../excel-host/model/workbook.ts';
import { colorOf } from '../../excel-host/model/colors.ts';
import { childOf, elementsOf, textOf, type XmlElement } from '../../excel-host/xml/xml-tree.ts';
import type { Overlay } from './cell-look.ts';

/** Says whether a formula, written for the first cell of a format's area, holds at a cell. */
export type HoldsAt = (sheet: Sheet, formula: string, origin: [number, number], at: [number, number]) => boolean;

/** The colours that the sheet's own formula rules give a cell; other kinds of rules (bars, scales) are not drawn. */
export function conditionalLook(sheet: Sheet, row: number, column: number, holdsAt: HoldsAt): Overlay | null {
  const rules = sheet.conditionalFormats
    .filter(({ areas }) => areas.some((area) => holds(area, row, column)))
    .filter(({ rule }) => rule.attributes['type'] === 'expression')
    .sort((a, b) => Number(a.rule.attributes['priority'] ?? 0) - Number(b.rule.attributes['priority'] ?? 0));
  for (const { areas, rule } of rules) {
    const formula = childOf(rule, 'formula');
    const [first] = areas;
    if (formula === undefined || first === undefined) continue;
    if (holdsAt(sheet, textOf(formula), [first.row, first.column], [row, column])) return overlayOf(sheet, rule);
  }
  return null;
}

function holds(
  area: { row: number; column: number; rows: number; columns: number },
  row: number,
  column: number,
): boolean {
  return row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;
}

function overlayOf(sheet: Sheet, rule: XmlElement): Overlay {
  const { styles } = sheet.workbook;
  const format = styles.differential(Number(rule.attributes['dxfId'] ?? '-1'));
  const font = format && childOf(format, 'font');
  const fill = format && childOf(format, 'fill');
  const pattern = fill && elementsOf(fill)[0];
  const bold = font && childOf(font, 'b');
  return {
    // A differential fill keeps its colour in bgColor (ECMA-376 part 1, 18.8.20 and 18.3.1.10).
    fill: pattern ? colorOf(childOf(pattern, 'bgColor') ?? childOf(pattern, 'fgColor'), styles.theme) : '',
    color: (font && colorOf(childOf(font, 'color'), styles.theme)) || '#000000',
    bold: bold !== undefined && bold.attributes['val'] !== '0',
  };
}
