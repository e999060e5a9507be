import * as z from 'zod';
import { TwinReason } from '../../core/queue/find-twins.ts';
import { QueueEntry } from '../../core/queue/queue-entry.ts';

/** An entry of the queue without the page that it came from. */
export const QueueSummary = QueueEntry.omit({
  schemaVersion: true,
  isUrgent: true,
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

/** A complaint of the queue that may be the same one, with the reasons, the strongest first. */
export const QueueTwin = QueueSummary.extend({ reasons: z.array(TwinReason).min(1) });
export type QueueTwin = z.infer<typeof QueueTwin>;

const detail = z.record(z.string(), z.union([z.string(), z.number()]));

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
  z.object({ ok: z.literal(false), code: z.enum(['storageFull', 'storageFailed', 'notReadBack']), detail }),
]);
export type SaveResult = z.infer<typeof SaveResult>;

/** The reply to a change: what it gives, or why nothing was written. `circle`: the other one is a duplicate of this one already. */
export function changeResult<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), code: z.enum(['storageFull', 'storageFailed', 'circle']), detail }),
  ]);
}
