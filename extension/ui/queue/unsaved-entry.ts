import * as z from 'zod';
import { Field } from '../../../core/complaint/field.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { startOfEdits, type EntryEdits } from './view-entry.ts';

/** What was typed over an entry and not saved: only what differs from it, so that nothing saved elsewhere is undone. */
export const UnsavedEntry = z.strictObject({
  values: z.partialRecord(Field, z.string()),
  category: z.string().nullable().optional(),
  grade: z.string().optional(),
  /** A note that was begun. */
  note: z.string(),
});
export type UnsavedEntry = z.infer<typeof UnsavedEntry>;

/** Null when nothing would be lost. */
export function unsavedOf(entry: QueueEntry, edits: EntryEdits, note: string): UnsavedEntry | null {
  const values = Object.fromEntries(
    Object.entries(edits.values).filter(([field, value]) => value.trim() !== (entry.values[field as Field] ?? '')),
  );
  const unsaved = {
    values,
    ...(edits.category === entry.category ? {} : { category: edits.category }),
    ...(edits.grade === entry.grade ? {} : { grade: edits.grade }),
    note,
  };
  return Object.keys(values).length === 0 && Object.keys(unsaved).length === 2 && note.trim() === '' ? null : unsaved;
}

/** The entry as it stands now, with what was typed over it. */
export function editsWith(entry: QueueEntry, unsaved: UnsavedEntry | null): EntryEdits {
  const start = startOfEdits(entry);
  if (unsaved === null) return start;
  const { values, category = start.category, grade = start.grade } = unsaved;
  return { values: { ...start.values, ...values }, category, grade };
}
