import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/**
 * A second scale that follows from the grade and says the same of several grades, so that it cannot be read back into them:
 * A is 重大, B and C are both 一般 (S1f-C4).
 */
export function axisFoldsGrades({ axes, grades }: PolicyPack): PackFinding[] {
  return axes
    .filter(({ values }) => values.every(({ when }) => when?.grade && Object.keys(when).length === 1))
    .flatMap((axis) =>
      axis.values.flatMap((value): PackFinding[] => {
        const folded = grades.filter(({ id }) => value.when?.grade?.includes(id));
        const [first, second] = folded;
        if (!first || !second || folded.length === grades.length) return [];
        return [
          finding('warning', 'axisFoldsGrades', `axes.${axis.id}.${value.id}`, {
            sources: [axis.source, value.source],
            labels: { axis: axis.label, value: value.label, first: first.label, second: second.label },
          }),
        ];
      }),
    );
}
