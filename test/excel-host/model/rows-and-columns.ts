import type { Area } from './address.ts';
import { without } from './without.ts';
import { checkAllowed } from './sheet-protection.ts';
import type { ColumnSpan, Sheet } from './workbook.ts';

/** Width of a column in the file's unit (characters of the default font) ↔ points, at 7 pixels a character and 96 dpi. */
const POINTS_PER_CHARACTER = 5.25;
const STANDARD_WIDTH = 64 / 7;

/** Cuts the spans at the area's edges, fills gaps, and hands over every span that lies inside. */
export function eachColumnSpan(sheet: Sheet, area: Area, visit: (span: ColumnSpan) => void): void {
  const first = area.column;
  const last = area.column + area.columns - 1;
  const spans: ColumnSpan[] = [];
  let next = first;
  for (const span of [...sheet.columns].sort((a, b) => a.first - b.first)) {
    if (span.last < first || span.first > last) {
      spans.push(span);
      continue;
    }
    if (span.first > next) spans.push({ first: next, last: span.first - 1, attributes: {} });
    if (span.first < first) spans.push({ ...span, last: first - 1, attributes: { ...span.attributes } });
    const inside = {
      first: Math.max(span.first, first),
      last: Math.min(span.last, last),
      attributes: { ...span.attributes },
    };
    spans.push(inside);
    if (span.last > last) spans.push({ ...span, first: last + 1, attributes: { ...span.attributes } });
    next = inside.last + 1;
  }
  if (next <= last) spans.push({ first: next, last, attributes: {} });
  for (const span of spans) if (span.first >= first && span.last <= last) visit(span);
  sheet.columns = spans.filter((span) => Object.keys(span.attributes).length > 0).sort((a, b) => a.first - b.first);
}

function uniform<T>(values: Iterable<T>): T | null {
  const all = new Set(values);
  return all.size === 1 ? ([...all][0] ?? null) : null;
}

function spanAt(sheet: Sheet, column: number): ColumnSpan | undefined {
  return sheet.columns.find((span) => column >= span.first && column <= span.last);
}

function columnsOf(sheet: Sheet, area: Area): (ColumnSpan | undefined)[] {
  const seen = new Set<ColumnSpan | undefined>();
  let covered = 0;
  for (const span of sheet.columns) {
    const from = Math.max(span.first, area.column);
    const to = Math.min(span.last, area.column + area.columns - 1);
    if (to < from) continue;
    covered += to - from + 1;
    seen.add(span);
  }
  if (covered < area.columns) seen.add(undefined);
  return [...seen];
}

export function columnWidth(sheet: Sheet, area: Area): number | null {
  return uniform(columnsOf(sheet, area).map((span) => widthPoints(sheet, span)));
}

function widthPoints(sheet: Sheet, span: ColumnSpan | undefined): number {
  if (span?.attributes['hidden'] === '1') return 0;
  const width = Number(span?.attributes['width'] ?? sheet.defaultColumnWidth ?? STANDARD_WIDTH);
  return Math.round(width * POINTS_PER_CHARACTER * 100) / 100;
}

/** The width of one column in points. */
export function widthOf(sheet: Sheet, column: number): number {
  return widthPoints(sheet, spanAt(sheet, column));
}

export function pixelWidth(sheet: Sheet, column: number): number {
  return Math.round((widthPoints(sheet, spanAt(sheet, column)) * 96) / 72);
}

export function setColumnWidth(sheet: Sheet, area: Area, points: number): void {
  checkAllowed(sheet, 'formatColumns');
  eachColumnSpan(sheet, area, (span) => {
    const attributes = without(span.attributes, 'hidden');
    span.attributes = {
      ...attributes,
      width: String(Math.round((points / POINTS_PER_CHARACTER) * 1e6) / 1e6),
      customWidth: '1',
    };
  });
  sheet.changed.add('columns');
}

/** Whether columns have no width of their own ([T RangeFormat.useStandardWidth]); null when some have. */
export function hasStandardWidth(sheet: Sheet, area: Area): boolean | null {
  return uniform(columnsOf(sheet, area).map((span) => span?.attributes['width'] === undefined));
}

export function takeColumnWidth(sheet: Sheet, area: Area): void {
  checkAllowed(sheet, 'formatColumns');
  eachColumnSpan(sheet, area, (span) => {
    span.attributes = without(span.attributes, 'width', 'customWidth', 'hidden');
  });
  sheet.changed.add('columns');
}

export function columnsHidden(sheet: Sheet, area: Area): boolean | null {
  return uniform(columnsOf(sheet, area).map((span) => span?.attributes['hidden'] === '1'));
}

export function setColumnsHidden(sheet: Sheet, area: Area, hidden: boolean): void {
  checkAllowed(sheet, 'formatColumns');
  eachColumnSpan(sheet, area, (span) => {
    const attributes = without(span.attributes, 'hidden');
    span.attributes = hidden ? { width: String(STANDARD_WIDTH), ...attributes, hidden: '1' } : attributes;
  });
  sheet.changed.add('columns');
}

export function rowHeight(sheet: Sheet, area: Area): number | null {
  const heights = new Set<number>();
  for (const row of sheet.grid.rowsIn(area)) heights.add(heightOf(sheet, row));
  if (sheet.grid.rowsIn(area).length < area.rows) heights.add(sheet.defaultRowHeight);
  return uniform(heights);
}

export function heightOf(sheet: Sheet, row: number): number {
  const attributes = sheet.grid.rows.get(row)?.attributes ?? {};
  if (attributes['hidden'] === '1') return 0;
  return Number(attributes['ht'] ?? sheet.defaultRowHeight);
}

export function setRowHeight(sheet: Sheet, area: Area, points: number): void {
  checkAllowed(sheet, 'formatRows');
  eachRow(area, (row) => {
    const record = sheet.grid.row(row);
    const attributes = without(record.attributes, 'hidden');
    record.attributes = { ...attributes, ht: String(points), customHeight: '1' };
  });
  sheet.changed.add('cells');
}

export function isRowHidden(sheet: Sheet, row: number): boolean {
  return sheet.grid.rows.get(row)?.attributes['hidden'] === '1';
}

export function isColumnHidden(sheet: Sheet, column: number): boolean {
  return spanAt(sheet, column)?.attributes['hidden'] === '1';
}

export function rowsHidden(sheet: Sheet, area: Area): boolean | null {
  const rows = sheet.grid.rowsIn(area);
  const states = new Set(rows.map((row) => isRowHidden(sheet, row)));
  if (rows.length < area.rows) states.add(false);
  return uniform(states);
}

export function setRowsHidden(sheet: Sheet, area: Area, hidden: boolean): void {
  checkAllowed(sheet, 'formatRows');
  eachRow(area, (row) => {
    const record = sheet.grid.row(row);
    const attributes = without(record.attributes, 'hidden');
    record.attributes = hidden ? { ...attributes, hidden: '1' } : attributes;
  });
  sheet.changed.add('cells');
}

/** What a filter does to one row: no option of a protected sheet is asked. */
export function showRow(sheet: Sheet, row: number, shown: boolean): void {
  const known = sheet.grid.rows.get(row)?.attributes['hidden'] === '1';
  if (known !== shown) return;
  const record = sheet.grid.row(row);
  const attributes = without(record.attributes, 'hidden');
  record.attributes = shown ? attributes : { ...attributes, hidden: '1' };
  sheet.changed.add('cells');
}

function eachRow(area: Area, visit: (row: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row += 1) visit(row);
}
