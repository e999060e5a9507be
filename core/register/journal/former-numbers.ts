import * as z from 'zod';
import type { Field } from '../../complaint/field.ts';
import type { PlannedCell, RegisterColumn } from '../register-plan.ts';
import { shortHash, textOf } from './row-mark.ts';

/** What a register that was taken back leaves, so that none of its numbers is ever another complaint's. */
export const FormerNumbers = z.strictObject({
  schemaVersion: z.literal(1),
  /** As `RegisterMemory.numbersGiven`. */
  given: z.record(z.string(), z.int().nonnegative()),
  /** The numbers of complaints that brought none along, by what tells these apart; of complaints that are alike, top down. */
  rows: z.record(z.string(), z.array(z.string())),
});
export type FormerNumbers = z.infer<typeof FormerNumbers>;

type KeyColumn = Pick<RegisterColumn, 'role' | 'fields'>;

/** What is known of a complaint when it comes in and does not change while it is handled. */
const TELLING: readonly Field[] = [
  ...(['receivedAt', 'occurredAt', 'customerName', 'contactName', 'contactPhone', 'contactEmail'] as const),
  ...(['productName', 'productModel', 'batchNo', 'orderNo', 'description'] as const),
];

/** The numbers of a register's rows as they stand. `columns` and each row from left to right. */
export function formerRows(
  columns: readonly KeyColumn[],
  rows: readonly (readonly PlannedCell[])[],
): FormerNumbers['rows'] {
  const at = columns.findIndex(({ role }) => role === 'number');
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const number = textOf(row[at] ?? '');
    const key = complaintKey(columns, row);
    if (number === '' || key === null || bringsAlong(columns, row, number)) continue;
    found.set(key, [...(found.get(key) ?? []), number]);
  }
  return Object.fromEntries(found);
}

/**
 * The number that each row had, in the same order. Rows that cannot be told from each other get theirs top down, but only when they are as
 * many as they were; else nobody knows whose is missing.
 */
export function numbersAgain(
  columns: readonly KeyColumn[],
  rows: readonly (readonly PlannedCell[])[],
  former: FormerNumbers['rows'],
): (string | undefined)[] {
  const keys = rows.map((row) => complaintKey(columns, row));
  const alike = new Map<string | null, number>();
  for (const key of keys) alike.set(key, (alike.get(key) ?? 0) + 1);
  const met = new Map<string, number>();
  return keys.map((key) => {
    const numbers = key !== null && Object.hasOwn(former, key) ? former[key] : undefined;
    if (key === null || numbers?.length !== alike.get(key)) return undefined;
    const nth = met.get(key) ?? 0;
    met.set(key, nth + 1);
    return numbers?.[nth];
  });
}

/** A short mark of the ledger's own cells that tell a complaint from others; null: they are empty. */
function complaintKey(columns: readonly KeyColumn[], row: readonly PlannedCell[]): string | null {
  const cells = columns.flatMap(({ role, fields }, index) => {
    const text = textOf(row[index] ?? '');
    const telling = fields.filter((field) => TELLING.includes(field));
    return role.startsWith('user:') && text !== '' && telling.length > 0 ? [`${telling.join()} ${text}`] : [];
  });
  return cells.length === 0 ? null : shortHash(JSON.stringify(cells.toSorted()));
}

function bringsAlong(columns: readonly KeyColumn[], row: readonly PlannedCell[], number: string): boolean {
  return columns.some(
    ({ role, fields }, index) =>
      role.startsWith('user:') && fields.includes('complaintId') && textOf(row[index] ?? '') === number,
  );
}
