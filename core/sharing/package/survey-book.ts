import { matchHeader } from '../../register/match-header.ts';
import { isJournalHeader, readJournal } from '../../register/journal/journal-sheet.ts';
import { matchLogHeader } from '../../register/log/log-columns.ts';
import type { RegisterColumn } from '../../register/register-plan.ts';
import type { CellValue } from '../../register/sheet-reading.ts';
import type { StepsDone } from '../../steps.ts';
import { formulaTokens } from '../formula-tokens.ts';
import type { Masker } from '../masker.ts';
import { plainWords } from '../plain-words.ts';
import { careOfFields, careOfHeading, isUnknownHeading, type ColumnCare } from '../personal-columns.ts';
import { listedWords, ownBlock, ownTable } from './own-sheets.ts';
import { plainNumber, rowsOf, type WrittenCell, type WrittenRow } from './cells.ts';
import { dataOf, type Book, type BookTable, type CellArea } from './read-book.ts';
import { watched, type Region, type Survey, type SurveyedSheet, type SurveyOptions } from './survey.ts';

const FIRST_ROWS = 60;
const HEADING_LENGTH = 40;
/** Labels of forms; longer texts in a personal column are no labels. */
const SHORT = 8;
const ROWS_A_STEP = 20;

/**
 * Reads a whole workbook once before anything of it is written: which columns are personal, what stands in them (the masker
 * learns it), which sheets are the add-in's own notes. A ledger's columns are known by the register's memory, all others by
 * their headings. Sheets of the add-in's own teach the people of a few columns that it knows, and nothing else.
 */
export function* surveyBook(book: Book, masker: Masker, options: SurveyOptions): Generator<StepsDone, Survey> {
  const survey: Survey = { sheets: [], journals: [], backups: [] };
  for (const word of [...plainWords(options.register?.pack ?? null), ...listedWords(book, options.own)])
    masker.spare(word);
  const headings = new Map<string, ColumnCare>();
  const careOf = (text: string): ColumnCare => {
    const known = headings.get(text);
    if (known !== undefined) return known;
    const care = careOfHeading(text, options.keepStaff);
    headings.set(text, care);
    return care;
  };
  for (const sheet of book.sheets) {
    const isOwn = options.own.includes(sheet.name);
    const surveyed: SurveyedSheet = { sheet, regions: [], labelled: new Map(), formulas: [], isJournal: false, isOwn };
    survey.sheets.push(surveyed);
    if (!sheet.isWorksheet) continue;
    for (const table of book.tables)
      if (table.sheet === sheet)
        surveyed.regions.push(isOwn ? ownTable(table, options) : regionOf(table, options, careOf));
    const kinds = new Set<string>();
    const journal: CellValue[][] = [];
    let open: Region | null = null;
    let seen = 0;
    for (const row of rowsOf(dataOf(book, sheet), book.strings)) {
      if (row.row === 0 && isJournalHeader(valuesOf(row))) surveyed.isJournal = true;
      if (surveyed.isJournal) journal.push(valuesOf(row));
      const heading: Region | null = surveyed.isJournal || isOwn ? null : headingOf(row, surveyed, open, careOf);
      if (isOwn) {
        open = ownBlock(row, surveyed, open, options);
        learnRow(row, surveyed, masker, () => 'free');
      } else if (heading !== null) {
        if (open !== null) open.area.lastRow = row.row - 1;
        open = heading;
        surveyed.regions.push(heading);
      } else learnRow(row, surveyed, masker, careOf);
      takeFormulas(row, kinds, surveyed);
      if (++seen % ROWS_A_STEP === 0) yield { done: sheet.index, of: book.sheets.length };
    }
    for (const region of surveyed.regions) hideNames(region, masker);
    if (!surveyed.isJournal) continue;
    survey.journals.push(sheet.name);
    for (const entry of readJournal(journal).entries)
      if (entry.kind === 'built' && entry.backup !== null) survey.backups.push(entry.backup);
  }
  return survey;
}

/** What becomes of a cell. */
export function careAt(surveyed: SurveyedSheet, row: number, column: number): ColumnCare {
  const region = regionAt(surveyed, row, column);
  if (region === undefined) return surveyed.labelled.get(`${row},${column}`) ?? 'free';
  return row === region.headerRow ? 'free' : (region.cares.get(column) ?? 'free');
}

/** Where regions overlap, a table's word counts before that of a heading above it. */
const regionAt = ({ regions }: SurveyedSheet, row: number, column: number): Region | undefined =>
  regions.find(({ area }) => within(area, row) && area.firstColumn <= column && column <= area.lastColumn);

/** Headings of the columns that stay as they are, but for what is found in their texts. */
export function openHeadings({ regions }: SurveyedSheet): string[] {
  const headings = regions.flatMap(({ open, headings: named }) =>
    [...open].sort((one, other) => one - other).map((column) => named.get(column)?.trim() ?? ''),
  );
  return [...new Set(headings)].filter((heading) => heading !== '');
}

/** Masks the columns that say nothing in their headings and hold names. */
function hideNames({ unknown, cares, open }: Region, masker: Masker): void {
  for (const [column, gathered] of unknown) {
    if (!gathered.areNames()) continue;
    cares.set(column, { whole: 'person' });
    open.delete(column);
    for (const text of gathered.texts()) masker.learn('person', text);
  }
  unknown.clear();
}

function regionOf(table: BookTable, options: SurveyOptions, careOf: (text: string) => ColumnCare): Region {
  const log = matchLogHeader(table.columns);
  const isRegister = options.register?.tableName === table.name;
  const byHeader = new Map(
    (isRegister ? (options.register?.columns ?? []) : []).map((column) => [column.header.trim(), column]),
  );
  const cares = table.columns.map((name, at): ColumnCare => {
    const role = log?.[at];
    if (role === 'data' || role === 'hash' || role === 'id') return 'empty';
    if (role === 'number') return 'number';
    if (role === 'by') return options.keepStaff ? 'free' : { whole: 'staff' };
    if (role !== undefined && role !== null) return 'free';
    const column = byHeader.get(name.trim());
    return column === undefined ? careOf(name) : careOfColumn(column, careOf, options.keepStaff);
  });
  const columnAt = (at: number) => table.area.firstColumn + at;
  const unknown = table.columns.flatMap((name, at) => {
    const fields = byHeader.get(name.trim())?.fields ?? [];
    const isUnknown = log === null && fields.every((field) => field === 'channel') && isUnknownHeading(name);
    return isUnknown && (cares[at] === 'free' || cares[at] === 'kept') ? [columnAt(at)] : [];
  });
  return {
    area: table.area,
    headerRow: table.hasHeader ? table.area.firstRow : null,
    cares: new Map(cares.map((care, at) => [columnAt(at), care])),
    words: new Set(),
    // What only the add-in reads is nothing to be looked through.
    headings: new Map(table.columns.flatMap((name, at) => (log?.[at] === 'kind' ? [] : [[columnAt(at), name]]))),
    ...watched(unknown),
  };
}

function careOfColumn(column: RegisterColumn, careOf: (text: string) => ColumnCare, keepStaff: boolean): ColumnCare {
  const { role, fields, header } = column;
  if (role === 'number') return 'number';
  if (role === 'source' || role === 'origin' || role === 'proposed') return 'empty';
  if (role.startsWith('deadline') || role === 'category' || role === 'grade' || role === 'originRow') return 'kept';
  const byFields = careOfFields(fields, keepStaff);
  const byName = careOf(header);
  return isHidden(byFields) || !isHidden(byName) ? byFields : byName;
}

/** Whether nothing of a column is left as it was. */
const isHidden = (care: ColumnCare): boolean => typeof care === 'object' || care === 'empty';

/**
 * A row of headings stands near the top or says what one above has said. It holds labels and nothing else, or at least three
 * of them, half of its words, and no number: that would be a form's, with values between its labels.
 */
function headingOf(
  row: WrittenRow,
  { regions }: SurveyedSheet,
  open: Region | null,
  careOf: (text: string) => ColumnCare,
): Region | null {
  if (regions.some((region) => region !== open && within(region.area, row.row))) return null;
  const filled = row.cells.filter(({ type, value }) => type !== null && value !== '');
  const words = filled.filter(({ type, value }) => type === 's' && value.length <= HEADING_LENGTH);
  if (words.length < 2 || (row.row >= FIRST_ROWS && open === null)) return null;
  if (open !== null && words.filter(({ value }) => open.words.has(value)).length < Math.min(3, open.words.size))
    return null;
  const cares = new Map(words.map(({ column, value }) => [column, careOf(value)]));
  const known = words.filter(({ value }) => careOf(value) !== 'free' || isHeading(value)).length;
  const isPure = known === filled.length && [...cares.values()].some(isHidden);
  const isMostly = known >= 3 && known >= words.length * 0.5 && filled.every(({ type }) => type !== 'n');
  if (!isPure && !isMostly) return null;
  return {
    area: { firstRow: row.row, lastRow: 1_048_575, firstColumn: 0, lastColumn: 16_383 },
    headerRow: row.row,
    cares,
    words: new Set(words.map(({ value }) => value)),
    headings: new Map(words.map(({ column, value }) => [column, value])),
    ...watched(words.filter(({ value }) => isUnknownHeading(value)).map(({ column }) => column)),
  };
}

/**
 * Whether what stands in a personal column is a heading itself: said again further down, or the next label of a form. Words
 * that head columns of people count (客服); what only may head another is a value (momo要加油, as a customer calls herself).
 */
const saysHeading = (text: string, { regions }: SurveyedSheet): boolean =>
  regions.some(({ words }) => words.has(text)) ||
  (text.length <= SHORT && !/\d/.test(text) && isHeading(text, isHidden(careOfHeading(text, false)) ? 0.7 : 0.9));

/** Whether a text is a name of a column, so that it is no value of one. */
const isHeading = (text: string, confidence = 0.7): boolean =>
  text.length <= HEADING_LENGTH && (matchHeader(text)?.confidence ?? 0) >= confidence;

const within = (area: CellArea, row: number) => area.firstRow <= row && row <= area.lastRow;

function learnRow(
  row: WrittenRow,
  surveyed: SurveyedSheet,
  masker: Masker,
  careOf: (text: string) => ColumnCare,
): void {
  const isListed = surveyed.regions.some(({ area }) => within(area, row.row));
  let label: { care: ColumnCare; column: number } | null = null;
  for (const cell of row.cells) {
    if (cell.type === null) continue;
    if (!isListed && cell.type === 's' && cell.value.length <= 16) {
      const care = careOf(cell.value.replace(/[:：*＊\s]+$/u, ''));
      if (care !== 'free' || isHeading(cell.value)) {
        label = { care, column: cell.column };
        continue;
      }
    }
    if (label !== null && cell.value !== '' && isHidden(label.care) && cell.column - label.column <= 4)
      surveyed.labelled.set(`${row.row},${cell.column}`, label.care);
    label = null;
    const care = careAt(surveyed, row.row, cell.column);
    if (!isHidden(care) && cell.type === 's') lookAt(cell, surveyed);
    const text = cell.type === 'n' ? plainNumber(cell.value) : cell.value;
    if (typeof care === 'object') {
      if (cell.type !== 'b' && cell.type !== 'e' && !saysHeading(text, surveyed)) masker.learn(care.whole, text);
    } else if ((care === 'kept' || care === 'number') && /\d{4}/.test(text)) masker.keep(text);
  }
}

function lookAt({ row, column, value }: WrittenCell, surveyed: SurveyedSheet): void {
  const region = regionAt(surveyed, row, column);
  if (region === undefined || row === region.headerRow || value.trim() === '' || region.words.has(value)) return;
  region.open.add(column);
  region.unknown.get(column)?.add(value);
}

const ROW_NUMBER = /(\$?[A-Za-z]{1,3}\$?)\d+/g;

function takeFormulas(row: WrittenRow, kinds: Set<string>, { formulas }: SurveyedSheet): void {
  for (const { column, formulaText } of row.cells) {
    if (formulaText === '') continue;
    const kind = `${column} ${formulaText.replace(ROW_NUMBER, '$1')}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    formulas.push({ column, tokens: formulaTokens(formulaText) });
  }
}

function valuesOf({ cells }: WrittenRow): CellValue[] {
  const values: CellValue[] = [];
  for (const cell of cells) values[cell.column] = told(cell);
  return Array.from(values, (value?: CellValue) => value ?? '');
}

const told = ({ type, value }: WrittenCell): CellValue => (type === 'n' ? Number(value) : value);
