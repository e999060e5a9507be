import type { Sheet } from '../../excel-host/model/workbook.ts';
import type { Area } from '../../excel-host/model/address.ts';
import { isRowHidden, heightOf, pixelWidth } from '../../excel-host/model/rows-and-columns.ts';
import { usedArea } from '../../excel-host/model/used-area.ts';
import { makeAxis, visibleIndexes, type Axis } from './axis.ts';

export const ROW_HEAD = 46;
export const COLUMN_HEAD = 24;
/** Empty rows and columns shown beyond the used area. */
const SPARE = { rows: 40, columns: 8 };
const LEAST = { rows: 60, columns: 26 };

/** The sizes of one sheet, measured once until the sheet changes. */
export interface SheetAxes {
  rows: Axis;
  columns: Axis;
  frozen: { rows: number; columns: number };
}

export function measureSheet(sheet: Sheet): SheetAxes {
  const used = usedArea(sheet, null, false);
  const rowCount = Math.max(LEAST.rows, (used ? used.row + used.rows : 0) + SPARE.rows);
  const columnCount = Math.max(LEAST.columns, (used ? used.column + used.columns : 0) + SPARE.columns);
  return {
    rows: makeAxis(rowCount, (row) => (isRowHidden(sheet, row) ? 0 : Math.round((heightOf(sheet, row) * 96) / 72))),
    columns: makeAxis(columnCount, (column) => pixelWidth(sheet, column)),
    frozen: sheet.frozen,
  };
}

/** One of up to four parts of the window: the frozen corner, top, left, and what scrolls. */
export interface Pane {
  name: 'corner' | 'top' | 'left' | 'main';
  /** Where the pane stands in the window, heads included. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** Sheet pixel at the pane's upper left. */
  fromX: number;
  fromY: number;
  rows: number[];
  columns: number[];
}

export interface WindowSize {
  width: number;
  height: number;
  scrollLeft: number;
  scrollTop: number;
}

/** Which cells each pane shows for a scroll position. */
export function panesOf({ rows, columns, frozen }: SheetAxes, size: WindowSize): Pane[] {
  const frozenWidth = columns.start(frozen.columns);
  const frozenHeight = rows.start(frozen.rows);
  const across = [
    { key: 'fixed', at: ROW_HEAD, width: frozenWidth, from: 0 },
    {
      key: 'moving',
      at: ROW_HEAD + frozenWidth,
      width: size.width - ROW_HEAD - frozenWidth,
      from: frozenWidth + size.scrollLeft,
    },
  ] as const;
  const down = [
    { key: 'fixed', at: COLUMN_HEAD, height: frozenHeight, from: 0 },
    {
      key: 'moving',
      at: COLUMN_HEAD + frozenHeight,
      height: size.height - COLUMN_HEAD - frozenHeight,
      from: frozenHeight + size.scrollTop,
    },
  ] as const;
  const names = {
    'fixed fixed': 'corner',
    'moving fixed': 'top',
    'fixed moving': 'left',
    'moving moving': 'main',
  } as const;
  return down.flatMap((y) =>
    across.map((x) => ({
      name: names[`${x.key} ${y.key}`],
      x: x.at,
      y: y.at,
      width: Math.max(x.width, 0),
      height: Math.max(y.height, 0),
      fromX: x.from,
      fromY: y.from,
      rows: visibleIndexes(rows, y.from, y.from + y.height),
      columns: visibleIndexes(columns, x.from, x.from + x.width),
    })),
  );
}

/** The merged area that holds a cell, else null. */
export function mergeAt(sheet: Sheet, row: number, column: number): Area | null {
  return (
    sheet.merges.find(
      (area) =>
        row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns,
    ) ?? null
  );
}
