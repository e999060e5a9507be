import { makeEnvelope } from '../../../core/handoff/make-envelope.ts';
import type { HandoffEnvelope } from '../../../core/handoff/handoff-envelope.ts';
import { announce, type HandlersOf } from '../../messages/call.ts';
import type { QUEUE_MESSAGES } from '../../messages/queue-messages.ts';
import type { ComplaintQueue } from '../../queue/complaint-queue.ts';
import { takeAskedEntry } from './asked-entry.ts';
import type { Alarms } from './deadline-alarms.ts';
import { entryAnswers } from './entry-answers.ts';
import { everythingAnswers, type EverythingParts } from './everything-answers.ts';
import { learn } from './knowledge.ts';
import { showWaiting } from './show-waiting.ts';
import { summaryOf } from './summary-of.ts';

/** Complaints that one envelope may hold. */
const MOST = 10_000;

/** Shows how many complaints wait, plans the next reminder, and tells every open panel. */
export async function queueChanged(queue: ComplaintQueue, alarms?: Alarms): Promise<void> {
  await showWaiting({ waiting: await queue.countWaiting(), overdue: await queue.countOverdue() });
  await announce('queueChanged', {});
  await alarms?.plan();
}

/** An envelope with those named, else with all that waits; they count as handed over from then on. */
export async function handOver(
  queue: ComplaintQueue,
  now: () => string,
  ids?: readonly string[],
): Promise<{ envelope: HandoffEnvelope }> {
  const entries = await queue.entries(ids ?? (await queue.waitingIds(MOST)));
  const going = entries.filter(
    ({ removedAt, links }) => removedAt === null && !links.some(({ kind }) => kind === 'duplicateOf'),
  );
  const envelope = makeEnvelope(going, now());
  await queue.markHandedOver(going.map(({ id }) => id));
  await queueChanged(queue);
  return { envelope };
}

export interface QueueParts extends EverythingParts {
  newId: () => string;
  /** What is to happen whenever the queue has changed. */
  changed: () => Promise<void>;
}

/** Answers about the queue of saved complaints. */
export function queueAnswers(parts: QueueParts): HandlersOf<typeof QUEUE_MESSAGES, 'background'> {
  const { queue, now, changed } = parts;
  return {
    findTwins: async ({ capture, values = {} }) => {
      const twins = await queue.twinsOf({ capture, values });
      return { twins: twins.map(({ entry, reasons }) => ({ ...summaryOf(entry), reasons })) };
    },
    saveComplaint: async ({ complaint }) => {
      const saved = await queue.add(complaint);
      if (!saved.ok) return saved;
      const { entry, waiting } = saved.value;
      await learn(entry.values, entry.draft);
      await changed();
      const fieldCount = Object.keys(entry.values).length;
      return { ok: true, value: { id: entry.id, savedAt: entry.savedAt, fieldCount, waiting } };
    },
    searchQueue: ({ question }) => queue.find(question),
    findIds: async ({ question }) => ({ ids: await queue.findIds(question, MOST) }),
    readFigures: async ({ zone }) => ({ figures: await queue.figures(zone) }),
    countQueue: async () => ({ waiting: await queue.countWaiting(), overdue: await queue.countOverdue() }),
    handOver: ({ ids }) => handOver(queue, now, ids),
    takeAskedEntry: async () => ({ id: await takeAskedEntry() }),
    ...entryAnswers(parts, changed),
    ...everythingAnswers(parts, changed),
  };
}
