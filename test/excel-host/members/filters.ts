import { parseColor } from '../model/colors.ts';
import { DATE_SPECIFICITIES, FILTER_KINDS, type FilterCriteria, type FilterOn } from '../model/filter-criteria.ts';
import {
  allCriteria,
  clearCriteria,
  criteriaOn,
  filterArea,
  filterRows,
  isFiltered,
  setCriteria,
} from '../model/filter-rows.ts';
import { refuse } from '../model/host-error.ts';
import type { Sheet } from '../model/workbook.ts';
import { defineClass, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { integer, oneOf, optionalText, rangeOrAddress, record, text } from './arguments.ts';
import type { FilterOwner, OnTableColumn } from './targets.ts';

function rangeOf(owner: FilterOwner, session: HostSession): HostObject | null {
  const area = filterArea(owner);
  return area && session.range(owner.sheet, area);
}

export const autoFilter = defineClass<FilterOwner>({
  name: 'AutoFilter',
  scalars: {
    enabled: { get: (owner) => filterArea(owner) !== null },
    isDataFiltered: { get: isFiltered },
    /** One entry for each column, null where none is set ([K]; [T] says only "all the filter criteria"). */
    criteria: { get: allCriteria },
  },
  methods: {
    getRange: (owner, _args, session) => rangeOf(owner, session) ?? refuse('ItemNotFound'),
    getRangeOrNullObject: (owner, _args, session) => rangeOf(owner, session),
    clearCriteria(owner) {
      clearCriteria(owner);
      return null;
    },
    clearColumnCriteria(owner, [index]) {
      setCriteria(owner, integer(index), null);
      return null;
    },
    remove(owner) {
      clearCriteria(owner);
      if (owner.table) {
        owner.table.showFilterButton = false;
        owner.table.changed = true;
        owner.sheet.changed.add('tables');
      } else {
        owner.sheet.autoFilter = null;
        owner.sheet.changed.add('autoFilter');
        removeFilterName(owner.sheet);
      }
      return null;
    },
    reapply(owner) {
      if (filterArea(owner) === null) refuse('InvalidOperation');
      filterRows(owner);
      return null;
    },
    apply(owner, [range, columnIndex, criteria]) {
      const { sheet } = owner;
      const wanted = rangeOrAddress(range, sheet.workbook, sheet);
      if (wanted.sheet !== sheet) refuse('InvalidArgument');
      if (owner.table) {
        owner.table.showFilterButton = true;
        owner.table.changed = true;
        sheet.changed.add('tables');
      } else place(sheet, wanted.area);
      if (columnIndex !== null && columnIndex !== undefined)
        setCriteria(owner, integer(columnIndex), readCriteria(criteria));
      return null;
    },
  },
});

/** A second apply on the same range keeps the criteria of the other columns; on another range the filter moves there. */
function place(sheet: Sheet, area: FilterArea): void {
  const now = sheet.autoFilter?.area;
  const same =
    now?.row === area.row && now.column === area.column && now.rows === area.rows && now.columns === area.columns;
  if (same) return;
  clearCriteria({ sheet, table: null });
  sheet.autoFilter = { area, columns: [] };
  sheet.changed.add('autoFilter');
}

type FilterArea = NonNullable<Sheet['autoFilter']>['area'];

/** The hidden name that a sheet's filter leaves in the file goes with it. */
function removeFilterName(sheet: Sheet): void {
  const { workbook } = sheet;
  const kept = workbook.names.filter(
    (name) => name.name.toLowerCase() !== '_xlnm._filterdatabase' || name.sheet !== sheet,
  );
  if (kept.length === workbook.names.length) return;
  workbook.names = kept;
  workbook.changed.names = true;
}

function readCriteria(value: unknown): FilterCriteria {
  const given = record(value);
  const filterOn = oneOf(given['filterOn'], FILTER_KINDS);
  const values = given['values'];
  const made: FilterCriteria = { filterOn };
  const words = { criterion1: optionalText(given['criterion1']), criterion2: optionalText(given['criterion2']) };
  if (words.criterion1 !== null) made.criterion1 = words.criterion1;
  if (words.criterion2 !== null) made.criterion2 = words.criterion2;
  if (given['operator'] !== undefined && given['operator'] !== null)
    made.operator = oneOf(given['operator'], ['And', 'Or']);
  if (given['dynamicCriteria'] !== undefined) made.dynamicCriteria = text(given['dynamicCriteria']);
  if (given['color'] !== undefined) made.color = color(given['color']);
  if (Array.isArray(values)) made.values = values.map(readValue);
  return made;
}

function color(value: unknown): string {
  return `#${parseColor(text(value)) ?? refuse('InvalidArgument')}`;
}

function readValue(value: unknown): NonNullable<FilterCriteria['values']>[number] {
  if (typeof value !== 'object' || value === null) return text(value);
  const { date, specificity } = record(value);
  return { date: text(date), specificity: oneOf(specificity, DATE_SPECIFICITIES) };
}

/** The filter of a table's column is the one of the table, seen from the column. */
function onColumn(target: OnTableColumn, criteria: FilterCriteria | null): null {
  setCriteria(target, indexOf(target), criteria);
  return null;
}

function indexOf({ table, column }: OnTableColumn): number {
  const at = table.columns.indexOf(column);
  return at < 0 ? refuse('ItemNotFound') : at;
}

function counted(filterOn: FilterOn): (target: OnTableColumn, args: unknown[]) => null {
  return (target, [count]) => onColumn(target, { filterOn, criterion1: text(count) });
}

export const filter = defineClass<OnTableColumn>({
  name: 'Filter',
  scalars: { criteria: { get: (target) => criteriaOn(target, indexOf(target)) } },
  methods: {
    apply: (target, [criteria]) => onColumn(target, readCriteria(criteria)),
    applyBottomItemsFilter: counted('BottomItems'),
    applyBottomPercentFilter: counted('BottomPercent'),
    applyTopItemsFilter: counted('TopItems'),
    applyTopPercentFilter: counted('TopPercent'),
    applyCellColorFilter: (target, [value]) => onColumn(target, { filterOn: 'CellColor', color: color(value) }),
    applyFontColorFilter: (target, [value]) => onColumn(target, { filterOn: 'FontColor', color: color(value) }),
    applyCustomFilter: (target, [criterion1, criterion2, operator]) =>
      onColumn(target, readCriteria({ filterOn: 'Custom', criterion1, criterion2, operator })),
    applyDynamicFilter: (target, [dynamicCriteria]) =>
      onColumn(target, { filterOn: 'Dynamic', dynamicCriteria: text(dynamicCriteria) }),
    applyValuesFilter: (target, [values]) => onColumn(target, readCriteria({ filterOn: 'Values', values })),
    clear: (target) => onColumn(target, null),
  },
});
