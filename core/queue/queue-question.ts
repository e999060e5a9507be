import * as z from 'zod';
import { WordMeaning } from './word-meaning.ts';

/** Which entries are asked for, in which order, and which part of them. */
export const QueueQuestion = z.strictObject({
  /** Words that must all be there, separated by blanks; parts of words count, as Chinese needs. */
  search: z.string().max(200),
  /** What of these words are names of grades, categories and states; absent: nothing is known of that. */
  meant: z.array(WordMeaning).max(100).optional(),
  /** `all` leaves out what was put aside; `removed` is that alone. `open`: not registered. Duplicates stand in `all` alone. */
  shelf: z.enum(['all', 'open', 'queued', 'handedOver', 'registered', 'removed']),
  grade: z.string().max(100).nullable(),
  category: z.string().max(100).nullable(),
  channel: z.string().max(40_000).nullable(),
  policy: z.string().max(100).nullable(),
  due: z.enum(['overdue', 'soon']).nullable(),
  sort: z.enum(['due', 'saved', 'received', 'customer']),
  /** The part: this many rows from this place on. */
  from: z.int().nonnegative(),
  count: z.int().min(1).max(500),
});
export type QueueQuestion = z.infer<typeof QueueQuestion>;

/** What the queue shows when it is opened: everything, the next deadline first. */
export const FIRST_QUESTION: QueueQuestion = {
  search: '',
  shelf: 'all',
  grade: null,
  category: null,
  channel: null,
  policy: null,
  due: null,
  sort: 'due',
  from: 0,
  count: 60,
};
