import { contains, intersection, type Area } from '../model/address.ts';
import { bodyArea } from '../model/grow-table.ts';
import { clearCriteria, filterRows } from '../model/filter-rows.ts';
import { refuse } from '../model/host-error.ts';
import { addTable, addTotals, convertToRange, deleteTable, renameTable, resizeTable, touch } from '../model/tables.ts';
import type { Table } from '../model/workbook.ts';
import { defineClass, type HostObject, type Scalar } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, rangeOrAddress, text } from './arguments.ts';
import type { OnTable, TableScope } from './targets.ts';

function scoped({ workbook, sheet, within }: TableScope): OnTable[] {
  const sheets = sheet ? [sheet] : workbook.sheets;
  return sheets
    .flatMap((owner) => owner.tables.map((table) => ({ sheet: owner, table })))
    .filter(({ table }) => {
      if (!within) return true;
      const { area } = within.range;
      return within.fully ? contains(area, table.area) : intersection(area, table.area) !== null;
    });
}

/** By name or by id; the client sends back the id that it was given. */
function find(scope: TableScope, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const found = scoped(scope).find(({ table }) => table.name.toLowerCase() === wanted || String(table.id) === wanted);
  return found ? session.objects.table(session, found) : null;
}

export const tables = defineClass<TableScope>({
  name: 'TableCollection',
  scalars: { count: { get: (scope) => scoped(scope).length } },
  items: (scope, session) => scoped(scope).map((entry) => session.objects.table(session, entry)),
  itemByKey: find,
  methods: {
    add(scope, [range, hasHeaders], session) {
      const { sheet, area } = rangeOrAddress(range, scope.workbook, scope.sheet);
      return session.objects.table(session, { sheet, table: addTable(sheet, area, flag(hasHeaders)) });
    },
    getCount: (scope) => scoped(scope).length,
    getFirst: (scope, _args, session) => at(scope, 0, session),
    getItemAt: (scope, [index], session) => at(scope, integer(index), session),
    getItemOrNullObject: find0,
  },
  events: ['DataChanged', 'Added', 'Deleted'],
});

function find0(scope: TableScope, [key]: unknown[], session: HostSession): HostObject | null {
  return find(scope, key, session);
}

function at(scope: TableScope, index: number, session: HostSession): HostObject {
  return session.objects.table(session, scoped(scope)[index] ?? refuse('ItemNotFound'));
}

/** The table, which must still be there: it may have been deleted between two requests. */
export function present({ sheet, table }: OnTable): Table {
  const alive = sheet.tables.includes(table) && sheet.workbook.sheets.includes(sheet);
  return alive ? table : refuse('ItemNotFound');
}

function part(
  area: (table: Table) => Area | null,
): (target: OnTable, args: unknown[], session: HostSession) => HostObject {
  return (target, _args, session) => session.range(target.sheet, area(present(target)) ?? refuse('ItemNotFound'));
}

function styleFlag(attribute: string): Scalar<OnTable> {
  return {
    get: ({ table }) => table.style[attribute] === '1',
    set: (target, value) => {
      present(target).style = { ...target.table.style, [attribute]: flag(value) ? '1' : '0' };
      touch(target.sheet.workbook, target.table);
    },
  };
}

export const table = defineClass<OnTable>({
  name: 'Table',
  identity: (target) => ({ Id: String(present(target).id) }),
  scalars: {
    id: { get: (target) => String(target.table.id) },
    legacyId: { get: (target) => String(target.table.id) },
    name: {
      get: (target) => present(target).name,
      set: (target, value) => renameTable(target.sheet.workbook, present(target), text(value)),
    },
    style: {
      get: (target) => target.table.style['name'] ?? '',
      set: (target, value) => {
        const style = text(value);
        if (!/^TableStyle(Light([1-9]|1\d|2[01])|Medium([1-9]|1\d|2[0-8])|Dark([1-9]|1[01]))$|^$/.test(style)) {
          refuse('InvalidArgument', `"${style}" is no table style.`);
        }
        present(target).style = { ...target.table.style, name: style };
        touch(target.sheet.workbook, target.table);
      },
    },
    showHeaders: {
      get: (target) => target.table.hasHeaders,
      set: (target, value) => {
        if (flag(value) !== present(target).hasHeaders)
          refuse('ApiNotFound', 'Excel host: setting Table.showHeaders is not implemented');
      },
    },
    showTotals: {
      get: (target) => target.table.hasTotals,
      set: (target, value) => addTotals(target.sheet, present(target), flag(value)),
    },
    showBandedRows: styleFlag('showRowStripes'),
    showBandedColumns: styleFlag('showColumnStripes'),
    highlightFirstColumn: styleFlag('showFirstColumn'),
    highlightLastColumn: styleFlag('showLastColumn'),
    showFilterButton: {
      get: (target) => target.table.showFilterButton,
      set: (target, value) => {
        present(target).showFilterButton = flag(value);
        touch(target.sheet.workbook, target.table);
      },
    },
  },
  navigation: {
    worksheet: ({ sheet }, session) => session.objects.worksheet(session, { sheet }),
    columns: (target, session) => session.objects.tableColumns(session, target),
    rows: (target, session) => session.objects.tableRows(session, target),
    autoFilter: (target, session) => session.objects.autoFilter(session, target),
    sort: (target, session) => session.objects.tableSort(session, target),
  },
  methods: {
    getRange: part(({ area }) => area),
    getHeaderRowRange: part(({ area, hasHeaders }) => (hasHeaders ? { ...area, rows: 1 } : null)),
    getDataBodyRange: part(bodyArea),
    getTotalRowRange: part(({ area, hasTotals }) =>
      hasTotals ? { ...area, row: area.row + area.rows - 1, rows: 1 } : null,
    ),
    resize(target, [range]) {
      const { sheet, area } = rangeOrAddress(range, target.sheet.workbook, target.sheet);
      if (sheet !== target.sheet) refuse('InvalidArgument');
      resizeTable(target.sheet, present(target), area);
      return null;
    },
    convertToRange: (target, _args, session) =>
      session.range(target.sheet, convertToRange(target.sheet, present(target))),
    clearFilters(target) {
      present(target);
      clearCriteria(target);
      return null;
    },
    reapplyFilters(target) {
      present(target);
      filterRows(target);
      return null;
    },
    delete(target) {
      deleteTable(target.sheet, present(target));
      return null;
    },
  },
  events: ['DataChanged', 'SelectionChanged'],
});
