import * as z from 'zod';
import { foldText } from '../text/fold-text.ts';
import type { QueueQuestion } from './queue-question.ts';
import { squeeze, type QueueRow, type SearchableRow } from './queue-row.ts';

const count = z.int().nonnegative();

/** How many entries there are of each kind, whatever is searched for. `duplicates` are counted where they stand. */
export const QueueCounts = z.strictObject({
  queued: count,
  handedOver: count,
  registered: count,
  removed: count,
  overdue: count,
  soon: count,
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** The values that the queue holds, for the lists of the filters; the most frequent first. */
export const QueueFacets = z.strictObject({
  grades: z.array(z.string()),
  categories: z.array(z.string()),
  channels: z.array(z.string()),
  policies: z.array(z.string()),
});
export type QueueFacets = z.infer<typeof QueueFacets>;

export interface FoundRows {
  rows: SearchableRow[];
  /** How many fit the question altogether. */
  total: number;
}

/**
 * The entries that fit a question, in its order, and of these the part it asks for. Equal ones stand with the newest first.
 * Entries without a date or a deadline to sort by come last. `asOf` decides what is overdue and what is due soon.
 */
export function searchRows(rows: readonly SearchableRow[], question: QueueQuestion, asOf: number): FoundRows {
  const fits = testOf(question, asOf);
  const found = rows.filter(fits).sort(ORDERS[question.sort]);
  return { rows: found.slice(question.from, question.from + question.count), total: found.length };
}

/** The ids of all that fit, in order: for acting on them at once. */
export function idsOf(rows: readonly SearchableRow[], question: QueueQuestion, asOf: number): string[] {
  return rows
    .filter(testOf(question, asOf))
    .sort(ORDERS[question.sort])
    .map(({ id }) => id);
}

/** Counts over the whole queue. */
export function countRows(rows: readonly SearchableRow[], asOf: number): QueueCounts {
  const counts = { queued: 0, handedOver: 0, registered: 0, removed: 0, overdue: 0, soon: 0 };
  for (const row of rows) {
    if (row.isRemoved) counts.removed++;
    else counts[row.state]++;
    const due = dueState(row, asOf);
    if (due !== null) counts[due]++;
  }
  return counts;
}

/** The values to filter by, counted over what is not put aside. */
export function facetsOf(rows: readonly SearchableRow[]): QueueFacets {
  const present = rows.filter(({ isRemoved }) => !isRemoved);
  return {
    grades: mostFrequent(present.map(({ grade }) => grade)),
    categories: mostFrequent(present.map(({ category }) => category)),
    channels: mostFrequent(present.map(({ channel }) => channel)),
    policies: mostFrequent(present.map(({ policy }) => policy)),
  };
}

/** Overdue or due soon, by the next open deadline; null for what is done, put aside, a duplicate, or has time. */
export function dueState(row: Pick<QueueRow, 'dues' | 'state' | 'isRemoved' | 'links'>, asOf: number) {
  const [next] = row.dues;
  if (next === undefined || !isOpen(row)) return null;
  if (asOf > next.due) return 'overdue';
  return row.dues.some(({ warn }) => warn !== null && asOf >= warn) ? 'soon' : null;
}

/** Still to be worked on here: not registered, not put aside, and not a duplicate of another one. */
export function isOpen({ state, isRemoved, links }: Pick<QueueRow, 'state' | 'isRemoved' | 'links'>): boolean {
  return state !== 'registered' && !isRemoved && !links.some(({ kind }) => kind === 'duplicateOf');
}

function testOf(question: QueueQuestion, asOf: number): (row: SearchableRow) => boolean {
  const { shelf, grade, category, channel, policy, due } = question;
  const terms = termsOf(question.search);
  return (row) =>
    isOnShelf(row, shelf) &&
    (grade === null || row.grade === grade) &&
    (category === null || row.category === category) &&
    (channel === null || row.channel === channel) &&
    (policy === null || row.policy === policy) &&
    (due === null || dueState(row, asOf) === due) &&
    terms.every((forms) => forms.some((form) => row.words.includes(form)));
}

function isOnShelf({ state, isRemoved }: QueueRow, shelf: QueueQuestion['shelf']): boolean {
  if (shelf === 'removed' || isRemoved) return shelf === 'removed' && isRemoved;
  if (shelf === 'open') return state !== 'registered';
  return shelf === 'all' || state === shelf;
}

/** Each word folded; one with digits also without its separators. */
function termsOf(search: string): string[][] {
  const words = foldText(search)
    .folded.split(/\s+/)
    .filter((word) => word !== '');
  return words.map((word) => (/\d.*\d.*\d/.test(word) ? [...new Set([word, squeeze(word)])] : [word]));
}

type Order = (one: SearchableRow, other: SearchableRow) => number;

const newestFirst: Order = (one, other) => other.savedAt - one.savedAt || (one.id < other.id ? 1 : -1);
const dueOf = (row: SearchableRow) => (isOpen(row) ? (row.dues[0]?.due ?? LAST) : row.isRemoved ? LAST + 2 : LAST + 1);
/** Later than any date. */
const LAST = 9e15;

const ORDERS: Record<QueueQuestion['sort'], Order> = {
  due: (one, other) => dueOf(one) - dueOf(other) || newestFirst(one, other),
  saved: newestFirst,
  received: (one, other) => (other.receivedAt ?? -LAST) - (one.receivedAt ?? -LAST) || newestFirst(one, other),
  customer: (one, other) => byName(one.customer, other.customer) || newestFirst(one, other),
};

/** By code units: the order of a language would take a second for a hundred thousand names. */
function byName(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

function mostFrequent(values: (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1))
    .map(([value]) => value)
    .slice(0, 100);
}
