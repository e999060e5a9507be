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
  /** Special lanes that the clerk put the complaint into or took it out of. */
  lanes: z.record(z.string(), z.boolean()).optional(),
  /** Fields of which the customer is asked although the policy does not demand them. */
  askAlso: z.array(z.string()).optional(),
  /** Items of checklists that are ticked. */
  ticked: z.array(z.string()).optional(),
  /** Replies as changed by hand, by kind; the others follow the template. */
  replies: z.record(z.string(), z.string().max(20_000)).optional(),
  /** Replies that were taken before the complaint was saved: its history will say so. */
  taken: z
    .array(z.strictObject({ text: z.string().max(20_000), way: z.enum(['copied', 'inserted']) }))
    .max(20)
    .optional(),
  /** The saved complaint that this one belongs to; both stand. */
  linkTo: z.string().optional(),
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

/** A list with a member in it or not. */
export function withMember(list: readonly string[] | undefined, member: string, isIn: boolean): string[] {
  const others = (list ?? []).filter((each) => each !== member);
  return isIn ? [...others, member] : others;
}

/** The clerk's word on a lane; `undefined` takes it back. */
export function withOwnLane(
  lanes: DraftEdits['lanes'],
  id: string,
  isIn: boolean | undefined,
): Record<string, boolean> {
  const others = Object.fromEntries(Object.entries(lanes ?? {}).filter(([lane]) => lane !== id));
  return isIn === undefined ? others : { ...others, [id]: isIn };
}
