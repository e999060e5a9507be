import { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../complaint/field.ts';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import { checkRow } from './check-row.ts';
import { columnTimeHints } from './column-time-hints.ts';
import type { Finding } from './finding.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import { primaryColumns, type PrimaryColumns } from './primary-columns.ts';
import { fromTime, readCell, type CellReading } from './read-cell.ts';
import { momentAt, readTimeCell } from './read-time-cell.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { SheetReading } from './sheet-reading.ts';
import { splitCell } from './split-cell.ts';
import type { TimeCellOptions, TimeHints } from './time-reading.ts';
import { rowYears } from './row-years.ts';

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
  const reader = openReader(sheet, ledger, context);
  const rows: LedgerRow[] = [];
  const findings: Finding[] = [];
  const seen = new Map<string, number>();
  for (const row of ledger.dataRows) {
    const reading = readRow(reader, row);
    rows.push({ row, values: reading.values });
    findings.push(...reading.findings, ...duplicateFindings(reader, row, reading.values, seen));
  }
  return {
    rows,
    findings: findings.sort((left, right) => left.row - right.row || (left.column ?? -1) - (right.column ?? -1)),
  };
}

interface Reader {
  sheet: SheetReading;
  grid: SheetGrid;
  ledger: LedgerReading;
  context: RowsContext;
  primary: Map<Field, PrimaryColumns>;
  hints: Map<number, TimeHints>;
  years: Map<number, number | null>;
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
  const years = rowYears(grid, ledger, received ?? timeColumns[0] ?? null, context, sheet.date1904);
  return {
    sheet,
    grid,
    ledger,
    context,
    primary: primaryColumns(ledger.columns),
    hints,
    years,
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
  const checked = ComplaintValues.parse(values);
  for (const finding of checkRow(checked, reader.mapped, trouble, reader.context)) {
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
  const options: TimeCellOptions = {
    ...(reader.hints.get(column.column) ?? { orderHint: null, yearHint: null }),
    yearHint: reader.years.get(row) ?? null,
    date1904: sheet.date1904,
    zone: context.zone,
  };
  if (column.fields.length > 1) return readCell('remarks', value, format, options);
  if (column.part !== 'date') return readCell(field, value, format, options);
  const reading = readTimeCell(value, format, options);
  const time = reader.primary.get(field)?.time;
  if (!reading.ok || !isDay(reading.value) || time === null || time === undefined) return fromTime(reading, value);
  const clock = readTimeOfDay(grid.shown(row, time.column));
  return fromTime(
    clock === null ? reading : { ...reading, value: momentAt(reading.value, clock, context.zone) },
    value,
  );
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

function duplicateFindings(reader: Reader, row: number, values: ComplaintValues, seen: Map<string, number>): Finding[] {
  const id = values.complaintId;
  if (id === undefined) return [];
  const key = id.normalize('NFKC').toLowerCase();
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, row);
    return [];
  }
  const column = reader.primary.get('complaintId')?.whole.column ?? null;
  return [{ level: 'warning', code: 'duplicateId', row, column, field: 'complaintId', params: { id, row: first + 1 } }];
}
