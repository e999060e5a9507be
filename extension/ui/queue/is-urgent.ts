import type { Assessment } from '../../../core/grade/assessment.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';

/** A special lane, or the gravest of several grades: such a complaint is told of outside working hours as well. */
export function isUrgent(grade: string, { lanes = [] }: Assessment, pack: PolicyPack): boolean {
  return lanes.length > 0 || (pack.grades.length > 1 && pack.grades.at(-1)?.id === grade);
}
