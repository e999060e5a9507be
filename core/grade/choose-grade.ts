import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Choice } from './assessment.ts';
import { choiceFrom } from './choice-from.ts';
import { matchCondition } from './match-condition.ts';
import type { PreparedPack } from './prepared-pack.ts';
import type { Situation } from './situation.ts';

/** The grade of the gravest rule that holds, with the words that made it hold; the pack's mildest grade when none does. */
export function chooseGrade(situation: Situation, pack: PolicyPack, { rules }: PreparedPack): Choice {
  for (const { id, grade, when, source } of rules) {
    const match = matchCondition(when, situation);
    if (match) return choiceFrom(match, { id: grade, rule: id, source });
  }
  return { id: pack.grades[0]?.id ?? '', rule: null, source: null, words: [] };
}
