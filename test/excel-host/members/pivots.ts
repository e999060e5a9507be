import { intersection } from '../model/address.ts';
import { refuse } from '../model/host-error.ts';
import { defaultDataName, layOut } from '../model/pivot/lay-out.ts';
import {
  SHOWN_AS,
  SUMMARIES,
  type Pivot,
  type PivotData,
  type PivotField,
  type PivotSource,
} from '../model/pivot/pivot.ts';
import { addPivot, allPivots, deletePivot, drawPivot, refreshPivot, touchPivot } from '../model/pivot/place-pivot.ts';
import { sourceArea } from '../model/pivot/read-source.ts';
import { defineClass, isHostObject, type HostObject, type Scalar } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, oneOf, optionalText, rangeOrAddress, record, text } from './arguments.ts';
import { RangeTarget } from './range-target.ts';
import type { OnAxis, OnPivot, OnPivotData, OnPivotField, OnPivotItem, OnTable, PivotScope } from './targets.ts';

function listed({ workbook, sheet }: PivotScope): OnPivot[] {
  return allPivots(workbook).filter((entry) => sheet === null || entry.sheet === sheet);
}

function find(scope: PivotScope, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const found = listed(scope).find(
    ({ pivot }) => pivot.name.toLowerCase() === wanted || pivot.id.toLowerCase() === wanted,
  );
  return found ? session.objects.pivotTable(session, found) : null;
}

export const pivotTables = defineClass<PivotScope>({
  name: 'PivotTableCollection',
  items: (scope, session) => listed(scope).map((entry) => session.objects.pivotTable(session, entry)),
  itemByKey: find,
  methods: {
    add(scope, [name, source, destination], session) {
      const target = rangeOrAddress(destination, scope.workbook, scope.sheet);
      const sheet = target.sheet;
      if (scope.sheet && sheet !== scope.sheet) refuse('InvalidArgument'); // the destination lies on the collection's sheet ([T])
      return session.objects.pivotTable(session, {
        sheet,
        pivot: addPivot(sheet, text(name), readSourceArgument(source, scope), target.area),
      });
    },
    getCount: (scope) => listed(scope).length,
    getItemOrNullObject: (scope, [key], session) => find(scope, key, session),
    getFirst: (scope, _args, session) =>
      session.objects.pivotTable(session, listed(scope)[0] ?? refuse('ItemNotFound')),
    refreshAll(scope) {
      for (const { sheet, pivot } of listed(scope)) refreshPivot(sheet, pivot);
      return null;
    },
  },
});

/** A Range, a Table, or a text that names one of them ([T PivotTableCollection.add]). */
function readSourceArgument(source: unknown, scope: PivotScope): PivotSource {
  if (isHostObject(source) && !(source.target instanceof RangeTarget)) {
    if (source.className !== 'Table') refuse('InvalidArgument');
    const { sheet, table } = source.target as OnTable;
    return { kind: 'table', home: sheet, table };
  }
  const named = typeof source === 'string' ? scope.workbook.tableNamed(source) : undefined;
  const home = named && scope.workbook.sheetOf(named);
  if (named && home) return { kind: 'table', home, table: named };
  const { sheet, area } = rangeOrAddress(source, scope.workbook, scope.sheet);
  return { kind: 'range', sheet, area: { ...area } };
}

function present({ sheet, pivot }: OnPivot): Pivot {
  return sheet.pivots.includes(pivot) && sheet.workbook.sheets.includes(sheet) ? pivot : refuse('ItemNotFound');
}

/** Every change of the arrangement is drawn at once; one that finds no room is taken back. */
function rearrange(target: OnPivot, change: (pivot: Pivot) => void): void {
  const pivot = present(target);
  const before = { ...pivot, layout: { ...pivot.layout }, fields: pivot.fields.map((field) => ({ ...field })) };
  const data = pivot.data.map((own) => ({ ...own }));
  const axes = { rows: [...pivot.rows], columns: [...pivot.columns], filters: [...pivot.filters] };
  change(pivot);
  try {
    drawPivot(target.sheet, pivot);
  } catch (error) {
    Object.assign(pivot, before, axes, { data });
    throw error;
  }
}

export const pivotTable = defineClass<OnPivot>({
  name: 'PivotTable',
  identity: (target) => ({ Id: present(target).id }),
  scalars: {
    id: { get: ({ pivot }) => pivot.id },
    name: {
      get: (target) => present(target).name,
      set: (target, value) => {
        const name = text(value);
        const { workbook } = target.sheet;
        const same = allPivots(workbook).some(
          ({ pivot }) => pivot !== target.pivot && pivot.name.toLowerCase() === name.toLowerCase(),
        );
        if (same) refuse('ItemAlreadyExists');
        present(target).name = name === '' ? refuse('InvalidArgument') : name;
        touchPivot(target.sheet, target.pivot);
      },
    },
    refreshOnOpen: {
      get: (target) => present(target).refreshOnOpen,
      set: (target, value) => {
        present(target).refreshOnOpen = flag(value);
        touchPivot(target.sheet, target.pivot);
      },
    },
    useCustomSortLists: { get: () => true },
    enableDataValueEditing: { get: () => false },
    allowMultipleFiltersPerField: { get: () => false },
  },
  navigation: {
    worksheet: ({ sheet }, session) => session.objects.worksheet(session, { sheet }),
    layout: (target, session) => session.objects.pivotLayout(session, target),
    hierarchies: (target, session) => session.objects.pivotHierarchies(session, target),
    rowHierarchies: (target, session) => session.objects.rowColumnHierarchies(session, { ...target, axis: 'rows' }),
    columnHierarchies: (target, session) =>
      session.objects.rowColumnHierarchies(session, { ...target, axis: 'columns' }),
    filterHierarchies: (target, session) => session.objects.filterHierarchies(session, { ...target, axis: 'filters' }),
    dataHierarchies: (target, session) => session.objects.dataHierarchies(session, target),
  },
  methods: {
    delete(target) {
      present(target);
      deletePivot(target.sheet, target.pivot);
      return null;
    },
    refresh(target) {
      present(target);
      refreshPivot(target.sheet, target.pivot);
      return null;
    },
    getDataSourceString(target) {
      const { source } = present(target);
      if (source.kind === 'table') return source.table.name;
      const { sheet, area } = sourceArea(source);
      return `${sheet.name}!R${area.row + 1}C${area.column + 1}:R${area.row + area.rows}C${area.column + area.columns}`;
    },
    getDataSourceType: (target) => (present(target).source.kind === 'table' ? 'LocalTable' : 'LocalRange'),
  },
});

type LayoutKey = keyof Pivot['layout'];

function layoutPart(key: LayoutKey, read: (value: unknown) => string | boolean): Scalar<OnPivot> {
  return {
    get: (target) => present(target).layout[key],
    set: (target, value) => rearrange(target, ({ layout }) => Object.assign(layout, { [key]: read(value) })),
  };
}

export const pivotLayout = defineClass<OnPivot>({
  name: 'PivotLayout',
  scalars: {
    layoutType: layoutPart('type', (value) => oneOf(value, ['Compact', 'Tabular', 'Outline'])),
    subtotalLocation: layoutPart('subtotals', (value) => oneOf(value, ['AtTop', 'AtBottom', 'Off'])),
    showRowGrandTotals: layoutPart('rowGrandTotals', (value) => flag(value)),
    showColumnGrandTotals: layoutPart('columnGrandTotals', (value) => flag(value)),
    showFieldHeaders: layoutPart('fieldHeaders', (value) => flag(value)),
    emptyCellText: layoutPart('emptyText', text),
    fillEmptyCells: layoutPart('fillEmpty', (value) => flag(value)),
    altTextTitle: layoutPart('altTitle', text),
    altTextDescription: layoutPart('altDescription', text),
    autoFormat: layoutPart('autoFormat', (value) => flag(value)),
    preserveFormatting: layoutPart('preserveFormatting', (value) => flag(value)),
    enableFieldList: layoutPart('enableFieldList', (value) => flag(value)),
  },
  methods: {
    getRange: (target, _args, session) => session.range(target.sheet, present(target).area),
    getFilterAxisRange: (target, _args, session) =>
      session.range(target.sheet, present(target).filterArea ?? refuse('ItemNotFound')),
    getDataBodyRange(target, _args, session) {
      const { area, data } = present(target);
      const { headerRows, labelColumns } = layOut(target.pivot);
      if (data.length === 0) refuse('ItemNotFound');
      return session.range(target.sheet, {
        row: area.row + headerRows,
        column: area.column + labelColumns,
        rows: area.rows - headerRows,
        columns: area.columns - labelColumns,
      });
    },
    getRowLabelRange(target, _args, session) {
      const { area } = present(target);
      const { headerRows, labelColumns } = layOut(target.pivot);
      if (labelColumns === 0) refuse('ItemNotFound');
      // Header of the labels included, as in Excel's RowRange ([K]).
      return session.range(target.sheet, {
        row: area.row + headerRows - 1,
        column: area.column,
        rows: area.rows - headerRows + 1,
        columns: labelColumns,
      });
    },
    getColumnLabelRange(target, _args, session) {
      const { area } = present(target);
      const { headerRows, labelColumns } = layOut(target.pivot);
      if (headerRows === 0) refuse('ItemNotFound');
      return session.range(target.sheet, {
        row: area.row,
        column: area.column + labelColumns,
        rows: headerRows,
        columns: Math.max(1, area.columns - labelColumns),
      });
    },
    getDataHierarchy(target, [cell], session) {
      const { sheet, area } = rangeOrAddress(cell, target.sheet.workbook, target.sheet);
      const { area: own, data } = present(target);
      const { headerRows, labelColumns } = layOut(target.pivot);
      const inside = sheet === target.sheet && intersection(own, area) !== null && area.row >= own.row + headerRows;
      const at = (area.column - own.column - labelColumns) % Math.max(1, data.length);
      const found = inside && area.column >= own.column + labelColumns ? data[at] : undefined;
      return session.objects.dataHierarchy(session, { ...target, data: found ?? refuse('ItemNotFound') });
    },
    repeatAllItemLabels(target, [repeat]) {
      rearrange(target, ({ layout }) => (layout.repeatLabels = flag(repeat)));
      return null;
    },
  },
});

function fieldNamed({ pivot }: OnPivot, key: unknown): number {
  const wanted = text(key).toLowerCase();
  return pivot.fields.findIndex(({ name }) => name.toLowerCase() === wanted);
}

export const pivotHierarchies = defineClass<OnPivot>({
  name: 'PivotHierarchyCollection',
  items: (target, session) =>
    present(target).fields.map((_, field) => session.objects.pivotHierarchy(session, { ...target, field })),
  itemByKey: hierarchyOrNull,
  methods: {
    getCount: (target) => present(target).fields.length,
    getItemOrNullObject: (target, [key], session) => hierarchyOrNull(target, key, session),
  },
});

function hierarchyOrNull(target: OnPivot, key: unknown, session: HostSession): HostObject | null {
  const field = fieldNamed(target, key);
  return field < 0 ? null : session.objects.pivotHierarchy(session, { ...target, field });
}

function fieldOf(target: OnPivotField): PivotField {
  return present(target).fields[target.field] ?? refuse('ItemNotFound');
}

export const pivotHierarchy = defineClass<OnPivotField>({
  name: 'PivotHierarchy',
  identity: (target) => ({ Id: fieldOf(target).name }),
  scalars: { id: { get: (target) => fieldOf(target).name }, name: { get: (target) => fieldOf(target).name } },
  navigation: { fields: (target, session) => session.objects.pivotFields(session, target) },
});

function axisField(target: OnAxis, key: unknown): number {
  const field = fieldNamed(target, key);
  return present(target)[target.axis].includes(field) ? field : -1;
}

function onAxis(kind: 'rowColumnHierarchy' | 'filterHierarchy') {
  const wrap = (target: OnAxis, field: number, session: HostSession): HostObject =>
    session.objects[kind](session, { ...target, field });
  const orNull = (target: OnAxis, key: unknown, session: HostSession): HostObject | null => {
    const field = axisField(target, key);
    return field < 0 ? null : wrap(target, field, session);
  };
  return {
    items: (target: OnAxis, session: HostSession) =>
      present(target)[target.axis].map((field) => wrap(target, field, session)),
    itemByKey: orNull,
    methods: {
      /** Where it stood on another axis it is taken from there ([T RowColumnPivotHierarchyCollection.add]). */
      add(target: OnAxis, [hierarchy]: unknown[], session: HostSession) {
        const { field } = hierarchyArgument(hierarchy);
        rearrange(target, (pivot) => {
          for (const axis of ['rows', 'columns', 'filters'] as const) {
            pivot[axis] = pivot[axis].filter((own) => own !== field);
          }
          pivot[target.axis] = [...pivot[target.axis], field];
        });
        return wrap(target, field, session);
      },
      remove(target: OnAxis, [hierarchy]: unknown[]) {
        const { field } = hierarchyArgument(hierarchy);
        rearrange(target, (pivot) => (pivot[target.axis] = pivot[target.axis].filter((own) => own !== field)));
        return null;
      },
      getCount: (target: OnAxis) => present(target)[target.axis].length,
      getItemOrNullObject: (target: OnAxis, [key]: unknown[], session: HostSession) => orNull(target, key, session),
    },
  };
}

function hierarchyArgument(value: unknown): OnPivotField {
  const names = ['PivotHierarchy', 'RowColumnPivotHierarchy', 'FilterPivotHierarchy'];
  if (!isHostObject(value) || !names.includes(value.className)) return refuse('InvalidArgument');
  return value.target as OnPivotField;
}

export const rowColumnHierarchies = defineClass<OnAxis>({
  name: 'RowColumnPivotHierarchyCollection',
  ...onAxis('rowColumnHierarchy'),
});
export const filterHierarchies = defineClass<OnAxis>({
  name: 'FilterPivotHierarchyCollection',
  ...onAxis('filterHierarchy'),
});

const position: Scalar<OnAxis & OnPivotField> = {
  get: (target) => present(target)[target.axis].indexOf(target.field),
  set: (target, value) => {
    const at = integer(value);
    if (at < 0 || at >= present(target)[target.axis].length) refuse('InvalidArgument');
    rearrange(target, (pivot) => {
      const others = pivot[target.axis].filter((field) => field !== target.field);
      others.splice(at, 0, target.field);
      pivot[target.axis] = others;
    });
  },
};

export const rowColumnHierarchy = defineClass<OnAxis & OnPivotField>({
  name: 'RowColumnPivotHierarchy',
  identity: (target) => ({ Id: fieldOf(target).name }),
  scalars: {
    id: { get: (target) => fieldOf(target).name },
    name: { get: (target) => fieldOf(target).name },
    position,
  },
  navigation: { fields: (target, session) => session.objects.pivotFields(session, target) },
});

export const filterHierarchy = defineClass<OnAxis & OnPivotField>({
  name: 'FilterPivotHierarchy',
  identity: (target) => ({ Id: fieldOf(target).name }),
  scalars: {
    id: { get: (target) => fieldOf(target).name },
    name: { get: (target) => fieldOf(target).name },
    position,
    enableMultipleFilterItems: { get: () => true, set: (_, value) => void flag(value) },
  },
  navigation: { fields: (target, session) => session.objects.pivotFields(session, target) },
});

/** A hierarchy of a worksheet's pivot has one field, of the same name ([D excel/excel-add-ins-pivottables.md]). */
export const pivotFields = defineClass<OnPivotField>({
  name: 'PivotFieldCollection',
  items: (target, session) => [session.objects.pivotField(session, target)],
  itemByKey: ownField,
  methods: {
    getCount: () => 1,
    getItemOrNullObject: (target, [key], session) => ownField(target, key, session),
  },
});

function ownField(target: OnPivotField, key: unknown, session: HostSession): HostObject | null {
  return fieldNamed(target, key) === target.field ? session.objects.pivotField(session, target) : null;
}

function change(target: OnPivotField, act: (field: PivotField) => void): null {
  fieldOf(target);
  rearrange(target, (pivot) => {
    const field = pivot.fields[target.field];
    if (field) act(field);
  });
  return null;
}

export const pivotField = defineClass<OnPivotField>({
  name: 'PivotField',
  identity: (target) => ({ Id: fieldOf(target).name }),
  scalars: {
    id: { get: (target) => fieldOf(target).name },
    name: { get: (target) => fieldOf(target).name },
    showAllItems: { get: (target) => fieldOf(target).showAllItems },
    subtotals: {
      get: (target) => ({ automatic: fieldOf(target).subtotal }),
      set: (target, value) => {
        const { automatic, ...others } = record(value);
        if (Object.values(others).some((on) => on === true)) {
          refuse('ApiNotFound', 'Excel host: PivotField.subtotals knows only "automatic"');
        }
        change(target, (field) => (field.subtotal = flag(automatic, false)));
      },
    },
  },
  navigation: { items: (target, session) => session.objects.pivotItems(session, target) },
  methods: {
    sortByLabels: (target, [ascending]) =>
      change(target, (field) => (field.sort = { ascending: flag(ascending, true), by: null })),
    sortByValues(target, [sortBy, values, scope]) {
      if (Array.isArray(scope) && scope.length > 0)
        refuse('ApiNotFound', 'Excel host: PivotField.sortByValues within a scope is not implemented');
      const { data } = dataArgument(values);
      const ascending = oneOf(sortBy, ['Ascending', 'Descending']) === 'Ascending';
      return change(target, (field) => (field.sort = { ascending, by: data.id }));
    },
    /** Only the manual filter: a list of items to show ([T PivotManualFilter]). */
    applyFilter(target, [filter]) {
      const given = record(filter);
      const chosen = given['manualFilter'];
      if (chosen === undefined || chosen === null || Object.keys(given).length > 1) {
        refuse('ApiNotFound', 'Excel host: PivotField.applyFilter knows only manualFilter');
      }
      const { selectedItems } = record(chosen);
      if (!Array.isArray(selectedItems)) return refuse('InvalidArgument');
      const wanted = new Set(
        selectedItems.map((item: unknown) =>
          isHostObject(item) ? (item.target as OnPivotItem).key : labelKey(target, item),
        ),
      );
      return change(target, (field) => {
        field.hidden = new Set(field.items.map(({ key }) => key).filter((key) => !wanted.has(key)));
      });
    },
    clearAllFilters: (target) => change(target, (field) => (field.hidden = new Set())),
    clearFilter: (target, [kind]) =>
      oneOf(kind, ['Unknown', 'Value', 'Manual', 'Label', 'Date']) === 'Manual'
        ? change(target, (field) => (field.hidden = new Set()))
        : null,
    isFiltered: (target) => fieldOf(target).hidden.size > 0,
    getFilters(target) {
      const { hidden, items } = fieldOf(target);
      const selectedItems = items.filter(({ key }) => !hidden.has(key)).map(({ label }) => label);
      return hidden.size === 0 ? {} : { manualFilter: { selectedItems } };
    },
  },
});

function labelKey(target: OnPivotField, label: unknown): string {
  const wanted = text(label).toLowerCase();
  return fieldOf(target).items.find((item) => item.label.toLowerCase() === wanted)?.key ?? refuse('InvalidArgument');
}

function itemOrNull(target: OnPivotField, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const item = fieldOf(target).items.find((own) => own.label.toLowerCase() === wanted || own.key === wanted);
  return item ? session.objects.pivotItem(session, { ...target, key: item.key }) : null;
}

export const pivotItems = defineClass<OnPivotField>({
  name: 'PivotItemCollection',
  items: (target, session) =>
    fieldOf(target).items.map(({ key }) => session.objects.pivotItem(session, { ...target, key })),
  itemByKey: itemOrNull,
  methods: {
    getCount: (target) => fieldOf(target).items.length,
    getItemOrNullObject: (target, [key], session) => itemOrNull(target, key, session),
  },
});

function labelOf(target: OnPivotItem): string {
  return fieldOf(target).items.find(({ key }) => key === target.key)?.label ?? refuse('ItemNotFound');
}

export const pivotItem = defineClass<OnPivotItem>({
  name: 'PivotItem',
  identity: (target) => ({ Id: target.key }),
  scalars: {
    id: { get: ({ key }) => key },
    name: { get: labelOf },
    isExpanded: { get: () => true },
    visible: {
      get: (target) => !fieldOf(target).hidden.has(target.key),
      set: (target, value) => {
        const visible = flag(value);
        change(target, (field) => {
          const hidden = new Set(field.hidden);
          if (visible) hidden.delete(target.key);
          else hidden.add(target.key);
          // One item stays visible ("PivotTable field must have at least one visible item", [K]).
          if (field.items.every(({ key }) => hidden.has(key))) refuse('InvalidOperation');
          field.hidden = hidden;
        });
      },
    },
  },
});

function dataOrNull(target: OnPivot, key: unknown, session: HostSession): HostObject | null {
  const wanted = text(key).toLowerCase();
  const data = present(target).data.find((own) => own.name.toLowerCase() === wanted || own.id === wanted);
  return data ? session.objects.dataHierarchy(session, { ...target, data }) : null;
}

function dataArgument(value: unknown): OnPivotData {
  if (!isHostObject(value) || value.className !== 'DataPivotHierarchy') return refuse('InvalidArgument');
  return value.target as OnPivotData;
}

export const dataHierarchies = defineClass<OnPivot>({
  name: 'DataPivotHierarchyCollection',
  items: (target, session) =>
    present(target).data.map((data) => session.objects.dataHierarchy(session, { ...target, data })),
  itemByKey: dataOrNull,
  methods: {
    add(target, [hierarchy], session) {
      const { field } = hierarchyArgument(hierarchy);
      const pivot = present(target);
      const data: PivotData = {
        id: `data${pivot.nextData}`,
        field,
        name: '',
        summarizeBy: 'Automatic',
        showAs: 'None',
        baseField: 0,
        numberFormat: 'General',
      };
      data.name = freeName(pivot, defaultDataName(pivot, data));
      rearrange(target, (own) => {
        own.nextData += 1;
        own.data = [...own.data, data];
      });
      return session.objects.dataHierarchy(session, { ...target, data });
    },
    remove(target, [hierarchy]) {
      const { data } = dataArgument(hierarchy);
      rearrange(target, (own) => (own.data = own.data.filter(({ id }) => id !== data.id)));
      return null;
    },
    getCount: (target) => present(target).data.length,
    getItemOrNullObject: (target, [key], session) => dataOrNull(target, key, session),
  },
});

function freeName(pivot: Pivot, wanted: string): string {
  let name = wanted;
  for (let number = 2; pivot.data.some((own) => own.name.toLowerCase() === name.toLowerCase()); number += 1) {
    name = `${wanted}${number}`;
  }
  return name;
}

function dataOf(target: OnPivotData): PivotData {
  return present(target).data.find(({ id }) => id === target.data.id) ?? refuse('ItemNotFound');
}

function changeData(target: OnPivotData, act: (data: PivotData, pivot: Pivot) => void): void {
  dataOf(target);
  rearrange(target, (pivot) => {
    const data = pivot.data.find(({ id }) => id === target.data.id);
    if (data) act(data, pivot);
  });
}

export const dataHierarchy = defineClass<OnPivotData>({
  name: 'DataPivotHierarchy',
  identity: (target) => ({ Id: dataOf(target).id }),
  scalars: {
    id: { get: (target) => dataOf(target).id },
    name: {
      get: (target) => dataOf(target).name,
      set: (target, value) => {
        const name = text(value);
        const taken = (other: { name: string }): boolean => other.name.toLowerCase() === name.toLowerCase();
        // "PivotTable field name already exists": neither a source field's nor another figure's ([K]).
        const others = present(target).data.filter(({ id }) => id !== target.data.id);
        if (name === '' || target.pivot.fields.some(taken) || others.some(taken)) refuse('InvalidArgument');
        changeData(target, (data) => (data.name = name));
      },
    },
    position: {
      get: (target) => present(target).data.findIndex(({ id }) => id === target.data.id),
      set: (target, value) => {
        const at = integer(value);
        if (at < 0 || at >= present(target).data.length) refuse('InvalidArgument');
        changeData(target, (data, pivot) => {
          const others = pivot.data.filter((own) => own !== data);
          others.splice(at, 0, data);
          pivot.data = others;
        });
      },
    },
    numberFormat: {
      get: (target) => dataOf(target).numberFormat,
      set: (target, value) => changeData(target, (data) => (data.numberFormat = text(value))),
    },
    summarizeBy: {
      get: (target) => dataOf(target).summarizeBy,
      set: (target, value) => {
        const summary = oneOf(value, SUMMARIES);
        changeData(target, (data, pivot) => {
          const named = data.name === defaultDataName(pivot, data);
          data.summarizeBy = summary;
          if (named)
            data.name = freeName(
              { ...pivot, data: pivot.data.filter((own) => own !== data) },
              defaultDataName(pivot, data),
            );
        });
      },
    },
    showAs: {
      get: (target) => {
        const { showAs, baseField } = dataOf(target);
        return showAs === 'RunningTotal'
          ? { calculation: showAs, baseField: target.pivot.fields[baseField]?.name }
          : { calculation: showAs };
      },
      set: (target, value) => {
        const given = record(value);
        const wanted = optionalText(given['calculation']) ?? 'None';
        const showAs = SHOWN_AS.find((known) => known.toLowerCase() === wanted.toLowerCase());
        if (!showAs) return refuse('ApiNotFound', `Excel host: showing as "${wanted}" is not implemented`);
        const base = given['baseField'];
        if (showAs === 'RunningTotal' && !isHostObject(base)) refuse('InvalidArgument');
        changeData(target, (data) => {
          data.showAs = showAs;
          if (isHostObject(base)) data.baseField = (base.target as OnPivotField).field;
        });
      },
    },
  },
  navigation: {
    field: (target, session) => session.objects.pivotField(session, { ...target, field: dataOf(target).field }),
  },
  methods: {
    setToDefault(target) {
      changeData(target, (data) => {
        Object.assign(data, { summarizeBy: 'Automatic', showAs: 'None', numberFormat: 'General' });
      });
      return null;
    },
  },
});
