import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Assessment } from './assessment.ts';
import { searchableTexts, type SearchableText } from './searchable-text.ts';

/** All that a condition may look at. Category, grade, lanes and axes are asked for, so that they can be worked out on demand. */
export interface Situation {
  values: ComplaintValues;
  /** The fields in which words are looked for. */
  told: readonly SearchableText[];
  /** Fields that hold an amount and nothing else. */
  counted: readonly SearchableText[];
  /** Null: not known. */
  category: () => string | null;
  grade: () => string | null;
  isInLane: (lane: string) => boolean;
  /** The value on an axis; null: not settled. */
  axis: (axis: string) => string | null;
}

/** The texts of a complaint, ready for conditions: description, demand, evidence and remarks; amounts stand in the quantity too. */
export function textsOf(values: ComplaintValues): Pick<Situation, 'values' | 'told' | 'counted'> {
  return {
    values,
    told: searchableTexts(values, ['description', 'demand', 'evidence', 'remarks']),
    counted: searchableTexts(values, ['quantity']),
  };
}

/**
 * A complaint with what its assessment settled, for all rules that come after grading: responsibility, remedy, workflow,
 * guidance. Parts that an older assessment lacks count as not settled.
 */
export function situationOf(values: ComplaintValues, assessment: Assessment): Situation {
  const lanes = new Set(assessment.lanes?.map(({ id }) => id));
  const axes = new Map(assessment.axes?.map(({ axis, id }) => [axis, id]));
  return {
    ...textsOf(values),
    category: () => assessment.category?.id ?? null,
    grade: () => assessment.grade.id,
    isInLane: (lane) => lanes.has(lane),
    axis: (axis) => axes.get(axis) ?? null,
  };
}
