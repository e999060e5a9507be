import type { LedgerColumn } from '../../core/register/ledger-reading.ts';

/** How sure the reading of a column is, in three steps; what the user chose is sure. */
export function sureness({ fields, confidence, reason }: LedgerColumn): 'sure' | 'doubt' | 'none' {
  if (reason === 'user') return fields.length === 0 ? 'none' : 'sure';
  if (fields.length === 0) return 'none';
  return confidence < 0.5 ? 'doubt' : 'sure';
}

/** Columns that a person should look at: doubtful ones, and those that nothing was made of. */
export function wantsALook(column: LedgerColumn): boolean {
  return column.reason !== 'user' && sureness(column) !== 'sure';
}
