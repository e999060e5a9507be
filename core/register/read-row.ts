import { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, TimeField, type Field } from '../complaint/field.ts';
import { isDay } from '../complaint/moment.ts';
import { allSteps, type Steps } from '../steps.ts';
import { isDitto, isError } from './cell-signs.ts';
import { checkCells } from './check-cells.ts';
import { checkRow } from './check-row.ts';
import { columnHabits, type ColumnHabits } from './column-habits.ts';
import { timeHintsInSteps } from './column-time-hints.ts';
import type { Finding } from './finding.ts';
import type { LedgerColumn, LedgerReading } from './ledger-reading.ts';
import type { PhoneHabits } from './phone-habits.ts';
import type { NotedYear, RowsContext } from './rows-context.ts';
import { primaryColumns, type PrimaryColumns } from './primary-columns.ts';
import { fromTime, readCell, type CellOptions, type CellReading } from './read-cell.ts';
import { inZone, momentAt, readTimeCell } from './read-time-cell.ts';
import { readTimeOfDay } from './read-time-of-day.ts';
import { knownYear, rowYears, TURN_OF_YEAR_DAYS, daysBetween, yearText, type YearsFrom } from './row-years.ts';
import { sheetGrid, type SheetGrid } from './sheet-grid.ts';
import type { CellValue, SheetReading } from './sheet-reading.ts';
import { splitCell } from './split-cell.ts';
import { swappedDates } from './swapped-dates.ts';
import type { TimeCellOptions, TimeHints, TimeReading } from './time-reading.ts';

/** A ledger made ready to be read row by row; what whole columns tell is learnt once. */
export interface Reader {
  sheet: SheetReading;
  grid: SheetGrid;
  ledger: LedgerReading;
  context: RowsContext;
  primary: Map<Field, PrimaryColumns>;
  hints: Map<number, TimeHints>;
  /** The year for a date that names none. */
  yearOf: (row: number) => number | null;
  /** What stands in the cell that tells the year of a row. */
  yearTextOf: (row: number) => string;
  mapped: Set<Field>;
  /** Columns in the order in which they are read: a field's own before others of the same field. */
  ordered: LedgerColumn[];
  habits: ColumnHabits[];
  /** Data rows by their place in the ledger. */
  places: ReadonlyMap<number, number>;
  /** Dates whose day and month are probably swapped: by row, the day that was meant. */
  swapped: ReadonlyMap<number, string>;
}

/** Learns what the columns of a ledger tell about their cells, some rows at a time. Linear in the number of cells. */
export function* openReader(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): Steps<Reader> {
  const grid = sheetGrid(sheet);
  const timeColumns = ledger.columns.filter(({ fields }) => fields.some((field) => fieldKind(field) === 'time'));
  const hints = new Map<number, TimeHints>();
  let lacksYears = false;
  for (const { column } of timeColumns) {
    const values = ledger.dataRows.map((row) => grid.value(row, column));
    const formats = ledger.dataRows.map((row) => grid.format(row, column));
    hints.set(column, yield* timeHintsInSteps(values, formats));
    lacksYears ||= values.some(seemsWithoutYear);
  }
  const received = ledger.columns.find(({ fields, part }) => fields.includes('receivedAt') && part !== 'time');
  const yearsIn = received ?? timeColumns[0] ?? null;
  const orderHint = (yearsIn && hints.get(yearsIn.column)?.orderHint) ?? null;
  const yearsFrom: YearsFrom = { column: yearsIn, date1904: sheet.date1904, orderHint };
  const yearsInSteps = () => rowYears(grid, ledger, yearsFrom, context);
  // Few ledgers need them; one that seems to has them here, since they take long.
  let years = lacksYears ? yield* yearsInSteps() : null;
  const yearOf = (row: number) => {
    // The row may have changed since.
    const own = knownYear(grid, row, yearsFrom, context);
    if (own !== null) return own;
    years ??= allSteps(yearsInSteps());
    return years.get(row) ?? null;
  };
  const primary = primaryColumns(ledger.columns);
  const own = primary.get('receivedAt')?.whole ?? null;
  return {
    sheet,
    grid,
    ledger,
    context: { ...context, asOf: inZone(context.asOf, context.zone) },
    primary,
    hints,
    yearOf,
    yearTextOf: (row) => yearText(grid, row, yearsFrom),
    mapped: new Set(ledger.columns.flatMap(({ fields }) => fields)),
    ordered: orderedColumns(ledger.columns, primary),
    habits: yield* columnHabits(grid, ledger, context.lists),
    places: new Map(ledger.dataRows.map((row, place) => [row, place])),
    swapped: own === null ? new Map() : yield* swappedDates(grid, ledger.dataRows, own.column, sheet.date1904),
  };
}

/** 3月5日, 3/5, 3.5: a first look, which need not see each of them. */
function seemsWithoutYear(value: CellValue): boolean {
  return typeof value === 'number' ? value > 0 && value < 100 : /^\D*\d{1,2}\D+\d{1,2}\D*$/.test(String(value));
}

/** Reads one row; needs nothing of the rows read before. */
export function readRow(
  reader: Reader,
  row: number,
): { values: ComplaintValues; findings: Finding[]; year: NotedYear | null } {
  const values: Partial<Record<Field, string>> = {};
  const findings: Finding[] = [];
  const trouble = new Set<Field>();
  const given: { year: number | null } = { year: null };
  const noting: Reader = { ...reader, yearOf: (at) => (given.year = reader.yearOf(at)) };
  for (const column of reader.ordered) {
    const [field] = column.fields;
    if (field === undefined || column.part === 'time' || column.fields.every((each) => values[each] !== undefined))
      continue;
    const reading = readColumn(noting, row, column, field, values.receivedAt ?? null);
    for (const finding of reading.findings) {
      findings.push({ ...finding, row, column: column.column, field });
      if (reading.value === null) trouble.add(field);
    }
    if (reading.value === null) continue;
    const parts = column.fields.length > 1 ? splitCell(reading.value, column.fields) : { [field]: reading.value };
    for (const [name, value] of Object.entries(parts)) values[name as Field] ??= value;
    if (column.fields.length > 1) findings.push(...phoneFindings(parts, row, column, phonesOf(reader, column)));
  }
  findings.push(...formulaErrors(reader, row), ...swappedFinding(reader, row));
  findings.push(...checkCells(reader.grid, row, reader.habits, (at, column) => sourceRow(reader, at, column)));
  const checked = ComplaintValues.parse(values);
  for (const finding of checkRow(checked, reader.mapped, trouble, reader.context.asOf)) {
    if (finding.code === 'futureTime' && finding.field === 'receivedAt' && reader.swapped.has(row)) continue;
    const place = finding.field === null ? undefined : reader.primary.get(finding.field)?.whole.column;
    findings.push({ ...finding, row, column: place ?? null });
  }
  const { year } = given;
  return { values: checked, findings, year: year === null ? null : { year, of: reader.yearTextOf(row) } };
}

function orderedColumns(columns: readonly LedgerColumn[], primary: Reader['primary']): LedgerColumn[] {
  const isPrimary = (column: LedgerColumn) => column.fields.some((field) => primary.get(field)?.whole === column);
  return [...columns.filter(isPrimary), ...columns.filter((column) => !isPrimary(column))];
}

function readColumn(
  reader: Reader,
  row: number,
  column: LedgerColumn,
  field: Field,
  receivedAt: string | null,
): CellReading {
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
  if (fieldKind(field) !== 'time' || isError(value))
    return readCell(field, value, format, { ...options, phones: phonesOf(reader, column) });
  const known = readTimeCell(value, format, options);
  const inYear = (yearHint: number | null) => readTimeCell(value, format, { ...options, yearHint });
  const year = isWithoutYear(known) ? reader.yearOf(source) : null;
  const sameYear = year === null ? known : inYear(year);
  const isNext = year !== null && isLater(field) && isLongBefore(sameYear, receivedAt);
  const reading = isNext ? inYear(year + 1) : sameYear;
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

/** Times of steps that follow the complaint, and may follow it in the next year. */
function isLater(field: Field): boolean {
  return field === 'dueAt' || (TimeField.safeParse(field).success && field !== 'receivedAt' && field !== 'occurredAt');
}

function isLongBefore(reading: TimeReading, receivedAt: string | null): boolean {
  if (!reading.ok || receivedAt === null) return false;
  return daysBetween(reading.value.slice(0, 10), receivedAt.slice(0, 10)) >= TURN_OF_YEAR_DAYS;
}

function isWithoutYear(reading: TimeReading): boolean {
  return !reading.ok && reading.code === 'ambiguous';
}

/** The row whose value counts: the row itself, or the nearest data row above that is not 同上. */
function sourceRow({ grid, ledger, places }: Reader, row: number, column: number): number {
  let place = places.get(row) ?? 0;
  while (place >= 0 && isDitto(grid.text(ledger.dataRows[place] ?? row, column))) place--;
  return ledger.dataRows[place] ?? row;
}

function swappedFinding({ swapped, primary }: Reader, row: number): Finding[] {
  const value = swapped.get(row);
  const column = primary.get('receivedAt')?.whole.column;
  if (value === undefined || column === undefined) return [];
  const place = { row, column, field: 'receivedAt' as const };
  return [{ level: 'warning', code: 'swappedDate', ...place, params: { value }, fix: { value } }];
}

function phonesOf({ habits }: Reader, { column }: LedgerColumn): PhoneHabits | null {
  return habits.find((habit) => habit.column.column === column)?.phones ?? null;
}

function phoneFindings(
  parts: Partial<Record<Field, string>>,
  row: number,
  { column }: LedgerColumn,
  phones: PhoneHabits | null,
): Finding[] {
  const phone = parts.contactPhone;
  if (phone === undefined) return [];
  const options: CellOptions = { date1904: false, zone: 'UTC', orderHint: null, yearHint: null, phones };
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
    .filter(({ column, fields }) => fields.length === 0 && isError(grid.value(row, column)))
    .map(({ column }) => {
      const params = { text: grid.text(row, column) };
      return { level: 'warning', code: 'formulaError', row, column, field: null, params };
    });
}
