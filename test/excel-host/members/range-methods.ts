import {
  boundingArea,
  intersection,
  isEntireColumn,
  isEntireRow,
  MAX_COLUMNS,
  MAX_ROWS,
  type Area,
} from '../model/address.ts';
import { clearArea } from '../model/clear-area.ts';
import { copyArea } from '../model/copy-area.ts';
import { filteredUnder } from '../model/filter-rows.ts';
import { refuse } from '../model/host-error.ts';
import { mergeArea, unmergeArea } from '../model/merge-area.ts';
import { deleteCells, insertCells } from '../model/shift-cells.ts';
import { specialAreas } from '../model/special-cells.ts';
import { surroundingArea, usedArea } from '../model/used-area.ts';
import type { ClassTable, HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, oneOf, optionalText, rangeOrAddress } from './arguments.ts';
import { AreasTarget, type RangeTarget } from './range-target.ts';

type Methods = NonNullable<ClassTable<RangeTarget>['methods']>;

/** A range that would leave the sheet is refused ([T Range.getOffsetRange]). */
function placed({ sheet }: RangeTarget, area: Area, session: HostSession): HostObject {
  const { row, column, rows, columns } = area;
  if (row < 0 || column < 0 || rows < 1 || columns < 1 || row + rows > MAX_ROWS || column + columns > MAX_COLUMNS) {
    refuse('InvalidArgument');
  }
  return session.range(sheet, area);
}

function beside(count: unknown, size: number): { count: number; inside: boolean } {
  const wanted = integer(count, 1);
  if (wanted === 0 || Math.abs(wanted) > size + MAX_ROWS) refuse('InvalidArgument');
  return { count: Math.abs(wanted), inside: wanted < 0 };
}

export const RANGE_METHODS: Methods = {
  _KeepReference: () => null,
  _ValidateArraySize({ area }, [rows, columns]) {
    if (integer(rows) !== area.rows || integer(columns) !== area.columns) refuse('InvalidArgument');
    return null;
  },
  getCell: (target, [row, column], session) =>
    placed(
      target,
      { row: target.area.row + integer(row), column: target.area.column + integer(column), rows: 1, columns: 1 },
      session,
    ),
  getRow(target, [row], session) {
    const { area } = target;
    const at = integer(row);
    if (at < 0 || at >= area.rows) refuse('InvalidArgument');
    return placed(target, { ...area, row: area.row + at, rows: 1 }, session);
  },
  getColumn(target, [column], session) {
    const { area } = target;
    const at = integer(column);
    if (at < 0 || at >= area.columns) refuse('InvalidArgument');
    return placed(target, { ...area, column: area.column + at, columns: 1 }, session);
  },
  getLastRow: (target, _args, session) =>
    placed(target, { ...target.area, row: target.area.row + target.area.rows - 1, rows: 1 }, session),
  getLastColumn: (target, _args, session) =>
    placed(target, { ...target.area, column: target.area.column + target.area.columns - 1, columns: 1 }, session),
  getLastCell: (target, _args, session) =>
    placed(
      target,
      {
        row: target.area.row + target.area.rows - 1,
        column: target.area.column + target.area.columns - 1,
        rows: 1,
        columns: 1,
      },
      session,
    ),
  getOffsetRange: (target, [rows, columns], session) =>
    placed(
      target,
      { ...target.area, row: target.area.row + integer(rows), column: target.area.column + integer(columns) },
      session,
    ),
  getResizedRange: (target, [rows, columns], session) =>
    placed(
      target,
      { ...target.area, rows: target.area.rows + integer(rows), columns: target.area.columns + integer(columns) },
      session,
    ),
  getAbsoluteResizedRange: (target, [rows, columns], session) =>
    placed(target, { ...target.area, rows: integer(rows), columns: integer(columns) }, session),
  getRowsBelow(target, [given], session) {
    const { area } = target;
    const { count, inside } = beside(given, area.rows);
    return placed(target, { ...area, row: area.row + area.rows - (inside ? count : 0), rows: count }, session);
  },
  getRowsAbove(target, [given], session) {
    const { area } = target;
    const { count, inside } = beside(given, area.rows);
    return placed(target, { ...area, row: inside ? area.row : area.row - count, rows: count }, session);
  },
  getColumnsAfter(target, [given], session) {
    const { area } = target;
    const { count, inside } = beside(given, area.columns);
    return placed(
      target,
      { ...area, column: area.column + area.columns - (inside ? count : 0), columns: count },
      session,
    );
  },
  getColumnsBefore(target, [given], session) {
    const { area } = target;
    const { count, inside } = beside(given, area.columns);
    return placed(target, { ...area, column: inside ? area.column : area.column - count, columns: count }, session);
  },
  getEntireColumn: (target, _args, session) => placed(target, { ...target.area, row: 0, rows: MAX_ROWS }, session),
  getEntireRow: (target, _args, session) =>
    placed(target, { ...target.area, column: 0, columns: MAX_COLUMNS }, session),
  getIntersection: (target, [other], session) => common(target, other, session) ?? refuse('ItemNotFound'),
  getIntersectionOrNullObject: (target, [other], session) => common(target, other, session),
  getBoundingRect(target, [other], session) {
    const { sheet, area } = rangeOrAddress(other, session.workbook, target.sheet);
    if (sheet !== target.sheet) refuse('InvalidArgument');
    return placed(target, boundingArea(target.area, area), session);
  },
  // Range.getUsedRange of an empty range is ItemNotFound, unlike the worksheet's ([T Range.getUsedRange]).
  getUsedRange: (target, [valuesOnly], session) => used(target, valuesOnly, session) ?? refuse('ItemNotFound'),
  getUsedRangeOrNullObject: (target, [valuesOnly], session) => used(target, valuesOnly, session),
  getSurroundingRegion: (target, _args, session) => placed(target, surroundingArea(target.sheet, target.area), session),
  getMergedAreasOrNullObject({ sheet, area }, _args, session) {
    const areas = sheet.merges.filter((merge) => intersection(merge, area) !== null);
    return areas.length === 0 ? null : session.objects.rangeAreas(session, new AreasTarget(sheet, areas));
  },
  getSpecialCells: (target, [kind, valueKind], session) =>
    special(target, kind, valueKind, session) ?? refuse('ItemNotFound'),
  getSpecialCellsOrNullObject: (target, [kind, valueKind], session) => special(target, kind, valueKind, session),
  getTables: (target, [fullyContained], session) =>
    session.objects.tables(session, {
      workbook: session.workbook,
      sheet: target.sheet,
      within: { range: target, fully: flag(fullyContained, false) },
    }),
  getVisibleView: (target, _args, session) => session.objects.rangeView(session, target),
  clear({ sheet, area }, [applyTo]) {
    clearArea(sheet, area, oneOf(applyTo, ['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks'], 'All'));
    return null;
  },
  delete({ sheet, area }, [shift], session) {
    const direction = isEntireRow(area) ? 'Up' : isEntireColumn(area) ? 'Left' : oneOf(shift, ['Up', 'Left']);
    if (direction === 'Up' && !isEntireRow(area) && filteredUnder(sheet, area)) {
      // The desktop deletes nothing and says nothing ([#994]); the web refuses (microsoftgraph/msgraph-sdk-java#1273).
      return session.profile.platform === 'OfficeOnline' ? refuse('FilteredRangeConflict') : null;
    }
    deleteCells(sheet, area, direction, session.liveRanges());
    return null;
  },
  insert({ sheet, area }, [shift], session) {
    const direction = isEntireRow(area) ? 'Down' : isEntireColumn(area) ? 'Right' : oneOf(shift, ['Down', 'Right']);
    // "Can't move cells in a filtered range or table" ([D testing/application-specific-api-error-handling.md]).
    if (direction === 'Down' && !isEntireRow(area) && filteredUnder(sheet, area)) refuse('FilteredRangeConflict');
    const target = { ...area };
    insertCells(sheet, area, direction, session.liveRanges());
    return session.range(sheet, target);
  },
  copyFrom(target, [source, type, skipBlanks, transpose], session) {
    const from = rangeOrAddress(source, session.workbook, target.sheet);
    copyArea(from, target, {
      type: oneOf(type, ['All', 'Formulas', 'Values', 'Formats'], 'All'),
      skipBlanks: flag(skipBlanks, false),
      transpose: flag(transpose, false),
    });
    return null;
  },
  merge({ sheet, area }, [across]) {
    mergeArea(sheet, area, flag(across, false));
    return null;
  },
  unmerge({ sheet, area }) {
    unmergeArea(sheet, area);
    return null;
  },
  select({ sheet, area }, _args, session) {
    if (sheet.visibility !== 'Visible') refuse('InvalidSelection');
    session.workbook.activeSheet = sheet;
    session.workbook.selection = area;
    session.workbook.notify({ kind: 'selection', sheet, area });
    return null;
  },
  calculate: () => null,
};

function common(target: RangeTarget, other: unknown, session: HostSession): HostObject | null {
  const { sheet, area } = rangeOrAddress(other, session.workbook, target.sheet);
  const shared = sheet === target.sheet ? intersection(target.area, area) : null;
  return shared && placed(target, shared, session);
}

function used(target: RangeTarget, valuesOnly: unknown, session: HostSession): HostObject | null {
  const area = usedArea(target.sheet, target.area, flag(valuesOnly, false));
  return area && placed(target, area, session);
}

function special(target: RangeTarget, kind: unknown, valueKind: unknown, session: HostSession): HostObject | null {
  const wanted = oneOf(kind, ['Constants', 'Formulas', 'Blanks', 'Visible', 'ConditionalFormats', 'DataValidations']);
  const areas = specialAreas(target.sheet, target.area, wanted, optionalText(valueKind) ?? 'All');
  return areas.length === 0 ? null : session.objects.rangeAreas(session, new AreasTarget(target.sheet, areas));
}
