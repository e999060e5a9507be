import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Assessment } from './assessment.ts';
import { chooseCategory } from './choose-category.ts';
import { chooseGrade } from './choose-grade.ts';
import { preparePack } from './prepared-pack.ts';
import { searchableTexts } from './searchable-text.ts';

/**
 * The initial assessment (初步判断, S0-20) of a complaint by a pack: category and grade, each with the rule, its clause
 * and the words that speak for it. Offsets count UTF-16 units in the value of the words' field. The gravest rule that
 * holds decides the grade; without one it is the pack's mildest. The category is null when no word speaks for any.
 * Example: 「生产线停工」 by the general pack → grade `major`, words 生产线停工.
 */
export function assessComplaint(values: ComplaintValues, pack: PolicyPack): Assessment {
  const told = searchableTexts(values, ['description', 'demand']);
  const counted = searchableTexts(values, ['quantity']);
  const prepared = preparePack(pack);
  const category = chooseCategory(told, prepared);
  return { category, grade: chooseGrade({ told, counted, category: category?.id ?? null }, pack, prepared) };
}
