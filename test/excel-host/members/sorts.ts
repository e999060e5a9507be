import { parseColor } from '../model/colors.ts';
import { bodyArea } from '../model/grow-table.ts';
import { refuse } from '../model/host-error.ts';
import { sortArea } from '../model/sort-rows.ts';
import { touch } from '../model/tables.ts';
import type { SortField, SortState } from '../model/workbook.ts';
import { defineClass } from '../protocol/host-object.ts';
import { flag, integer, oneOf, record, text } from './arguments.ts';
import type { RangeTarget } from './range-target.ts';
import { present } from './tables.ts';
import type { OnTable } from './targets.ts';

function readState(fields: unknown, matchCase: unknown, method: unknown): SortState {
  if (!Array.isArray(fields)) return refuse('InvalidArgument');
  return {
    fields: fields.map(readField),
    matchCase: flag(matchCase, false),
    method: oneOf(method, ['PinYin', 'StrokeCount'], 'PinYin'),
  };
}

function readField(value: unknown): SortField {
  const given = record(value);
  const sortOn = oneOf(given['sortOn'], ['Value', 'CellColor', 'FontColor', 'Icon'], 'Value');
  if (sortOn === 'Icon') refuse('ApiNotFound', 'Excel host: sorting by icon is not implemented');
  const field: SortField = {
    key: integer(given['key']),
    ascending: flag(given['ascending'], true),
    sortOn,
    textAsNumber: oneOf(given['dataOption'], ['Normal', 'TextAsNumber'], 'Normal') === 'TextAsNumber',
  };
  if (sortOn !== 'Value') field.color = `#${parseColor(text(given['color'])) ?? refuse('InvalidArgument')}`;
  return field;
}

export const rangeSort = defineClass<RangeTarget>({
  name: 'RangeSort',
  methods: {
    apply({ sheet, area }, [fields, matchCase, hasHeaders, orientation, method]) {
      const byRows = oneOf(orientation, ['Rows', 'Columns'], 'Rows') === 'Rows';
      const cut = flag(hasHeaders, false) ? 1 : 0;
      const body = byRows
        ? { ...area, row: area.row + cut, rows: area.rows - cut }
        : { ...area, column: area.column + cut, columns: area.columns - cut };
      sortArea(sheet, body, readState(fields, matchCase, method), byRows);
      return null;
    },
  },
});

function said({ key, ascending, sortOn, color, textAsNumber }: SortField): Record<string, unknown> {
  const dataOption = textAsNumber ? 'TextAsNumber' : 'Normal';
  return { key, ascending, sortOn, dataOption, ...(color === undefined ? {} : { color }) };
}

export const tableSort = defineClass<OnTable>({
  name: 'TableSort',
  scalars: {
    fields: { get: (target) => present(target).sort?.fields.map(said) ?? [] },
    matchCase: { get: (target) => present(target).sort?.matchCase ?? false },
    method: { get: (target) => present(target).sort?.method ?? 'PinYin' },
  },
  methods: {
    apply(target, [fields, matchCase, method]) {
      const table = present(target);
      const state = readState(fields, matchCase, method);
      sortArea(target.sheet, bodyArea(table), state);
      table.sort = state;
      touch(target.sheet.workbook, table);
      return null;
    },
    /** Forgets the order; the rows stay as they lie ([T TableSort.clear]). */
    clear(target) {
      present(target).sort = null;
      touch(target.sheet.workbook, target.table);
      return null;
    },
    reapply(target) {
      const { sort } = present(target);
      if (sort) sortArea(target.sheet, bodyArea(target.table), sort);
      return null;
    },
  },
});
