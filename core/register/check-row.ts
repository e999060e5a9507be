import { Temporal } from 'temporal-polyfill';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import type { Finding } from './finding.ts';

/** A finding about a row that is seen only when its values stand together. */
export type RowFinding = Pick<Finding, 'level' | 'code' | 'field' | 'params'>;

/** What a complaint cannot do without. A field counts as present when any of its group is. */
const REQUIRED: [field: Field, group: Field[]][] = [
  ['receivedAt', ['receivedAt']],
  ['customerName', ['customerName', 'contactName']],
  ['description', ['description']],
];

type Order = [later: Field, earlier: Field, code: string];
const ORDERS: Order[] = [
  ['closedAt', 'receivedAt', 'closedBeforeReceived'],
  ['firstResponseAt', 'receivedAt', 'respondedBeforeReceived'],
  ['dueAt', 'receivedAt', 'dueBeforeReceived'],
  ['closedAt', 'firstResponseAt', 'respondedAfterClosed'],
];
/** Times that lie ahead only by mistake; a due date may. */
const PAST: Field[] = ['receivedAt', 'occurredAt', 'purchaseDate', 'firstResponseAt', 'closedAt'];

/**
 * Checks the values of one complaint against each other. `mapped` are the fields that the ledger has a column for: only they
 * can be missing. `trouble` are fields whose cell was filled but could not be read: they are not missing. Two times are in
 * the wrong order only when their days are, or both are moments.
 */
export function checkRow(
  values: ComplaintValues,
  mapped: ReadonlySet<Field>,
  trouble: ReadonlySet<Field>,
  { asOf, zone }: { asOf: DayOrMoment; zone: string },
): RowFinding[] {
  const findings: RowFinding[] = [];
  for (const [field, group] of REQUIRED) {
    const isAsked = group.some((each) => mapped.has(each));
    if (isAsked && !group.some((each) => values[each] !== undefined || trouble.has(each))) {
      findings.push({ level: 'error', code: 'missingRequired', field, params: { field } });
    }
  }
  for (const field of PAST) {
    const value = values[field];
    if (value !== undefined && isBefore(asOf, value, zone)) {
      findings.push({ level: 'error', code: 'futureTime', field, params: { field, value } });
    }
  }
  for (const [later, earlier, code] of ORDERS) {
    const end = values[later];
    const start = values[earlier];
    if (end !== undefined && start !== undefined && isBefore(end, start, zone)) {
      findings.push({ level: 'warning', code, field: later, params: { field: later, value: end, other: start } });
    }
  }
  return findings;
}

function isBefore(left: DayOrMoment, right: DayOrMoment, zone: string): boolean {
  if (isDay(left) || isDay(right)) return dayOf(left, zone) < dayOf(right, zone);
  return Temporal.Instant.compare(Temporal.Instant.from(left), Temporal.Instant.from(right)) < 0;
}

function dayOf(value: DayOrMoment, zone: string): string {
  return isDay(value) ? value : Temporal.Instant.from(value).toZonedDateTimeISO(zone).toPlainDate().toString();
}
