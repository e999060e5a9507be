import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Grades that no rule gives. The first is what a complaint gets when no rule holds; every other one needs a rule. */
export function unaskedGrades({ grades, gradeRules }: PolicyPack): PackFinding[] {
  return grades
    .slice(1)
    .filter(({ id }) => gradeRules.every(({ grade }) => grade !== id))
    .map(({ id, label, source }) =>
      finding('warning', 'gradeNeverGiven', `grades.${id}`, { sources: [source], labels: { grade: label } }),
    );
}
