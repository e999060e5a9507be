import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { QueueSummary } from '../../messages/queue-summary.ts';

/** What the list of the queue shows of an entry. */
export function summaryOf(entry: QueueEntry): QueueSummary {
  const { id, savedAt, state, stateChangedAt, values, category, grade, policy, promised, capture } = entry;
  const { title, url } = capture;
  return { id, savedAt, state, stateChangedAt, values, category, grade, policy, promised, title, url };
}
