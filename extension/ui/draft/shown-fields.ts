import { LEDGER_FIELDS, type Field } from '../../../core/complaint/field.ts';
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

/** What a clerk may know beside what was read; what comes of handling the complaint later is not asked at its receipt. */
const LATER = new Set<Field>([
  'cause',
  'solution',
  'compensation',
  'correctiveAction',
  'approval',
  'feedback',
  'satisfaction',
]);

/** Fields of a ledger that a draft does not show and that may be added to it. */
export function addableFields(shown: Record<GroupId, readonly Field[]>): Field[] {
  const there = new Set(Object.values(shown).flat());
  return LEDGER_FIELDS.filter((field) => !there.has(field) && !NOT_HERE.has(field) && !LATER.has(field));
}
