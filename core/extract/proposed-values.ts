import { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Field } from '../complaint/field.ts';
import type { ComplaintDraft, DraftValue } from './complaint-draft.ts';

/** Fields in which several values can be true at once; what joins them in one cell. */
const SEVERAL: Partial<Record<Field, string>> = {
  contactPhone: ' / ',
  batchNo: '、',
  orderNo: '、',
  demand: '；',
  evidence: '；',
};
/** Fields of which a table names several, one a row (goods, what is wrong with each); what joins them. Prose that names several is about one of them. */
const IN_ROWS: Partial<Record<Field, string>> = { productName: '、', description: '\n' };
/** From this trust on a label or a heading of a table gave the value. */
const LABELLED = 0.85;
/** Candidates this much below the best are other readings, not further values. */
const SAME_TRUST = 0.1;
const MOST = 40_000;

/**
 * The record that a draft proposes: for each field the best candidate; where several are true at once (batch and order
 * numbers, phones, items of a demand) all that are trusted like the best, joined.
 * Example: batches `A01` and `A02` → `A01、A02`.
 */
export function proposedValues(draft: ComplaintDraft): ComplaintValues {
  const values: ComplaintValues = {};
  for (const [field, candidates] of Object.entries(draft.values) as [Field, DraftValue[]][]) {
    const best = candidates[0];
    if (best === undefined) continue;
    const joint = SEVERAL[field] ?? IN_ROWS[field];
    const isJoined = IN_ROWS[field] === undefined ? isAsSure : isRowLike;
    const together = joint === undefined ? [best] : candidates.filter((other) => isJoined(other, best));
    values[field] = together
      .map((candidate) => candidate.value)
      .join(joint)
      .slice(0, MOST);
  }
  return ComplaintValues.parse(values);
}

/**
 * The candidates that a value, perhaps edited since, is made of: the one equal to it, or for a field of several those equal
 * to one of its joined parts, in the value's order. Empty when all of it was written by hand.
 */
export function candidatesIn(field: Field, value: string, candidates: readonly DraftValue[]): DraftValue[] {
  const parts = [value, ...value.split(SEVERAL[field]?.trim() ?? IN_ROWS[field] ?? value)].map((part) => part.trim());
  const [whole, ...pieces] = parts.map((part) => candidates.find((candidate) => candidate.value === part));
  if (whole !== undefined) return [whole];
  return [...new Set(pieces)].filter((piece) => piece !== undefined);
}

/** The value after the clerk took one more candidate: beside the others in a field of several, else in place of what stood there. */
export function withCandidate(field: Field, value: string, candidate: string): string {
  const joint = SEVERAL[field];
  return joint === undefined || value.trim() === '' ? candidate : `${value.trim()}${joint}${candidate}`;
}

/** Goods in the rows of a table are trusted alike; goods named in prose are other readings of what it is about. */
function isRowLike(candidate: DraftValue, best: DraftValue): boolean {
  return candidate === best || (best.confidence >= LABELLED && candidate.confidence === best.confidence);
}

function isAsSure(candidate: DraftValue, best: DraftValue): boolean {
  return candidate === best || (candidate.confidence >= 0.5 && candidate.confidence >= best.confidence - SAME_TRUST);
}
