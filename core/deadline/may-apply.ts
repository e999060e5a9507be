import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Condition } from '../policy/condition.ts';

/** What is known of a complaint besides its words; absent: not looked at. */
export interface KnownFacts {
  values: ComplaintValues;
  grade: string;
  category?: string | null;
  lanes?: readonly string[];
  /** Values on the pack's own axes, by axis. */
  axes?: Readonly<Record<string, string | null>>;
}

/**
 * Whether a rule may hold for a complaint, by grade, category, lane, axes and known fields. Words and quantities are not read
 * here: they, and facts that nobody looked at, never rule anything out – a deadline too many is seen, one too few is not.
 */
export function mayApply(when: Condition | undefined, facts: KnownFacts): boolean {
  if (when === undefined) return true;
  const { values, grade, category, lanes, axes } = facts;
  return (
    (when.grade?.includes(grade) ?? true) &&
    (category === undefined || (when.category?.includes(category ?? '') ?? true)) &&
    (lanes === undefined || (when.lane?.some((lane) => lanes.includes(lane)) ?? true)) &&
    (axes === undefined || Object.entries(when.axis ?? {}).every(([axis, ids]) => ids.includes(axes[axis] ?? ''))) &&
    (when.known?.every((field) => values[field] !== undefined) ?? true)
  );
}
