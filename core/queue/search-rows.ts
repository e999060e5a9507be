import * as z from 'zod';
import type { QueueQuestion } from './queue-question.ts';
import { squeeze, type QueueRow, type SearchableRow } from './queue-row.ts';
import { dueState, isOpen, pileOf } from './row-state.ts';
import { meansRow, wordsIn } from './word-meaning.ts';

const count = z.int().nonnegative();

/**
 * How many entries there are of each kind, whatever is searched for; each counts once. `duplicates` of others wait for
 * nothing: until they are registered they are no part of `queued` and `handedOver`.
 */
export const QueueCounts = z.strictObject({
  queued: count,
  handedOver: count,
  registered: count,
  duplicates: count,
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

export interface FoundRows<R extends SearchableRow> {
  rows: R[];
  /** How many fit the question altogether. */
  total: number;
}

/**
 * The entries that fit a question, in its order, and of these the part it asks for. Equal ones stand with the newest first.
 * Entries without a date or a deadline to sort by come last. `asOf` decides what is overdue and what is due soon.
 */
export function searchRows<R extends SearchableRow>(
  rows: readonly R[],
  question: QueueQuestion,
  asOf: number,
): FoundRows<R> {
  const found = filterRows(sortRows(rows, question.sort), question, asOf);
  return { rows: found.slice(question.from, question.from + question.count), total: found.length };
}

/** All rows in an order that does not depend on the time: it may be kept until one of them changes. */
export function sortRows<R extends SearchableRow>(rows: readonly R[], sort: QueueQuestion['sort']): R[] {
  const [keyOf, compare] = ORDERS[sort];
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => compare(one.key, other.key) || newestFirst(one.row, other.row))
    .map(({ row }) => row);
}

/**
 * Those that fit a question, in the order in which they are given. A word is found in the words of a row, or by what it means.
 */
export function filterRows<R extends SearchableRow>(rows: readonly R[], question: QueueQuestion, asOf: number): R[] {
  return rows.filter(testOf(question, asOf));
}

/** The ids of all that fit, in order: for acting on them at once. */
export function idsOf(rows: readonly SearchableRow[], question: QueueQuestion, asOf: number): string[] {
  return sortRows(filterRows(rows, question, asOf), question.sort).map(({ id }) => id);
}

/** Counts over the whole queue. */
export function countRows(rows: readonly SearchableRow[], asOf: number): QueueCounts {
  const counts = { queued: 0, handedOver: 0, registered: 0, duplicates: 0, removed: 0, overdue: 0, soon: 0 };
  for (const row of rows) {
    counts[pileOf(row)]++;
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

function testOf(question: QueueQuestion, asOf: number): (row: SearchableRow) => boolean {
  const { shelf, grade, category, channel, policy, due } = question;
  const meant = new Map(question.meant?.map((meaning) => [meaning.word, meansRow(meaning)]));
  const terms = wordsIn(question.search).map((word) => ({ forms: formsOf(word), means: meant.get(word) }));
  return (row) =>
    isOnShelf(row, shelf) &&
    (grade === null || row.grade === grade) &&
    (category === null || row.category === category) &&
    (channel === null || row.channel === channel) &&
    (policy === null || row.policy === policy) &&
    (due === null || dueState(row, asOf) === due) &&
    terms.every(({ forms, means }) => forms.some((form) => row.words.includes(form)) || means?.(row) === true);
}

function isOnShelf(row: QueueRow, shelf: QueueQuestion['shelf']): boolean {
  if (shelf === 'removed' || row.isRemoved) return shelf === 'removed' && row.isRemoved;
  if (shelf === 'all') return true;
  if (shelf === 'registered') return row.state === shelf;
  return isOpen(row) && (shelf === 'open' || row.state === shelf);
}

/** A word, and one with a digit also without its separators. */
function formsOf(word: string): string[] {
  const plain = squeeze(word);
  return /\d/.test(word) && plain !== word && plain.length >= 3 ? [word, plain] : [word];
}

function newestFirst(one: SearchableRow, other: SearchableRow): number {
  return other.savedAt - one.savedAt || (one.id < other.id ? 1 : -1);
}

/** Later than any date. */
const LAST = 9e15;

function dueOf(row: SearchableRow): number {
  if (isOpen(row)) return row.dues[0]?.due ?? LAST;
  return row.isRemoved ? LAST + 2 : LAST + 1;
}

type Key = number | string | null;
type Order = [(row: SearchableRow) => Key, (one: Key, other: Key) => number];

const ORDERS: Record<QueueQuestion['sort'], Order> = {
  due: [dueOf, ascending],
  saved: [({ savedAt }) => -savedAt, ascending],
  received: [({ receivedAt }) => (receivedAt === null ? null : -receivedAt), ascending],
  customer: [({ customer }) => customer, ascending],
};

/** What is missing comes last. Names by code units: the order of a language would take a second for a hundred thousand. */
function ascending(one: Key, other: Key): number {
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
