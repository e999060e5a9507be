import { missingFields, type MissingField } from '../policy/missing-fields.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { matchCondition } from './match-condition.ts';
import type { Situation } from './situation.ts';

/** What the pack still asks for in this complaint, with the fields that only some complaints need (a lane's, a grade's). */
export function fieldsToAsk(situation: Situation, pack: PolicyPack): MissingField[] {
  return missingFields(situation.values, pack, (when) => matchCondition(when, situation) !== null);
}
