import { areaName, intersection, parseArea, subtractArea, type Area } from './address.ts';
import { applyStyle } from './apply-style.ts';
import type { Hyperlink, Sheet } from './workbook.ts';
import { writeEntries } from './write-cells.ts';
import { readRelationships } from '../file/package-parts.ts';
import { childOf, elementsOf, localAttribute, type XmlElement } from '../xml/xml-tree.ts';

export function readHyperlinks(sheet: Sheet, root: XmlElement): Hyperlink[] {
  const list = childOf(root, 'hyperlinks');
  const relations = list ? readRelationships(sheet.workbook.parts, sheet.part ?? '') : [];
  return (list ? elementsOf(list, 'hyperlink') : []).flatMap((node) => {
    const area = parseArea(node.attributes['ref'] ?? '');
    const id = localAttribute(node, 'id');
    const target = relations.find((relation) => relation.id === id)?.target ?? null;
    const { location, tooltip } = node.attributes;
    return area ? [{ area, address: target, location: location ?? null, tooltip: tooltip ?? null }] : [];
  });
}

/** The link of all cells of an area; null without one, undefined where they differ. */
export function hyperlinkOn(sheet: Sheet, area: Area): Hyperlink | null | undefined {
  const found = sheet.hyperlinks.filter((link) => intersection(link.area, area) !== null);
  const [first] = found;
  if (!first) return null;
  const same = found.every(
    (link) => link.address === first.address && link.location === first.location && link.tooltip === first.tooltip,
  );
  const left = found.reduce((rest, link) => rest.flatMap((piece) => subtractArea(piece, link.area)), [area]);
  return same && left.length === 0 ? first : undefined;
}

/** Every cell gets the link and the looks of one (blue, underlined: the Hyperlink cell style, [K]); the text goes into the first cell. */
export function setHyperlink(sheet: Sheet, area: Area, link: Omit<Hyperlink, 'area'>, text: string | null): void {
  removeHyperlinks(sheet, area);
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) {
      sheet.hyperlinks.push({ area: { row, column, rows: 1, columns: 1 }, ...link });
    }
  }
  const first = { row: area.row, column: area.column, rows: 1, columns: 1 };
  if (text !== null) writeEntries(sheet, first, [[/^[=+\-@']/.test(text) ? `'${text}` : text]]);
  applyStyle(sheet, area, () => ({ font: { color: '0563C1', underline: 'single' } }));
  sheet.changed.add('hyperlinks');
  sheet.workbook.notify({ kind: 'format', sheet, area });
}

/** A link that lies over more than the area keeps the cells outside it. */
export function removeHyperlinks(sheet: Sheet, area: Area): void {
  if (!sheet.hyperlinks.some((link) => intersection(link.area, area) !== null)) return;
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) =>
    subtractArea(link.area, area).map((piece) => ({ ...link, area: piece })),
  );
  sheet.changed.add('hyperlinks');
}

export function hyperlinkAttributes({ area, location, tooltip }: Hyperlink): Record<string, string | undefined> {
  return { ref: areaName(area), location: location ?? undefined, tooltip: tooltip ?? undefined };
}
