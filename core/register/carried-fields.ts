import type { Field } from '../complaint/field.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** What a clipped letter usually tells. Anything rarer is kept in the remarks, by name. */
const USUAL: readonly Field[] = [
  'receivedAt',
  'channel',
  'customerName',
  'contactName',
  'contactPhone',
  'contactEmail',
  'productName',
  'productModel',
  'batchNo',
  'orderNo',
  'quantity',
  'description',
  'demand',
  'evidence',
  'firstResponseAt',
  'closedAt',
  'remarks',
];

/** Fields that have a column of their own role in every register. */
const BY_ROLE: readonly Field[] = ['sequenceNo', 'complaintId', 'category', 'severity', 'responsibleDept', 'status'];

/**
 * The fields for which a register must have a column, in the order of the record: what the pack asks for, what its
 * milestones start and stop at, what closing waits for, and what a hand-off usually carries.
 */
export function carriedFields(pack: PolicyPack, order: readonly Field[]): Field[] {
  const wanted = new Set<Field>([
    ...USUAL,
    ...pack.fields.map(({ field }) => field),
    ...pack.milestones.flatMap(({ startsAt, stopsAt }) => [startsAt, stopsAt]),
    ...pack.closingGates.flatMap(({ needs }) => (needs.kind === 'field' ? [needs.field] : [])),
  ]);
  return order.filter((field) => wanted.has(field) && !BY_ROLE.includes(field));
}
