import * as z from 'zod';
import { ComplaintId } from '../complaint/complaint-id.ts';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Moment } from '../complaint/moment.ts';
import { Deadline } from '../deadline/deadline.ts';

/** A complaint on its way to the register: what the clerk confirmed, and what was promised. The page itself stays behind. */
export const HandoffComplaint = z.strictObject({
  id: ComplaintId,
  savedAt: Moment,
  values: ComplaintValues,
  category: z.string().max(100).nullable(),
  grade: z.string().max(100),
  policy: z.strictObject({ id: z.string().max(100), version: z.string().max(40) }),
  promised: z.array(Deadline).max(50),
  source: z.strictObject({
    url: z.string().max(4_000).nullable(),
    identity: z.string().max(2_000).nullable(),
    title: z.string().max(2_000),
  }),
});
export type HandoffComplaint = z.infer<typeof HandoffComplaint>;

/** The one versioned envelope, whichever way it travels: bridge, file or paste. `count` guards against a cut file. */
export const HandoffEnvelope = z
  .strictObject({
    format: z.literal('redress.handoff'),
    version: z.literal(1),
    producedAt: Moment,
    count: z.int().nonnegative(),
    complaints: z.array(HandoffComplaint).max(10_000),
  })
  .refine((envelope) => envelope.count === envelope.complaints.length, 'count differs from the number of complaints');
export type HandoffEnvelope = z.infer<typeof HandoffEnvelope>;
