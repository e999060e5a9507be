import * as z from 'zod';
import { PageCapture } from '../../core/capture/page-capture.ts';
import { ComplaintId } from '../../core/complaint/complaint-id.ts';
import { ComplaintValues } from '../../core/complaint/complaint-values.ts';
import { Moment } from '../../core/complaint/moment.ts';
import { KnownWords } from '../../core/extract/known-words.ts';
import { HandoffEnvelope } from '../../core/handoff/handoff-envelope.ts';
import { EntryEdit } from '../../core/queue/change-entry.ts';
import { BadEntry } from '../../core/queue/everything-file.ts';
import { EntryLink, NewComplaint, QueueEntry } from '../../core/queue/queue-entry.ts';
import { QueueFigures } from '../../core/queue/queue-figures.ts';
import { QueueQuestion } from '../../core/queue/queue-question.ts';
import { QueueRow } from '../../core/queue/queue-row.ts';
import { QueueCounts, QueueFacets } from '../../core/queue/search-rows.ts';
import type { Messages } from './message.ts';
import { changeResult, QueueTwin, SaveResult } from './queue-summary.ts';

const nothing = z.strictObject({});
const id = ComplaintId;
const ids = z.array(ComplaintId).max(10_000);
const count = z.int().nonnegative();
/** Where an entry stood, so that an act can be taken back. */
const Standing = z.strictObject({ id, state: QueueEntry.shape.state, isRemoved: z.boolean() });

/** About the queue of saved complaints. */
export const QUEUE_MESSAGES = {
  /** Complaints in the queue that may be the same one. `values` as far as they are known; without them only the page is compared. */
  findTwins: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ capture: PageCapture, values: ComplaintValues.optional() }),
    reply: z.strictObject({ twins: z.array(QueueTwin) }),
  },
  saveComplaint: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ complaint: NewComplaint }),
    reply: SaveResult,
  },
  /** While a large queue is being read, answers are parts: `reading` says how far, and `queueChanged` tells when there is more. */
  searchQueue: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ question: QueueQuestion }),
    reply: z.strictObject({
      rows: z.array(QueueRow),
      total: count,
      counts: QueueCounts.nullable(),
      facets: QueueFacets.nullable(),
      reading: z.strictObject({ read: count, of: count }).nullable(),
      /** Records that do not fit the schema; told, never dropped. */
      unreadable: count,
    }),
  },
  /** The ids of all that fit, in order, at most 10,000: to act on them at once. */
  findIds: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ question: QueueQuestion }),
    reply: z.strictObject({ ids }),
  },
  /** Today's figures, by the days of a zone; they wait until the whole queue is read. */
  readFigures: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ zone: z.string().max(100) }),
    reply: z.strictObject({ figures: QueueFigures }),
  },
  /** What the badge shows. */
  countQueue: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ waiting: count, overdue: count }),
  },
  readEntry: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ id }),
    /** `related`: the rows of all that it links to, or that link to it. */
    reply: z.strictObject({ entry: QueueEntry.nullable(), related: z.array(QueueRow) }),
  },
  editEntry: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ id, edit: EntryEdit }),
    reply: changeResult(z.strictObject({ entry: QueueEntry.nullable() })),
  },
  /** Adds a note, or takes one away. */
  noteEntry: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      id,
      note: z.discriminatedUnion('act', [
        z.strictObject({ act: z.literal('add'), text: z.string().trim().min(1).max(10_000) }),
        z.strictObject({ act: z.literal('remove'), noteId: z.string().max(40) }),
      ]),
    }),
    reply: changeResult(z.strictObject({ entry: QueueEntry.nullable() })),
  },
  /** `duplicateOf`: the entry is not handed over any more, and gaps of the other are filled from it. Links of one matter stand on both sides. */
  linkEntry: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ id, link: EntryLink }),
    /** The values of the other one as they were before, for taking it back. */
    reply: changeResult(z.strictObject({ entry: QueueEntry.nullable(), valuesBefore: ComplaintValues.nullable() })),
  },
  unlinkEntry: {
    from: 'panel',
    to: 'background',
    /** `valuesOfOther` puts these back where the link had filled gaps. */
    request: z.strictObject({ id, to: ComplaintId, valuesOfOther: ComplaintValues.nullable() }),
    reply: changeResult(z.strictObject({ entry: QueueEntry.nullable() })),
  },
  /**
   * Puts entries aside or back, or marks them. `align`: the user says that the register holds what stands here. The reply tells
   * where each one that changed stood before.
   */
  actOnEntries: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({
      ids,
      act: z.enum(['remove', 'restore', 'markHandedOver', 'markRegistered', 'requeue', 'align']),
    }),
    reply: changeResult(z.strictObject({ before: z.array(Standing) })),
  },
  /** Takes an act back: each entry stands again as it did. The history keeps both. */
  putBack: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ before: z.array(Standing).max(10_000) }),
    reply: changeResult(z.strictObject({ changed: count })),
  },
  /** Clears away for good what was put aside. */
  clearRemoved: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: changeResult(z.strictObject({ cleared: count })),
  },
  /** Complaints in one envelope: those named, else all that wait; they count as handed over from then on. At most 10,000. */
  handOver: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ ids: ids.optional() }),
    reply: z.strictObject({ envelope: HandoffEnvelope }),
  },
  /** One portion of everything, from behind an id on (`''`: from the beginning). `parts` come with the first portion. */
  exportAll: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ after: z.string().max(40) }),
    reply: z.strictObject({
      producedAt: Moment,
      parts: z.record(z.string(), z.unknown()),
      entries: z.array(z.unknown()),
      /** Behind which id to go on; null: that was all. */
      next: z.string().nullable(),
    }),
  },
  /** A portion of a file's entries; `from` is the place of the first. Nothing is doubled: the same id is merged. */
  importAll: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ entries: z.array(z.unknown()).max(500), from: count }),
    reply: changeResult(z.strictObject({ added: count, merged: count, same: count, bad: z.array(BadEntry) })),
  },
  /** The other parts of a file, each taken or refused by whoever owns it. */
  importParts: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ parts: z.record(z.string().max(60), z.unknown()) }),
    reply: z.strictObject({
      parts: z.array(z.strictObject({ name: z.string(), result: z.enum(['taken', 'refused', 'unknown']) })),
    }),
  },
  /** Full copies that were kept before an upgrade, newest first. */
  listBackups: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({
      backups: z.array(
        z.strictObject({ id: z.string(), takenAt: Moment, fromVersion: z.number(), toVersion: z.number(), count }),
      ),
    }),
  },
  /** A portion of a backup, from 0 on; null after the last. */
  readBackup: {
    from: 'panel',
    to: 'background',
    request: z.strictObject({ id: z.string().max(100), portion: count }),
    reply: z.strictObject({ entries: z.array(z.unknown()).nullable() }),
  },
  /** What was learnt from saved complaints. */
  readKnowledge: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ known: KnownWords }),
  },
  clearKnowledge: { from: 'panel', to: 'background', request: nothing, reply: nothing },
  /** The entry that a click on a notification asked for, once; null when none did. */
  takeAskedEntry: {
    from: 'panel',
    to: 'background',
    request: nothing,
    reply: z.strictObject({ id: ComplaintId.nullable() }),
  },
  queueChanged: { from: 'background', to: 'panel', request: nothing, reply: nothing },
  /** A notification was clicked: show this entry, or the queue. */
  showEntry: {
    from: 'background',
    to: 'panel',
    request: z.strictObject({ id: ComplaintId.nullable() }),
    reply: nothing,
  },
} as const satisfies Messages;
