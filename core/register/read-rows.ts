import { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../complaint/field.ts';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { foldText } from '../text/fold-text.ts';
import { checkRow } from './check-row.ts';
import { columnTimeHints } from './column-time-hints.ts';
import { duplicateIndex, type DuplicateIndex } from './duplicate-index.ts';
import type { Finding } from './finding.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import { primaryColumns, type PrimaryColumns } from './primary-columns.ts';
import { fromTime, isErrorText, readCell, type CellReading } from './read-cell.ts';
import { inZone, momentAt, readTimeCell } from './read-time-cell.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { rowYears } from './row-years.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';
import { splitCell } from './split-cell.ts';
import type { TimeCellOptions, TimeHints, TimeReading } from './time-reading.ts';

/** One data row as a complaint. `row` counts from 0 on the sheet. */
export interface LedgerRow {
  row: number;
  values: ComplaintValues;
}

export interface RowsReading {
  rows: LedgerRow[];
  /** Ordered by row, then column. */
  findings: Finding[];
}

/** IANA zone of the ledger's clocks, and the moment it is read. */
export interface RowsContext {
  zone: string;
  asOf: DayOrMoment;
}

const DITTO = /^(?:同上|"|〃|″|''|“|”|ditto|do\.?|same(?: as above)?)$/i;

/**
 * Reads every data row's values by field: cells merged down count for each of their rows, 同上 repeats the value above, date
 * and time columns of one event become a moment, two-in-one columns are split where it is sure. A field with several columns
 * takes the primary one, else the first filled. What is wrong is told in `findings` (words: `register.finding.<code>`); a
 * value that cannot be read is absent, never guessed.
 */
export function readRows(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): RowsReading {
  const reader = rowsReader(sheet, ledger, context);
  const rows: LedgerRow[] = [];
  const findings: Finding[] = [];
  for (const row of ledger.dataRows) {
    const reading = reader.read(row);
    rows.push({ row, values: reading.values });
    findings.push(...reading.findings);
  }
  return { rows, findings: inReadingOrder(findings) };
}

/** Reads one row after the other, by what all rows together say of their columns. */
export interface RowsReader {
  /** What is wrong is ordered by column. A row may be read again after its cells have changed. */
  read: (row: number) => LedgerRow & { findings: Finding[] };
}

/**
 * As `readRows`, row by row, for work that is done in slices and for rows that change one by one. Duplicates are told of the
 * rows that were read before.
 */
export function rowsReader(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): RowsReader {
  const reader = openReader(sheet, ledger, context);
  const seen = duplicateIndex();
  return {
    read: (row) => {
      const { values, findings } = readRow(reader, row);
      findings.push(...duplicateFindings(reader, row, values, seen));
      return { row, values, findings: inReadingOrder(findings) };
    },
  };
}

function inReadingOrder(findings: Finding[]): Finding[] {
  return findings.sort((left, right) => left.row - right.row || (left.column ?? -1) - (right.column ?? -1));
}

interface Reader {
  sheet: SheetReading;
  grid: SheetGrid;
  ledger: LedgerReading;
  context: RowsContext;
  primary: Map<Field, PrimaryColumns>;
  hints: Map<number, TimeHints>;
  /** The year for a date that names none; worked out when the first such date is met. */
  yearOf: (row: number) => number | null;
  mapped: Set<Field>;
}

function openReader(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): Reader {
  const grid = sheetGrid(sheet);
  const timeColumns = ledger.columns.filter(({ fields }) => fields.some((field) => fieldKind(field) === 'time'));
  const hints = new Map(
    timeColumns.map(({ column }) => {
      const values = ledger.dataRows.map((row) => grid.value(row, column));
      return [
        column,
        columnTimeHints(
          values,
          ledger.dataRows.map((row) => grid.format(row, column)),
        ),
      ];
    }),
  );
  const received = ledger.columns.find(({ fields, part }) => fields.includes('receivedAt') && part !== 'time');
  let years: Map<number, number> | null = null;
  const yearOf = (row: number) => {
    years ??= rowYears(grid, ledger, received ?? timeColumns[0] ?? null, context, sheet.date1904);
    return years.get(row) ?? null;
  };
  return {
    sheet,
    grid,
    ledger,
    context: { ...context, asOf: inZone(context.asOf, context.zone) },
    primary: primaryColumns(ledger.columns),
    hints,
    yearOf,
    mapped: new Set(ledger.columns.flatMap(({ fields }) => fields)),
  };
}

function readRow(reader: Reader, row: number): { values: ComplaintValues; findings: Finding[] } {
  const values: Partial<Record<Field, string>> = {};
  const findings: Finding[] = [];
  const trouble = new Set<Field>();
  for (const column of orderedColumns(reader)) {
    const [field] = column.fields;
    if (field === undefined || column.part === 'time' || column.fields.every((each) => values[each] !== undefined))
      continue;
    const reading = readColumn(reader, row, column, field);
    for (const finding of reading.findings) {
      findings.push({ ...finding, row, column: column.column, field });
      if (reading.value === null) trouble.add(field);
    }
    if (reading.value === null) continue;
    const parts = column.fields.length > 1 ? splitCell(reading.value, column.fields) : { [field]: reading.value };
    for (const [name, value] of Object.entries(parts)) values[name as Field] ??= value;
    if (column.fields.length > 1) findings.push(...phoneFindings(parts, row, column));
  }
  findings.push(...formulaErrors(reader, row));
  const checked = ComplaintValues.parse(values);
  for (const finding of checkRow(checked, reader.mapped, trouble, reader.context.asOf)) {
    const place = finding.field === null ? undefined : reader.primary.get(finding.field)?.whole.column;
    findings.push({ ...finding, row, column: place ?? null });
  }
  return { values: checked, findings };
}

/** A column that is its field's own is read before others of the same field. */
function orderedColumns({ ledger, primary }: Reader): LedgerColumn[] {
  const isPrimary = (column: LedgerColumn) => column.fields.some((field) => primary.get(field)?.whole === column);
  return [...ledger.columns.filter(isPrimary), ...ledger.columns.filter((column) => !isPrimary(column))];
}

function readColumn(reader: Reader, row: number, column: LedgerColumn, field: Field): CellReading {
  const { grid, sheet, context } = reader;
  const source = sourceRow(reader, row, column.column);
  const value = grid.shown(source, column.column);
  const format = grid.format(source, column.column);
  const hints = reader.hints.get(column.column);
  const options: TimeCellOptions = {
    orderHint: hints?.orderHint ?? null,
    yearHint: null,
    date1904: sheet.date1904,
    zone: context.zone,
  };
  if (column.fields.length > 1) return readCell('remarks', value, format, options);
  if (fieldKind(field) !== 'time' || isErrorText(value)) return readCell(field, value, format, options);
  const known = readTimeCell(value, format, options);
  const reading = isWithoutYear(known)
    ? readTimeCell(value, format, { ...options, yearHint: reader.yearOf(source) })
    : known;
  const time = reader.primary.get(field)?.time;
  if (column.part !== 'date' || time === null || time === undefined) return fromTime(reading, value, field);
  if (!reading.ok || !isDay(reading.value)) return fromTime(reading, value, field);
  const clock = readTimeOfDay(grid.shown(row, time.column));
  return fromTime(
    clock === null ? reading : { ...reading, value: momentAt(reading.value, clock, context.zone) },
    value,
    field,
  );
}

function isWithoutYear(reading: TimeReading): boolean {
  return !reading.ok && reading.code === 'ambiguous';
}

/** The row whose value counts: the row itself, or the nearest data row above that is not 同上. */
function sourceRow({ grid, ledger }: Reader, row: number, column: number): number {
  if (!DITTO.test(grid.text(row, column))) return row;
  return ledger.dataRows.findLast((above) => above < row && !DITTO.test(grid.text(above, column))) ?? row;
}

function phoneFindings(parts: Partial<Record<Field, string>>, row: number, { column }: LedgerColumn): Finding[] {
  const phone = parts.contactPhone;
  if (phone === undefined) return [];
  const options: TimeCellOptions = { date1904: false, zone: 'UTC', orderHint: null, yearHint: null };
  return readCell('contactPhone', phone, '@', options).findings.map((finding) => ({
    ...finding,
    row,
    column,
    field: 'contactPhone',
  }));
}

/** Errors in columns that are none of ours (days open, rates) are told too: the row was not calculated. */
function formulaErrors({ grid, ledger }: Reader, row: number): Finding[] {
  return ledger.columns
    .filter(({ column, fields }) => fields.length === 0 && isErrorText(grid.value(row, column)))
    .map(({ column }) => {
      const params = { text: grid.text(row, column) };
      return { level: 'warning', code: 'formulaError', row, column, field: null, params };
    });
}

/** The same number twice; or the same customer, day and words under another number. `row` counts from 1, as people do. */
function duplicateFindings(reader: Reader, row: number, values: ComplaintValues, seen: DuplicateIndex): Finding[] {
  const { complaintId, customerName, receivedAt, description } = values;
  const isFull = customerName !== undefined && receivedAt !== undefined && description !== undefined;
  const marks: [code: string, field: Field, key: string | null, id: string][] = [
    ['duplicateId', 'complaintId', complaintId ?? null, complaintId ?? ''],
    [
      'possibleDuplicate',
      'description',
      isFull ? [customerName, receivedAt.slice(0, 10), description].join('\n') : null,
      '',
    ],
  ];
  const findings: Finding[] = [];
  const markOf = (code: string, key: string) => `${code}\n${foldText(key).folded.replace(/\s+/g, '')}`;
  seen.put(
    row,
    marks.flatMap(([code, , key]) => (key === null ? [] : [markOf(code, key)])),
  );
  for (const [code, field, key, id] of marks) {
    if (key === null) continue;
    const first = seen.firstAbove(row, markOf(code, key));
    if (first !== null && findings.every(({ params }) => params['row'] !== first + 1)) {
      const column = reader.primary.get(field)?.whole.column ?? null;
      findings.push({ level: 'warning', code, row, column, field, params: { id, row: first + 1 } });
    }
  }
  return findings;
}
