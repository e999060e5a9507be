import * as z from 'zod';
import { PageCapture } from '../../core/capture/page-capture.ts';

/** The last click in a window: what it read, or why it could not. Kept for the browser's session only. */
export const CurrentClip = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('reading'), clipId: z.string() }),
  z.strictObject({
    state: z.literal('read'),
    clipId: z.string(),
    capture: PageCapture,
    /** The tab that was read; absent for what came from no page. */
    tabId: z.int().optional(),
  }),
  z.strictObject({
    state: z.literal('refused'),
    clipId: z.string(),
    code: z.enum(['restrictedPage', 'unreadablePage', 'nothingToRead', 'pageTooLarge', 'replyPage']),
    address: z.string().nullable(),
  }),
]);
export type CurrentClip = z.infer<typeof CurrentClip>;
