import type { Day } from '../complaint/moment.ts';

/** What complaints are counted by. Each is a text as the register shows it; `''`: unknown. */
export const DIMENSIONS = [
  'month',
  'quarter',
  'week',
  'closedMonth',
  'category',
  'subcategory',
  'grade',
  'status',
  'department',
  'handler',
  'productName',
  'productModel',
  'batchNo',
  'cause',
  'channel',
  'region',
  'customer',
  'origin',
  'outcome',
  'verdict',
  'satisfaction',
  'age',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How one clock of a complaint stood when the facts were taken. */
export interface ClockFacts {
  /** True: met in time. False: missed, or overdue while it still runs. Null: still running, paused, or nobody can say. */
  isOnTime: boolean | null;
  /** Its due time lies before `asOf`, or it was met or missed: it counts in the denominator of an on-time rate. */
  isDue: boolean;
  /** It cannot be judged because the time at which it starts is missing or has no time of day. */
  lacksStart: boolean;
  /** The day it was due, in the zone of the register; the period in which it is judged. */
  dueDay: Day | null;
  /** The day it was stopped, in the same zone; the period for which its duration counts. */
  stopDay: Day | null;
  /** Working minutes from start to stop without paused time; null: not stopped, or a time of day is missing. */
  minutesTaken: number | null;
  /** It rests on holidays that are not published yet. */
  isProvisional: boolean;
}

/** One complaint as statistics count it: one for each row with content, keyed by its number. Derived, never edited. */
export interface ComplaintFacts {
  number: string;
  /** Row of the register's table when it was read, from 0; to jump to. */
  row: number;
  /** In the zone of the register; null: missing or unreadable, then it counts in no month and is told. */
  receivedDay: Day | null;
  /** The day it ended, also where it was withdrawn; null while it is open. */
  closedDay: Day | null;
  /** From when to when it was closed before it was taken up again, oldest first; in its own days. */
  closedBefore: readonly { from: Day; to: Day }[];
  /** The day of the last follow-up, where one is recorded. */
  followedUpDay: Day | null;
  dimensions: Record<Dimension, string>;
  /** Ids of the pack behind the words, null where the words are none of the pack's. */
  ids: { category: string | null; grade: string | null; status: string | null; verdict: string | null };
  isOpen: boolean;
  isWithdrawn: boolean;
  /** By the policy's verdicts; null: not decided. */
  isFounded: boolean | null;
  /** What the last follow-up said, else what the ledger's satisfaction column says where it is plain; null: not asked or unclear. */
  isSatisfied: boolean | null;
  /** What the ledger’s satisfaction column answers where it is neither plainly yes nor no (基本满意); `''`: nothing such. */
  unclearAnswer: string;
  /** Null: it was closed before anybody entered closings in the log; nobody can say whether it was taken up again. */
  timesReopened: number | null;
  timesUnsatisfied: number;
  /** Yuan promised or paid; null: none recorded. */
  remedyCost: number | null;
  /** Something stands in the column of compensation that names no sum in yuan. */
  isCostUnclear: boolean;
  /** By milestone of the pack. */
  clocks: Record<string, ClockFacts>;
  /** Whole days since receipt while open; null: closed, or receipt unknown. */
  ageDays: number | null;
}
