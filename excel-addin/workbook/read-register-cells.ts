import { fieldKind } from '../../core/complaint/field.ts';
import type { Outcome } from '../../core/outcome.ts';
import { takeUpColumns } from '../../core/register/refresh/new-columns.ts';
import { matchHeaders } from '../../core/register/match-headers.ts';
import { freshMemory } from '../../core/register/merge-memory.ts';
import { cellKey, type RegisterCells } from '../../core/register/refresh/open-register.ts';
import type { RegisterColumn, RegisterMemory } from '../../core/register/register-plan.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { CELLS_A_READ, areaOf, groupBySize, rangeOf, stripes } from './area.ts';
import { loadStored } from './register-memory.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** What the workbook remembered of its register when its cells were read; another pane may have stored something new. */
interface WithStored {
  stored: RegisterMemory | null;
}

export interface RegisterCellsRead extends WithStored {
  cells: RegisterCells;
  isProtected: boolean;
  isFiltered: boolean;
  /** The formulas of the first row's state columns, by table column; none when the table is empty. */
  sample: Map<number, string>;
}

export interface ReadOptions {
  onProgress?: ((done: number, of: number) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export type ReadTrouble = WorkbookTrouble | 'registerGone' | 'cancelled';

/** Reads all that a refresh looks at: values, the formats of times, and which state cells hold no formula any more. */
export function readRegisterCells(
  memory: RegisterMemory,
  { onProgress, signal }: ReadOptions = {},
): Promise<Outcome<RegisterCellsRead, ReadTrouble>> {
  return runBatch<RegisterCellsRead, 'registerGone' | 'cancelled'>(
    async (context) => {
      const table = context.workbook.tables.getItemOrNullObject(memory.tableName).load('name');
      await context.sync();
      if (table.isNullObject) throw new Stop('registerGone', { table: memory.tableName });
      const header = table.getHeaderRowRange().load('rowIndex,columnIndex,rowCount,columnCount,values');
      const found = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const sheet = table.worksheet.load('name');
      const protection = sheet.protection.load('protected');
      const filter = table.autoFilter.load('isDataFiltered');
      const stored = loadStored(context);
      await context.sync();
      const body = areaOf(found);
      const area = { ...areaOf(header), rowCount: body.rowCount + 1 };
      const names = (header.values[0] ?? []).map(String);
      const now = takeUpColumns(freshMemory(memory, stored()), { header: names, values: [], area }).memory;
      const { columns } = matchHeaders(now.columns, names, []);
      const states = stateColumns(columns);
      const samples = states.map((column) => ({
        column,
        cell: sheet.getCell(body.row, area.column + column).load('formulas'),
        // With its header: a range of one cell would be searched for in the whole sheet.
        constants: rangeOf(sheet, { ...area, column: area.column + column, columnCount: 1 })
          .getSpecialCellsOrNullObject('Constants')
          .load('areas/items/rowIndex,areas/items/rowCount'),
      }));
      const { values, formats } = await readBody(context, sheet, body, timeColumns(columns), { onProgress, signal });
      const constants = new Set<string>();
      for (const { column, constants: areas } of samples) {
        if (areas.isNullObject) continue;
        for (const { rowIndex, rowCount } of areas.areas.items)
          for (let row = rowIndex; row < rowIndex + rowCount; row++) constants.add(cellKey(row - body.row, column));
      }
      const sample = new Map(samples.map(({ column, cell }) => [column, String(cell.formulas[0]?.[0] ?? '')]));
      const cells = { sheet: sheet.name, area, header: names, values, formats, constants };
      return {
        ...{ cells, sample, stored: stored() },
        ...{ isProtected: protection.protected, isFiltered: filter.isDataFiltered },
      };
    },
    { patient: true },
  );
}

async function readBody(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  body: Area,
  times: readonly number[],
  { onProgress, signal }: ReadOptions,
): Promise<{ values: CellValue[][]; formats: string[][] }> {
  const values: CellValue[][] = [];
  const formats: string[][] = [];
  const plain = Array.from({ length: body.columnCount }, () => 'General');
  const size = ({ rowCount, columnCount }: Area) => rowCount * columnCount;
  for (const group of groupBySize(stripes(body, CELLS_A_READ), size, CELLS_A_READ)) {
    if (signal?.aborted === true) throw new Stop('cancelled');
    onProgress?.(values.length, body.rowCount);
    const ranges = group.map((part) => ({
      part: rangeOf(sheet, part).load('values'),
      formats: times.map((column) => ({
        column,
        range: rangeOf(sheet, { ...part, column: part.column + column, columnCount: 1 }).load('numberFormat'),
      })),
    }));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- ten thousand cells at once: the host refuses answers above 5 MB
    await context.sync();
    for (const { part, formats: own } of ranges) {
      const rows = part.values as CellValue[][];
      values.push(...rows);
      formats.push(...rows.map((_, row) => withFormats(plain, own, row)));
    }
  }
  return { values, formats };
}

function withFormats(plain: readonly string[], own: { column: number; range: Excel.Range }[], row: number): string[] {
  const formats = [...plain];
  for (const { column, range } of own) formats[column] = String(range.numberFormat[row]?.[0] ?? 'General');
  return formats;
}

/** Rows of the table as they are now, by index. */
export interface RowsRead extends WithStored {
  area: Area;
  header: string[];
  isProtected: boolean;
  isFiltered: boolean;
  rows: Map<number, { values: CellValue[]; formats: string[]; constants: number[] }>;
}

/**
 * Reads some rows again, and where the table stands, in one round trip. `rows` are indexes in a table that stands where it
 * stood when `known` was read; whether it still does is for the caller to see.
 */
export function readRegisterRows(
  memory: RegisterMemory,
  known: RegisterCells,
  rows: readonly number[],
): Promise<Outcome<RowsRead, WorkbookTrouble>> {
  return runBatch(
    async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      const range = table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const totals = table.load('showTotals');
      const header = table.getHeaderRowRange().load('values');
      const { worksheet: sheet } = context.workbook.tables.getItem(memory.tableName);
      const protection = sheet.protection.load('protected');
      const filter = table.autoFilter.load('isDataFiltered');
      const stored = loadStored(context);
      const { columns } = matchHeaders(memory.columns, known.header, []);
      const states = stateColumns(columns);
      const parts = runsOf(rows).map(([first, count]) => {
        const place = { ...known.area, row: known.area.row + 1 + first, rowCount: count };
        const column = (index: number) => rangeOf(sheet, { ...place, column: place.column + index, columnCount: 1 });
        return {
          first,
          range: rangeOf(sheet, place).load('values'),
          times: timeColumns(columns).map((index) => ({ column: index, range: column(index).load('numberFormat') })),
          states: states.map((index) => ({ column: index, range: column(index).load('formulas') })),
        };
      });
      await context.sync();
      const area = areaOf(range);
      const plain = Array.from({ length: known.area.columnCount }, () => 'General');
      const read: RowsRead['rows'] = new Map();
      for (const { first, range: part, times, states: own } of parts)
        (part.values as CellValue[][]).forEach((values, row) => {
          const constants = own
            .filter(({ range: cells }) => !isFormula(cells.formulas[row]?.[0]))
            .map(({ column }) => column);
          read.set(first + row, { values, formats: withFormats(plain, times, row), constants });
        });
      return {
        area: totals.showTotals ? { ...area, rowCount: area.rowCount - 1 } : area,
        header: (header.values[0] ?? []).map(String),
        isProtected: protection.protected,
        isFiltered: filter.isDataFiltered,
        rows: read,
        stored: stored(),
      };
    },
    { patient: true },
  );
}

export interface RegisterPlace extends WithStored {
  area: Area;
  header: string[];
  numbers: CellValue[];
}

/** Where the table stands, and the numbers of its complaints: to see whether a plan still fits it. */
export function readRegisterPlace(
  memory: RegisterMemory,
  numberHeader: string | null,
): Promise<Outcome<RegisterPlace, WorkbookTrouble>> {
  return runBatch(
    async (context) => {
      const table = context.workbook.tables.getItem(memory.tableName);
      const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
      const header = table.getHeaderRowRange().load('values');
      const numbers =
        numberHeader === null ? null : table.columns.getItem(numberHeader).getDataBodyRange().load('values');
      const stored = loadStored(context);
      await context.sync();
      const area = areaOf(body);
      return {
        area: { ...area, row: area.row - 1, rowCount: area.rowCount + 1 },
        header: (header.values[0] ?? []).map(String),
        numbers: ((numbers?.values ?? []) as CellValue[][]).map(([number = '']) => number),
        stored: stored(),
      };
    },
    { patient: true },
  );
}

function isFormula(formula: unknown): boolean {
  return typeof formula === 'string' && formula.startsWith('=');
}

function stateColumns(columns: readonly RegisterColumn[]): number[] {
  return columns.flatMap(({ role }, index) => (role.startsWith('deadlineState:') ? [index] : []));
}

function timeColumns(columns: readonly RegisterColumn[]): number[] {
  return columns.flatMap(({ fields }, index) => (fields.some((field) => fieldKind(field) === 'time') ? [index] : []));
}

/** Neighbouring indexes as runs: `[3, 4, 7]` → first and count, `[[3, 2], [7, 1]]`. */
export function runsOf(indexes: readonly number[]): [first: number, count: number][] {
  const runs: [number, number][] = [];
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[0] + last[1] === index) last[1]++;
    else runs.push([index, 1]);
  }
  return runs;
}
