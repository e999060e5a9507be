import { makeEnvelope } from '../../../core/handoff/make-envelope.ts';
import type { HandoffEnvelope } from '../../../core/handoff/handoff-envelope.ts';
import { announce, type HandlersOf } from '../../messages/call.ts';
import type { QUEUE_MESSAGES } from '../../messages/queue-messages.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { showWaiting } from './show-waiting.ts';
import { summaryOf } from './summary-of.ts';

/** Shows how many complaints wait, and tells every open panel. */
export async function queueChanged(queue: ComplaintQueue): Promise<void> {
  await showWaiting(await queue.countWaiting());
  await announce('queueChanged', {});
}

/** An envelope with all that is not registered; they count as handed over from then on. */
export async function handOver(queue: ComplaintQueue, now: () => string): Promise<{ envelope: HandoffEnvelope }> {
  const { entries } = await queue.list();
  const waiting = entries.filter(({ state }) => state !== 'registered').reverse();
  const envelope = makeEnvelope(waiting, now());
  await queue.markHandedOver(waiting.map(({ id }) => id));
  await queueChanged(queue);
  return { envelope };
}

/** Answers about the queue of saved complaints. */
export function queueAnswers(
  queue: ComplaintQueue,
  now: () => string,
): HandlersOf<typeof QUEUE_MESSAGES, 'background'> {
  return {
    findTwins: async ({ capture }) => ({ twins: (await queue.twinsOf(capture)).map(summaryOf) }),
    saveComplaint: async ({ complaint }) => {
      const saved = await queue.add(complaint);
      if (!saved.ok) return saved;
      await queueChanged(queue);
      const { entry, waiting } = saved.value;
      const fieldCount = Object.keys(entry.values).length;
      return { ok: true, value: { id: entry.id, savedAt: entry.savedAt, fieldCount, waiting } };
    },
    listQueue: async () => {
      const { entries, unreadable } = await queue.list();
      return { entries: entries.map(summaryOf), unreadable };
    },
    handOver: () => handOver(queue, now),
  };
}
