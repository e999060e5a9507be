import {
  contains,
  intersection,
  sameArea,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from './address.ts';
import { isBlank, type Cell } from './cell-value.ts';
import { refuse } from './host-error.ts';
import type { ChartReference } from './chart/chart.ts';
import { placeOfArea, type Place } from './place-on-sheet.ts';
import { moveArea, type Shift } from './move-area.ts';
import { moveFormulas } from './move-formulas.ts';
import { checkAllowed, checkWritable } from './sheet-protection.ts';
import type { RowRecord } from './grid.ts';
import { keptFilters } from './kept-filters.ts';
import type { ChangeType, Sheet, Table, TableColumn } from './workbook.ts';

interface Follower {
  readonly sheet: Sheet;
  current: Area | null;
}

/** Cells behind the given ones make room ([T Range.insert]); everything that points at moved cells follows. */
export function insertCells(
  sheet: Sheet,
  area: Area,
  direction: 'Down' | 'Right',
  followers: readonly Follower[],
): void {
  const shift: Shift = { area, direction, insert: true };
  checkShift(sheet, shift);
  const moved = affected(shift);
  const end = direction === 'Down' ? MAX_ROWS - area.rows : MAX_COLUMNS - area.columns;
  for (const { row, column, cell } of sheet.grid.cellsIn(moved)) {
    if (!isBlank(cell) && (direction === 'Down' ? row : column) >= end) refuse('NonBlankCellOffSheet');
  }
  const above = neighbourStyles(sheet, area, direction);
  apply(sheet, shift, followers);
  for (const { row, column, style } of above)
    sheet.grid.set(row, column, { value: null, formula: null, style, raw: null });
}

/** The cells go, those behind them close up ([T Range.delete]). */
export function deleteCells(sheet: Sheet, area: Area, direction: 'Up' | 'Left', followers: readonly Follower[]): void {
  const shift: Shift = { area, direction: direction === 'Up' ? 'Down' : 'Right', insert: false };
  checkShift(sheet, shift);
  apply(sheet, shift, followers);
}

/** The block whose cells move: the area and all behind it. */
export function affected({ area, direction }: Shift): Area {
  return direction === 'Down'
    ? { ...area, rows: MAX_ROWS - area.row }
    : { ...area, columns: MAX_COLUMNS - area.column };
}

function checkShift(sheet: Sheet, shift: Shift): void {
  const { area, direction, insert } = shift;
  const rows = isEntireRow(area);
  const columns = isEntireColumn(area);
  if (rows) checkAllowed(sheet, insert ? 'insertRows' : 'deleteRows');
  else if (columns) checkAllowed(sheet, insert ? 'insertColumns' : 'deleteColumns');
  else checkWritable(sheet, area);
  if (rows || columns) {
    const cut = sheet.pivots.some(({ area: own }) =>
      rows
        ? area.row > own.row && area.row < own.row + own.rows
        : area.column > own.column && area.column < own.column + own.columns,
    );
    const covers = (own: Area): boolean => !insert && intersection(own, area) !== null && !contains(area, own);
    if (cut || sheet.pivots.some((pivot) => covers(pivot.area))) refuse('PivotTableRangeConflict');
    if (
      !insert &&
      sheet.tables.some(
        (table) =>
          rows && area.row <= table.area.row && area.row + area.rows > table.area.row && !contains(area, table.area),
      )
    ) {
      refuse('InsertDeleteConflict'); // a header row cannot go while its table stays ([K])
    }
    return;
  }
  const block = affected(shift);
  const pivots = sheet.pivots.flatMap((pivot) => (pivot.filterArea ? [pivot.area, pivot.filterArea] : [pivot.area]));
  if (pivots.some((pivot) => intersection(block, pivot) !== null && !movesWhole(pivot, shift))) {
    refuse('PivotTableRangeConflict');
  }
  const cuts = (other: Area): boolean => {
    const common = intersection(block, other);
    if (!common) return false;
    return direction === 'Down'
      ? common.columns !== other.columns || (common.rows !== other.rows && !insideTable(sheet, area, other))
      : common.rows !== other.rows || (common.columns !== other.columns && !insideTable(sheet, area, other));
  };
  if (sheet.merges.some(cuts)) refuse('InvalidOperation');
  if (sheet.tables.some((table) => cuts(table.area))) refuse('InsertDeleteConflict');
}

function movesWhole(area: Area, shift: Shift): boolean {
  const moved = moveArea(area, shift);
  const crossed = shift.direction === 'Down' ? area.row < shift.area.row : area.column < shift.area.column;
  const covered = intersection(area, shift.area) !== null && !shift.insert;
  return moved !== null && !crossed && !covered && (moved.row !== area.row || moved.column !== area.column);
}

/** Inserting or deleting whole table rows (or columns) inside the table is allowed. */
function insideTable(sheet: Sheet, area: Area, other: Area): boolean {
  return sheet.tables.some((table) => table.area === other && contains(table.area, area));
}

/** New cells take the format of those above or to the left, as Excel's insert does by default. */
function neighbourStyles(
  sheet: Sheet,
  area: Area,
  direction: 'Down' | 'Right',
): { row: number; column: number; style: number }[] {
  const styles: { row: number; column: number; style: number }[] = [];
  const source: Area =
    direction === 'Down' ? { ...area, row: area.row - 1, rows: 1 } : { ...area, column: area.column - 1, columns: 1 };
  if (source.row < 0 || source.column < 0) return styles;
  for (const { row, column, cell } of sheet.grid.cellsIn(source)) {
    if (cell.style === 0) continue;
    const count = direction === 'Down' ? area.rows : area.columns;
    for (let step = 1; step <= count; step += 1) {
      styles.push({
        row: direction === 'Down' ? row + step : row,
        column: direction === 'Down' ? column : column + step,
        style: cell.style,
      });
    }
  }
  return styles;
}

function apply(sheet: Sheet, shift: Shift, followers: readonly Follower[]): void {
  const gone = placeOfArea(sheet, shift.area);
  moveCells(sheet, shift);
  moveCharts(sheet, shift, shift.insert ? placeOfArea(sheet, shift.area) : gone);
  const move = (areas: readonly Area[]): Area[] =>
    areas.map((area) => moveArea(area, shift)).filter((area): area is Area => area !== null);
  sheet.merges = move(sheet.merges);
  for (const validation of sheet.validations) validation.areas = move(validation.areas);
  for (const format of sheet.conditionalFormats) format.areas = move(format.areas);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.length > 0);
  moveTables(sheet, shift);
  if (sheet.autoFilter) {
    const area = moveArea(sheet.autoFilter.area, shift);
    const first = sheet.autoFilter.area.column;
    const placeOf = (index: number): number => {
      const cell = { row: 0, rows: MAX_ROWS, column: first + index, columns: 1 };
      const moved = shift.direction === 'Right' && isEntireColumn(shift.area) ? moveArea(cell, shift) : cell;
      return moved && area ? moved.column - area.column : -1;
    };
    sheet.autoFilter = area && { area, columns: keptFilters(sheet.autoFilter.columns, placeOf) };
  }
  movePageAndLinks(sheet, shift);
  movePivots(sheet, shift);
  moveChartReferences(sheet, shift);
  for (const mark of [...sheet.comments, ...sheet.notes]) {
    const at = moveArea({ row: mark.row, column: mark.column, rows: 1, columns: 1 }, shift);
    if (at) Object.assign(mark, { row: at.row, column: at.column });
  }
  for (const follower of followers) {
    if (follower.sheet === sheet && follower.current) follower.current = moveArea(follower.current, shift);
  }
  moveFormulas(sheet, shift);
  for (const facet of ['cells', 'merges', 'validations', 'conditionalFormats', 'tables', 'autoFilter'] as const) {
    sheet.changed.add(facet);
  }
  if (sheet.comments.length > 0) sheet.changed.add('comments');
  const { area, direction, insert } = shift;
  const what = isEntireRow(area) ? 'Row' : isEntireColumn(area) ? 'Column' : 'Cell';
  const changeType: ChangeType = `${what}${insert ? 'Inserted' : 'Deleted'}`;
  const side = direction === 'Down' ? (insert ? 'Down' : 'Up') : insert ? 'Right' : 'Left';
  sheet.workbook.notify({ kind: 'cells', sheet, area, changeType, shift: `ShiftCell${side}`, details: null });
}

/** A chart behind whole rows or columns that come or go moves with the cells it lies on. */
function moveCharts(sheet: Sheet, { area, direction, insert }: Shift, at: Place): void {
  const down = direction === 'Down';
  if (!(down ? isEntireRow(area) : isEntireColumn(area))) return;
  const [start, size] = down ? [at.top, at.height] : [at.left, at.width];
  for (const chart of sheet.charts) {
    const side = down ? 'top' : 'left';
    if (chart.place[side] < start) continue;
    chart.place[side] = insert ? chart.place[side] + size : Math.max(start, chart.place[side] - size);
    chart.moved = true;
    sheet.changed.add('charts');
  }
}

/** What charts show follows its cells. */
function moveChartReferences(sheet: Sheet, shift: Shift): void {
  const moved = (reference: ChartReference | string | null): boolean => {
    if (reference === null || typeof reference === 'string' || reference.sheet !== sheet) return false;
    const area = moveArea(reference.area, shift) ?? reference.area;
    const same = sameArea(area, reference.area);
    reference.area = area;
    return !same;
  };
  for (const other of sheet.workbook.sheets) {
    for (const chart of other.charts) {
      const hits = chart.series.flatMap(({ name, values, categories }) => [name, values, categories]).map(moved);
      if (!hits.includes(true)) continue;
      chart.changed ||= chart.whole;
      other.changed.add('charts');
    }
  }
}

function movePivots(sheet: Sheet, shift: Shift): void {
  for (const pivot of [...sheet.pivots]) {
    const area = moveArea(pivot.area, shift);
    if (!area) sheet.pivots.splice(sheet.pivots.indexOf(pivot), 1);
    else {
      Object.assign(pivot, { area, row: area.row, column: area.column, changed: true });
      pivot.filterArea = pivot.filterArea && moveArea(pivot.filterArea, shift);
    }
    sheet.changed.add('pivots');
  }
  for (const other of sheet.workbook.sheets) {
    for (const { source } of other.pivots) {
      if (source.kind === 'range' && source.sheet === sheet) source.area = moveArea(source.area, shift) ?? source.area;
    }
  }
}

/** Page breaks and links follow their rows and cells. */
function movePageAndLinks(sheet: Sheet, shift: Shift): void {
  const whole = shift.direction === 'Down' ? isEntireRow(shift.area) : isEntireColumn(shift.area);
  const down = shift.direction === 'Down';
  const places = down ? sheet.page.rowBreaks : sheet.page.columnBreaks;
  if (whole && places.length > 0) {
    const moved = places.flatMap((place) => {
      const line: Area = down
        ? { row: place, rows: 1, column: 0, columns: MAX_COLUMNS }
        : { row: 0, rows: MAX_ROWS, column: place, columns: 1 };
      const at = moveArea(line, shift);
      return at ? [down ? at.row : at.column] : [];
    });
    if (down) sheet.page.rowBreaks = moved;
    else sheet.page.columnBreaks = moved;
    sheet.changed.add('page');
  }
  if (sheet.hyperlinks.length === 0) return;
  sheet.hyperlinks = sheet.hyperlinks.flatMap((link) => {
    const area = moveArea(link.area, shift);
    return area ? [{ ...link, area }] : [];
  });
  sheet.changed.add('hyperlinks');
}

function moveCells(sheet: Sheet, shift: Shift): void {
  const { area, direction, insert } = shift;
  if (direction === 'Down' && isEntireRow(area)) {
    moveRows(sheet, area, insert);
    return;
  }
  if (direction === 'Right' && isEntireColumn(area)) moveColumnSpans(sheet, area, insert);
  const cells: { row: number; column: number; cell: Cell }[] = [...sheet.grid.cellsIn(affected(shift))];
  for (const { row, column } of cells) sheet.grid.remove(row, column);
  for (const { row, column, cell } of cells) {
    const at = moveArea({ row, column, rows: 1, columns: 1 }, shift);
    if (at) sheet.grid.set(at.row, at.column, cell);
  }
}

function moveRows(sheet: Sheet, area: Area, insert: boolean): void {
  const moved: [number, RowRecord][] = [];
  for (const [row, record] of [...sheet.grid.rows]) {
    if (row < area.row) continue;
    sheet.grid.rows.delete(row);
    if (insert) moved.push([row + area.rows, record]);
    else if (row >= area.row + area.rows) moved.push([row - area.rows, record]);
  }
  for (const [row, record] of moved) sheet.grid.rows.set(row, record);
}

function moveColumnSpans(sheet: Sheet, area: Area, insert: boolean): void {
  const shift: Shift = { area, direction: 'Right', insert };
  sheet.columns = sheet.columns.flatMap((span) => {
    const moved = moveArea({ row: 0, rows: MAX_ROWS, column: span.first, columns: span.last - span.first + 1 }, shift);
    return moved ? [{ ...span, first: moved.column, last: moved.column + moved.columns - 1 }] : [];
  });
  sheet.changed.add('columns');
}

function moveTables(sheet: Sheet, shift: Shift): void {
  for (const table of [...sheet.tables]) {
    const before = table.area;
    const after = moveArea(before, shift);
    table.changed = true;
    if (!after) {
      sheet.tables.splice(sheet.tables.indexOf(table), 1);
      sheet.workbook.notify({ kind: 'tableDeleted', sheet, table });
      continue;
    }
    table.area = after;
    if (shift.direction !== 'Right' || after.columns === before.columns) continue;
    adjustColumns(sheet, table, before, shift);
  }
}

function adjustColumns(sheet: Sheet, table: Table, before: Area, { area, insert }: Shift): void {
  const at = Math.max(0, area.column - before.column);
  const own = [...table.columns];
  if (!insert) {
    const gone = intersection({ ...before, row: 0, rows: MAX_ROWS }, { ...area, row: 0, rows: MAX_ROWS });
    table.columns.splice(at, gone?.columns ?? 0);
    followColumns(table, own);
    return;
  }
  for (let count = 0; count < area.columns; count += 1) {
    const id = Math.max(0, ...table.columns.map((column) => column.id)) + 1;
    let number = 1;
    while (table.columns.some((column) => column.name === `Column${number}`)) number += 1;
    const name = `Column${number}`;
    table.columns.splice(at + count, 0, { id, name, source: { name: 'tableColumn', attributes: {}, children: [] } });
    sheet.grid.set(table.area.row, table.area.column + at + count, { value: name, formula: null, style: 0, raw: null });
  }
  followColumns(table, own);
}

function followColumns(table: Table, before: readonly TableColumn[]): void {
  const placeOf = (index: number): number => table.columns.findIndex((column) => column === before[index]);
  table.filters = keptFilters(table.filters, placeOf);
  const fields = table.sort?.fields.map((field) => ({ ...field, key: placeOf(field.key) })) ?? [];
  table.sort = table.sort && fields.every(({ key }) => key >= 0) ? { ...table.sort, fields } : null;
}
