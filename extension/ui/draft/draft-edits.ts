import * as z from 'zod';
import type { ComplaintValues } from '../../../core/complaint/complaint-values.ts';
import { Field } from '../../../core/complaint/field.ts';
import type { ComplaintDraft } from '../../../core/extract/complaint-draft.ts';
import { proposedValues } from '../../../core/extract/proposed-values.ts';

/** What the clerk has before them: the values as edited, and choices that differ from the proposal. */
export const DraftEdits = z.strictObject({
  values: z.partialRecord(Field, z.string()),
  category: z.string().nullable().optional(),
  grade: z.string().optional(),
});
export type DraftEdits = z.infer<typeof DraftEdits>;

/** What the draft proposes for every field, to begin with. */
export function startEdits(draft: ComplaintDraft): DraftEdits {
  const proposed = Object.entries(proposedValues(draft)).filter(([field]) => !ASSESSED.has(field));
  return { values: Object.fromEntries(proposed) };
}

/** Category and grade are assessed and chosen, not copied. */
const ASSESSED = new Set(['category', 'severity']);

/** The values as the record keeps them: trimmed, nothing empty. */
export function filledValues(edits: DraftEdits): ComplaintValues {
  const filled: ComplaintValues = {};
  for (const [field, value] of Object.entries(edits.values)) {
    const text = value.trim().slice(0, 40_000);
    if (text !== '') filled[field as Field] = text;
  }
  return filled;
}
