import * as z from 'zod';

/**
 * The fields of a complaint record, in the order a clerk meets them. One vocabulary for extraction, ledger columns,
 * policy packs and accuracy runs. `demand` is the remedy sought (客户诉求), `severity` the grade as the ledger writes it.
 */
export const FIELDS = [
  'sequenceNo',
  'complaintId',
  'receivedAt',
  'occurredAt',
  'channel',
  'customerName',
  'contactName',
  'contactPhone',
  'contactEmail',
  'contactAddress',
  'region',
  'productName',
  'productModel',
  'batchNo',
  'orderNo',
  'quantity',
  'purchaseDate',
  'purchasePlace',
  'category',
  'subcategory',
  'description',
  'demand',
  'evidence',
  'severity',
  'receivedBy',
  'responsibleDept',
  'responsiblePerson',
  'firstResponseAt',
  'dueAt',
  'cause',
  'solution',
  'compensation',
  'correctiveAction',
  'approval',
  'status',
  'closedAt',
  'feedback',
  'satisfaction',
  'remarks',
] as const;

export const Field = z.enum(FIELDS);
export type Field = z.infer<typeof Field>;

/** What a field holds; decides how a cell is read and written, and how a value is compared. */
export type FieldKind = 'text' | 'time' | 'phone' | 'email' | 'identifier' | 'choice' | 'amount';

const KINDS: Partial<Record<Field, FieldKind>> = {
  sequenceNo: 'identifier',
  complaintId: 'identifier',
  receivedAt: 'time',
  occurredAt: 'time',
  channel: 'choice',
  contactPhone: 'phone',
  contactEmail: 'email',
  productModel: 'identifier',
  batchNo: 'identifier',
  orderNo: 'identifier',
  quantity: 'amount',
  purchaseDate: 'time',
  category: 'choice',
  subcategory: 'choice',
  severity: 'choice',
  firstResponseAt: 'time',
  dueAt: 'time',
  compensation: 'amount',
  status: 'choice',
  closedAt: 'time',
  satisfaction: 'choice',
};

/** The kind of a field; free text unless the table above says otherwise. */
export function fieldKind(field: Field): FieldKind {
  return KINDS[field] ?? 'text';
}
