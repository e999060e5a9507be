import { areaName, isEntireColumn, isEntireRow, quoteSheet, type Area } from '../model/address.ts';
import { hyperlinkOn, setHyperlink } from '../model/hyperlinks.ts';
import { placeOfArea } from '../model/place-on-sheet.ts';
import { filteredUnder } from '../model/filter-rows.ts';
import { takeStyles } from '../model/clear-area.ts';
import { refuse } from '../model/host-error.ts';
import { categoryAt, formatAt, matrix, textAt, valueAt, valueType, wireValue } from '../model/read-cells.ts';
import { columnsHidden, isRowHidden, rowsHidden, setColumnsHidden, setRowsHidden } from '../model/rows-and-columns.ts';
import { applyStyle } from '../model/apply-style.ts';
import { writeEntries } from '../model/write-cells.ts';
import { checkAllowed } from '../model/sheet-protection.ts';
import type { Sheet } from '../model/workbook.ts';
import { defineClass, type Scalar } from '../protocol/host-object.ts';
import { flag, optionalText, record, text } from './arguments.ts';
import { RANGE_METHODS } from './range-methods.ts';
import type { RangeTarget } from './range-target.ts';

/** More cells than this read as null ([D excel/performance.md]). */
const READ_LIMIT = 5_000_000;

function isUnbounded(area: Area): boolean {
  return isEntireColumn(area) || isEntireRow(area);
}

/** Whole rows and columns read null ([D excel/excel-add-ins-ranges-unbounded.md]). */
function perCell(read: (range: RangeTarget, row: number, column: number) => unknown): Scalar<RangeTarget>['get'] {
  return (range) => {
    const { area } = range;
    if (isUnbounded(area) || area.rows * area.columns > READ_LIMIT) return null;
    return matrix(area, (row, column) => read(range, row, column));
  };
}

/** A matrix of exactly the range's shape, or one scalar for the whole range ([K], facts 3.3 row 2). */
export function shaped(area: Area, value: unknown): unknown[][] {
  if (isUnbounded(area)) refuse('InvalidArgument', 'Cell-level properties of a whole row or column cannot be set.');
  if (!Array.isArray(value)) {
    if (typeof value === 'object') refuse('InvalidArgument');
    return matrix(area, () => value);
  }
  const lines: unknown[] = value;
  const fits = lines.length === area.rows && lines.every((line) => Array.isArray(line) && line.length === area.columns);
  if (!fits) {
    refuse(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    );
  }
  return lines as unknown[][];
}

const writeCells: NonNullable<Scalar<RangeTarget>['set']> = ({ sheet, area }, value, session) => {
  const lines = shaped(area, value);
  writeEntries(sheet, area, session.profile.platform === 'OfficeOnline' ? lines : misplaced(sheet, area, lines));
};

/**
 * On the desktop a block written over rows that a filter hides lands wrongly: hidden rows keep what they hold, and every visible row
 * gets the first line of the block ([#224]; the same in xlwings/xlwings#747, which tells where the values went).
 */
function misplaced(sheet: Sheet, area: Area, lines: unknown[][]): unknown[][] {
  if (lines.length < 2 || !filteredUnder(sheet, area)) return lines;
  return lines.map((line, offset) =>
    isRowHidden(sheet, area.row + offset) ? line.map(() => null) : (lines[0] ?? line),
  );
}

const formulaAt = (range: RangeTarget, row: number, column: number): unknown => {
  const cell = range.sheet.grid.get(row, column);
  return cell?.formula ?? wireValue(cell?.value ?? null);
};

export const range = defineClass<RangeTarget>({
  name: 'Range',
  identity(target, session) {
    if (!session.workbook.sheets.includes(target.sheet)) refuse('InvalidReference');
    return { _ReferenceId: session.keep(session.objects.range(session, target)) };
  },
  scalars: {
    address: { get: ({ sheet, area }) => `${quoteSheet(sheet.name)}!${areaName(area)}` },
    addressLocal: { get: ({ sheet, area }) => `${quoteSheet(sheet.name)}!${areaName(area)}` },
    cellCount: { get: ({ area }) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns) },
    columnCount: { get: ({ area }) => area.columns },
    columnIndex: { get: ({ area }) => area.column },
    rowCount: { get: ({ area }) => area.rows },
    rowIndex: { get: ({ area }) => area.row },
    isEntireColumn: { get: ({ area }) => isEntireColumn(area) },
    isEntireRow: { get: ({ area }) => isEntireRow(area) },
    values: { get: perCell(({ sheet }, row, column) => wireValue(valueAt(sheet, row, column))), set: writeCells },
    formulas: { get: perCell(formulaAt), set: writeCells },
    text: { get: perCell(({ sheet }, row, column) => textAt(sheet, row, column)) },
    valueTypes: { get: perCell(({ sheet }, row, column) => valueType(valueAt(sheet, row, column))) },
    numberFormat: {
      get: perCell(({ sheet }, row, column) => formatAt(sheet, row, column)),
      set: (target, value) => setNumberFormat(target, shaped(target.area, value)),
    },
    numberFormatCategories: {
      onDemand: true,
      get: perCell(({ sheet }, row, column) => categoryAt(sheet, row, column)),
    },
    /** Only the plain style: it takes all formats off the cells and leaves rules and validations alone ([T Range.style], [K]). */
    style: {
      onDemand: true,
      get: () => 'Normal',
      set: ({ sheet, area }, value) => {
        if (text(value) !== 'Normal') refuse('ApiNotFound', 'Excel host: Range.style is implemented for "Normal" only');
        takeStyles(sheet, area);
      },
    },
    columnHidden: {
      get: ({ sheet, area }) => columnsHidden(sheet, area),
      set: ({ sheet, area }, value) => setColumnsHidden(sheet, area, flag(value)),
    },
    rowHidden: {
      get: ({ sheet, area }) => rowsHidden(sheet, area),
      set: ({ sheet, area }, value) => setRowsHidden(sheet, area, flag(value)),
    },
    hyperlink: { onDemand: true, get: readHyperlink, set: writeHyperlink },
    top: { onDemand: true, get: ({ sheet, area }) => placeOfArea(sheet, area).top },
    left: { onDemand: true, get: ({ sheet, area }) => placeOfArea(sheet, area).left },
    width: { onDemand: true, get: ({ sheet, area }) => placeOfArea(sheet, area).width },
    height: { onDemand: true, get: ({ sheet, area }) => placeOfArea(sheet, area).height },
    hidden: {
      get: ({ sheet, area }) => {
        const rows = rowsHidden(sheet, area);
        const columns = columnsHidden(sheet, area);
        return rows === true || columns === true ? true : rows === false && columns === false ? false : null;
      },
    },
  },
  navigation: {
    worksheet: ({ sheet }, session) => session.objects.worksheet(session, { sheet }),
    format: (target, session) => session.objects.format(session, target),
    dataValidation: (target, session) => session.objects.dataValidation(session, target),
    conditionalFormats: (target, session) => session.objects.conditionalFormats(session, target),
    sort: (target, session) => session.objects.rangeSort(session, target),
  },
  methods: RANGE_METHODS,
});

/** `""` sets General again; null leaves the cell's format ([D excel/excel-add-ins-blank-null-values.md]). */
function setNumberFormat({ sheet, area }: RangeTarget, codes: unknown[][]): void {
  checkAllowed(sheet, 'formatCells');
  for (const [row, line] of codes.entries()) {
    for (const [column, code] of line.entries()) {
      if (code === null) continue;
      if (typeof code !== 'string') refuse('InvalidArgument');
      const cell: Area = { row: area.row + row, column: area.column + column, rows: 1, columns: 1 };
      applyStyle(sheet, cell, () => ({ numberFormat: code === '' ? 'General' : code }));
    }
  }
  sheet.workbook.notify({ kind: 'format', sheet, area });
}

/** Null without a link and where the cells' links differ ([T Range.hyperlink], [D excel/excel-add-ins-blank-null-values.md]). */
function readHyperlink({ sheet, area }: RangeTarget): unknown {
  const link = hyperlinkOn(sheet, area);
  if (!link) return null;
  return {
    ...(link.address === null ? {} : { address: link.address }),
    ...(link.location === null ? {} : { documentReference: link.location }),
    ...(link.tooltip === null ? {} : { screenTip: link.tooltip }),
    textToDisplay: textAt(sheet, area.row, area.column),
  };
}

function writeHyperlink({ sheet, area }: RangeTarget, value: unknown): void {
  checkAllowed(sheet, 'insertHyperlinks');
  const given = record(value);
  const [address, location] = [optionalText(given['address']), optionalText(given['documentReference'])];
  if (!address && !location) refuse('InvalidArgument');
  const tooltip = optionalText(given['screenTip']);
  setHyperlink(sheet, area, { address: address || null, location, tooltip }, optionalText(given['textToDisplay']));
}
