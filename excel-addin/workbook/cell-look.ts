import type { Area } from '../../core/register/sheet-reading.ts';
import { rangeOf } from './area.ts';

const EDGES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const;
const WHITE = '#FFFFFF';

/** A cell's font, alignment, fill and lower border, as loaded from the workbook. */
export interface Look {
  format: Excel.RangeFormat;
  edge: Excel.RangeBorder;
}

/** Queues the loading of a cell's look. */
export function loadLook(sheet: Excel.Worksheet, row: number, column: number): Look {
  const { format } = sheet.getCell(row, column);
  format.load('horizontalAlignment,verticalAlignment,wrapText');
  format.font.load('name,size,bold,color');
  format.fill.load('color');
  return { format, edge: format.borders.getItem('EdgeBottom').load('style,color') };
}

/** Queues font, alignment and borders for an area. */
export function giveLook(sheet: Excel.Worksheet, target: Area, { format: from, edge }: Look): void {
  const to = rangeOf(sheet, target).format;
  if (from.horizontalAlignment !== 'General') to.horizontalAlignment = from.horizontalAlignment;
  to.verticalAlignment = from.verticalAlignment;
  to.wrapText = from.wrapText;
  to.font.name = from.font.name;
  to.font.size = from.font.size;
  to.font.bold = from.font.bold;
  if (edge.style === 'None') return;
  for (const name of EDGES) {
    if (name === 'InsideHorizontal' && target.rowCount === 1) continue;
    if (name === 'InsideVertical' && target.columnCount === 1) continue;
    const border = to.borders.getItem(name);
    border.style = edge.style;
    if (isColour(edge.color)) border.color = edge.color;
  }
}

/** A cell without a fill reads as white; then the table's own style gives fill and font colour. */
export function giveFill(sheet: Excel.Worksheet, target: Area, { format: from }: Look): void {
  if (!isColour(from.fill.color) || from.fill.color.toUpperCase() === WHITE) return;
  const to = rangeOf(sheet, target).format;
  to.fill.color = from.fill.color;
  if (isColour(from.font.color)) to.font.color = from.font.color;
}

/** Automatic colours read as an empty text, mixed ones as null; neither can be written. */
function isColour(colour: string | null): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour ?? '');
}
