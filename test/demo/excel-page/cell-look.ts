import { textAt, styleAt, valueAt } from '../../excel-host/model/read-cells.ts';
import { CellError } from '../../excel-host/model/cell-value.ts';
import type { Sheet } from '../../excel-host/model/workbook.ts';

/** How a cell looks: its text and the part of its style that the grid draws. */
export interface CellLook {
  text: string;
  style: Record<string, string>;
  wraps: boolean;
}

/** Colours that a conditional format lays over a cell. */
export interface Overlay {
  fill: string;
  color: string;
  bold: boolean;
}

const POINT = 96 / 72;
const ACROSS: Record<string, string> = { left: 'left', center: 'center', right: 'right', centerContinuous: 'center' };
const DOWN: Record<string, string> = { top: 'start', center: 'center', bottom: 'end' };

export function cellLook(sheet: Sheet, row: number, column: number, overlay: Overlay | null): CellLook {
  const { styles } = sheet.workbook;
  const style = styleAt(sheet, row, column);
  const font = styles.font(style);
  const alignment = styles.alignment(style);
  const fill = overlay?.fill ?? styles.fill(style);
  const wraps = alignment['wrapText'] === '1' || alignment['wrapText'] === 'true';
  return {
    text: textAt(sheet, row, column),
    wraps,
    style: {
      'font-family': `"${font.name.replace(/["\\;]/g, '')}", var(--sheet-font)`,
      'font-size': `${font.size * POINT}px`,
      'font-weight': font.bold || overlay?.bold ? '700' : '400',
      'font-style': font.italic ? 'italic' : 'normal',
      'text-decoration': font.underline === 'none' ? 'none' : 'underline',
      color: overlay?.color ?? font.color,
      ...(fill === '' ? {} : { 'background-color': fill }),
      'text-align': ACROSS[alignment['horizontal'] ?? ''] ?? naturalSide(sheet, row, column),
      'align-items': DOWN[alignment['vertical'] ?? 'bottom'] ?? 'end',
      ...borders(sheet, style),
    },
  };
}

/** Without an alignment of its own, Excel sets numbers right, text left, truth values and errors in the middle. */
function naturalSide(sheet: Sheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (typeof value === 'number') return 'right';
  return typeof value === 'boolean' || value instanceof CellError ? 'center' : 'left';
}

function borders(sheet: Sheet, style: number): Record<string, string> {
  const drawn: Record<string, string> = {};
  for (const side of ['right', 'bottom']) {
    const { line, color } = sheet.workbook.styles.border(style, side);
    if (line !== 'none')
      drawn[`border-${side}`] = `${/medium|thick|double/.test(line) ? 2 : 1}px solid ${color || '#000'}`;
  }
  return drawn;
}
