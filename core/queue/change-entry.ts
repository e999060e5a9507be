import * as z from 'zod';
import type { ComplaintId } from '../complaint/complaint-id.ts';
import { ComplaintValues } from '../complaint/complaint-values.ts';
import { FIELDS } from '../complaint/field.ts';
import type { Moment } from '../complaint/moment.ts';
import { Deadline } from '../deadline/deadline.ts';
import type { EntryChange, EntryLink, QueueEntry } from './queue-entry.ts';

/** What the clerk changes of a saved complaint; what is absent stays. `values` replaces all of them. */
export const EntryEdit = z.strictObject({
  values: ComplaintValues.optional(),
  category: z.string().max(100).nullable().optional(),
  grade: z.string().max(100).optional(),
  /** Deadlines computed again after the change. */
  promised: z.array(Deadline).max(50).optional(),
  isUrgent: z.boolean().optional(),
});
export type EntryEdit = z.infer<typeof EntryEdit>;

/**
 * The entry after an edit, with one line of history for each field that differs now. An entry that was handed over, and is
 * not known to be registered, waits again (`requeued`), so that the register gets what stands here. One that is registered
 * stays so: `fieldsAhead` tells what the register has otherwise. An edit that changes nothing gives the same entry back.
 */
export function editEntry(entry: QueueEntry, edit: EntryEdit, at: Moment): QueueEntry {
  const { values = entry.values, category = entry.category, grade = entry.grade, promised = entry.promised } = edit;
  const changes = [
    ...FIELDS.map((field) => ({ field, before: entry.values[field] ?? null, after: values[field] ?? null })),
    { field: 'category', before: entry.category, after: category },
    { field: 'grade', before: entry.grade, after: grade },
  ].filter(({ before, after }) => before !== after);
  const isMoved = JSON.stringify(promised) !== JSON.stringify(entry.promised);
  if (changes.length === 0 && !isMoved) return entry;
  const isUrgent = edit.isUrgent ?? entry.isUrgent;
  const edited: QueueEntry = {
    ...entry,
    values,
    category,
    grade,
    promised,
    ...(isUrgent === undefined ? {} : { isUrgent }),
    history: [
      ...entry.history,
      ...changes.map((change) => ({ at, what: 'edited' as const, ...change })),
      ...movedDues(entry, promised, at),
    ],
  };
  return changes.length > 0 && entry.state === 'handedOver' ? moveEntry(edited, 'queued', at) : edited;
}

/** One line for each deadline whose time the edit moved. */
function movedDues(entry: QueueEntry, promised: Deadline[], at: Moment): EntryChange[] {
  const before = new Map(entry.promised.map(({ milestone, dueAt }) => [milestone, dueAt]));
  return promised
    .filter(({ milestone, dueAt }) => (before.get(milestone) ?? null) !== dueAt)
    .map(({ milestone, dueAt }) => ({
      at,
      what: 'edited' as const,
      field: `due:${milestone}`.slice(0, 60),
      before: before.get(milestone) ?? null,
      after: dueAt,
    }));
}

const WORD_OF_STATE = { queued: 'requeued', handedOver: 'handedOver', registered: 'registered' } as const;

/** The entry in another state, with the change in its history. The same one when it is in that state already. */
export function moveEntry(entry: QueueEntry, state: QueueEntry['state'], at: Moment): QueueEntry {
  if (entry.state === state) return entry;
  return { ...entry, state, stateChangedAt: at, history: [...entry.history, { at, what: WORD_OF_STATE[state] }] };
}

/** The entry put aside, or taken back. */
export function putAside(entry: QueueEntry, isRemoved: boolean, at: Moment): QueueEntry {
  if ((entry.removedAt !== null) === isRemoved) return entry;
  const what = isRemoved ? 'removed' : 'restored';
  return { ...entry, removedAt: isRemoved ? at : null, history: [...entry.history, { at, what }] };
}

/** The entry with a note more. */
export function noteEntry(entry: QueueEntry, note: { id: string; text: string }, at: Moment): QueueEntry {
  return {
    ...entry,
    notes: [...entry.notes, { ...note, at }],
    history: [...entry.history, { at, what: 'noted', after: note.text }],
  };
}

/** The entry without a note; its words stay in the history. */
export function removeNote(entry: QueueEntry, id: string, at: Moment): QueueEntry {
  const note = entry.notes.find((each) => each.id === id);
  if (note === undefined) return entry;
  return {
    ...entry,
    notes: entry.notes.filter((each) => each !== note),
    history: [...entry.history, { at, what: 'noteRemoved', before: note.text }],
  };
}

/** The entry linked to another one. A link to the same one, of whichever kind, is replaced. */
export function linkEntry(entry: QueueEntry, link: EntryLink, at: Moment): QueueEntry {
  if (link.to === entry.id || entry.links.some(({ to, kind }) => to === link.to && kind === link.kind)) return entry;
  const links = [...entry.links.filter(({ to }) => to !== link.to), link];
  const what = link.kind === 'duplicateOf' ? 'merged' : 'linked';
  return { ...entry, links, history: [...entry.history, { at, what, field: link.kind, after: link.to }] };
}

/** The entry without its link to another one. */
export function unlinkEntry(entry: QueueEntry, to: ComplaintId, at: Moment): QueueEntry {
  const link = entry.links.find((each) => each.to === to);
  if (link === undefined) return entry;
  const links = entry.links.filter((each) => each !== link);
  return { ...entry, links, history: [...entry.history, { at, what: 'unlinked', field: link.kind, before: to }] };
}

/** The values of `kept` with its gaps filled from `other`: nothing that stands there is written over. */
export function filledFrom(kept: ComplaintValues, other: ComplaintValues): ComplaintValues {
  return { ...other, ...kept };
}
