import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import type { QueueSummary } from '../../messages/queue-summary.ts';

/** What the list of the queue shows of an entry. */
export function summaryOf(entry: QueueEntry): QueueSummary {
  const { id, savedAt, state, stateChangedAt, removedAt, values, category, grade, policy, promised, links, capture } =
    entry;
  const { title, url } = capture;
  return {
    id,
    savedAt,
    state,
    stateChangedAt,
    removedAt,
    values,
    category,
    grade,
    policy,
    promised,
    links,
    title,
    url,
  };
}
