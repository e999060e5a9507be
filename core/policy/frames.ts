import * as z from 'zod';
import asides from './lexicon/asides.json' with { type: 'json' };
import frames from './lexicon/frames.json' with { type: 'json' };
import { Words } from './word.ts';

/**
 * What went wrong with what, in any trade: a word of the one list near a word of the other speaks for a subject of the lexicon.
 * 扣 near 两次 is billing, 修 near 还是 after-sales, whatever was charged or repaired.
 */
export const Frames = z.strictObject({
  lists: z.record(z.string(), Words),
  frames: z.array(
    z.strictObject({ subject: z.string(), each: z.tuple([z.string(), z.string()]), weight: z.number().positive() }),
  ),
  /** Words of trades that sell a service: there damage tells of the service rather than of goods, which keep this share. */
  services: z.strictObject({ words: Words, insteadOf: z.string(), share: z.number().positive().max(1) }),
});
export type Frames = z.infer<typeof Frames>;

/** Words of the shared lexicon that tell how a complaint was handled, and longer words in which shorter ones mean nothing. */
export const Asides = z.strictObject({ handling: Words, neutral: Words });
export type Asides = z.infer<typeof Asides>;

/** The frames that come with the product. */
export const FRAMES: Frames = Frames.parse(frames);

/** The asides that come with the product. */
export const ASIDES: Asides = Asides.parse(asides);
