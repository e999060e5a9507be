import { criterion } from '../formula/functions/criteria.ts';
import type { XmlElement } from '../xml/xml-tree.ts';
import type { Area } from './address.ts';
import type { CellValue } from './cell-value.ts';
import { criteriaOf, filterColumn, type FilterCriteria, type FilterDate } from './filter-criteria.ts';
import { periodOf } from './filter-periods.ts';
import { refuse } from './host-error.ts';
import { categoryAt, styleAt, textAt, valueAt } from './read-cells.ts';
import { isRowHidden, showRow } from './rows-and-columns.ts';
import { dateOfSerial } from './serial-date.ts';
import type { Sheet, Table } from './workbook.ts';

/** A filter belongs to a table, or (table null) to the sheet itself. */
export interface FilterPlace {
  sheet: Sheet;
  table: Table | null;
}

/** Header and body, without the totals; null while there is no filter. */
export function filterArea({ sheet, table }: FilterPlace): Area | null {
  if (!table) return sheet.autoFilter?.area ?? null;
  return table.showFilterButton ? { ...table.area, rows: table.area.rows - (table.hasTotals ? 1 : 0) } : null;
}

export function filterColumns({ sheet, table }: FilterPlace): readonly XmlElement[] {
  const columns = table ? table.filters : (sheet.autoFilter?.columns ?? []);
  return columns.filter((column) => column.children.length > 0);
}

export function isFiltered(place: FilterPlace): boolean {
  return filterColumns(place).length > 0;
}

/** One criterion for each column of the filter, null for a column without. */
export function allCriteria(place: FilterPlace): (FilterCriteria | null)[] {
  const area = filterArea(place);
  return Array.from({ length: area?.columns ?? 0 }, (_, index) => criteriaOn(place, index));
}

export function criteriaOn(place: FilterPlace, index: number): FilterCriteria | null {
  const column = filterColumns(place).find((candidate) => Number(candidate.attributes['colId']) === index);
  return column ? criteriaOf(column, place.sheet.workbook.styles) : null;
}

/** Sets (or with null takes away) the criterion of one column and filters anew. */
export function setCriteria(place: FilterPlace, index: number, criteria: FilterCriteria | null): void {
  checkFilterAllowed(place.sheet);
  const area = filterArea(place) ?? refuse('InvalidOperation');
  if (index < 0 || index >= area.columns) refuse('InvalidArgument');
  const others = filterColumns(place).filter((column) => Number(column.attributes['colId']) !== index);
  const own = criteria ? [filterColumn(index, criteria, place.sheet.workbook.styles)] : [];
  const sorted = [...others, ...own].sort((a, b) => Number(a.attributes['colId']) - Number(b.attributes['colId']));
  replaceColumns(place, sorted);
  filterRows(place);
}

/** Ends all criteria and shows every row of the filter, also those that were hidden by hand ([K], as Excel's Clear does). */
export function clearCriteria(place: FilterPlace): void {
  if (!isFiltered(place)) return;
  checkFilterAllowed(place.sheet);
  replaceColumns(place, []);
  filterRows(place);
}

function replaceColumns({ sheet, table }: FilterPlace, columns: XmlElement[]): void {
  if (table) {
    table.filters = columns;
    table.changed = true;
    sheet.changed.add('tables');
  } else if (sheet.autoFilter) {
    sheet.autoFilter.columns = columns;
    sheet.changed.add('autoFilter');
  }
}

/** On a protected sheet filtering needs allowAutoFilter ([T WorksheetProtectionOptions.allowAutoFilter]). */
function checkFilterAllowed(sheet: Sheet): void {
  if (sheet.workbook.readOnly) refuse('AccessDenied');
  if (sheet.protection && (sheet.protection['autoFilter'] ?? '1') !== '0') refuse('AccessDenied');
}

/** Hides the rows that fail a criterion and shows the others. Edits alone never do this: Excel filters when told to ([T AutoFilter.reapply]). */
export function filterRows(place: FilterPlace): void {
  const area = filterArea(place);
  if (!area) return;
  const { sheet } = place;
  const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
  const tests = filterColumns(place).map((column) => {
    const index = area.column + Number(column.attributes['colId']);
    const criteria = criteriaOf(column, sheet.workbook.styles);
    return criteria ? rowTest(sheet, { ...body, column: index, columns: 1 }, criteria) : () => true;
  });
  for (let row = body.row; row < body.row + body.rows; row += 1) {
    showRow(
      sheet,
      row,
      tests.every((test) => test(row)),
    );
  }
  sheet.workbook.notify({ kind: 'structure', sheet, area });
}

type RowTest = (row: number) => boolean;

function rowTest(sheet: Sheet, column: Area, criteria: FilterCriteria): RowTest {
  const at = column.column;
  const read = (row: number): CellValue => valueAt(sheet, row, at);
  switch (criteria.filterOn) {
    case 'Values':
      return valuesTest(sheet, at, criteria.values ?? []);
    case 'Custom':
      return customTest(read, criteria);
    case 'Dynamic':
      return dynamicTest(sheet, column, read, criteria.dynamicCriteria ?? '');
    case 'CellColor':
      return (row) => sheet.workbook.styles.fill(styleAt(sheet, row, at)) === criteria.color;
    case 'FontColor':
      return (row) => sheet.workbook.styles.font(styleAt(sheet, row, at)).color === criteria.color;
    case 'Icon':
      return () => true; // icons of the file are kept; whoever opens it filters by them
    default:
      return extremesTest(column, read, criteria);
  }
}

/** The texts that the cells show, without case ([T FilterCriteria.values]); "" stands for blank cells; dates by year, month, day … */
function valuesTest(sheet: Sheet, column: number, values: readonly (string | FilterDate)[]): RowTest {
  const texts = new Set(values.filter((value) => typeof value === 'string').map((value) => value.toLowerCase()));
  const dates = values.filter((value) => typeof value !== 'string').map(dateStem);
  return (row) => {
    const value = valueAt(sheet, row, column);
    if (value === null || value === '') return texts.has('');
    if (texts.has(textAt(sheet, row, column).toLowerCase())) return true;
    if (typeof value !== 'number' || dates.length === 0 || categoryAt(sheet, row, column) !== 'Date') return false;
    const iso = isoOfSerial(value, sheet.workbook.date1904);
    return dates.some((stem) => iso.startsWith(stem));
  };
}

const STEM = { Year: 4, Month: 7, Day: 10, Hour: 13, Minute: 16, Second: 19 };

function dateStem({ date, specificity }: FilterDate): string {
  const full = date.length <= 10 ? `${date}T00:00:00` : date.replace(' ', 'T');
  return full.slice(0, STEM[specificity]);
}

function isoOfSerial(serial: number, date1904: boolean): string {
  const { year, month, day } = dateOfSerial(serial, date1904);
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400);
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return `${year}-${two(month)}-${two(day)}T${time}`;
}

function customTest(read: (row: number) => CellValue, { criterion1, criterion2, operator }: FilterCriteria): RowTest {
  const one = (text: string): ((value: CellValue) => boolean) => {
    if (text === '=') return (value) => value === null || value === '';
    if (text === '<>') return (value) => value !== null && value !== '';
    return criterion(text);
  };
  const first = one(criterion1 ?? '');
  const second = criterion2 === undefined ? null : one(criterion2);
  return (row) => {
    const value = read(row);
    if (!second) return first(value);
    return operator === 'Or' ? first(value) || second(value) : first(value) && second(value);
  };
}

/** The n greatest or smallest numbers, ties with the last of them included ([K], as Excel's Top 10). */
function extremesTest(column: Area, read: (row: number) => CellValue, criteria: FilterCriteria): RowTest {
  const top = criteria.filterOn.startsWith('Top');
  const numbers = numbersIn(column, read).sort((a, b) => (top ? b - a : a - b));
  const wanted = Number(criteria.criterion1);
  const percent = criteria.filterOn.endsWith('Percent');
  const count = percent ? Math.max(1, Math.floor((numbers.length * wanted) / 100)) : wanted;
  const bound = numbers[Math.min(count, numbers.length) - 1] ?? Infinity;
  return (row) => {
    const value = read(row);
    return typeof value === 'number' && (top ? value >= bound : value <= bound);
  };
}

function dynamicTest(sheet: Sheet, column: Area, read: (row: number) => CellValue, kind: string): RowTest {
  if (kind === 'AboveAverage' || kind === 'BelowAverage') {
    const numbers = numbersIn(column, read);
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    return (row) => {
      const value = read(row);
      return typeof value === 'number' && (kind === 'AboveAverage' ? value > mean : value < mean);
    };
  }
  const inside = periodOf(kind, sheet.workbook.now());
  return (row) => {
    const value = read(row);
    return typeof value === 'number' && inside(dateOfSerial(value, sheet.workbook.date1904));
  };
}

function numbersIn(column: Area, read: (row: number) => CellValue): number[] {
  const rows = Array.from({ length: column.rows }, (_, offset) => read(column.row + offset));
  return rows.filter((value): value is number => typeof value === 'number');
}

/** The filter with criteria whose rows an area touches, while some of these rows are hidden. */
export function filteredUnder(sheet: Sheet, area: Area): FilterPlace | null {
  const places: FilterPlace[] = [{ sheet, table: null }, ...sheet.tables.map((table) => ({ sheet, table }))];
  return (
    places.find((place) => {
      const covered = isFiltered(place) ? filterArea(place) : null;
      if (!covered || area.column >= covered.column + covered.columns || area.column + area.columns <= covered.column) {
        return false;
      }
      const last = Math.min(area.row + area.rows, covered.row + covered.rows);
      for (let row = Math.max(area.row, covered.row); row < last; row += 1) if (isRowHidden(sheet, row)) return true;
      return false;
    }) ?? null
  );
}
