import * as z from 'zod';
import { addDays, dayAt, epochOf, weekdayOf } from '../working-time/zoned-time.ts';
import type { QueueRow } from './queue-row.ts';
import { dueState, isOpen } from './row-state.ts';

const count = z.int().nonnegative();

/**
 * Today's figures over the queue: what was saved today, this week (from Monday) and this month, how much of this month is
 * registered, what is open and how urgent, open ones by grade, and the most frequent categories of this month. What was put
 * aside and duplicates of others count nowhere.
 */
export const QueueFigures = z.strictObject({
  savedToday: count,
  savedThisWeek: count,
  savedThisMonth: count,
  /** Of those saved this month. */
  registered: count,
  open: count,
  overdue: count,
  soon: count,
  /** When the oldest open one was saved, in milliseconds since 1970; null: none is open. */
  oldestOpen: z.number().nullable(),
  /** Open ones, by policy and grade as ids; the most first. */
  grades: z.array(z.strictObject({ policy: z.string(), grade: z.string(), count })),
  /** Saved this month, by policy and category as ids; the most first. */
  categories: z.array(z.strictObject({ policy: z.string(), category: z.string().nullable(), count })),
});
export type QueueFigures = z.infer<typeof QueueFigures>;

/** So many categories are told. */
const CATEGORIES = 3;

/** The figures at `asOf` (milliseconds since 1970), by the days of `zone`. */
export function queueFigures(rows: Iterable<QueueRow>, { asOf, zone }: { asOf: number; zone: string }): QueueFigures {
  const today = dayAt(asOf, zone);
  const begin = (day: string) => epochOf(day, '00:00', zone);
  const dayBegan = begin(today);
  const weekBegan = begin(addDays(today, 1 - weekdayOf(today)));
  const monthBegan = begin(`${today.slice(0, 7)}-01`);
  const figures = { savedToday: 0, savedThisWeek: 0, savedThisMonth: 0, registered: 0, open: 0, overdue: 0, soon: 0 };
  let oldestOpen: number | null = null;
  const grades = new Map<string, { policy: string; grade: string; count: number }>();
  const categories = new Map<string, { policy: string; category: string | null; count: number }>();

  for (const row of rows) {
    const { policy, grade, category, savedAt, state } = row;
    const isRegistered = state === 'registered';
    if (row.isRemoved || !(isRegistered || isOpen(row))) continue;
    if (savedAt >= dayBegan) figures.savedToday++;
    if (savedAt >= weekBegan) figures.savedThisWeek++;
    if (savedAt >= monthBegan) {
      figures.savedThisMonth++;
      if (isRegistered) figures.registered++;
      add(categories, { policy, category });
    }
    if (isRegistered) continue;
    figures.open++;
    oldestOpen = Math.min(oldestOpen ?? savedAt, savedAt);
    add(grades, { policy, grade });
    const due = dueState(row, asOf);
    if (due !== null) figures[due]++;
  }
  return {
    ...figures,
    oldestOpen,
    grades: mostFirst(grades),
    categories: mostFirst(categories).slice(0, CATEGORIES),
  };
}

function add<T extends object>(groups: Map<string, T & { count: number }>, group: T): void {
  const key = JSON.stringify(group);
  const known = groups.get(key);
  if (known === undefined) groups.set(key, { ...group, count: 1 });
  else known.count++;
}

/** Equal ones by their names, so that the order does not depend on that of the rows. */
function mostFirst<T extends { count: number }>(groups: ReadonlyMap<string, T>): T[] {
  return [...groups]
    .sort(([one, a], [other, b]) => b.count - a.count || (one < other ? -1 : 1))
    .map(([, group]) => group);
}
