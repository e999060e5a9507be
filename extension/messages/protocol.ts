import type * as z from 'zod';
import { BRIDGE_MESSAGES } from './bridge-messages.ts';
import { CLIP_MESSAGES } from './clip-messages.ts';
import { FILE_MESSAGES } from './file-messages.ts';
import type { Messages, Party } from './message.ts';
import { QUEUE_MESSAGES } from './queue-messages.ts';
import { REPLY_MESSAGES } from './reply-messages.ts';
import { TEACH_MESSAGES } from './teach-messages.ts';

/** Every message of the extension, by area. */
export const PROTOCOL = {
  ...CLIP_MESSAGES,
  ...QUEUE_MESSAGES,
  ...BRIDGE_MESSAGES,
  ...REPLY_MESSAGES,
  ...FILE_MESSAGES,
  ...TEACH_MESSAGES,
} as const satisfies Messages;

export type MessageName = keyof typeof PROTOCOL;
export type Request<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['request']>;
export type Reply<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['reply']>;
export type MessagesTo<P extends Party> = {
  [N in MessageName]: (typeof PROTOCOL)[N]['to'] extends P ? N : never;
}[MessageName];
