import * as z from 'zod';
import { CapturedFile } from '../capture/captured-file.ts';
import { PageCapture } from '../capture/page-capture.ts';
import { ComplaintId } from '../complaint/complaint-id.ts';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { Moment } from '../complaint/moment.ts';
import { Deadline } from '../deadline/deadline.ts';
import { ComplaintDraft } from '../extract/complaint-draft.ts';
import { Assessment } from '../grade/assessment.ts';

/** What was done to an entry, and when. `field`, `before` and `after` say what an edit changed. */
export const EntryChange = z.strictObject({
  at: Moment,
  what: z.enum([
    'saved',
    'imported',
    'edited',
    'noted',
    'noteRemoved',
    'linked',
    'unlinked',
    'merged',
    'filesAdded',
    'replied',
    'handedOver',
    'registered',
    'requeued',
    /** The user says that the register now holds what stands here. */
    'aligned',
    'removed',
    'restored',
  ]),
  field: z.string().max(60).optional(),
  before: z.string().max(40_000).nullable().optional(),
  after: z.string().max(40_000).nullable().optional(),
});
export type EntryChange = z.infer<typeof EntryChange>;

export const EntryNote = z.strictObject({ id: z.string().max(40), at: Moment, text: z.string().min(1).max(10_000) });
export type EntryNote = z.infer<typeof EntryNote>;

/** `duplicateOf`: the other one is the complaint, this one is not handed over. `sameMatter`: both stand, they belong together. */
export const EntryLink = z.strictObject({ to: ComplaintId, kind: z.enum(['duplicateOf', 'sameMatter']) });
export type EntryLink = z.infer<typeof EntryLink>;

/** A clipped complaint in the local queue. `handedOver` when an envelope with it was made, `registered` when the register acknowledged it. */
export const QueueEntry = z.strictObject({
  schemaVersion: z.literal(2),
  id: ComplaintId,
  savedAt: Moment,
  state: z.enum(['queued', 'handedOver', 'registered']),
  stateChangedAt: Moment,
  /** When the user put it aside; until it is cleared away it can be taken back. Null: it is there. */
  removedAt: Moment.nullable(),
  /** The values as the clerk confirmed them. */
  values: ComplaintValues,
  /** Category and grade as confirmed; the proposal stays in `assessment`. */
  category: z.string().nullable(),
  grade: z.string(),
  assessment: Assessment,
  /** A special lane or the policy's gravest grade: its deadlines are told outside working hours as well. Absent: it is not known to be. */
  isUrgent: z.boolean().optional(),
  policy: z.strictObject({ id: z.string(), version: z.string() }),
  /** Deadlines as computed when it was saved: what the customer may have been promised. */
  promised: z.array(Deadline),
  capture: PageCapture,
  draft: ComplaintDraft,
  files: z.array(CapturedFile).max(200),
  notes: z.array(EntryNote).max(500),
  links: z.array(EntryLink).max(200),
  /** Oldest first; never shortened. */
  history: z.array(EntryChange).max(5_000),
});
export type QueueEntry = z.infer<typeof QueueEntry>;

/** A complaint as the clerk confirmed it, before the queue gives it its number and time. */
export const NewComplaint = QueueEntry.omit({
  schemaVersion: true,
  id: true,
  savedAt: true,
  state: true,
  stateChangedAt: true,
  removedAt: true,
  notes: true,
  links: true,
  history: true,
});
export type NewComplaint = z.infer<typeof NewComplaint>;
