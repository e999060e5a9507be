import type { Field } from '../../../core/complaint/field.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';

export type GroupId = 'customer' | 'matter' | 'more';

const CUSTOMER: Field[] = ['customerName', 'contactName', 'contactPhone', 'contactEmail'];
const MATTER: Field[] = ['receivedAt', 'productName', 'batchNo', 'orderNo', 'description', 'demand'];
/** Category and grade have their own place; the others are the register's to give. */
const NOT_HERE = new Set<Field>([
  'category',
  'severity',
  'status',
  'complaintId',
  'sequenceNo',
  'dueAt',
  'firstResponseAt',
  'closedAt',
]);

/** Which fields the panel shows: always the core of a complaint, below it what the policy demands of it or the page gave. */
export function shownFields(
  demanded: Iterable<Field>,
  draft: ComplaintDraft,
  values: Partial<Record<Field, string>>,
): Record<GroupId, Field[]> {
  const always = new Set([...CUSTOMER, ...MATTER]);
  const given = [...Object.keys(draft.values), ...Object.keys(values)] as Field[];
  const more = [...new Set([...demanded, ...given])].filter((field) => !always.has(field) && !NOT_HERE.has(field));
  return { customer: CUSTOMER, matter: MATTER, more };
}
