import { matchCondition, type Match } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** Where a complaint goes first, and why. */
export interface FirstRoute {
  route: string;
  departments: string[];
  source: string;
  match: Match;
}

/**
 * To which departments a complaint is sent first (S0-21: quality → production and quality control), before anybody knows
 * who is liable. All routes that hold, in the pack's order; empty when the pack gives none.
 */
export function firstDepartments(situation: Situation, pack: PolicyPack): FirstRoute[] {
  return pack.routes.flatMap(({ id, when, departments, source }): FirstRoute[] => {
    const match = matchCondition(when, situation);
    return match ? [{ route: id, departments, source, match }] : [];
  });
}
