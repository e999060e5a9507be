import type { Outcome } from '../../core/outcome.ts';
import { columnLetters } from '../../core/register/cell-address.ts';
import type { SettingsTableRead } from '../../core/register/settings/settings-sheet.ts';
import {
  matchSettingsHeader,
  SETTINGS_COLUMNS,
  SETTINGS_TABLES,
  type SettingsTable,
} from '../../core/register/settings/settings-tables.ts';
import type { Area, CellValue } from '../../core/register/sheet-reading.ts';
import { uniqueName } from '../../core/register/unique-name.ts';
import { absoluteAddress, areaOf, CELLS_A_WRITE, quotedSheetName, rangeOf, stripes } from './area.ts';
import { readValues } from './read-register.ts';
import { runBatch, Stop, type WorkbookTrouble } from './run-batch.ts';

/** A settings table as it stands, and where. */
export interface SettingsTablePlace extends SettingsTableRead {
  name: string;
  /** Header row included. */
  area: Area;
}

export interface SettingsSheetRead {
  sheet: string;
  tables: SettingsTablePlace[];
}

export type SettingsTrouble = WorkbookTrouble | 'sheetProtected' | 'changedMeanwhile' | 'settingsNoRoom';

/** Reads the settings tables of the workbook, found by their headings; null when it has none. */
export function readSettingsSheet(): Promise<Outcome<SettingsSheetRead | null, WorkbookTrouble>> {
  return runBatch(findSettings, { patient: true });
}

/** The sheet with the settings tables, by name. */
export async function findSettingsSheet(context: Excel.RequestContext): Promise<string | null> {
  return (await findTables(context))?.home.name ?? null;
}

async function findSettings(context: Excel.RequestContext): Promise<SettingsSheetRead | null> {
  const found = await findTables(context);
  if (found === null) return null;
  const places: SettingsTablePlace[] = [];
  for (const { table, match, range } of found.own) {
    const area = areaOf(range);
    const body = { ...area, row: area.row + 1, rowCount: Math.max(1, area.rowCount - 1) };
    // Six tables at most, each a round trip of its own.

    const rows = await readValues(context, found.home, body);
    places.push({ ...match, name: table.name, area, rows });
  }
  return { sheet: found.home.name, tables: places };
}

async function findTables(context: Excel.RequestContext) {
  const tables = context.workbook.tables.load('items/name,items/showHeaders');
  await context.sync();
  const headers = tables.items
    .filter(({ showHeaders }) => showHeaders)
    .map((table) => ({ table, header: table.getHeaderRowRange().load('values') }));
  if (headers.length === 0) return null;
  await context.sync();
  const found = headers.flatMap(({ table, header }) => {
    const match = matchSettingsHeader((header.values[0] ?? []).map(String));
    return match === null ? [] : [{ table, match, sheet: table.worksheet.load('name,id'), range: loadPlace(table) }];
  });
  if (found.length === 0) return null;
  await context.sync();
  // A copy of the sheet is no second truth: the sheet with the answers counts, and the first of two.
  const home = (found.find(({ match }) => match.id === 'answers') ?? found[0])?.sheet;
  if (home === undefined) return null;
  const own = SETTINGS_TABLES.flatMap(
    (id) => found.find(({ match, sheet }) => match.id === id && sheet.id === home.id) ?? [],
  );
  return { home, own };
}

function loadPlace(table: Excel.Table): Excel.Range {
  return table.getRange().load('rowIndex,columnIndex,rowCount,columnCount');
}

export interface SettingsSheetWords {
  sheet: string;
  intro: string;
}

/** The first table's header row; above it the sheet says what it is for. */
const HEADER_ROW = 3;
const TITLE_ROW = 2;
const GAP = 1;
/** Lists stand this far to the right, hidden. */
const LISTS_AT = 60;

/** Makes the settings sheet: tables side by side, so that each can grow downwards. What a run that broke off left is made anew. */
export function makeSettingsSheet(
  tables: readonly SettingsTable[],
  words: SettingsSheetWords,
): Promise<Outcome<string, SettingsTrouble>> {
  return runBatch<string, SettingsTrouble>(
    async (context) => {
      const sheets = context.workbook.worksheets.load('items/name');
      const others = context.workbook.tables.load('items/name');
      const begun = sheets.getItemOrNullObject(words.sheet).load('name');
      await context.sync();
      const name = await freeName(context, begun, sheets, words);
      const sheet = sheets.add(name);
      const first = rangeOf(sheet, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
      first.numberFormat = [['@']];
      first.values = [[words.intro]];
      await context.sync();
      const taken = others.items.map((table) => table.name);
      let column = 0;
      for (const table of tables) {
        const area = { row: HEADER_ROW, column, rowCount: table.rows.length + 1, columnCount: table.headers.length };
        await layTable(context, sheet, table, area, taken);
        column += area.columnCount + GAP;
      }
      writeChoices(sheet, name, tables, placesOf(tables));
      sheet.freezePanes.freezeRows(HEADER_ROW + 1);
      sheet.showGridlines = false;
      layPages(sheet, placesOf(tables));
      setHeights(sheet, tables);
      await context.sync();
      return name;
    },
    { patient: true },
  );
}

/** Where a new page begins when the sheet is printed: the tables that belong together stay together. */
const PAGES: readonly SettingsTable['id'][] = ['hours', 'pauses'];
/** The widest page, own pauses to columns of ledgers, is as wide as A4 across. */
const PRINT_SCALE = 56;

function layPages(sheet: Excel.Worksheet, places: ReadonlyMap<SettingsTable['id'], Area>): void {
  const areas = [...places.values()];
  const rowCount = Math.max(...areas.map(({ row, rowCount: count }) => row + count));
  const columnCount = Math.max(...areas.map(({ column, columnCount: count }) => column + count));
  const page = sheet.pageLayout;
  page.orientation = 'Landscape';
  page.paperSize = 'A4';
  page.zoom = { scale: PRINT_SCALE };
  page.setPrintArea(rangeOf(sheet, { row: 0, column: 0, rowCount, columnCount }));
  page.setPrintTitleRows(`$${TITLE_ROW + 1}:$${HEADER_ROW + 1}`);
  for (const id of PAGES) {
    const place = places.get(id);
    if (place) sheet.verticalPageBreaks.add(`${columnLetters(place.column)}1`);
  }
}

const LINE = 18;

/** Rows whose texts need several lines get their height here: not every program that opens the file measures them. */
function setHeights(sheet: Excel.Worksheet, tables: readonly SettingsTable[]): void {
  const count = Math.max(...tables.map(({ rows }) => rows.length));
  for (let row = 0; row < count; row++) {
    const lines = tables.flatMap(({ rows, widths }) =>
      (rows[row] ?? []).map((cell, column) => linesOf(String(cell), widths[column] ?? 1)),
    );
    const most = Math.max(1, ...lines);
    if (most > 1) sheet.getRangeByIndexes(HEADER_ROW + 1 + row, 0, 1, 1).format.rowHeight = most * LINE;
  }
}

/** Signs of East Asia are twice as wide; the key is cut, since nobody reads it. */
function linesOf(text: string, width: number): number {
  if (!/[\s\u2e80-\uffef]/.test(text)) return 1;
  return Math.ceil(Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0) / width);
}

/** A sheet of that name that holds our first line and not all tables was begun and broke off. */
async function freeName(
  context: Excel.RequestContext,
  begun: Excel.Worksheet,
  sheets: Excel.WorksheetCollection,
  { sheet: wanted, intro }: SettingsSheetWords,
): Promise<string> {
  if (!begun.isNullObject) {
    const first = begun.getCell(0, 0).load('values');
    const own = begun.tables.load('items/name');
    await context.sync();
    if (first.values[0]?.[0] === intro && own.items.length < SETTINGS_TABLES.length) {
      begun.delete();
      return wanted;
    }
  }
  return uniqueName(
    wanted,
    sheets.items.map(({ name }) => name),
    { max: 31, join: ' ' },
  );
}

async function layTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { id, title, headers, widths, rows }: SettingsTable,
  area: Area,
  taken: string[],
): Promise<void> {
  const titleCell = rangeOf(sheet, { row: TITLE_ROW, column: area.column, rowCount: 1, columnCount: 1 });
  titleCell.numberFormat = [['@']];
  titleCell.values = [[title]];
  titleCell.format.font.bold = true;
  for (const part of stripes({ ...area, row: area.row }, CELLS_A_WRITE)) {
    const at = part.row - area.row;
    write(sheet, part, [headers, ...rows].slice(at, at + part.rowCount));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- the client splits larger writes by itself, at places of its own choice
    await context.sync();
  }
  const table = sheet.tables.add(rangeOf(sheet, area), true);
  table.name = uniqueName(`Redress${id[0]?.toUpperCase() ?? ''}${id.slice(1)}`, taken, { max: 255, join: '_' });
  table.style = 'TableStyleLight1';
  rangeOf(sheet, { ...area, rowCount: 1 }).format.font.bold = true;
  table.showFilterButton = id === 'answers';
  widths.forEach((width, column) => {
    const whole = rangeOf(sheet, { ...area, column: area.column + column, columnCount: 1 });
    whole.format.columnWidth = width * 5.25 + 4;
    whole.format.wrapText = !isKey(headers.length, column, id);
    whole.format.verticalAlignment = 'Top';
  });
  headers.forEach((_, column) => {
    if (!isGrey(id, column, headers.length)) return;
    rangeOf(sheet, {
      ...area,
      row: area.row + 1,
      column: area.column + column,
      rowCount: rows.length,
      columnCount: 1,
    }).format.font.color = '#767676';
  });
  await context.sync();
}

/** Keys are for the add-in: they are cut, never broken into lines. */
function isKey(count: number, column: number, id: SettingsTable['id']): boolean {
  return (id === 'answers' || id === 'pauses') && column === count - 1;
}

/** Columns that are there to be read, or that the add-in needs. */
function isGrey(id: SettingsTable['id'], column: number, count: number): boolean {
  if (id === 'answers') return column === 4 || column >= 5;
  return id === 'pauses' && column === count - 1;
}

/** Text is text; numbers stay numbers. Formats first, so that nothing is read as a formula or a date. */
function write(sheet: Excel.Worksheet, area: Area, values: readonly (readonly CellValue[])[]): void {
  const range = rangeOf(sheet, area);
  range.numberFormat = values.map((row) => row.map((cell) => (typeof cell === 'number' ? 'General' : '@')));
  range.values = values.map((row) => [...row]);
}

function placesOf(tables: readonly SettingsTable[]): Map<SettingsTable['id'], Area> {
  const places = new Map<SettingsTable['id'], Area>();
  let column = 0;
  for (const { id, rows, headers } of tables) {
    places.set(id, { row: HEADER_ROW, column, rowCount: rows.length + 1, columnCount: headers.length });
    column += headers.length + GAP;
  }
  return places;
}

/** Writes the lists beside the tables, hidden, and lets the cells choose from them. `rowOf`: where a planned row stands. */
function writeChoices(
  sheet: Excel.Worksheet,
  sheetName: string,
  tables: readonly SettingsTable[],
  places: ReadonlyMap<SettingsTable['id'], Area>,
  rowOf: (id: SettingsTable['id'], row: number) => number | null = (_, row) => row,
): void {
  const lists: string[][] = [];
  for (const { id, choices } of tables) {
    const area = places.get(id);
    if (area === undefined) continue;
    for (const { column, row, values } of choices) {
      const at = row === null ? null : rowOf(id, row);
      if (row !== null && at === null) continue;
      let list = lists.findIndex((each) => each.join('\n') === values.join('\n'));
      if (list < 0) list = lists.push(values) - 1;
      const source = absoluteAddress({ row: 0, column: LISTS_AT + list, rowCount: values.length, columnCount: 1 });
      const cells = { row: area.row + 1 + (at ?? 0), rowCount: at === null ? Math.max(1, area.rowCount - 1) : 1 };
      const rule = rangeOf(sheet, { ...cells, column: area.column + column, columnCount: 1 }).dataValidation;
      rule.rule = { list: { inCellDropDown: true, source: `=${quotedSheetName(sheetName)}!${source}` } };
      // A help, no gate: names of other languages are understood too, and the reading tells what is not.
      rule.errorAlert = { showAlert: false, message: '', title: '', style: 'Information' };
    }
  }
  lists.forEach((values, index) => {
    const area = { row: 0, column: LISTS_AT + index, rowCount: values.length, columnCount: 1 };
    write(
      sheet,
      area,
      values.map((value) => [value]),
    );
  });
  const hidden = `${columnLetters(LISTS_AT)}:${columnLetters(LISTS_AT + Math.max(0, lists.length - 1))}`;
  sheet.getRange(hidden).columnHidden = true;
}

/**
 * Brings the sheet in line with settings that were changed in the pane: only cells that say something else are written, rows that are
 * missing are added below, rows too many are emptied. `changedMeanwhile`: somebody moved a table since it was read;
 * `settingsNoRoom`: something stands where a table would grow, and nothing is written.
 */
export function updateSettingsSheet(
  read: SettingsSheetRead,
  tables: readonly SettingsTable[],
): Promise<Outcome<null, SettingsTrouble>> {
  return runBatch<null, SettingsTrouble>(
    async (context) => {
      const sheet = context.workbook.worksheets.getItem(read.sheet);
      const protection = sheet.protection.load('protected');
      const ranges = read.tables.map(({ name }) => loadPlace(context.workbook.tables.getItem(name)));
      const growing = read.tables.flatMap((place) => {
        const planned = tables.find(({ id }) => id === place.id);
        const area = planned === undefined ? null : newRows(place, planned);
        if (planned === undefined || area === null) return [];
        const taken = rangeOf(sheet, area).getUsedRangeOrNullObject(true).load('address');
        return [{ title: planned.title, rowCount: area.rowCount, taken }];
      });
      await context.sync();
      if (protection.protected) throw new Stop('sheetProtected', { sheet: read.sheet });
      if (ranges.some((range, at) => JSON.stringify(areaOf(range)) !== JSON.stringify(read.tables[at]?.area)))
        throw new Stop('changedMeanwhile');
      const stuck = growing.find(({ taken }) => !taken.isNullObject);
      if (stuck !== undefined) {
        const { title, rowCount, taken } = stuck;
        const cells = taken.address.slice(taken.address.lastIndexOf('!') + 1);
        throw new Stop('settingsNoRoom', { sheet: read.sheet, table: title, count: rowCount, cells });
      }
      const places = new Map<SettingsTable['id'], Area>();
      const rowsAt = new Map<string, number | null>();
      for (const place of read.tables) {
        const planned = tables.find(({ id }) => id === place.id);
        if (planned === undefined) continue;
        const { area, rows } = updateTable(context, sheet, place, planned);
        places.set(place.id, area);
        rows.forEach((at, row) => rowsAt.set(`${place.id} ${row}`, at));
      }
      const isInPlace = read.tables.every(({ id, columns }) => {
        const wanted = tables.find((table) => table.id === id)?.headers.length ?? 0;
        return columns.length === wanted && !columns.includes(null);
      });
      // Where somebody moved or added columns, the drop-downs stay as they are.
      if (isInPlace) writeChoices(sheet, read.sheet, tables, places, (id, row) => rowsAt.get(`${id} ${row}`) ?? null);
      await context.sync();
      return null;
    },
    { patient: true },
  );
}

const ANSWERED: readonly string[] = ['answer', 'unit'];

/** Where the rows go that a table has not yet; null: it has room for all. */
function newRows(place: SettingsTablePlace, planned: SettingsTable): Area | null {
  const { below } = rowsOf(place, planned);
  const { area } = place;
  const rowCount = below + 1 - area.rowCount;
  return rowCount > 0 ? { ...area, row: area.row + area.rowCount, rowCount } : null;
}

/** The row of each planned one, and how many there are then. Answers are found by their key, other rows by their order. */
function rowsOf({ columns, rows: held }: SettingsTablePlace, planned: SettingsTable) {
  const keyAt = columns.indexOf('key');
  const isKeyed = planned.id === 'answers' && keyAt >= 0;
  const standing = new Map(held.map((row, at) => [isKeyed ? String(row[keyAt]) : String(at), at]));
  const keyIn = columnIn(planned, 'key') ?? 0;
  let below = held.length;
  const rows = planned.rows.map((row, at) => standing.get(isKeyed ? String(row[keyIn]) : String(at)) ?? below++);
  return { rows, below, isKeyed };
}

function updateTable(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  place: SettingsTablePlace,
  planned: SettingsTable,
): { area: Area; rows: number[] } {
  const { area, columns } = place;
  const order = columns.map((column) => (column === null ? null : columnIn(planned, column)));
  const { rows, below, isKeyed } = rowsOf(place, planned);
  planned.rows.forEach((cells, at) => {
    const row = rows[at] ?? 0;
    const isThere = row < place.rows.length;
    order.forEach((from, column) => {
      // Of a question that stands, its words and what somebody noted beside it are left alone.
      if (from === null || (isKeyed && isThere && !ANSWERED.includes(columns[column] ?? ''))) return;
      const wanted = cells[from] ?? '';
      if (String(place.rows[row]?.[column] ?? '') === String(wanted)) return;
      write(sheet, { row: area.row + 1 + row, column: area.column + column, rowCount: 1, columnCount: 1 }, [[wanted]]);
    });
  });
  const used = new Set(rows);
  place.rows.forEach((cells, row) => {
    // A row of answers that the policy no longer asks for stays; what was taken out of a list is emptied.
    if (isKeyed || used.has(row) || cells.every((cell) => cell === '')) return;
    order.forEach((from, column) => {
      if (from === null) return;
      write(sheet, { row: area.row + 1 + row, column: area.column + column, rowCount: 1, columnCount: 1 }, [['']]);
    });
  });
  const grown = { ...area, rowCount: Math.max(area.rowCount, below + 1) };
  if (grown.rowCount > area.rowCount) context.workbook.tables.getItem(place.name).resize(rangeOf(sheet, grown));
  return { area: grown, rows };
}

function columnIn({ id }: SettingsTable, column: string): number | null {
  const at = (SETTINGS_COLUMNS[id] as readonly string[]).indexOf(column);
  return at < 0 ? null : at;
}
