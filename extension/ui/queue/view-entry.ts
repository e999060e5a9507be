import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { fieldKind, LEDGER_FIELDS, STEP_TIMES, type Field } from '../../../core/complaint/field.ts';
import { computeDeadlines } from '../../../core/deadline/compute-deadlines.ts';
import { deadlineStatus } from '../../../core/deadline/deadline-status.ts';
import type { Deadline } from '../../../core/deadline/deadline.ts';
import type { CompanySettings } from '../../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { EntryEdit } from '../../../core/queue/change-entry.ts';
import { fieldsAhead } from '../../../core/queue/fields-ahead.ts';
import type { EntryChange, QueueEntry } from '../../../core/queue/queue-entry.ts';
import { showRest, showTime } from '../show-time.ts';
import type { Speech } from '../speech.ts';
import { isUrgent } from './is-urgent.ts';
import { categoryName } from './view-queue.ts';

/** What the clerk has changed of an entry and not yet saved. */
export interface EntryEdits {
  values: Partial<Record<Field, string>>;
  category: string | null;
  grade: string;
}

export const startOfEdits = ({ values, category, grade }: QueueEntry): EntryEdits => ({ values, category, grade });

export interface EntryContext {
  speech: Speech;
  /** The entry's own policy with the company's answers; null where this version does not have it. */
  pack: PolicyPack | null;
  company: CompanySettings | null;
  zone: string;
  asOf: string;
}

export interface EntryField {
  field: Field;
  kind: 'line' | 'text' | 'time';
  label: string;
  value: string;
  isChanged: boolean;
}

/** Category and grade have their own place; the others are the register's to give. */
const NOT_HERE = new Set<Field>(['category', 'severity', 'status', 'complaintId', 'sequenceNo', 'dueAt']);
const ALWAYS: Field[] = [
  'customerName',
  'contactName',
  'contactPhone',
  'receivedAt',
  'productName',
  'batchNo',
  'orderNo',
  'description',
];
const LONG = new Set<Field>([
  'description',
  'demand',
  'evidence',
  'remarks',
  'contactAddress',
  'cause',
  'solution',
  'correctiveAction',
  'feedback',
]);

/** The fields that are shown: always the core, and whatever holds or held a value; in the ledger's order. */
export function entryFields(entry: QueueEntry, edits: EntryEdits, { speech }: EntryContext): EntryField[] {
  const shown = new Set<Field>([...ALWAYS, ...keys(entry.values), ...keys(edits.values)]);
  return [...LEDGER_FIELDS, ...STEP_TIMES]
    .filter((field) => shown.has(field) && !NOT_HERE.has(field))
    .map((field) => ({
      field,
      kind: fieldKind(field) === 'time' ? 'time' : LONG.has(field) ? 'text' : 'line',
      label: speech.say(`fields.${field}`),
      value: edits.values[field] ?? '',
      isChanged: (edits.values[field] ?? '').trim() !== (entry.values[field] ?? ''),
    }));
}

/** Fields that can be added. */
export function otherFields(shown: readonly EntryField[]): Field[] {
  const present = new Set(shown.map(({ field }) => field));
  return [...LEDGER_FIELDS, ...STEP_TIMES].filter((field) => !present.has(field) && !NOT_HERE.has(field));
}

const keys = (values: object) => Object.keys(values) as Field[];

/** The edit that these changes make, with the deadlines computed again; null when nothing is changed. */
export function editOf(
  entry: QueueEntry,
  edits: EntryEdits,
  { pack, company, zone, asOf }: EntryContext,
): EntryEdit | null {
  const values: ComplaintValues = {};
  for (const [field, text] of Object.entries(edits.values) as [Field, string][])
    if (text.trim() !== '') values[field] = text.trim();
  const { category, grade } = edits;
  const isSame =
    category === entry.category &&
    grade === entry.grade &&
    JSON.stringify(sorted(values)) === JSON.stringify(sorted(entry.values));
  if (isSame) return null;
  if (pack === null) return { values, category, grade };
  const edit = { values, category, grade, isUrgent: isUrgent(grade, entry.assessment, pack) };
  if (!movesClocks(entry, values, grade)) return edit;
  const computed = computeDeadlines({ values, grade, pack, company, asOf, zone });
  return { ...edit, promised: computed.map((deadline) => withPromise(deadline, entry.promised)) };
}

/** Only the grade and the times of steps move a clock: to correct a name must not touch what was promised. */
function movesClocks(entry: QueueEntry, values: ComplaintValues, grade: string): boolean {
  const times = [...LEDGER_FIELDS, ...STEP_TIMES].filter((field) => fieldKind(field) === 'time');
  return grade !== entry.grade || times.some((field) => values[field] !== entry.values[field]);
}

/** A time that was promised stands until another one can be computed. */
function withPromise(deadline: Deadline, promised: readonly Deadline[]): Deadline {
  const before = promised.find(({ milestone }) => milestone === deadline.milestone);
  if (deadline.dueAt !== null || deadline.basis !== 'notConfigured' || !before?.dueAt) return deadline;
  return { ...before, stoppedAt: deadline.stoppedAt };
}

const sorted = (values: ComplaintValues) => Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));

export interface EntryDeadline {
  milestone: string;
  label: string;
  at: string | null;
  rest: string | null;
  basis: Deadline['basis'];
  status: Deadline['status'];
}

/** The promised deadlines as they stand at this moment. */
export function entryDeadlines({ promised }: QueueEntry, { speech, pack, zone, asOf }: EntryContext): EntryDeadline[] {
  return promised.map(({ milestone, basis, dueAt, warnAt, stoppedAt }) => {
    const known = pack?.milestones.find(({ id }) => id === milestone);
    const status = deadlineStatus({ dueAt, warnAt, stoppedAt, asOf, zone });
    return {
      milestone,
      label: known === undefined ? milestone : speech.label(known.label),
      at: dueAt === null ? null : showTime(speech, dueAt, zone, asOf),
      rest: dueAt === null || stoppedAt !== null ? null : showRest(speech, dueAt, asOf),
      basis,
      status,
    };
  });
}

export interface HistoryLine {
  at: string;
  text: string;
  /** For an edit: what stood there before, and what stands there now. */
  change: { before: string | null; after: string | null } | null;
}

/** What was done to the entry, the latest first. */
export function historyLines({ history }: QueueEntry, context: EntryContext): HistoryLine[] {
  const { speech, zone, asOf } = context;
  return history.toReversed().map((line) => ({
    at: showTime(speech, line.at, zone, asOf),
    text: speech.say(`queue.history.${line.what}`, { field: fieldName(line.field, context) }),
    change: changeOf(line, context),
  }));
}

function changeOf(
  { what, field, before = null, after = null }: EntryChange,
  context: EntryContext,
): HistoryLine['change'] {
  if (what === 'edited') {
    const none = context.speech.say('queue.nothing');
    return { before: valueName(field, before, context) ?? none, after: valueName(field, after, context) ?? none };
  }
  if (what === 'noted' || what === 'replied') return { before: null, after };
  return what === 'noteRemoved' ? { before, after: null } : null;
}

/** What the register may hold otherwise, in words. */
export function aheadLines(entry: QueueEntry, context: EntryContext): { field: string; before: string; now: string }[] {
  const none = context.speech.say('queue.nothing');
  return fieldsAhead(entry).map(({ field, before, now }) => ({
    field: fieldName(field, context),
    before: valueName(field, before, context) ?? none,
    now: valueName(field, now, context) ?? none,
  }));
}

function fieldName(field: string | undefined, { speech, pack }: EntryContext): string {
  if (field === undefined) return '';
  if (field === 'grade') return speech.say('fields.severity');
  if (field.startsWith('due:')) {
    const milestone = pack?.milestones.find(({ id }) => field === `due:${id}`);
    return milestone === undefined ? field.slice(4) : speech.label(milestone.label);
  }
  return isField(field) ? speech.say(`fields.${field}`) : field;
}

function valueName(
  field: string | undefined,
  value: string | null,
  { speech, pack, zone, asOf }: EntryContext,
): string | null {
  if (value === null || field === undefined) return value;
  if (field === 'category') return categoryName(value, pack?.id ?? null, speech);
  if (field === 'grade') {
    const grade = pack?.grades.find(({ id }) => id === value);
    return grade === undefined ? value : speech.label(grade.label);
  }
  const isTime = field.startsWith('due:') || (isField(field) && fieldKind(field) === 'time');
  return isTime && /^\d{4}-\d\d-\d\d/.test(value) ? showTime(speech, value, zone, asOf) : value;
}

const FIELD_NAMES: ReadonlySet<string> = new Set([...LEDGER_FIELDS, ...STEP_TIMES]);
const isField = (name: string): name is Field => FIELD_NAMES.has(name);

/** A size as people say it: 640 B, 12 KB, 3.4 MB. */
export function showSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
