import type { Moment } from '../../core/complaint/moment.ts';
import type { Outcome } from '../../core/outcome.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { areaOf, rangeOf } from './area.ts';
import { readValues } from './read-register.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';
import { loadStatistics, type StatisticsMemory } from './statistics-memory.ts';
import { readySheets } from './statistics-sheets.ts';

const TABLE = 'RedressVolumes';
const HEADER_ROW = 3;
const WIDTHS = [90, 190, 110];
const SOFT = '#52666A';

export interface VolumeWords {
  title: string;
  text: string;
  /** Month, product, units. */
  header: readonly [string, string, string];
}

/** The user's table of sales volumes as it stands. */
export interface VolumesRead {
  sheet: string;
  /** Of the table's body on its sheet, from 0. */
  row: number;
  /** Month, product, units. */
  rows: CellValue[][];
}

/** What the workbook says of its statistics: when they were written, and the volumes; null: there are none. */
export interface StatisticsState {
  asOf: StatisticsMemory['asOf'];
  /** The statistics have been begun at least once. */
  stands: boolean;
  volumes: VolumesRead | null;
}

/** Reads what stands of the statistics: nothing is written. A table of volumes is the first one on our sheet. */
export function readStatisticsState(): Promise<Outcome<StatisticsState, WorkbookTrouble>> {
  return runBatch(async (context) => {
    const stored = loadStatistics(context);
    const sheets = context.workbook.worksheets.load('items/id,items/name');
    await context.sync();
    const memory = stored();
    const standing = (id: string | undefined) => sheets.items.find((sheet) => sheet.id === id);
    const stands = standing(memory.sheets.facts) !== undefined && standing(memory.sheets.statistics) !== undefined;
    const state = { asOf: stands ? memory.asOf : null, stands };
    const sheet = standing(memory.sheets.volumes);
    if (sheet === undefined) return { ...state, volumes: null };
    const tables = sheet.tables.load('items/name');
    await context.sync();
    const table = tables.items[0];
    if (table === undefined) return { ...state, volumes: null };
    const body = table.getDataBodyRange().load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    const area = { ...areaOf(body), columnCount: 3 };
    return { ...state, volumes: { sheet: sheet.name, row: area.row, rows: await readValues(context, sheet, area) } };
  });
}

/**
 * Makes the table of volumes where there is none, with the months to fill in, and shows it. What stands there stays: volumes
 * that were turned into a plain range become a table again, and over anything else nothing is laid.
 */
export function showVolumeSheet(
  words: VolumeWords,
  { at, locale, months }: { at: Moment; locale: Locale; months: readonly string[] },
): Promise<Outcome<{ sheet: string }, WorkbookTrouble | 'volumesTaken'>> {
  return runBatch<{ sheet: string }, 'volumesTaken'>(
    async (context) => {
      const { sheets } = await readySheets(context, ['volumes'], { at, locale });
      const sheet = sheets.get('volumes');
      if (sheet === undefined) throw new Error('no sheet');
      const [own, all] = [sheet.tables.load('items/name'), context.workbook.tables.load('items/name')];
      await context.sync();
      if (own.items.length === 0) {
        const name = uniqueName(
          TABLE,
          all.items.map((table) => table.name),
          { max: 200, join: '_' },
        );
        const standing = await standingRange(context, sheet, words);
        const area = standing ?? layCells(sheet, words, months);
        const table = context.workbook.tables.add(rangeOf(sheet, area), true);
        table.name = name;
        table.style = 'TableStyleLight9';
        await context.sync();
      }
      sheet.activate();
      rangeOf(sheet, { row: HEADER_ROW + 1, column: 2, rowCount: 1, columnCount: 1 }).select();
      await context.sync();
      return { sheet: sheet.name };
    },
    { patient: true },
  );
}

/** Volumes without their table, known by the heading that they got; null: at most our own words stand where they would be laid. */
async function standingRange(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { title, text, header }: VolumeWords,
): Promise<Area | null> {
  const used = sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return null;
  const area = areaOf(used);
  const cells = await readValues(context, sheet, area);
  const columns = header.length;
  for (const [at, line] of cells.entries()) {
    const column = line.findIndex((_, left) => header.every((word, part) => line[left + part] === word));
    if (column < 0) continue;
    const isFilled = (row: CellValue[]) => row.slice(column, column + columns).some((value) => value !== '');
    const rowCount = Math.max(2, cells.findLastIndex(isFilled) - at + 1);
    return { row: area.row + at, column: area.column + column, rowCount, columnCount: columns };
  }
  const isOurs = (value: CellValue) => value === '' || value === title || value === text;
  if (!cells.every((line) => line.slice(0, Math.max(0, columns - area.column)).every(isOurs)))
    throw new Stop('volumesTaken', { sheet: sheet.name });
  return null;
}

function layCells(sheet: Excel.Worksheet, { title, text, header }: VolumeWords, months: readonly string[]): Area {
  WIDTHS.forEach((width, column) => {
    rangeOf(sheet, { row: 0, column, rowCount: 1, columnCount: 1 }).format.columnWidth = width;
  });
  const head = sheet.getCell(0, 0);
  head.values = [[title]];
  head.format.font.size = 16;
  head.format.font.bold = true;
  const note = sheet.getCell(1, 0);
  note.values = [[text]];
  note.format.font.color = SOFT;
  const area = { row: HEADER_ROW, column: 0, rowCount: months.length + 1, columnCount: header.length };
  const range = rangeOf(sheet, area);
  // A month stays a text, also where it is typed: as a date it would be shown otherwise in each language.
  range.numberFormat = [...Array<string>(area.rowCount)].map((_, row) => ['@', '@', row === 0 ? '@' : '#,##0.##']);
  range.values = [[...header], ...months.map((month) => [month, '', ''])];
  sheet.freezePanes.freezeRows(HEADER_ROW + 1);
  return area;
}
