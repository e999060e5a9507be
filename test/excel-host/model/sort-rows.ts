import { translateFormula } from '../formula/translate.ts';
import { numberFromText } from '../formula/values.ts';
import { intersection, type Area } from './address.ts';
import { CellError, type Cell, type CellValue } from './cell-value.ts';
import { refuse } from './host-error.ts';
import { styleAt, valueAt } from './read-cells.ts';
import { isColumnHidden, isRowHidden } from './rows-and-columns.ts';
import { checkWritable } from './sheet-protection.ts';
import type { Sheet, SortField, SortState } from './workbook.ts';

/** A line is a row of the area, or a column of it when sorting from left to right. */
interface Lines {
  area: Area;
  byRows: boolean;
}

/**
 * Sorts the lines of an area: contents and formats move together, relative references of formulas as in a copy; validations,
 * conditional formats and row heights stay; hidden rows stay where they are (support.microsoft.com "Sort data in a range or table":
 * "hidden columns are not moved when you sort columns, hidden rows are not moved when you sort rows").
 */
export function sortArea(sheet: Sheet, area: Area, state: SortState, byRows = true): void {
  checkSortAllowed(sheet, area);
  if (sheet.merges.some((merge) => intersection(merge, area) !== null)) {
    refuse('InvalidOperation', 'To do this, all the merged cells need to be the same size.');
  }
  const lines: Lines = { area, byRows };
  const width = byRows ? area.columns : area.rows;
  if (state.fields.length === 0 || state.fields.some(({ key }) => key < 0 || key >= width)) refuse('InvalidArgument');
  const places = visiblePlaces(sheet, lines);
  const compares = state.fields.map((field) => comparator(sheet, lines, field, state));
  const order = [...places].sort((a, b) => {
    for (const compare of compares) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  moveLines(sheet, lines, places, order);
  sheet.changed.add('cells');
  sheet.workbook.notify({ kind: 'cells', sheet, area, changeType: 'RangeEdited', shift: 'None', details: null });
}

/** allowSort is not enough: every cell must be unlocked as well ([#2135]). */
function checkSortAllowed(sheet: Sheet, area: Area): void {
  if (sheet.protection && (sheet.protection['sort'] ?? '1') !== '0') refuse('AccessDenied');
  checkWritable(sheet, area);
}

function visiblePlaces(sheet: Sheet, { area, byRows }: Lines): number[] {
  const [first, count] = byRows ? [area.row, area.rows] : [area.column, area.columns];
  const all = Array.from({ length: count }, (_, offset) => first + offset);
  return all.filter((place) => !(byRows ? isRowHidden(sheet, place) : isColumnHidden(sheet, place)));
}

function comparator(
  sheet: Sheet,
  { area, byRows }: Lines,
  field: SortField,
  { matchCase, method }: SortState,
): (a: number, b: number) => number {
  const cell = (place: number): [number, number] =>
    byRows ? [place, area.column + field.key] : [area.row + field.key, place];
  const sign = field.ascending ? 1 : -1;
  if (field.sortOn !== 'Value') {
    const { styles } = sheet.workbook;
    const has = (place: number): boolean => {
      const style = styleAt(sheet, ...cell(place));
      return (field.sortOn === 'CellColor' ? styles.fill(style) : styles.font(style).color) === field.color;
    };
    return (a, b) => sign * (Number(has(b)) - Number(has(a)));
  }
  const collator = new Intl.Collator(`zh-Hans-CN-u-co-${method === 'StrokeCount' ? 'stroke' : 'pinyin'}`, {
    sensitivity: matchCase ? 'variant' : 'accent',
    caseFirst: matchCase ? 'lower' : 'false',
  });
  const keys = new Map<number, CellValue>();
  const key = (place: number): CellValue => {
    const known = keys.get(place);
    if (known !== undefined) return known;
    const value = valueAt(sheet, ...cell(place));
    const read = field.textAsNumber && typeof value === 'string' ? (numberFromText(value) ?? value) : value;
    keys.set(place, read);
    return read;
  };
  return (a, b) => compareForSort(key(a), key(b), sign, collator);
}

/** Numbers, texts, FALSE before TRUE, errors (all alike); turned round when descending. Blanks come last either way (support.microsoft.com "Sort data"). */
function compareForSort(a: CellValue, b: CellValue, sign: number, collator: Intl.Collator): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const difference = rank(a) - rank(b);
  if (difference !== 0) return sign * difference;
  if (typeof a === 'string' && typeof b === 'string') return sign * compareTexts(a, b, collator);
  return a instanceof CellError ? 0 : sign * (Number(a) - Number(b));
}

const HAN = /^\p{Script=Han}/u;

/** Other scripts come before Chinese characters, as Excel has it ([K]); the collation's own order is the reverse. */
function compareTexts(a: string, b: string, collator: Intl.Collator): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [first, second] = [HAN.test(a.slice(at)), HAN.test(b.slice(at))];
  if (first !== second && at < a.length && at < b.length) return first ? 1 : -1;
  return collator.compare(a, b);
}

function rank(value: CellValue): number {
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

function moveLines(sheet: Sheet, { area, byRows }: Lines, places: readonly number[], order: readonly number[]): void {
  const across = byRows ? area.columns : area.rows;
  const start = byRows ? area.column : area.row;
  const at = (place: number, offset: number): [number, number] =>
    byRows ? [place, start + offset] : [start + offset, place];
  const taken = new Map<number, (Cell | undefined)[]>();
  for (const [index, place] of places.entries()) {
    if (order[index] === place) continue;
    const line = Array.from({ length: across }, (_, offset) => sheet.grid.get(...at(place, offset)));
    taken.set(place, line);
  }
  for (const [index, place] of places.entries()) {
    const from = order[index] ?? place;
    const line = taken.get(from);
    if (from === place || !line) continue;
    for (const [offset, cell] of line.entries()) {
      const [row, column] = at(place, offset);
      if (cell) sheet.grid.set(row, column, movedCell(cell, byRows ? place - from : 0, byRows ? 0 : place - from));
      else sheet.grid.remove(row, column);
    }
  }
  moveComments(sheet, area, byRows, new Map(places.map((place, index) => [order[index] ?? place, place])));
}

function movedCell(cell: Cell, rows: number, columns: number): Cell {
  if (cell.formula === null) return { ...cell };
  return { ...cell, formula: `=${translateFormula(cell.formula.slice(1), rows, columns)}`, raw: null };
}

/** Comments go with their cells ([K]). */
function moveComments(sheet: Sheet, area: Area, byRows: boolean, placeOf: ReadonlyMap<number, number>): void {
  for (const comment of sheet.comments) {
    const inside = intersection(area, { row: comment.row, column: comment.column, rows: 1, columns: 1 });
    const place = inside && placeOf.get(byRows ? comment.row : comment.column);
    if (place === null || place === undefined) continue;
    if (byRows) comment.row = place;
    else comment.column = place;
    sheet.changed.add('comments');
  }
}
