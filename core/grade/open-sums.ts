import type { PolicyPack } from '../policy/policy-pack.ts';
import type { OpenSum } from './assessment.ts';
import { matchCondition } from './match-condition.ts';
import type { PreparedPack } from './prepared-pack.ts';
import type { Situation } from './situation.ts';
import { sumsElsewhere } from './words-said.ts';

/**
 * The rules for a graver grade than `grade` that hold but for their sum, where the complaint names a sum in another currency:
 * it is not compared, since nobody gave a rate, and a person must say whether the rule holds.
 */
export function openSums(
  grade: string,
  situation: Situation,
  { grades }: PolicyPack,
  { rules }: Pick<PreparedPack, 'rules'>,
): OpenSum[] {
  const gravity = grades.map(({ id }) => id);
  const graver = rules.filter((rule) => gravity.indexOf(rule.grade) > gravity.indexOf(grade));
  return graver.flatMap(({ id, grade: wouldBe, source, when: { quantityOver, ...rest } }): OpenSum[] => {
    if (!quantityOver) return [];
    const elsewhere = sumsElsewhere([...situation.told, ...situation.counted], quantityOver.units);
    if (elsewhere === null || elsewhere.words.length === 0 || matchCondition(rest, situation) === null) return [];
    return [{ rule: id, grade: wouldBe, source, currency: elsewhere.currency, words: elsewhere.words }];
  });
}
