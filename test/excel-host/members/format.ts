import { isEntireColumn, isEntireRow, type Area } from '../model/address.ts';
import { applyStyle } from '../model/apply-style.ts';
import { autofitColumns, autofitRows } from '../model/autofit.ts';
import { parseColor } from '../model/colors.ts';
import { refuse } from '../model/host-error.ts';
import { columnStyle, styleAt } from '../model/read-cells.ts';
import {
  columnWidth,
  hasStandardWidth,
  rowHeight,
  setColumnWidth,
  setRowHeight,
  takeColumnWidth,
} from '../model/rows-and-columns.ts';
import { checkAllowed } from '../model/sheet-protection.ts';
import type { StyleBook, StyleChange } from '../model/style-book.ts';
import { defineClass, type Scalar } from '../protocol/host-object.ts';
import { flag, number, oneOf, text } from './arguments.ts';
import type { AreaHolder } from './range-target.ts';
import type { OnBorder } from './targets.ts';

/** One answer for all cells, null when they differ ([D excel/excel-add-ins-blank-null-values.md]). */
export function uniformStyle<T>({ sheet, areas }: AreaHolder, read: (styles: StyleBook, style: number) => T): T | null {
  const styles = new Set<number>();
  for (const area of areas) for (const style of stylesIn(sheet, area)) styles.add(style);
  const answers = new Set([...styles].map((style) => read(sheet.workbook.styles, style)));
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : null;
}

function* stylesIn(sheet: AreaHolder['sheet'], area: Area): Generator<number> {
  if (isEntireColumn(area) || isEntireRow(area) || area.rows * area.columns > 100_000) {
    for (const { cell } of sheet.grid.cellsIn(area)) yield cell.style;
    yield columnStyle(sheet, area.column);
    return;
  }
  for (let row = area.row; row < area.row + area.rows; row += 1) {
    for (let column = area.column; column < area.column + area.columns; column += 1) yield styleAt(sheet, row, column);
  }
}

function change({ sheet, areas }: AreaHolder, made: StyleChange): void {
  checkAllowed(sheet, 'formatCells');
  for (const area of areas) {
    applyStyle(sheet, area, () => made);
    sheet.workbook.notify({ kind: 'format', sheet, area });
  }
}

function color(value: unknown): string {
  return parseColor(text(value)) ?? refuse('InvalidArgument');
}

function single({ areas }: AreaHolder): Area {
  return areas[0] ?? refuse('InvalidReference');
}

const HORIZONTAL: Record<string, string> = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
};
const VERTICAL: Record<string, string> = {
  Top: 'top',
  Center: 'center',
  Bottom: 'bottom',
  Justify: 'justify',
  Distributed: 'distributed',
};

function aligned(attribute: string, words: Record<string, string>, fallback: string): Scalar<AreaHolder> {
  return {
    get: (holder) =>
      uniformStyle(holder, (styles, style) => {
        const kept = styles.alignment(style)[attribute] ?? words[fallback];
        return Object.keys(words).find((word) => words[word] === kept) ?? fallback;
      }),
    set: (holder, value) =>
      change(holder, { alignment: { [attribute]: words[oneOf(value, Object.keys(words))] ?? null } }),
  };
}

export const format = defineClass<AreaHolder>({
  name: 'RangeFormat',
  scalars: {
    columnWidth: {
      get: ({ sheet, areas }) => (areas[0] ? columnWidth(sheet, areas[0]) : null),
      set: (holder, value) => {
        const points = number(value);
        if (points < 0) refuse('InvalidArgument');
        for (const area of holder.areas) setColumnWidth(holder.sheet, area, points);
      },
    },
    useStandardWidth: {
      get: ({ sheet, areas }) => (areas[0] ? hasStandardWidth(sheet, areas[0]) : null),
      set: ({ sheet, areas }, value) => {
        if (flag(value)) for (const area of areas) takeColumnWidth(sheet, area);
      },
    },
    rowHeight: {
      get: ({ sheet, areas }) => (areas[0] ? rowHeight(sheet, areas[0]) : null),
      set: (holder, value) => {
        const points = number(value);
        if (points < 0 || points > 409.5) refuse('InvalidArgument');
        for (const area of holder.areas) setRowHeight(holder.sheet, area, points);
      },
    },
    wrapText: {
      get: (holder) => uniformStyle(holder, (styles, style) => styles.alignment(style)['wrapText'] === '1'),
      set: (holder, value) => change(holder, { alignment: { wrapText: flag(value) ? '1' : null } }),
    },
    shrinkToFit: {
      get: (holder) => uniformStyle(holder, (styles, style) => styles.alignment(style)['shrinkToFit'] === '1'),
      set: (holder, value) => change(holder, { alignment: { shrinkToFit: flag(value) ? '1' : null } }),
    },
    indentLevel: {
      get: (holder) => uniformStyle(holder, (styles, style) => Number(styles.alignment(style)['indent'] ?? '0')),
      set: (holder, value) => change(holder, { alignment: { indent: String(number(value)) } }),
    },
    horizontalAlignment: aligned('horizontal', HORIZONTAL, 'General'),
    verticalAlignment: aligned('vertical', VERTICAL, 'Bottom'),
  },
  navigation: {
    fill: (holder, session) => session.objects.fill(session, holder),
    font: (holder, session) => session.objects.font(session, holder),
    borders: (holder, session) => session.objects.borders(session, holder),
    protection: (holder, session) => session.objects.formatProtection(session, holder),
  },
  methods: {
    autofitColumns({ sheet, areas }) {
      checkAllowed(sheet, 'formatColumns');
      for (const area of areas) autofitColumns(sheet, area);
      return null;
    },
    autofitRows({ sheet, areas }) {
      checkAllowed(sheet, 'formatRows');
      for (const area of areas) autofitRows(sheet, area);
      return null;
    },
  },
});

export const fill = defineClass<AreaHolder>({
  name: 'RangeFill',
  scalars: {
    color: {
      // A cell without a fill reads white ([T RangeFill.color]).
      get: (holder) => uniformStyle(holder, (styles, style) => styles.fill(style) || '#FFFFFF') ?? '',
      set: (holder, value) => change(holder, { fill: value === '' ? null : color(value) }),
    },
  },
  methods: {
    clear(holder) {
      change(holder, { fill: null });
      return null;
    },
  },
});

const UNDERLINES: Record<string, string> = {
  None: 'none',
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
};

export const font = defineClass<AreaHolder>({
  name: 'RangeFont',
  scalars: {
    bold: {
      get: (holder) => fontOf(holder, 'bold'),
      set: (holder, value) => change(holder, { font: { bold: flag(value) } }),
    },
    italic: {
      get: (holder) => fontOf(holder, 'italic'),
      set: (holder, value) => change(holder, { font: { italic: flag(value) } }),
    },
    strikethrough: {
      get: (holder) => fontOf(holder, 'strikethrough'),
      set: (holder, value) => change(holder, { font: { strikethrough: flag(value) } }),
    },
    color: {
      get: (holder) => fontOf(holder, 'color') ?? '',
      set: (holder, value) => change(holder, { font: { color: color(value) } }),
    },
    name: {
      get: (holder) => fontOf(holder, 'name'),
      set: (holder, value) => change(holder, { font: { name: text(value) } }),
    },
    size: {
      get: (holder) => fontOf(holder, 'size'),
      set: (holder, value) => change(holder, { font: { size: number(value) } }),
    },
    underline: {
      get: (holder) => {
        const kept = fontOf(holder, 'underline');
        return kept === null ? null : (Object.keys(UNDERLINES).find((word) => UNDERLINES[word] === kept) ?? 'None');
      },
      set: (holder, value) =>
        change(holder, { font: { underline: UNDERLINES[oneOf(value, Object.keys(UNDERLINES))] ?? 'none' } }),
    },
  },
});

function fontOf<K extends keyof ReturnType<StyleBook['font']>>(
  holder: AreaHolder,
  name: K,
): ReturnType<StyleBook['font']>[K] | null {
  return uniformStyle(holder, (styles, style) => styles.font(style)[name]);
}

export const formatProtection = defineClass<AreaHolder>({
  name: 'FormatProtection',
  scalars: {
    locked: {
      get: (holder) => uniformStyle(holder, (styles, style) => styles.isLocked(style)),
      set: (holder, value) => {
        if (holder.sheet.protection) refuse('AccessDenied');
        change(holder, { locked: flag(value) });
      },
    },
  },
});

const SIDES = [
  'EdgeTop',
  'EdgeBottom',
  'EdgeLeft',
  'EdgeRight',
  'InsideVertical',
  'InsideHorizontal',
  'DiagonalDown',
  'DiagonalUp',
] as const;

export const borders = defineClass<AreaHolder>({
  name: 'RangeBorderCollection',
  scalars: { count: { get: () => SIDES.length } },
  items: (holder, session) => SIDES.map((side) => session.objects.border(session, { holder, side })),
  itemByKey: (holder, key, session) => session.objects.border(session, { holder, side: oneOf(key, SIDES) }),
  methods: {
    getItemAt: (holder, [index], session) =>
      session.objects.border(session, { holder, side: SIDES[number(index)] ?? refuse('ItemNotFound') }),
  },
});

/** Which line of a cell a side of the range is, and which cells have it. */
function edge({ holder, side }: OnBorder): { line: 'left' | 'right' | 'top' | 'bottom' | 'diagonal'; areas: Area[] } {
  const area = single(holder);
  const bottom = { ...area, row: area.row + area.rows - 1, rows: 1 };
  const right = { ...area, column: area.column + area.columns - 1, columns: 1 };
  switch (side) {
    case 'EdgeTop':
      return { line: 'top', areas: [{ ...area, rows: 1 }] };
    case 'EdgeBottom':
      return { line: 'bottom', areas: [bottom] };
    case 'EdgeLeft':
      return { line: 'left', areas: [{ ...area, columns: 1 }] };
    case 'EdgeRight':
      return { line: 'right', areas: [right] };
    case 'InsideHorizontal':
      return { line: 'bottom', areas: area.rows > 1 ? [{ ...area, rows: area.rows - 1 }] : [] };
    case 'InsideVertical':
      return { line: 'right', areas: area.columns > 1 ? [{ ...area, columns: area.columns - 1 }] : [] };
    default:
      return { line: 'diagonal', areas: [area] };
  }
}

const LINES: Record<string, string> = {
  None: 'none',
  Continuous: 'thin',
  Dash: 'dashed',
  DashDot: 'dashDot',
  DashDotDot: 'dashDotDot',
  Dot: 'dotted',
  Double: 'double',
  SlantDashDot: 'slantDashDot',
};
const WEIGHTS: Record<string, string> = { Hairline: 'hair', Thin: 'thin', Medium: 'medium', Thick: 'thick' };

function changeEdge(target: OnBorder, line: string | null, wantedColor?: string): void {
  const { line: side, areas } = edge(target);
  change({ sheet: target.holder.sheet, areas }, { borders: [{ side, line, color: wantedColor }] });
}

function edgeOf(target: OnBorder): { line: string | null; color: string | null } {
  const { line: side, areas } = edge(target);
  const holder = { sheet: target.holder.sheet, areas };
  return {
    line: uniformStyle(holder, (styles, style) => styles.border(style, side).line),
    color: uniformStyle(holder, (styles, style) => styles.border(style, side).color),
  };
}

export const border = defineClass<OnBorder>({
  name: 'RangeBorder',
  identity: ({ side }) => ({ _Id: side }),
  scalars: {
    sideIndex: { get: ({ side }) => side },
    style: {
      get: (target) => {
        const { line } = edgeOf(target);
        if (line === null) return null;
        if (['hair', 'medium', 'thick'].includes(line)) return 'Continuous';
        return Object.keys(LINES).find((word) => LINES[word] === line) ?? 'Continuous';
      },
      set: (target, value) => {
        const line = LINES[oneOf(value, Object.keys(LINES))] ?? 'none';
        changeEdge(target, line === 'none' ? null : line, edgeOf(target).color?.slice(1) || undefined);
      },
    },
    weight: {
      get: (target) => {
        const { line } = edgeOf(target);
        return line === null ? null : (Object.keys(WEIGHTS).find((word) => WEIGHTS[word] === line) ?? 'Thin');
      },
      set: (target, value) =>
        changeEdge(
          target,
          WEIGHTS[oneOf(value, Object.keys(WEIGHTS))] ?? 'thin',
          edgeOf(target).color?.slice(1) || undefined,
        ),
    },
    color: {
      get: (target) => edgeOf(target).color ?? '',
      set: (target, value) => {
        const { line } = edgeOf(target);
        changeEdge(target, line === null || line === 'none' ? 'thin' : line, color(value));
      },
    },
  },
});
