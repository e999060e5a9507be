import * as z from 'zod';
import { PageCapture } from '../../core/capture/page-capture.ts';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import type { Messages } from './message.ts';
import { NewComplaint } from '../../core/queue/queue-entry.ts';
import { QueueSummary, SaveResult } from './queue-summary.ts';

const nothing = z.strictObject({});

/** About the queue of saved complaints. */
export const QUEUE_MESSAGES = {
  /** Complaints in the queue that came from the same message or have the same words. */
  findTwins: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ capture: PageCapture }),
    reply: z.strictObject({ twins: z.array(QueueSummary) }),
  },
  saveComplaint: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ complaint: NewComplaint }),
    reply: SaveResult,
  },
  /** `unreadable`: records that do not fit the schema; told, never dropped. */
  listQueue: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ entries: z.array(QueueSummary), unreadable: z.int().nonnegative() }),
  },
  /** All complaints that are not registered, in one envelope; they count as handed over from then on. */
  handOver: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ envelope: HandoffEnvelope }),
  },
  queueChanged: { from: 'background', to: 'panel', request: nothing, reply: nothing },
} as const satisfies Messages;
