import type { Condition } from '../policy/condition.ts';
import { matchCondition, type Match } from './match-condition.ts';
import type { Situation } from './situation.ts';

/** A rule that would hold if somebody settled these axes: a question to ask, not an answer. */
export interface OpenMatch {
  match: Match;
  /** The axes that nobody has settled, in the rule's order, with the values that would make the rule hold. */
  axes: { axis: string; values: string[] }[];
}

/**
 * Whether a condition holds but for axes that are not settled. Null when it fails anyway, and when nothing is open: who
 * answers for a torn bag depends on where it tore, and as long as that is not known, no department may be named (S1f-C3).
 */
export function matchButForAxes(when: Condition, situation: Situation): OpenMatch | null {
  const parts = Object.entries(when.axis ?? {});
  const axes = parts.filter(([axis]) => situation.axis(axis) === null).map(([axis, values]) => ({ axis, values }));
  if (axes.length === 0) return null;
  const settled = Object.fromEntries(parts.filter(([axis]) => situation.axis(axis) !== null));
  const match = matchCondition({ ...when, axis: settled }, situation);
  return match && { match, axes };
}
