import { MAX_COLUMNS, MAX_ROWS, type Area } from './address.ts';

/** Cells inserted or deleted at `area`; those behind it move down/up or right/left. */
export interface Shift {
  area: Area;
  direction: 'Down' | 'Right';
  insert: boolean;
}

/** Where an area lies after the shift; null when all of it was deleted. Areas that stick out sideways stay. */
export function moveArea(area: Area, { area: at, direction, insert }: Shift): Area | null {
  if (direction === 'Down') {
    const inside = area.column >= at.column && area.column + area.columns <= at.column + at.columns;
    if (!inside) return area;
    const moved = moveSpan(area.row, area.rows, at.row, at.rows, insert, MAX_ROWS);
    return moved && { ...area, row: moved.start, rows: moved.size };
  }
  const inside = area.row >= at.row && area.row + area.rows <= at.row + at.rows;
  if (!inside) return area;
  const moved = moveSpan(area.column, area.columns, at.column, at.columns, insert, MAX_COLUMNS);
  return moved && { ...area, column: moved.start, columns: moved.size };
}

function moveSpan(
  start: number,
  size: number,
  at: number,
  count: number,
  insert: boolean,
  limit: number,
): { start: number; size: number } | null {
  if (size === limit) return { start, size };
  if (insert) {
    if (at <= start) return { start: start + count, size: Math.min(size, limit - start - count) };
    return at < start + size ? { start, size: size + count } : { start, size };
  }
  const end = start + size;
  const cutStart = Math.max(start, at);
  const cutEnd = Math.min(end, at + count);
  const left = size - Math.max(0, cutEnd - cutStart);
  if (left === 0) return null;
  return { start: start < at ? start : Math.max(at, start - count), size: left };
}
