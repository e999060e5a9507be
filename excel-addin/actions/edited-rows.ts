import type { RegisterCells } from '../../core/register/refresh/open-register.ts';
import type { SheetEdit } from '../workbook/listen.ts';
import type { EditedRows } from './refresh-rows.ts';

/** With more rows than this at once, all is read again instead. */
const MOST_ROWS = 500;

/**
 * Which rows of the table the edits touched; `all` when that cannot be told from the addresses (rows or columns were inserted
 * or deleted, whole columns or the header were edited, very many rows). Rows just below the table count: it grows over them.
 */
export function editedRows(
  edits: readonly SheetEdit[],
  { area, values }: Pick<RegisterCells, 'area' | 'values'>,
): EditedRows | 'all' {
  const own = new Set<number>();
  const others = new Set<number>();
  for (const { address, isStructural, isRemote } of edits) {
    if (isStructural) return 'all';
    for (const part of address.split(',')) {
      const place = placeOf(part);
      if (place === null) return 'all';
      const isBeside = place.lastColumn < area.column || place.firstColumn >= area.column + area.columnCount;
      if (isBeside || place.lastRow < area.row) continue;
      if (place.firstRow <= area.row) return 'all';
      const first = place.firstRow - area.row - 1;
      const last = place.lastRow - area.row - 1;
      if (last - first >= MOST_ROWS) return 'all';
      for (let index = first; index <= last; index++) (isRemote ? others : own).add(index);
    }
  }
  if (own.size + others.size > MOST_ROWS) return 'all';
  // The table grows over rows directly below it; what stands further down is none of ours.
  let end = values.length;
  while (own.has(end) || others.has(end)) end++;
  const inside = (index: number) => index < end;
  return { own: [...own].filter(inside), others: [...others].filter((index) => inside(index) && !own.has(index)) };
}

interface Place {
  firstRow: number;
  lastRow: number;
  firstColumn: number;
  lastColumn: number;
}

/** `Sheet1!B3:C5` → rows and columns from 0; null for whole rows or columns, and for what is no address. */
function placeOf(text: string): Place | null {
  const address = text
    .slice(text.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .trim();
  const [, left = '', top = '', right, bottom] = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/i.exec(address) ?? [];
  if (left === '') return null;
  return {
    firstRow: Number(top) - 1,
    lastRow: Number(bottom ?? top) - 1,
    firstColumn: columnNumber(left),
    lastColumn: columnNumber(right ?? left),
  };
}

function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
