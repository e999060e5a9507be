import * as z from 'zod';
import { ComplaintId } from '../complaint/complaint-id.ts';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Moment } from '../complaint/moment.ts';
import { PageCapture } from '../capture/page-capture.ts';
import { ComplaintDraft } from '../extract/complaint-draft.ts';
import { Assessment } from '../grade/assessment.ts';
import { Deadline } from '../deadline/deadline.ts';

/** A clipped complaint in the local queue. `handedOver` when an envelope with it was made, `registered` when the register acknowledged it. */
export const QueueEntry = z.strictObject({
  schemaVersion: z.literal(1),
  id: ComplaintId,
  savedAt: Moment,
  state: z.enum(['queued', 'handedOver', 'registered']),
  stateChangedAt: Moment,
  /** The values as the clerk confirmed them. */
  values: ComplaintValues,
  /** Category and grade as confirmed; the proposal stays in `assessment`. */
  category: z.string().nullable(),
  grade: z.string(),
  assessment: Assessment,
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  /** Deadlines as computed when it was saved: what the customer may have been promised. */
  promised: z.array(Deadline),
  capture: PageCapture,
  draft: ComplaintDraft,
});
export type QueueEntry = z.infer<typeof QueueEntry>;
