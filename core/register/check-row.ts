import { Temporal } from 'temporal-polyfill';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import type { Finding } from './finding.ts';

/** A finding about a row that is seen only when its values stand together. */
export type RowFinding = Pick<Finding, 'level' | 'code' | 'field' | 'params'>;

/** What a complaint cannot do without. */
const REQUIRED: Field[] = ['receivedAt', 'customerName', 'description'];

type Order = [later: Field, earlier: Field, code: string, shownAt: Field];
const ORDERS: Order[] = [
  ['closedAt', 'receivedAt', 'closedBeforeReceived', 'closedAt'],
  ['firstResponseAt', 'receivedAt', 'respondedBeforeReceived', 'firstResponseAt'],
  ['dueAt', 'receivedAt', 'dueBeforeReceived', 'dueAt'],
  ['closedAt', 'firstResponseAt', 'respondedAfterClosed', 'firstResponseAt'],
];
/** Times that lie ahead only by mistake; a due date may. */
const PAST: Field[] = ['receivedAt', 'occurredAt', 'purchaseDate', 'firstResponseAt', 'closedAt'];

/**
 * Checks the values of one complaint against each other. `mapped` are the fields that the ledger has a column for: only they
 * can be missing. `trouble` are fields whose cell was filled but could not be read: they are not missing. Two times are in
 * the wrong order only when their days are, or both are moments. All times, `asOf` too, are spelled in the ledger's zone.
 */
export function checkRow(
  values: ComplaintValues,
  mapped: ReadonlySet<Field>,
  trouble: ReadonlySet<Field>,
  asOf: DayOrMoment,
): RowFinding[] {
  const findings: RowFinding[] = [];
  for (const field of REQUIRED) {
    if (mapped.has(field) && values[field] === undefined && !trouble.has(field)) {
      findings.push({ level: 'error', code: 'missingRequired', field, params: {} });
    }
  }
  for (const field of PAST) {
    const value = values[field];
    if (value !== undefined && isBefore(asOf, value)) {
      findings.push({ level: 'error', code: 'futureTime', field, params: { value: shown(value) } });
    }
  }
  for (const [later, earlier, code, field] of ORDERS) {
    const end = values[later];
    const start = values[earlier];
    if (end !== undefined && start !== undefined && isBefore(end, start)) {
      findings.push({ level: 'warning', code, field, params: { value: shown(end), other: shown(start) } });
    }
  }
  return findings;
}

/** A time as a message shows it: the ledger's own clock, without offset. */
function shown(value: DayOrMoment): string {
  return value.slice(0, 16).replace('T', ' ');
}

/** Whether one time is before another: by their days where one of them is a day. */
export function isBefore(left: DayOrMoment, right: DayOrMoment): boolean {
  if (isDay(left) || isDay(right)) return left.slice(0, 10) < right.slice(0, 10);
  if (left.slice(-6) === right.slice(-6)) return left < right;
  return Temporal.Instant.compare(Temporal.Instant.from(left), Temporal.Instant.from(right)) < 0;
}
