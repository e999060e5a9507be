import { contains, intersection, MAX_COLUMNS, MAX_ROWS, type Area } from '../address.ts';
import { isBlank } from '../cell-value.ts';
import { refuse } from '../host-error.ts';
import { styleAt } from '../read-cells.ts';
import { checkAllowed } from '../sheet-protection.ts';
import type { Sheet, Workbook } from '../workbook.ts';
import { layOut, type PivotCell } from './lay-out.ts';
import { defaultLayout, type Pivot, type PivotSource } from './pivot.ts';
import { readSource } from './read-source.ts';

/** The placeholder that a pivot without any hierarchy covers ([K], as Excel draws it). */
const EMPTY = { rows: 18, columns: 3 };

export function allPivots(workbook: Workbook): { sheet: Sheet; pivot: Pivot }[] {
  return workbook.sheets.flatMap((sheet) => sheet.pivots.map((pivot) => ({ sheet, pivot })));
}

export function addPivot(sheet: Sheet, name: string, source: PivotSource, at: { row: number; column: number }): Pivot {
  checkAllowed(sheet, 'pivotTables');
  if (name === '' || name.length > 255) refuse('InvalidArgument');
  const { workbook } = sheet;
  if (allPivots(workbook).some(({ pivot }) => pivot.name.toLowerCase() === name.toLowerCase()))
    refuse('ItemAlreadyExists');
  const read = readSource({ source, fields: [] });
  const pivot: Pivot = {
    ...read,
    id: workbook.newPivotId(),
    name,
    source,
    row: at.row,
    column: at.column,
    rows: [],
    columns: [],
    filters: [],
    data: [],
    layout: defaultLayout(),
    refreshOnOpen: false,
    area: { ...at, ...EMPTY },
    filterArea: null,
    nextData: 1,
    part: null,
    cachePart: null,
    changed: true,
  };
  checkFree(sheet, pivot, [pivot.area], true);
  sheet.pivots.push(pivot);
  touchPivot(sheet, pivot);
  return pivot;
}

/** Draws the pivot anew from its own records; the cells that it no longer covers are emptied. */
export function drawPivot(sheet: Sheet, pivot: Pivot): void {
  checkAllowed(sheet, 'pivotTables');
  const picture = layOut(pivot);
  const { length: above } = picture.filters;
  // Filters need their rows and an empty one above the body; where there is no room the body moves down ([K]).
  const row = above > 0 ? Math.max(pivot.row, above + 1) : pivot.row;
  const size =
    picture.cells.length === 0 ? EMPTY : { rows: picture.cells.length, columns: picture.cells[0]?.length ?? 1 };
  const area: Area = { row, column: pivot.column, rows: size.rows, columns: Math.max(1, size.columns) };
  if (area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS) refuse('RangeExceedsLimit');
  const filterArea = above === 0 ? null : { row: row - above - 1, column: pivot.column, rows: above, columns: 2 };
  checkFree(sheet, pivot, filterArea ? [area, filterArea] : [area], picture.cells.length === 0);
  erase(sheet, pivot);
  Object.assign(pivot, { row, area, filterArea });
  for (const [down, line] of picture.cells.entries()) {
    for (const [right, cell] of line.entries()) if (cell) put(sheet, area.row + down, area.column + right, cell);
  }
  for (const [down, pair] of picture.filters.entries()) {
    for (const [right, value] of pair.entries()) {
      if (filterArea) put(sheet, filterArea.row + down, filterArea.column + right, { value });
    }
  }
  touchPivot(sheet, pivot);
}

/** Reads the source again, then draws: edits of the source show only now ([T PivotTable.refresh], facts 2.2 "pivots"). */
export function refreshPivot(sheet: Sheet, pivot: Pivot): void {
  const before = pivot.fields.map(({ name }) => name);
  const { fields, records } = readSource(pivot);
  // Hierarchies stay with their fields by name; those whose column is gone leave the pivot, as in Excel ([K]).
  const place = (index: number): number => fields.findIndex(({ name }) => name === before[index]);
  const kept = (axis: number[]): number[] => axis.map(place).filter((at) => at >= 0);
  const data = pivot.data.map((own) => ({
    ...own,
    field: place(own.field),
    baseField: Math.max(0, place(own.baseField)),
  }));
  const next = {
    fields,
    records,
    rows: kept(pivot.rows),
    columns: kept(pivot.columns),
    filters: kept(pivot.filters),
    data: data.filter(({ field }) => field >= 0),
  };
  const old = { ...pivot };
  Object.assign(pivot, next);
  try {
    drawPivot(sheet, pivot);
  } catch (error) {
    Object.assign(pivot, old); // a refused refresh leaves the pivot as it was
    throw error;
  }
}

export function deletePivot(sheet: Sheet, pivot: Pivot): void {
  checkAllowed(sheet, 'pivotTables');
  erase(sheet, pivot);
  sheet.pivots.splice(sheet.pivots.indexOf(pivot), 1);
  sheet.changed.add('pivots').add('cells');
  sheet.workbook.notify({ kind: 'structure', sheet, area: pivot.area });
}

export function touchPivot(sheet: Sheet, pivot: Pivot): void {
  pivot.changed = true;
  sheet.changed.add('pivots').add('cells');
  sheet.workbook.notify({ kind: 'structure', sheet, area: pivot.area });
}

/** Not over another pivot, a table, merged cells or cells that hold something ([D application-specific-api-error-handling.md], facts 2.2 "pivots"). */
function checkFree(sheet: Sheet, pivot: Pivot, wanted: readonly Area[], empty: boolean): void {
  const own = [pivot.area, ...(pivot.filterArea ? [pivot.filterArea] : [])];
  const drawn = sheet.pivots.includes(pivot);
  for (const area of wanted) {
    const hits = (other: Area): boolean => intersection(other, area) !== null;
    const others = sheet.pivots.filter((other) => other !== pivot);
    if (others.some((other) => hits(other.area) || (other.filterArea && hits(other.filterArea)))) {
      refuse('PivotTableRangeConflict');
    }
    if (sheet.tables.some((table) => hits(table.area)) || sheet.merges.some(hits)) refuse('PivotTableRangeConflict');
    // The placeholder of an empty pivot lies over cells without taking them; only its first one must be free.
    for (const { row, column, cell } of sheet.grid.cellsIn(empty ? { ...area, rows: 1, columns: 1 } : area)) {
      const inOwn = drawn && own.some((part) => contains(part, { row, column, rows: 1, columns: 1 }));
      if (!inOwn && !isBlank(cell)) refuse('PivotTableRangeConflict');
    }
  }
}

function erase(sheet: Sheet, pivot: Pivot): void {
  const { styles } = sheet.workbook;
  for (const area of pivot.filterArea ? [pivot.area, pivot.filterArea] : [pivot.area]) {
    for (const { row, column, cell } of [...sheet.grid.cellsIn(area)]) {
      const plain = styles.numberFormat(cell.style) === 'General';
      const style = plain ? cell.style : styles.patch(cell.style, { numberFormat: 'General' });
      if (style === 0 || styles.isPlain(style)) sheet.grid.remove(row, column);
      else sheet.grid.set(row, column, { value: null, formula: null, style, raw: null });
    }
  }
}

function put(sheet: Sheet, row: number, column: number, { value, numberFormat }: PivotCell): void {
  const { styles } = sheet.workbook;
  const own = styleAt(sheet, row, column);
  const style = numberFormat === undefined ? own : styles.patch(own, { numberFormat });
  sheet.grid.set(row, column, { value, formula: null, style, raw: null });
}
