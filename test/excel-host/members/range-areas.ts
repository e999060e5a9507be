import { areaName, intersection, quoteSheet } from '../model/address.ts';
import { clearArea } from '../model/clear-area.ts';
import { refuse } from '../model/host-error.ts';
import { formatAt, textAt, valueAt, valueType, wireValue } from '../model/read-cells.ts';
import { isColumnHidden, isRowHidden } from '../model/rows-and-columns.ts';
import { defineClass } from '../protocol/host-object.ts';
import { areasArgument, integer, oneOf } from './arguments.ts';
import { AreasTarget, type RangeTarget } from './range-target.ts';

const addressOf = ({ sheet, areas }: AreasTarget): string =>
  areas.map((area) => `${quoteSheet(sheet.name)}!${areaName(area)}`).join(',');

export const rangeAreas = defineClass<AreasTarget>({
  name: 'RangeAreas',
  identity: (target, session) => ({ _ReferenceId: session.keep(session.objects.rangeAreas(session, target)) }),
  scalars: {
    address: { get: addressOf },
    addressLocal: { get: addressOf },
    areaCount: { get: ({ areas }) => areas.length },
    cellCount: { get: ({ areas }) => areas.reduce((sum, area) => sum + area.rows * area.columns, 0) },
  },
  navigation: {
    areas: (target, session) => session.objects.rangeCollection(session, target),
    worksheet: ({ sheet }, session) => session.objects.worksheet(session, { sheet }),
    format: (target, session) => session.objects.format(session, target),
    dataValidation: (target, session) => session.objects.dataValidation(session, target),
    conditionalFormats: (target, session) => session.objects.conditionalFormats(session, target),
  },
  methods: {
    _KeepReference: () => null,
    clear({ sheet, areas }, [applyTo]) {
      for (const area of areas)
        clearArea(sheet, area, oneOf(applyTo, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'All'));
      return null;
    },
    getIntersectionOrNullObject({ sheet, areas }, [other], session) {
      const against = areasArgument(other);
      const common = areas
        .flatMap((area) => against.areas.map((second) => intersection(area, second)))
        .filter((area) => area !== null);
      return common.length === 0 ? null : session.objects.rangeAreas(session, new AreasTarget(sheet, common));
    },
  },
});

export const rangeCollection = defineClass<AreasTarget>({
  name: 'RangeCollection',
  items: ({ sheet, areas }, session) => areas.map((area) => session.range(sheet, area)),
  methods: {
    getCount: ({ areas }) => areas.length,
    getItemAt: ({ sheet, areas }, [index], session) =>
      session.range(sheet, areas[integer(index)] ?? refuse('ItemNotFound')),
  },
});

function visible<T>(read: (target: RangeTarget, row: number, column: number) => T): (target: RangeTarget) => T[][] {
  return (target) =>
    visibleRows(target).map((row) => visibleColumns(target).map((column) => read(target, row, column)));
}

function visibleRows({ sheet, area }: RangeTarget): number[] {
  const rows = Array.from({ length: area.rows }, (_, offset) => area.row + offset);
  return rows.filter((row) => !isRowHidden(sheet, row));
}

function visibleColumns({ sheet, area }: RangeTarget): number[] {
  const columns = Array.from({ length: area.columns }, (_, offset) => area.column + offset);
  return columns.filter((column) => !isColumnHidden(sheet, column));
}

/** The rows and columns of a range that are not hidden ([T Range.getVisibleView]); reading only. */
export const rangeView = defineClass<RangeTarget>({
  name: 'RangeView',
  scalars: {
    rowCount: { get: (target) => visibleRows(target).length },
    columnCount: { get: (target) => visibleColumns(target).length },
    values: { get: visible(({ sheet }, row, column) => wireValue(valueAt(sheet, row, column))) },
    formulas: {
      get: visible(
        ({ sheet }, row, column) => sheet.grid.get(row, column)?.formula ?? wireValue(valueAt(sheet, row, column)),
      ),
    },
    text: { get: visible(({ sheet }, row, column) => textAt(sheet, row, column)) },
    numberFormat: { get: visible(({ sheet }, row, column) => formatAt(sheet, row, column)) },
    valueTypes: { get: visible(({ sheet }, row, column) => valueType(valueAt(sheet, row, column))) },
    cellAddresses: {
      get: visible(
        ({ sheet }, row, column) => `${quoteSheet(sheet.name)}!${areaName({ row, column, rows: 1, columns: 1 })}`,
      ),
    },
  },
  methods: { getRange: ({ sheet, area }, _args, session) => session.range(sheet, area) },
});
