import { MAX_COLUMNS, MAX_ROWS } from '../model/address.ts';
import { refuse } from '../model/host-error.ts';
import { addSheet, copySheet, deleteSheet, renameSheet } from '../model/sheets.ts';
import { usedArea } from '../model/used-area.ts';
import { parseColor } from '../model/colors.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import { defineClass, isHostObject, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, oneOf, optionalText, resolveAddress, text } from './arguments.ts';
import { AreasTarget } from './range-target.ts';
import type { OnSheet, OnWorkbook } from './targets.ts';

function find(workbook: Workbook, key: unknown): Sheet | undefined {
  const wanted = text(key);
  return workbook.sheets.find((sheet) => sheet.id === wanted) ?? workbook.sheetNamed(wanted);
}

function wrapOrNull(sheet: Sheet | undefined, session: HostSession): HostObject | null {
  return sheet ? session.objects.worksheet(session, { sheet }) : null;
}

function listed(workbook: Workbook, visibleOnly: unknown): Sheet[] {
  return flag(visibleOnly, false) ? workbook.sheets.filter((sheet) => sheet.visibility === 'Visible') : workbook.sheets;
}

export const worksheets = defineClass<OnWorkbook>({
  name: 'WorksheetCollection',
  items: ({ workbook }, session) => workbook.sheets.map((sheet) => session.objects.worksheet(session, { sheet })),
  itemByKey: ({ workbook }, key, session) => wrapOrNull(find(workbook, key), session),
  methods: {
    add: ({ workbook }, [name], session) =>
      session.objects.worksheet(session, { sheet: addSheet(workbook, optionalText(name)) }),
    getActiveWorksheet: ({ workbook }, _args, session) =>
      session.objects.worksheet(session, { sheet: workbook.activeSheet ?? refuse('ItemNotFound') }),
    getCount: ({ workbook }, [visibleOnly]) => listed(workbook, visibleOnly).length,
    getFirst: ({ workbook }, [visibleOnly], session) => wrapOrNull(listed(workbook, visibleOnly)[0], session),
    getLast: ({ workbook }, [visibleOnly], session) => wrapOrNull(listed(workbook, visibleOnly).at(-1), session),
    getItemOrNullObject: ({ workbook }, [key], session) => wrapOrNull(find(workbook, key), session),
  },
  events: [
    'DataChanged',
    'Added',
    'Deleted',
    'Activated',
    'Deactivated',
    'Calculated',
    'SelectionChanged',
    'FormatChanged',
    'RowHiddenChanged',
    'ProtectionChanged',
  ],
});

/** The sheet, which must still be there: a request may hold an object whose sheet was deleted meanwhile. */
function present({ sheet }: OnSheet): Sheet {
  return sheet.workbook.sheets.includes(sheet) ? sheet : refuse('ItemNotFound');
}

function neighbour(sheet: Sheet, step: number, visibleOnly: unknown): Sheet | undefined {
  const { sheets } = sheet.workbook;
  let at = sheets.indexOf(sheet) + step;
  while (flag(visibleOnly, false) && sheets[at] && sheets[at]?.visibility !== 'Visible') at += step;
  return sheets[at];
}

export const worksheet = defineClass<OnSheet>({
  name: 'Worksheet',
  identity: (target) => ({ Id: present(target).id }),
  scalars: {
    id: { get: ({ sheet }) => sheet.id },
    name: { get: ({ sheet }) => sheet.name, set: (target, value) => renameSheet(present(target), text(value)) },
    position: {
      get: ({ sheet }) => sheet.workbook.sheets.indexOf(sheet),
      set: (target, value) => move(present(target), integer(value)),
    },
    visibility: { get: ({ sheet }) => sheet.visibility, set: (target, value) => setVisibility(present(target), value) },
    tabColor: {
      get: ({ sheet }) => sheet.tabColor,
      set: ({ sheet }, value) => {
        sheet.tabColor = value === '' ? '' : `#${parseColor(text(value)) ?? refuse('InvalidArgument')}`;
        sheet.changed.add('tabColor');
      },
    },
    standardHeight: { get: ({ sheet }) => sheet.defaultRowHeight },
    standardWidth: { get: ({ sheet }) => sheet.defaultColumnWidth ?? 8.43 },
    showGridlines: { get: ({ sheet }) => sheet.showGridlines, set: setGridlines },
    showHeadings: { get: ({ sheet }) => sheet.showHeadings, set: setHeadings },
    gridlines: { get: ({ sheet }) => sheet.showGridlines, set: setGridlines, onDemand: true },
    headings: { get: ({ sheet }) => sheet.showHeadings, set: setHeadings, onDemand: true },
    enableCalculation: { get: () => true },
  },
  navigation: {
    tables: ({ sheet }, session) => session.objects.tables(session, { workbook: sheet.workbook, sheet, within: null }),
    names: ({ sheet }, session) => session.objects.names(session, { workbook: sheet.workbook, sheet }),
    autoFilter: ({ sheet }, session) => session.objects.autoFilter(session, { sheet, table: null }),
    protection: (target, session) => session.objects.protection(session, target),
    freezePanes: (target, session) => session.objects.freezePanes(session, target),
    charts: (target, session) => session.objects.charts(session, target),
    shapes: (target, session) => session.objects.shapes(session, target),
    pivotTables: ({ sheet }, session) => session.objects.pivotTables(session, { workbook: sheet.workbook, sheet }),
    pageLayout: (target, session) => session.objects.pageLayout(session, target),
    horizontalPageBreaks: ({ sheet }, session) =>
      session.objects.pageBreaks(session, { sheet, direction: 'horizontal' }),
    verticalPageBreaks: ({ sheet }, session) => session.objects.pageBreaks(session, { sheet, direction: 'vertical' }),
    comments: ({ sheet }, session) => session.objects.comments(session, { workbook: sheet.workbook, sheet }),
  },
  methods: {
    activate(target) {
      const sheet = present(target);
      if (sheet.visibility !== 'Visible') refuse('InvalidOperation');
      sheet.workbook.activeSheet = sheet;
      sheet.workbook.selection = { row: 0, column: 0, rows: 1, columns: 1 };
      sheet.workbook.notify({ kind: 'sheetActivated', sheet });
      return null;
    },
    calculate: () => null,
    copy(target, [positionType, relativeTo], session) {
      const sheet = present(target);
      const kind = oneOf(positionType, ['None', 'Before', 'After', 'Beginning', 'End'], 'None');
      const anchor = isHostObject(relativeTo) ? (relativeTo.target as OnSheet).sheet : null;
      const { sheets } = sheet.workbook;
      const at = anchor ? sheets.indexOf(anchor) : sheets.indexOf(sheet);
      const positions = { None: sheets.length, End: sheets.length, Beginning: 0, Before: at, After: at + 1 };
      return session.objects.worksheet(session, { sheet: copySheet(sheet, positions[kind]) });
    },
    delete(target) {
      deleteSheet(present(target));
      return null;
    },
    getRange(target, [address], session) {
      const sheet = present(target);
      const wanted = optionalText(address);
      const whole = { row: 0, column: 0, rows: MAX_ROWS, columns: MAX_COLUMNS };
      if (wanted === null || wanted === '') return session.range(sheet, whole);
      const found = resolveAddress(wanted, sheet.workbook, sheet);
      if (found.sheet !== sheet && wanted.includes('!')) refuse('InvalidArgument');
      return session.range(found.sheet, found.area);
    },
    getRanges(target, [address], session) {
      const sheet = present(target);
      const areas = text(address)
        .slice(0, 8192) // a longer address is cut ([D excel/excel-add-ins-troubleshooting.md])
        .split(',')
        .map((part) => resolveAddress(part.trim(), sheet.workbook, sheet).area);
      return session.objects.rangeAreas(session, new AreasTarget(sheet, areas));
    },
    getRangeByIndexes(target, [row, column, rows, columns], session) {
      const area = { row: integer(row), column: integer(column), rows: integer(rows), columns: integer(columns) };
      const inside = area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0;
      if (!inside || area.row + area.rows > MAX_ROWS || area.column + area.columns > MAX_COLUMNS)
        refuse('InvalidArgument');
      return session.range(present(target), area);
    },
    getCell(target, [row, column], session) {
      const area = { row: integer(row), column: integer(column), rows: 1, columns: 1 };
      if (area.row < 0 || area.column < 0 || area.row >= MAX_ROWS || area.column >= MAX_COLUMNS)
        refuse('InvalidArgument');
      return session.range(present(target), area);
    },
    // On a blank sheet getUsedRange is its first cell ([T Worksheet.getUsedRange]).
    getUsedRange: (target, [valuesOnly], session) =>
      session.range(
        present(target),
        usedArea(target.sheet, null, flag(valuesOnly, false)) ?? { row: 0, column: 0, rows: 1, columns: 1 },
      ),
    getUsedRangeOrNullObject(target, [valuesOnly], session) {
      const area = usedArea(present(target), null, flag(valuesOnly, false));
      return area && session.range(target.sheet, area);
    },
    getNext: (target, [visibleOnly], session) =>
      wrapOrNull(neighbour(present(target), 1, visibleOnly), session) ?? refuse('ItemNotFound'),
    getNextOrNullObject: (target, [visibleOnly], session) =>
      wrapOrNull(neighbour(present(target), 1, visibleOnly), session),
    getPrevious: (target, [visibleOnly], session) =>
      wrapOrNull(neighbour(present(target), -1, visibleOnly), session) ?? refuse('ItemNotFound'),
    getPreviousOrNullObject: (target, [visibleOnly], session) =>
      wrapOrNull(neighbour(present(target), -1, visibleOnly), session),
  },
  events: [
    'DataChanged',
    'Activated',
    'Deactivated',
    'Calculated',
    'SelectionChanged',
    'FormatChanged',
    'RowHiddenChanged',
    'ProtectionChanged',
  ],
});

/** The client sets these by names of their own (`Gridlines`, `Headings`). */
function setGridlines({ sheet }: OnSheet, value: unknown): void {
  showInView(sheet, { showGridlines: flag(value) });
}

function setHeadings({ sheet }: OnSheet, value: unknown): void {
  showInView(sheet, { showHeadings: flag(value) });
}

function showInView(sheet: Sheet, change: Partial<Pick<Sheet, 'showGridlines' | 'showHeadings'>>): void {
  Object.assign(sheet, change);
  sheet.changed.add('view');
  sheet.workbook.notify({ kind: 'structure', sheet, area: null });
}

function move(sheet: Sheet, position: number): void {
  const { workbook } = sheet;
  if (position < 0 || position >= workbook.sheets.length) refuse('InvalidArgument');
  workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
  workbook.sheets.splice(position, 0, sheet);
  workbook.changed.sheets = true;
}

function setVisibility(sheet: Sheet, value: unknown): void {
  const wanted = oneOf(value, ['Visible', 'Hidden', 'VeryHidden']);
  const { workbook } = sheet;
  const others = workbook.sheets.filter((other) => other !== sheet && other.visibility === 'Visible');
  if (wanted !== 'Visible' && others.length === 0) refuse('InvalidOperation'); // one sheet stays visible
  sheet.visibility = wanted;
  if (wanted !== 'Visible' && workbook.activeSheet === sheet) workbook.activeSheet = others[0] ?? null;
  workbook.changed.sheets = true;
  workbook.notify({ kind: 'structure', sheet, area: null });
}
