import * as z from 'zod';
import { ComplaintId } from '../complaint/complaint-id.ts';

/**
 * What the task pane and the extension's content script say to each other by `window.postMessage`, on the add-in's own
 * origin only. The pane opens with `hello` and a fresh nonce; every later message repeats it.
 */
const base = { app: z.literal('redress'), version: z.literal(1), nonce: z.string().min(16).max(100) };
const requestId = z.string().min(1).max(100);

export const PaneMessage = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.literal('hello') }),
  z.strictObject({ ...base, kind: z.literal('askQueue'), requestId }),
  /** Sent only after the sync that wrote the rows (or found them there already). */
  z.strictObject({ ...base, kind: z.literal('acknowledge'), requestId, ids: z.array(ComplaintId).max(10_000) }),
]);
export type PaneMessage = z.infer<typeof PaneMessage>;

export const ExtensionMessage = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('welcome'),
    extensionVersion: z.string().max(40),
    waiting: z.int().nonnegative(),
  }),
  /** `envelope` is checked by `readEnvelope`, so that one bad complaint is told apart from a bad message. */
  z.strictObject({ ...base, kind: z.literal('queue'), requestId, envelope: z.unknown() }),
  z.strictObject({ ...base, kind: z.literal('acknowledged'), requestId, ids: z.array(ComplaintId).max(10_000) }),
  z.strictObject({ ...base, kind: z.literal('failed'), requestId, code: z.string().max(60) }),
]);
export type ExtensionMessage = z.infer<typeof ExtensionMessage>;
