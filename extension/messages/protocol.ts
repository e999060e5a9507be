import * as z from 'zod';
import { PageCapture } from '../../core/capture/page-capture.ts';
import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import { CurrentClip } from './current-clip.ts';
import { NewComplaint, QueueSummary, SaveResult } from './queue-summary.ts';

export type Party = 'panel' | 'bridge' | 'background';

const nothing = z.strictObject({});
const ids = z.array(ComplaintId).max(10_000);

/** Every message of the extension: who may send it, who answers, what goes out and what comes back. */
export const PROTOCOL = {
  /** What the last click in this window read. */
  readClip: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ windowId: z.int() }),
    reply: z.strictObject({ clip: CurrentClip.nullable() }),
  },
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
  /** Is a task pane of the add-in open in this browser? */
  askPane: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ isConnected: z.boolean() }),
  },
  bridgeHello: {
    from: 'bridge',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ extensionVersion: z.string(), waiting: z.int().nonnegative() }),
  },
  bridgeAskQueue: {
    from: 'bridge',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ envelope: HandoffEnvelope }),
  },
  bridgeAcknowledge: {
    from: 'bridge',
    to: 'background',
    request: z.strictObject({ ids }),
    reply: z.strictObject({ ids }),
  },
  clipChanged: {
    from: 'background',
    to: 'panel',
    request: z.strictObject({ windowId: z.int() }),
    reply: nothing,
  },
  queueChanged: { from: 'background', to: 'panel', request: nothing, reply: nothing },
  /** The background asks a bridge whether its task pane is still there. */
  isPaneThere: {
    from: 'background',
    to: 'bridge',
    request: nothing,
    reply: z.strictObject({ isThere: z.boolean() }),
  },
} as const satisfies Record<string, { from: Party; to: Party; request: z.ZodType; reply: z.ZodType }>;

export type MessageName = keyof typeof PROTOCOL;
export type Request<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['request']>;
export type Reply<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['reply']>;
export type MessagesTo<P extends Party> = {
  [N in MessageName]: (typeof PROTOCOL)[N]['to'] extends P ? N : never;
}[MessageName];
