import * as z from 'zod';
import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import type { Messages } from './message.ts';

/** About replies to the complainant. Nothing is ever sent: the clerk sends what stands in the mail's own reply box. */
export const REPLY_MESSAGES = {
  /** Writes a reply into the open reply box of a tab, where a recipe knows it. */
  insertReply: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int(), text: z.string().min(1).max(20_000) }),
    reply: z.strictObject({ outcome: z.enum(['inserted', 'noBox', 'refused', 'noAccess', 'gone']) }),
  },
  /** The clerk took a reply to a saved complaint: its history says so, with the words. */
  noteReply: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      id: ComplaintId,
      text: z.string().min(1).max(20_000),
      way: z.enum(['copied', 'inserted']),
    }),
    reply: z.strictObject({ isKept: z.boolean() }),
  },
} as const satisfies Messages;
