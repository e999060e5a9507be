import type { Outcome } from '../../core/outcome.ts';
import type { Area, CellValue, SheetReading } from '../../core/register/sheet-reading.ts';
import { CELLS_A_READ, areaOf, groupBySize, rangeOf, stripes } from './area.ts';
import { countsFrom1904 } from './count-from-1904.ts';
import { hostErrorCode, runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';
import type { SheetCells, SheetStructure } from './sheet-structure.ts';

/** More cells than this in one sheet are refused rather than read by halves. */
const CELLS_A_SHEET = 3_000_000;

/**
 * Reads worksheets as plain data (all, or those named) in few round trips: structure first, then the cells in blocks.
 * Refuses with `sheetTooLarge` when a sheet holds more than three million cells, with `cancelled` when the signal was given.
 */
export function readSheets(
  only?: string[],
  signal?: AbortSignal,
): Promise<Outcome<SheetReading[], WorkbookTrouble | 'sheetTooLarge' | 'cancelled'>> {
  return runBatch<SheetReading[], 'sheetTooLarge' | 'cancelled'>(async (context) => {
    const parts = await readStructure(context, await listSheets(context, only));
    const large = parts.find(({ used }) => used !== null && used.rowCount * used.columnCount > CELLS_A_SHEET);
    if (large !== undefined) throw new Stop('sheetTooLarge', { sheet: large.sheet.name });
    return readParts(context, parts, signal);
  });
}

/** Reads the worksheets that are as small as a list, but for those named. */
export function readSmallSheets(
  { rows, columns }: { rows: number; columns: number },
  except: readonly string[],
): Promise<Outcome<SheetReading[], WorkbookTrouble>> {
  return runBatch(async (context) => {
    const sheets = await listSheets(context);
    const parts = await readStructure(
      context,
      sheets.filter(({ name }) => !except.includes(name)),
    );
    const small = parts.filter(({ used }) => used !== null && used.rowCount <= rows && used.columnCount <= columns);
    return readParts(context, small, undefined);
  });
}

async function readParts(
  context: Excel.RequestContext,
  parts: SheetStructure[],
  signal: AbortSignal | undefined,
): Promise<SheetReading[]> {
  const cells = await readCells(context, parts, signal);
  const date1904 = await countsFrom1904(context, parts, cells);
  return parts.map((part, index) => ({
    name: part.sheet.name,
    visible: part.sheet.visibility === 'Visible',
    used: part.used,
    ...(cells[index] ?? NO_CELLS),
    merges: part.merges,
    tables: part.tables,
    autoFilter: part.autoFilter,
    isProtected: part.sheet.protection.protected,
    date1904,
  }));
}

const NO_CELLS: SheetCells = { values: [], formulas: [], numberFormats: [] };

async function listSheets(context: Excel.RequestContext, only?: string[]): Promise<Excel.Worksheet[]> {
  const worksheets = context.workbook.worksheets;
  worksheets.load('items/name,items/visibility,items/protection/protected');
  await context.sync();
  return worksheets.items.filter((sheet) => only === undefined || only.includes(sheet.name));
}

async function readStructure(context: Excel.RequestContext, sheets: Excel.Worksheet[]): Promise<SheetStructure[]> {
  const asked = sheets.map((sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    const merged = used.getMergedAreasOrNullObject();
    merged.areas.load('items/rowIndex,items/columnIndex,items/rowCount,items/columnCount');
    const autoFilter = sheet.autoFilter.getRangeOrNullObject();
    autoFilter.load('rowIndex,columnIndex,rowCount,columnCount');
    sheet.tables.load('items/name,items/showHeaders,items/showTotals');
    return { sheet, used, merged, autoFilter };
  });
  await context.sync();
  const tables = asked.map(({ sheet }) =>
    sheet.tables.items.map((table) => ({
      table,
      range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
    })),
  );
  if (tables.some((list) => list.length > 0)) await context.sync();
  return asked.map(({ sheet, used, merged, autoFilter }, index) => {
    const area = used.isNullObject ? null : areaOf(used);
    return {
      sheet,
      used: area,
      merges: used.isNullObject || merged.isNullObject ? [] : merged.areas.items.map(areaOf),
      autoFilter: autoFilter.isNullObject ? null : areaOf(autoFilter),
      tables: (tables[index] ?? []).map(({ table, range }) => ({
        name: table.name,
        area: areaOf(range),
        hasHeaders: table.showHeaders,
        hasTotals: table.showTotals,
      })),
    };
  });
}

/** A block of cells of one sheet, on its way. */
interface Block {
  index: number;
  sheet: Excel.Worksheet;
  area: Area;
}

async function readCells(
  context: Excel.RequestContext,
  parts: SheetStructure[],
  signal: AbortSignal | undefined,
): Promise<SheetCells[]> {
  const blocks: Block[] = parts.flatMap(({ sheet, used }, index) =>
    used === null ? [] : stripes(used, CELLS_A_READ).map((area) => ({ index, sheet, area })),
  );
  const found = parts.map((): SheetCells => ({ values: [], formulas: [], numberFormats: [] }));
  for (const group of groupBySize(blocks, ({ area }) => area.rowCount * area.columnCount, CELLS_A_READ)) {
    if (signal?.aborted === true) throw new Stop('cancelled');
    for (const { index, cells } of await readBlocks(context, group)) {
      found[index]?.values.push(...cells.values);
      found[index]?.formulas.push(...cells.formulas);
      found[index]?.numberFormats.push(...cells.numberFormats);
    }
  }
  return found;
}

/** One round trip for a group of blocks; when the answer is too large for the host, the group is halved. */
async function readBlocks(
  context: Excel.RequestContext,
  group: Block[],
): Promise<{ index: number; cells: SheetCells }[]> {
  const ranges = group.map(({ sheet, area }) => rangeOf(sheet, area).load('values,formulas,numberFormat'));
  try {
    await context.sync();
  } catch (error) {
    const halves = halve(group);
    if (hostErrorCode(error) !== 'ResponsePayloadSizeLimitExceeded' || halves === null) throw error;
    return [...(await readBlocks(context, halves[0])), ...(await readBlocks(context, halves[1]))];
  }
  return ranges.map((range, at) => ({ index: group[at]?.index ?? 0, cells: cellsOf(range) }));
}

function halve(group: Block[]): [Block[], Block[]] | null {
  if (group.length > 1) {
    const middle = Math.ceil(group.length / 2);
    return [group.slice(0, middle), group.slice(middle)];
  }
  const only = group[0];
  if (only === undefined || only.area.rowCount < 2) return null;
  const upper = Math.ceil(only.area.rowCount / 2);
  return [
    [{ ...only, area: { ...only.area, rowCount: upper } }],
    [{ ...only, area: { ...only.area, row: only.area.row + upper, rowCount: only.area.rowCount - upper } }],
  ];
}

function cellsOf(range: Excel.Range): SheetCells {
  const values = range.values as CellValue[][];
  return {
    values,
    formulas: (range.formulas as CellValue[][]).map((row, r) => row.map((cell, c) => formulaIn(cell, values[r]?.[c]))),
    numberFormats: range.numberFormat as string[][],
  };
}

/** `formulas` repeats the value where there is no formula, even a text such as `=x` that was typed with an apostrophe. */
function formulaIn(formula: CellValue, value: CellValue | undefined): string {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula : '';
}
