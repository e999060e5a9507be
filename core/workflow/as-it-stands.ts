import type { Situation } from '../grade/situation.ts';
import type { Progress } from './progress.ts';

/**
 * The situation with the grade that the log says, where it says one: a complaint that was regraded goes the way of its new
 * grade, by the same grade as its deadlines. Category, lanes and axes stay as they were assessed.
 */
export function situationNow(situation: Situation, { grade }: Pick<Progress, 'grade'>): Situation {
  return grade === null || grade === undefined ? situation : { ...situation, grade: () => grade };
}
