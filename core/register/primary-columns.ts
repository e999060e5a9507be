import type { Field } from '../complaint/field.ts';
import type { LedgerColumn } from './ledger-reading.ts';

/** The columns that carry a field: one, or one for the date and one for the time of day. */
export interface PrimaryColumns {
  whole: LedgerColumn;
  time: LedgerColumn | null;
}

/**
 * The column to trust for each field. Several columns may be taken for one field (省, 市, 县 are all region); the surest is
 * its own, the leftmost when equally sure. A time-of-day column only ever completes a date.
 */
export function primaryColumns(columns: readonly LedgerColumn[]): Map<Field, PrimaryColumns> {
  const primary = new Map<Field, PrimaryColumns>();
  const surest = [...columns].sort((left, right) => right.confidence - left.confidence || left.column - right.column);
  for (const column of surest) {
    if (column.part === 'time') continue;
    for (const field of column.fields) {
      if (!primary.has(field)) primary.set(field, { whole: column, time: timeOf(columns, column, field) });
    }
  }
  return primary;
}

function timeOf(columns: readonly LedgerColumn[], { part }: LedgerColumn, field: Field): LedgerColumn | null {
  if (part !== 'date') return null;
  return columns.find((column) => column.part === 'time' && column.fields.includes(field)) ?? null;
}
