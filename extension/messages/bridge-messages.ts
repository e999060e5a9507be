import * as z from 'zod';
import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import type { Messages } from './message.ts';

const nothing = z.strictObject({});
const ids = z.array(ComplaintId).max(10_000);

/** Between the background and the bridges, which run beside a task pane of the add-in. */
export const BRIDGE_MESSAGES = {
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
  /** The background asks a bridge whether its task pane is still there. */
  isPaneThere: {
    from: 'background',
    to: 'bridge',
    request: nothing,
    reply: z.strictObject({ isThere: z.boolean() }),
  },
} as const satisfies Messages;
