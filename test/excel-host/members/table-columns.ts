import type { Area } from '../model/address.ts';
import { bodyArea, extendTable } from '../model/grow-table.ts';
import { refuse } from '../model/host-error.ts';
import { matrix, valueAt, wireValue } from '../model/read-cells.ts';
import { deleteCells, insertCells } from '../model/shift-cells.ts';
import { resizeTable } from '../model/tables.ts';
import { writeEntries } from '../model/write-cells.ts';
import { defineClass, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { integer, optionalText, text } from './arguments.ts';
import { shaped } from './range.ts';
import { present } from './tables.ts';
import type { OnTable, OnTableColumn, OnTableRow } from './targets.ts';

function find(target: OnTable, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key);
  const { columns } = present(target);
  const column =
    columns.find((candidate) => candidate.name.toLowerCase() === wanted.toLowerCase()) ??
    columns.find((candidate) => String(candidate.id) === wanted);
  return column ? session.objects.tableColumn(session, { ...target, column }) : null;
}

export const tableColumns = defineClass<OnTable>({
  name: 'TableColumnCollection',
  scalars: { count: { get: (target) => present(target).columns.length } },
  items: (target, session) =>
    present(target).columns.map((column) => session.objects.tableColumn(session, { ...target, column })),
  itemByKey: find,
  methods: {
    add: addColumn,
    getCount: (target) => present(target).columns.length,
    getItemAt: (target, [index], session) =>
      session.objects.tableColumn(session, {
        ...target,
        column: present(target).columns[integer(index)] ?? refuse('ItemNotFound'),
      }),
    getItemOrNullObject: (target, [key], session) => find(target, key, session),
  },
});

/** Adds at the end or inserts in the middle (the sheet's cells move right). `values` hold header, body and totals. */
function addColumn(target: OnTable, [index, values, name]: unknown[], session: HostSession): HostObject {
  const table = present(target);
  const { sheet } = target;
  const at = integer(index, table.columns.length);
  const position = at === -1 ? table.columns.length : at;
  if (position < 0 || position > table.columns.length) refuse('InvalidArgument');
  const { area } = table;
  const place: Area = { ...area, column: area.column + position, columns: 1 };
  if (position === table.columns.length) {
    const occupied = [...sheet.grid.cellsIn(place)].some(({ cell }) => cell.value !== null || cell.formula !== null);
    if (occupied) insertCells(sheet, place, 'Right', session.liveRanges());
    resizeTable(sheet, table, { ...area, columns: area.columns + 1 });
  } else insertCells(sheet, place, 'Right', session.liveRanges());
  if (values !== null && values !== undefined) {
    const lines =
      Array.isArray(values) && !Array.isArray(values[0]) ? (values as unknown[]).map((value) => [value]) : values;
    writeEntries(sheet, place, shaped(place, lines));
  }
  const title = optionalText(name);
  if (title !== null) writeEntries(sheet, { ...place, rows: 1 }, [[title]]);
  return session.objects.tableColumn(session, {
    ...target,
    column: table.columns[position] ?? refuse('GeneralException'),
  });
}

/** Where the column lies: its table's rows, cut to the part. */
function columnArea(target: OnTableColumn, part: (target: OnTableColumn) => Area): Area {
  const at = present(target).columns.indexOf(target.column);
  if (at < 0) refuse('ItemNotFound');
  const area = part(target);
  return { ...area, column: area.column + at, columns: 1 };
}

const whole = ({ table }: OnTable): Area => table.area;
const body = ({ table }: OnTable): Area => bodyArea(table);
const header = ({ table }: OnTable): Area => (table.hasHeaders ? { ...table.area, rows: 1 } : refuse('ItemNotFound'));
const totals = ({ table: { area, hasTotals } }: OnTable): Area =>
  hasTotals ? { ...area, row: area.row + area.rows - 1, rows: 1 } : refuse('ItemNotFound');

export const tableColumn = defineClass<OnTableColumn>({
  name: 'TableColumn',
  identity: ({ column }) => ({ Id: column.id }),
  scalars: {
    id: { get: ({ column }) => column.id },
    index: { get: (target) => columnArea(target, whole).column - target.table.area.column },
    name: {
      get: ({ column }) => column.name,
      set: (target, value) => writeEntries(target.sheet, columnArea(target, header), [[text(value)]]),
    },
    values: {
      get: ({ sheet, ...target }) =>
        matrix(columnArea({ sheet, ...target }, whole), (row, column) => wireValue(valueAt(sheet, row, column))),
      set: (target, value) => {
        const area = columnArea(target, whole);
        writeEntries(target.sheet, area, shaped(area, value));
      },
    },
  },
  navigation: { filter: (target, session) => session.objects.filter(session, target) },
  methods: {
    getRange: (target, _args, session) => session.range(target.sheet, columnArea(target, whole)),
    getDataBodyRange: (target, _args, session) => session.range(target.sheet, columnArea(target, body)),
    getHeaderRowRange: (target, _args, session) => session.range(target.sheet, columnArea(target, header)),
    getTotalRowRange: (target, _args, session) => session.range(target.sheet, columnArea(target, totals)),
    delete(target, _args, session) {
      if (present(target).columns.length === 1) refuse('InvalidOperation');
      deleteCells(target.sheet, columnArea(target, whole), 'Left', session.liveRanges());
      return null;
    },
  },
});

export const tableRows = defineClass<OnTable>({
  name: 'TableRowCollection',
  scalars: { count: { get: (target) => bodyArea(present(target)).rows } },
  items: (target, session) =>
    Array.from({ length: bodyArea(present(target)).rows }, (_, index) =>
      session.objects.tableRow(session, { ...target, index }),
    ),
  methods: {
    getCount: (target) => bodyArea(present(target)).rows,
    getItemAt: (target, [index], session) => session.objects.tableRow(session, { ...target, index: integer(index) }),
    /** Works, but is counted: with co-authors it breaks merges ([D excel/co-authoring-in-excel-add-ins.md]), so our add-in must not use it. */
    add(target, [index, values], session) {
      session.warn('TableRowCollection.add');
      const table = present(target);
      const { sheet } = target;
      if (sheet.protection) refuse('AccessDenied');
      const lines =
        Array.isArray(values) && !Array.isArray(values[0])
          ? [values as unknown[]]
          : ((values as unknown[][] | null) ?? [[]]);
      const area = bodyArea(table);
      const at = integer(index, -1) === -1 ? area.rows : integer(index);
      const place: Area = { ...area, row: area.row + at, rows: lines.length };
      if (at < area.rows || [...sheet.grid.cellsIn(place)].some(({ cell }) => cell.value !== null)) {
        insertCells(sheet, place, 'Down', session.liveRanges());
      }
      if (table.area.row + table.area.rows < place.row + place.rows) extendTable(sheet, table, lines.length);
      if (lines[0]?.length) writeEntries(sheet, place, shaped(place, lines));
      return session.objects.tableRow(session, { ...target, index: at });
    },
  },
});

function rowArea({ index, ...target }: OnTableRow): Area {
  const area = bodyArea(present(target));
  if (index < 0 || index >= area.rows) refuse('ItemNotFound');
  return { ...area, row: area.row + index, rows: 1 };
}

export const tableRow = defineClass<OnTableRow>({
  name: 'TableRow',
  identity: ({ index }) => ({ Index: index }),
  scalars: {
    index: { get: ({ index }) => index },
    values: {
      get: (target) => matrix(rowArea(target), (row, column) => wireValue(valueAt(target.sheet, row, column))),
      set: (target, value) => writeEntries(target.sheet, rowArea(target), shaped(rowArea(target), value)),
    },
  },
  methods: {
    getRange: (target, _args, session) => session.range(target.sheet, rowArea(target)),
    delete(target, _args, session) {
      if (target.table.filters.length > 0) return null; // deleting under a filter does nothing ([#994])
      deleteCells(target.sheet, rowArea(target), 'Up', session.liveRanges());
      return null;
    },
  },
});
