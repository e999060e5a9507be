import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { Field } from '../../complaint/field.ts';
import type { DayOrMoment } from '../../complaint/moment.ts';
import { matchHeaders } from '../match-headers.ts';
import { splitCell } from '../split-cell.ts';
import { receiptReader } from '../received-day.ts';
import type { RegisterColumn, RegisterMemory } from '../register-plan.ts';
import type { CellValue } from '../sheet-reading.ts';

/** What of a row tells whether it is the same complaint as another. */
export interface ComparableRow {
  /** Index among the register's rows. */
  row: number;
  number: string;
  /** It was clipped: it has the identity of a complaint. */
  hasOrigin: boolean;
  values: ComplaintValues;
}

const COMPARED: readonly Field[] = [
  ...(['customerName', 'contactName', 'contactPhone', 'contactEmail', 'contactAddress'] as const),
  ...(['batchNo', 'orderNo', 'description'] as const),
];

/** The rows of a register by customer, goods, words and receipt, read from the cells as they stand. */
export function comparableRows({
  header,
  rows,
  memory,
}: {
  header: readonly string[];
  rows: readonly (readonly CellValue[])[];
  memory: RegisterMemory;
}): ComparableRow[] {
  const { columns } = matchHeaders(memory.columns, header, rows);
  const at = (role: RegisterColumn['role']) => columns.findIndex((column) => column.role === role);
  const [numberAt, originAt] = [at('number'), at('origin')];
  const text = (row: readonly CellValue[], column: number) => String(row[column] ?? '').trim();
  const receiptOf = receiptReader(columns, rows, memory);
  return rows.map((cells, row) => ({
    row,
    number: text(cells, numberAt),
    hasOrigin: text(cells, originAt) !== '',
    values: valuesOf(cells, columns, receiptOf(cells)),
  }));
}

/** A number beside another may be either. */
function isGoods(field: Field): boolean {
  return field === 'batchNo' || field === 'orderNo';
}

function valuesOf(
  row: readonly CellValue[],
  columns: readonly RegisterColumn[],
  received: DayOrMoment | null,
): ComplaintValues {
  const values: ComplaintValues = received === null ? {} : { receivedAt: received };
  columns.forEach(({ fields }, at) => {
    const value = row[at] ?? '';
    if (value === '') return;
    const split = splitCell(String(value).trim(), fields);
    for (const field of fields) {
      if (COMPARED.includes(field)) {
        const text = split[field] ?? (isGoods(field) ? String(value).trim() : undefined);
        if (text !== undefined) values[field] ??= text;
      }
    }
  });
  return values;
}
