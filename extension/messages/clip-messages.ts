import * as z from 'zod';
import { CurrentClip } from './current-clip.ts';
import type { Messages } from './message.ts';

/** About the last click in a window. */
export const CLIP_MESSAGES = {
  /** What the last click in this window read. */
  readClip: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ windowId: z.int() }),
    reply: z.strictObject({ clip: CurrentClip.nullable() }),
  },
  clipChanged: {
    from: 'background',
    to: 'panel',
    request: z.strictObject({ windowId: z.int() }),
    reply: z.strictObject({}),
  },
} as const satisfies Messages;
