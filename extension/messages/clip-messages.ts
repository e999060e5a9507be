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
  /**
   * Lights words up in the page that was read. `otherMessage`: the page shows something else by now (and `shownElsewhere`: the
   * words stand in it all the same); `noAccess`: the right to look into the page has run out.
   */
  showWords: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      tabId: z.int(),
      wanted: z.strictObject({
        words: z.string().min(1).max(40_000),
        before: z.string().max(1_000),
        after: z.string().max(1_000),
        near: z.string().max(1_000),
      }),
    }),
    reply: z.strictObject({
      outcome: z.enum(['shown', 'shownElsewhere', 'notThere', 'otherMessage', 'noAccess', 'gone']),
    }),
  },
  hideWords: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int() }),
    reply: z.strictObject({}),
  },
  /** Reads the page of a tab anew, as a click would, where the right of the last click still stands. */
  readAgain: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ tabId: z.int() }),
    reply: z.strictObject({}),
  },
  clipChanged: {
    from: 'background',
    to: 'panel',
    request: z.strictObject({ windowId: z.int() }),
    reply: z.strictObject({}),
  },
} as const satisfies Messages;
