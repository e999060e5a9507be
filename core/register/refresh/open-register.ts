import type { DayOrMoment } from '../../complaint/moment.ts';
import type { LedgerColumn, LedgerReading } from '../ledger-reading.ts';
import { allSteps, asPart, type Steps } from '../../steps.ts';
import { matchHeaders, type MatchedHeaders } from '../match-headers.ts';
import { readNote } from '../proposal-note.ts';
import { rowsReader, type RowsReader } from '../read-rows.ts';
import type { RegisterColumn, RegisterMemory } from '../register-plan.ts';
import type { Area, CellValue, SheetReading } from '../sheet-reading.ts';

/** The register's table as it stands. */
export interface RegisterCells {
  sheet: string;
  /** On its sheet: header row included, total row not. */
  area: Area;
  header: readonly string[];
  /** The data rows. Rows may be replaced when they have changed. */
  values: CellValue[][];
  /** Number formats of the columns that carry times; all others may read `General`. */
  formats: string[][];
  /** Cells of state columns that hold no formula, as `cellKey` names them. */
  constants: Set<string>;
}

/** A cell of the table's rows by index. */
export function cellKey(row: number, column: number): string {
  return `${row} ${column}`;
}

/** A register ready to be evaluated row by row. */
export interface OpenRegister {
  cells: RegisterCells;
  match: MatchedHeaders;
  /** The columns as they stand now, one a column of the table. */
  columns: RegisterColumn[];
  reader: RowsReader;
  /** Rows with a complaint, by index, when it was opened. */
  filled: ReadonlySet<number>;
}

/**
 * Lays the register's columns and the ledger's way of reading over its table. What whole columns tell (the order of day and
 * month, the year …) is learnt here, once; linear in the number of cells.
 */
export function openRegister(memory: RegisterMemory, cells: RegisterCells, context: OpenContext): OpenRegister {
  return allSteps(openRegisterInSteps(memory, cells, context));
}

/** As `openRegister`, some rows at a time, so that a page stays usable. */
export function* openRegisterInSteps(
  memory: RegisterMemory,
  cells: RegisterCells,
  { zone, asOf }: OpenContext,
): Steps<OpenRegister> {
  const match = matchHeaders(memory.columns, cells.header, cells.values);
  const { columns } = match;
  const filled = new Set(cells.values.flatMap((row, index) => (isComplaint(row, columns) ? [index] : [])));
  const sheet = sheetOf(cells, memory.date1904);
  const ledger = ledgerOf(cells, columns, [...filled]);
  const noteAt = columns.findIndex(({ role }) => role === 'proposed');
  const notedYear = (row: number) =>
    readNote(String(cells.values[row - cells.area.row - 1]?.[noteAt] ?? ''))?.year ?? null;
  const reader = yield* asPart(rowsReader(sheet, ledger, { zone, asOf, notedYear }), { done: 0, of: filled.size });
  return { cells, match, columns, reader, filled };
}

interface OpenContext {
  zone: string;
  asOf: DayOrMoment;
}

/** A row is a complaint when anything stands in it besides what the register adds by itself. */
export function isComplaint(row: readonly CellValue[], columns: readonly RegisterColumn[]): boolean {
  return columns.some(
    ({ role }, index) =>
      (role === 'origin' || role.startsWith('user:') || role.startsWith('field:')) &&
      String(row[index] ?? '').trim() !== '',
  );
}

/** The place on the sheet of a row of the table. */
export function sheetRow({ area }: RegisterCells, index: number): number {
  return area.row + 1 + index;
}

/** Values and formats are shared, not copied: a row that is replaced is read as it is then. */
function sheetOf({ sheet, area, header, values, formats }: RegisterCells, date1904: boolean): SheetReading {
  const body = { ...area, row: area.row + 1, rowCount: Math.max(1, values.length) };
  return {
    name: sheet,
    visible: true,
    used: body,
    values,
    formulas: [],
    numberFormats: formats,
    merges: [],
    tables: [{ name: '', area, hasHeaders: header.length > 0, hasTotals: false }],
    autoFilter: null,
    isProtected: false,
    date1904,
  };
}

function ledgerOf(cells: RegisterCells, columns: readonly RegisterColumn[], filled: number[]): LedgerReading {
  const dataRows = filled.map((index) => sheetRow(cells, index));
  return {
    sheet: cells.sheet,
    headerRows: [cells.area.row],
    firstDataRow: dataRows[0] ?? cells.area.row + 1,
    lastDataRow: dataRows.at(-1) ?? cells.area.row + 1,
    dataRows,
    otherRows: [],
    columns: columns.flatMap(({ role, header, fields, part }, index): LedgerColumn[] =>
      role.startsWith('user:') || role.startsWith('field:')
        ? [{ column: cells.area.column + index, header, fields, part, confidence: 1, reason: 'user' }]
        : [],
    ),
    obstacles: [],
    score: 1,
  };
}
