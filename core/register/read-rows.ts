import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { DayOrMoment } from '../complaint/moment.ts';
import { allSteps, type Steps } from '../steps.ts';
import { foldText } from '../text/fold-text.ts';
import { duplicateIndex, type DuplicateIndex } from './duplicate-index.ts';
import type { Finding } from './finding.ts';
import type { LedgerReading } from './ledger-reading.ts';
import { phoneDigits, phoneNumbers } from './phone-numbers.ts';
import { inZone } from './read-time-cell.ts';
import { openReader, readRow, type Reader } from './read-row.ts';
import type { NotedYear, RowsContext } from './rows-context.ts';
import type { SheetReading } from './sheet-reading.ts';

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

/**
 * Reads every data row's values by field: cells merged down count for each of their rows, 同上 repeats the value above, date
 * and time columns of one event become a moment, two-in-one columns are split where it is sure. A field with several columns
 * takes the primary one, else the first filled. What is wrong is told in `findings` (words: `register.finding.<code>`); a
 * value that cannot be read is absent, never guessed.
 */
export function readRows(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): RowsReading {
  const reader = allSteps(rowsReader(sheet, ledger, context));
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
  /**
   * What is wrong is ordered by column. A row may be read again after its cells have changed, and at a later moment than the
   * one at which the reader was made. `year`: by which its dates that name none were read; null where all name theirs.
   */
  read: (row: number, asOf?: DayOrMoment) => LedgerRow & { findings: Finding[]; year: NotedYear | null };
}

/**
 * As `readRows`, row by row, for work that is done in slices and for rows that change one by one. Duplicates are told of the
 * rows that were read before. What the columns tell is learnt first, in steps of its own.
 */
export function* rowsReader(sheet: SheetReading, ledger: LedgerReading, context: RowsContext): Steps<RowsReader> {
  const reader = yield* openReader(sheet, ledger, context);
  const seen = duplicateIndex();
  return {
    read: (row, asOf) => {
      const { context } = reader;
      const now =
        asOf === undefined ? reader : { ...reader, context: { ...context, asOf: inZone(asOf, context.zone) } };
      const { values, findings, year } = readRow(now, row);
      findings.push(...duplicateFindings(reader, row, values, seen));
      return { row, values, findings: inReadingOrder(findings), year };
    },
  };
}

function inReadingOrder(findings: Finding[]): Finding[] {
  return findings.sort((left, right) => left.row - right.row || (left.column ?? -1) - (right.column ?? -1));
}

/** The same number twice; or the same customer, day and words under another number. `row` counts from 1, as people do. */
function duplicateFindings(reader: Reader, row: number, values: ComplaintValues, seen: DuplicateIndex): Finding[] {
  const { complaintId, receivedAt, description } = values;
  const marks: [code: string, field: Field, key: string, id: string][] = [];
  if (complaintId !== undefined) marks.push(['duplicateId', 'complaintId', complaintId, complaintId]);
  if (receivedAt !== undefined && description !== undefined)
    for (const who of namesOf(values, reader.mapped))
      marks.push(['possibleDuplicate', 'description', [who, receivedAt.slice(0, 10), description].join('\n'), '']);
  const findings: Finding[] = [];
  const markOf = (code: string, key: string) => `${code}\n${foldText(key).folded.replace(/\s+/g, '')}`;
  seen.put(
    row,
    marks.map(([code, , key]) => markOf(code, key)),
  );
  for (const [code, field, key, id] of marks) {
    const first = seen.firstAbove(row, markOf(code, key));
    if (first !== null && findings.every(({ params }) => params['row'] !== first + 1)) {
      const column = reader.primary.get(field)?.whole.column ?? null;
      findings.push({ level: 'warning', code, row, column, field, params: { id, row: first + 1 } });
    }
  }
  return findings;
}

/** Who complained: by the customer, by the telephone number, and by the contact where the ledger names no customer. */
function namesOf({ customerName, contactName, contactPhone }: ComplaintValues, mapped: ReadonlySet<Field>): string[] {
  const phones = phoneNumbers(contactPhone ?? '').map((number) => phoneDigits(number).slice(-LOCAL_DIGITS));
  return [mapped.has('customerName') ? customerName : contactName, phones[0]].filter((name) => name !== undefined);
}

/** Country codes, and a 0 that is dialled before areas, stand before so many digits at least. */
const LOCAL_DIGITS = 8;
