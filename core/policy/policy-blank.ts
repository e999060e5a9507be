import type { Localized } from './localized.ts';

/** What kind of answer a question takes. */
export type AnswerKind =
  | { kind: 'calendar' }
  | { kind: 'target' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'role' }
  | { kind: 'number'; unit: 'yuan' | 'percent' | 'days' | 'years' | 'count' }
  | { kind: 'timesWithinDays' }
  /** Minutes before the deadline or shares of the time, by grade. */
  | { kind: 'warnPoints' }
  /** Who is told how long before or after. */
  | { kind: 'ladder' }
  | { kind: 'scale' }
  | { kind: 'text' };

export type BlankCode =
  | 'calendar'
  | 'firstDay'
  | 'dayEnds'
  | 'hoursMean'
  | 'target'
  | 'warnings'
  | 'escalation'
  | 'notification'
  | 'approvalLimit'
  | 'baseUnit'
  | 'ownPause'
  | 'pauseCap'
  | 'reopening'
  | 'satisfactionScale'
  | 'satisfiedFrom'
  | 'satisfactionAskedBy'
  | 'rewardAmount'
  | 'penaltyAmount'
  | 'performanceShare'
  | 'retention'
  | 'measureNumber'
  | 'measurePeriod'
  | 'trendAlarm'
  | 'open';

/**
 * Something that the pack leaves to the company and that the company has not answered yet, ready to be asked:
 * `sayLine(locale, 'policy.blank', blank)` is the question. `id` says where the answer belongs and is the same every time.
 */
export interface PolicyBlank {
  id: string;
  code: BlankCode;
  answer: AnswerKind;
  /** Without an answer a default holds, which the question states; nothing stays `notConfigured` for it. */
  isOptional: boolean;
  /** The clause that leaves it open, or `product` where no document speaks of it. */
  source: string;
  params: Record<string, string | number>;
  labels: Record<string, Localized>;
}
