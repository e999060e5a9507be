import * as z from 'zod';
import { Moment } from '../complaint/moment.ts';

/**
 * What is known of a file that was kept as evidence: an attachment of the message, a picture inside it, a picture of the page
 * itself, or a mail file that was opened. The bytes are kept beside, by their hash; whoever has the hash can prove them.
 */
export const CapturedFile = z.strictObject({
  name: z.string().min(1).max(500),
  /** Media type as given; `''` when none was. */
  type: z.string().max(200),
  /** In bytes. */
  size: z.int().nonnegative(),
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  origin: z.enum(['attachment', 'inlinePicture', 'pagePicture', 'opened']),
  takenAt: Moment,
  /** Where it came from, without session parameters; null for what was opened from the disk. */
  sourceUrl: z.string().max(4_000).nullable(),
});
export type CapturedFile = z.infer<typeof CapturedFile>;
