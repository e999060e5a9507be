import * as z from 'zod';
import { ComplaintId } from '../complaint/complaint-id.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import { fieldKind, type Field } from '../complaint/field.ts';
import { readTime } from '../deadline/read-time.ts';
import { foldText } from '../text/fold-text.ts';
import { toEpoch } from '../working-time/zoned-time.ts';
import { EntryLink, type QueueEntry } from './queue-entry.ts';

const epoch = z.number();

/** A deadline of an entry that is not met yet, in milliseconds since 1970. */
export const OpenDue = z.strictObject({ milestone: z.string(), due: epoch, warn: epoch.nullable() });
export type OpenDue = z.infer<typeof OpenDue>;

/** What the list of the queue knows of an entry: slim, so that a hundred thousand of them stay in memory. Times in milliseconds since 1970. */
export const QueueRow = z.strictObject({
  id: ComplaintId,
  state: z.enum(['queued', 'handedOver', 'registered']),
  isRemoved: z.boolean(),
  isUrgent: z.boolean(),
  savedAt: epoch,
  /** When it came in, as far as known; a day counts from its beginning in UTC. */
  receivedAt: epoch.nullable(),
  customer: z.string().nullable(),
  title: z.string(),
  category: z.string().nullable(),
  grade: z.string(),
  policy: z.string(),
  channel: z.string().nullable(),
  /** Open deadlines, the next one first. */
  dues: z.array(OpenDue),
  links: z.array(EntryLink),
});
export type QueueRow = z.infer<typeof QueueRow>;

/** A row with the words by which it is found: folded, so that width, capitals and traditional characters do not matter. */
export interface SearchableRow extends QueueRow {
  words: string;
}

/** A title is shown on one line; more of it would only take memory. */
const TITLE = 120;
/** Of very long complaints the beginning is searchable: memory for 100,000 of them is what sets this. */
const MOST_WORDS = 4_000;

/** The row of an entry, with its words. */
export function rowOf(entry: QueueEntry): SearchableRow {
  const { id, state, removedAt, values, category, grade, policy, capture, links } = entry;
  const { customerName, contactName, contactEmail, channel, description } = values;
  return {
    id,
    state,
    isRemoved: removedAt !== null,
    isUrgent: entry.isUrgent ?? (entry.assessment.lanes ?? []).length > 0,
    savedAt: toEpoch(entry.savedAt),
    receivedAt: receivedAt(values),
    customer: customerName ?? contactName ?? contactEmail ?? null,
    title: (capture.title === '' ? (description ?? '') : capture.title).slice(0, TITLE),
    category,
    grade,
    policy: policy.id,
    channel: channel ?? null,
    dues: openDues(entry),
    links,
    words: wordsOf(entry),
  };
}

/** The row as it is shown: without its words, or whatever else stands beside. */
export function shownRow(row: QueueRow): QueueRow {
  const { id, state, isRemoved, isUrgent, savedAt, receivedAt: received, customer, title } = row;
  const { category, grade, policy, channel, dues, links } = row;
  return {
    id,
    state,
    isRemoved,
    isUrgent,
    savedAt,
    receivedAt: received,
    customer,
    title,
    category,
    grade,
    policy,
    channel,
    dues,
    links,
  };
}

function openDues({ promised }: QueueEntry): OpenDue[] {
  return promised
    .flatMap(({ milestone, dueAt, warnAt, stoppedAt }) =>
      dueAt === null || stoppedAt !== null
        ? []
        : [{ milestone, due: toEpoch(dueAt), warn: warnAt === null ? null : toEpoch(warnAt) }],
    )
    .sort((one, other) => one.due - other.due);
}

function receivedAt(values: ComplaintValues): number | null {
  const time = readTime(values.receivedAt);
  if (time.kind !== 'known') return null;
  return toEpoch(time.at.includes('T') ? time.at : `${time.at}T00:00:00Z`);
}

function wordsOf({ id, values, capture, notes }: QueueEntry): string {
  const written = [capture.title, ...notes.map(({ text }) => text), ...Object.values(values)];
  const folded = written.map((text) => foldText(text.slice(0, MOST_WORDS)).folded).join('\n');
  return `${id.toLowerCase()}\n${squeezedNumbers(values)}\n${squeezedCodes(folded)}\n${folded}`.slice(0, MOST_WORDS);
}

const CODE = /[a-z0-9]+(?:[-_./][a-z0-9]+)+/g;
const MOST_CODES = 30;

/** Numbers in the text once more without their separators, as `so-2026-018`; not dates. */
function squeezedCodes(folded: string): string {
  const codes = [...folded.matchAll(CODE)]
    .map(([code]) => code)
    .filter((code) => /\d.*\d.*\d/.test(code) && !/^\d{4}[-./]\d{1,2}[-./]\d{1,2}/.test(code) && code.length <= 40);
  return [...new Set(codes.slice(0, MOST_CODES).map(squeeze))].join('\n');
}

/** Phones and numbers once more without their separators, so that 13800001234 finds 138-0000-1234. */
function squeezedNumbers(values: ComplaintValues): string {
  return (Object.entries(values) as [Field, string][])
    .filter(([field]) => fieldKind(field) === 'phone' || fieldKind(field) === 'identifier')
    .map(([, value]) => squeeze(foldText(value).folded))
    .join('\n');
}

/** Letters and digits alone. */
export function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
