/** Cells and areas by zero-based indexes, and their A1 writing. */
export interface Area {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + (letter.charCodeAt(0) - 64);
  return index - 1;
}

export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

export function isEntireColumn(area: Area): boolean {
  return area.row === 0 && area.rows === MAX_ROWS;
}

export function isEntireRow(area: Area): boolean {
  return area.column === 0 && area.columns === MAX_COLUMNS;
}

export function areaName(area: Area): string {
  const lastRow = area.row + area.rows - 1;
  const lastColumn = area.column + area.columns - 1;
  if (isEntireRow(area)) return `${area.row + 1}:${lastRow + 1}`;
  if (isEntireColumn(area)) return `${columnName(area.column)}:${columnName(lastColumn)}`;
  const first = cellName(area.row, area.column);
  return area.rows === 1 && area.columns === 1 ? first : `${first}:${cellName(lastRow, lastColumn)}`;
}

/** The A1 writing of an area as a file wants it (whole rows and columns written out in short). */
export const fileReference = areaName;

const CORNER = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?([0-9]{1,7})$/;

interface Corner {
  row: number | null;
  column: number | null;
}

function parseCorner(text: string): Corner | null {
  const cell = CORNER.exec(text);
  if (cell) return { column: columnIndex(cell[1] ?? ''), row: Number(cell[2]) - 1 };
  const column = COLUMN.exec(text);
  if (column) return { column: columnIndex(column[1] ?? ''), row: null };
  const row = ROW.exec(text);
  return row ? { column: null, row: Number(row[1]) - 1 } : null;
}

/** `A1`, `$A$1:B3`, `A:C`, `2:5` → an area; null when it is none or lies outside the sheet. */
export function parseArea(text: string): Area | null {
  const [left = '', right, more] = text.trim().split(':');
  if (more !== undefined) return null;
  const first = parseCorner(left);
  const last = right === undefined ? first : parseCorner(right);
  if (!first || !last) return null;
  if (right === undefined && (first.row === null || first.column === null)) return null;
  if ((first.row === null) !== (last.row === null) || (first.column === null) !== (last.column === null)) return null;
  const top = Math.min(first.row ?? 0, last.row ?? 0);
  const bottom = Math.max(first.row ?? MAX_ROWS - 1, last.row ?? MAX_ROWS - 1);
  const leftmost = Math.min(first.column ?? 0, last.column ?? 0);
  const rightmost = Math.max(first.column ?? MAX_COLUMNS - 1, last.column ?? MAX_COLUMNS - 1);
  if (top < 0 || leftmost < 0 || bottom >= MAX_ROWS || rightmost >= MAX_COLUMNS) return null;
  return { row: top, column: leftmost, rows: bottom - top + 1, columns: rightmost - leftmost + 1 };
}

/** `Sheet1!A1`, `'My ''sheet'''!A1` → the sheet's name (or null) and the rest. */
export function splitSheet(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), rest: quoted[2] ?? '' };
  const plain = /^([^'!]+)!(.*)$/s.exec(text);
  return plain ? { sheet: plain[1] ?? '', rest: plain[2] ?? '' } : { sheet: null, rest: text };
}

/** A sheet's name as it stands before `!`: quoted unless it is a plain word that no reference could be taken for. */
export function quoteSheet(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !CORNER.test(name) && !/^[rc]\d*$/i.test(name);
  return plain ? name : `'${name.replace(/'/g, "''")}'`;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? { row, column, rows, columns } : null;
}

export function boundingArea(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== null && common.rows === inner.rows && common.columns === inner.columns;
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

/** What is left of `area` when `hole` is cut out: up to four areas. */
export function subtractArea(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const pieces: Area[] = [
    { row: area.row, column: area.column, rows: common.row - area.row, columns: area.columns },
    {
      row: common.row + common.rows,
      column: area.column,
      rows: area.row + area.rows - common.row - common.rows,
      columns: area.columns,
    },
    { row: common.row, column: area.column, rows: common.rows, columns: common.column - area.column },
    {
      row: common.row,
      column: common.column + common.columns,
      rows: common.rows,
      columns: area.column + area.columns - common.column - common.columns,
    },
  ];
  return pieces.filter((piece) => piece.rows > 0 && piece.columns > 0);
}

export function parseReferenceList(text: string): Area[] {
  return text
    .split(/\s+/)
    .map((part) => parseArea(part))
    .filter((area): area is Area => area !== null);
}
