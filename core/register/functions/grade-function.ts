import { assessComplaint } from '../../grade/assess-complaint.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { functionRules, textOf, type Argument, type FunctionBase, type FunctionRefusal } from './function-rules.ts';

/**
 * `REDRESS.GRADE(text, [policy])`: the grade that the policy proposes for a complaint that says this, by its label in the
 * register's language. A proposal: the policy's lowest grade where no word of it speaks for another.
 */
export function gradeFunction(
  [text, policy]: readonly Argument[],
  base: FunctionBase,
): Outcome<string, FunctionRefusal> {
  const rules = functionRules(base, policy);
  if (!rules.ok) return rules;
  const description = textOf(text);
  if (description === '') return refuse('textMissing');
  const { pack, locale } = rules.value;
  const { grade } = assessComplaint({ description }, pack);
  return done(pack.grades.find(({ id }) => id === grade.id)?.label[locale] ?? grade.id);
}
