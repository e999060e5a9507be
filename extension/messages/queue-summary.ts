import * as z from 'zod';
import { QueueEntry } from '../../core/queue/queue-entry.ts';

/** An entry of the queue without the page that it came from. */
export const QueueSummary = QueueEntry.omit({
  schemaVersion: true,
  capture: true,
  draft: true,
  assessment: true,
  files: true,
  notes: true,
  history: true,
}).extend({
  title: z.string(),
  url: z.string().nullable(),
});
export type QueueSummary = z.infer<typeof QueueSummary>;

export const SaveResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.strictObject({
      id: QueueEntry.shape.id,
      savedAt: QueueEntry.shape.savedAt,
      /** Fields as read back from the queue. */
      fieldCount: z.int().nonnegative(),
      /** Complaints in the queue that the register has not acknowledged, this one included. */
      waiting: z.int().nonnegative(),
    }),
  }),
  z.object({
    ok: z.literal(false),
    code: z.enum(['storageFull', 'storageFailed', 'notReadBack']),
    detail: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type SaveResult = z.infer<typeof SaveResult>;
