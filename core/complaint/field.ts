import * as z from 'zod';

/**
 * The fields that ledgers have, in the order a clerk meets them. One vocabulary for extraction, ledger columns,
 * policy packs and accuracy runs. `demand` is the remedy sought (客户诉求), `severity` the grade as the ledger writes it.
 */
export const LEDGER_FIELDS = [
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

/** When the steps between receipt and closing happened: filled by the event log, seldom columns of a ledger. */
export const STEP_TIMES = [
  'acceptedAt',
  'transferApprovedAt',
  'transferredAt',
  'reportedAt',
  'assignedAt',
  'emergencyStartedAt',
  'teamFormedAt',
  'progressToldAt',
  'investigatedAt',
  'informationPublishedAt',
  'expertReviewedAt',
  'planProposedAt',
  'planSubmittedAt',
  'planApprovedAt',
  'planFixedAt',
  'goodsReturnedAt',
  'regulatorReceivedAt',
  'regulatorAcceptedAt',
  'executedAt',
  'resultToldAt',
  'followedUpAt',
  'archivedAt',
] as const;

export const FIELDS = [...LEDGER_FIELDS, ...STEP_TIMES] as const;

export const Field = z.enum(FIELDS);
export type Field = z.infer<typeof Field>;

/** The moments of a complaint's life at which a clock may start or stop. */
export const TimeField = z.enum(['receivedAt', 'occurredAt', 'firstResponseAt', 'closedAt', ...STEP_TIMES]);
export type TimeField = z.infer<typeof TimeField>;

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

const STEP_TIME_NAMES: ReadonlySet<string> = new Set(STEP_TIMES);

/** The kind of a field; free text unless the table above says otherwise. */
export function fieldKind(field: Field): FieldKind {
  return KINDS[field] ?? (STEP_TIME_NAMES.has(field) ? 'time' : 'text');
}
