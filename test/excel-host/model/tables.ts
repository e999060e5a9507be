import { intersection, isEntireColumn, isEntireRow, parseArea, type Area } from './address.ts';
import { isBlank } from './cell-value.ts';
import { clearCriteria } from './filter-rows.ts';
import { keptFilters } from './kept-filters.ts';
import { extendTable } from './grow-table.ts';
import { refuse } from './host-error.ts';
import { textAt, valueAt } from './read-cells.ts';
import { insertCells } from './shift-cells.ts';
import { headerText, putValue } from './write-cells.ts';
import { checkAllowed } from './sheet-protection.ts';
import type { Sheet, Table, TableColumn, Workbook } from './workbook.ts';
import { newTableSource } from '../file/write-table.ts';
import { element } from '../xml/xml-tree.ts';

export function uniqueTableName(workbook: Workbook, stem = 'Table'): string {
  let number = 1;
  const taken = (name: string): boolean =>
    workbook.tableNamed(name) !== undefined ||
    workbook.names.some((other) => other.name.toLowerCase() === name.toLowerCase());
  while (taken(`${stem}${number}`)) number += 1;
  return `${stem}${number}`;
}

/** At most 255 characters, a word, no cell address, unique among tables and names (facts 2.2 "create table"). */
export function checkTableName(workbook: Workbook, name: string, own: Table | null): void {
  const word = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
  if (!word || parseArea(name) || /^[rc]$/i.test(name) || /^r\d+c\d+$/i.test(name)) {
    refuse('InvalidArgument', `"${name}" cannot be a table's name.`);
  }
  const table = workbook.tableNamed(name);
  const named = workbook.names.some((other) => other.name.toLowerCase() === name.toLowerCase());
  if ((table && table !== own) || named) refuse('ItemAlreadyExists');
}

/** Makes a native table. Not over merged cells, tables or the sheet's filter; without headers a row is inserted above ([#196][#1197]). */
export function addTable(sheet: Sheet, wanted: Area, hasHeaders: boolean): Table {
  if (sheet.workbook.readOnly || sheet.protection) refuse('AccessDenied');
  if (isEntireColumn(wanted) || isEntireRow(wanted)) refuse('InvalidArgument');
  if (sheet.merges.some((merge) => intersection(merge, wanted) !== null)) refuse('MergedRangeConflict');
  if (sheet.tables.some((table) => intersection(table.area, wanted) !== null)) {
    refuse('InvalidOperation', "A table can't overlap another table.");
  }
  if (sheet.autoFilter && intersection(sheet.autoFilter.area, wanted)) sheet.autoFilter = takeOverFilter(sheet);
  let area = { ...wanted };
  if (!hasHeaders) {
    insertCells(sheet, { ...area, rows: 1 }, 'Down', []);
    area = { ...area, rows: area.rows + 1 };
  } else if (area.rows === 1) area = { ...area, rows: 2 }; // a table has at least one body row ([K])
  const id = sheet.workbook.newTableId();
  const name = uniqueTableName(sheet.workbook);
  const table: Table = {
    id,
    name,
    area,
    hasHeaders: true,
    hasTotals: false,
    columns: [],
    style: {
      name: 'TableStyleMedium2',
      showFirstColumn: '0',
      showLastColumn: '0',
      showRowStripes: '1',
      showColumnStripes: '0',
    },
    showFilterButton: true,
    filters: [],
    sort: null,
    source: newTableSource(id, name),
    part: null,
    changed: true,
  };
  sheet.tables.push(table);
  nameColumns(sheet, table, hasHeaders);
  sheet.changed.add('tables').add('cells');
  sheet.workbook.notify({ kind: 'tableAdded', sheet, table });
  return table;
}

/** A table over the sheet's filter takes its place: the sheet keeps no filter of its own there ([K]). */
function takeOverFilter(sheet: Sheet): null {
  sheet.changed.add('autoFilter');
  const { workbook } = sheet;
  const kept = workbook.names.filter(
    (name) => name.name.toLowerCase() !== '_xlnm._filterdatabase' || name.sheet !== sheet,
  );
  if (kept.length !== workbook.names.length) {
    workbook.names = kept;
    workbook.changed.names = true;
  }
  return null;
}

/** Headers become text that is unique in the table: blanks Column1…, repeats get a number, formulas their value ([K]). */
function nameColumns(sheet: Sheet, table: Table, given: boolean): void {
  const taken = new Set<string>();
  for (let offset = 0; offset < table.area.columns; offset += 1) {
    const row = table.area.row;
    const column = table.area.column + offset;
    const value = valueAt(sheet, row, column);
    const shown = typeof value === 'number' ? textAt(sheet, row, column) : headerText(value);
    const wanted = given && shown !== '' ? shown.slice(0, 255) : `Column${offset + 1}`;
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
    taken.add(name.toLowerCase());
    table.columns.push({ id: offset + 1, name, source: element('tableColumn') });
    const cell = sheet.grid.get(row, column);
    if (cell?.value !== name || cell.formula !== null) putValue(sheet, row, column, name);
  }
}

export function renameTable(workbook: Workbook, table: Table, name: string): void {
  checkTableName(workbook, name, table);
  table.name = name;
  touch(workbook, table);
}

export function touch(workbook: Workbook, table: Table): void {
  table.changed = true;
  const sheet = workbook.sheetOf(table);
  sheet?.changed.add('tables');
  if (sheet) workbook.notify({ kind: 'structure', sheet, area: table.area });
}

/** The header row must stay where it is and the new area must overlap the old ([T Table.resize]). */
export function resizeTable(sheet: Sheet, table: Table, area: Area): void {
  if (sheet.protection || sheet.workbook.readOnly) refuse('AccessDenied');
  const fits =
    area.row === table.area.row && intersection(area, table.area) !== null && area.rows > (table.hasHeaders ? 1 : 0);
  if (!fits || table.hasTotals) refuse('InvalidArgument');
  if (sheet.merges.some((merge) => intersection(merge, area) !== null)) refuse('MergedRangeConflict');
  if (sheet.tables.some((other) => other !== table && intersection(other.area, area) !== null))
    refuse('InvalidOperation');
  const sameColumns = area.column === table.area.column && area.columns === table.area.columns;
  if (sameColumns && area.rows > table.area.rows) {
    extendTable(sheet, table, area.rows - table.area.rows);
    return;
  }
  const old = table.area;
  const kept = table.columns;
  table.area = area;
  table.columns = [];
  for (let offset = 0; offset < area.columns; offset += 1) {
    const column = area.column + offset;
    const before = kept[column - old.column];
    if (before && column >= old.column) table.columns.push(before);
    else table.columns.push(newColumn(sheet, table, kept, column));
  }
  table.filters = keptFilters(table.filters, (index) => table.columns.indexOf(kept[index] ?? NO_COLUMN));
  table.sort = null;
  table.changed = true;
  sheet.changed.add('tables');
  sheet.workbook.notify({ kind: 'structure', sheet, area });
}

const NO_COLUMN: TableColumn = { id: -1, name: '', source: element('tableColumn') };

function newColumn(sheet: Sheet, table: Table, others: readonly TableColumn[], column: number): TableColumn {
  const row = table.area.row;
  const names = new Set([...others, ...table.columns].map((other) => other.name.toLowerCase()));
  const wanted = headerText(valueAt(sheet, row, column));
  let name = wanted;
  for (let number = 1; name === '' || names.has(name.toLowerCase()); number += 1)
    name = `${wanted || 'Column'}${number}`;
  const id = Math.max(0, ...[...others, ...table.columns].map((other) => other.id)) + 1;
  if (wanted !== name || isBlank(sheet.grid.get(row, column))) putValue(sheet, row, column, name);
  return { id, name, source: element('tableColumn') };
}

/** The cells and their formats stay, the table goes. */
export function convertToRange(sheet: Sheet, table: Table): Area {
  checkAllowed(sheet, 'formatCells');
  clearCriteria({ sheet, table }); // what the filter hid is shown before the table goes ([K])
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  sheet.changed.add('tables');
  sheet.workbook.notify({ kind: 'tableDeleted', sheet, table });
  return table.area;
}

/** The table goes with its cells ([T Table.delete]). */
export function deleteTable(sheet: Sheet, table: Table): void {
  const area = convertToRange(sheet, table);
  for (const { row, column } of [...sheet.grid.cellsIn(area)]) sheet.grid.remove(row, column);
  sheet.changed.add('cells');
  sheet.workbook.notify({ kind: 'cells', sheet, area, changeType: 'RangeEdited', shift: 'None', details: null });
}

export function addTotals(sheet: Sheet, table: Table, on: boolean): void {
  if (on === table.hasTotals) return;
  const row = table.area.row + table.area.rows;
  if (on) {
    const below: Area = { ...table.area, row, rows: 1 };
    if ([...sheet.grid.cellsIn(below)].some(({ cell }) => !isBlank(cell))) insertCells(sheet, below, 'Down', []);
    table.area = { ...table.area, rows: table.area.rows + 1 };
    putValue(sheet, row, table.area.column, 'Total');
  } else {
    for (const { cell } of sheet.grid.cellsIn({ ...table.area, row: row - 1, rows: 1 })) {
      Object.assign(cell, { value: null, formula: null, raw: null });
    }
    table.area = { ...table.area, rows: table.area.rows - 1 };
  }
  table.hasTotals = on;
  touch(sheet.workbook, table);
}
