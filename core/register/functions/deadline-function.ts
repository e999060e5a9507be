import { isDay } from '../../complaint/moment.ts';
import { computeDeadlines } from '../../deadline/compute-deadlines.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { choiceReader } from '../recognise-choice.ts';
import {
  functionRules,
  listed,
  textOf,
  type Argument,
  type FunctionBase,
  type FunctionRefusal,
} from './function-rules.ts';
import { functionSerial, readFunctionTime } from './function-time.ts';

/**
 * `REDRESS.DEADLINE(received, grade, milestone, [policy])`: the serial number of the moment by which the milestone of a
 * complaint is due. Grade and milestone by id or label. What is at once due is due when it was received. A deadline that
 * counts from another time than the receipt (`startsLater`), and one that the company has not settled (`notConfigured`),
 * are refused, never guessed. It knows no pauses and no history: those stand in the register.
 */
export function deadlineFunction(
  [received, grade, milestone, policy]: readonly Argument[],
  base: FunctionBase,
): Outcome<number, FunctionRefusal> {
  const rules = functionRules(base, policy);
  if (!rules.ok) return rules;
  const { pack, company, locale, zone } = rules.value;
  const receivedAt = readFunctionTime(received, base);
  if (!receivedAt.ok) return receivedAt;
  const gradeId = choiceReader(pack.grades)(textOf(grade));
  if (gradeId === null) return refuse('unknownGrade', { value: textOf(grade), list: listed(pack.grades, locale) });
  const milestones = pack.milestones.map((each) => ({ ...each, synonyms: [] }));
  const id = choiceReader(milestones)(textOf(milestone));
  const asked = pack.milestones.find((each) => each.id === id);
  if (asked === undefined)
    return refuse('unknownMilestone', { value: textOf(milestone), list: listed(milestones, locale) });
  const what = { milestone: asked.label[locale] };
  if (asked.startsAt !== 'receivedAt') return refuse('startsLater', { ...what, field: asked.startsAt });

  const asOf = isDay(receivedAt.value) ? `${receivedAt.value}T00:00Z` : receivedAt.value;
  const [deadline] = computeDeadlines({
    ...{ values: { receivedAt: receivedAt.value }, grade: gradeId, pack, company, asOf, zone },
    applies: (each) => each.id === asked.id,
  });
  switch (deadline?.basis) {
    case 'exact':
    case 'provisional':
      return deadline.dueAt === null ? refuse('notConfigured', what) : done(functionSerial(deadline.dueAt, base));
    case 'immediately':
      return isDay(receivedAt.value) ? refuse('dayOnly', what) : done(functionSerial(receivedAt.value, base));
    case 'needsInput':
      return refuse('dayOnly', what);
    case 'neverOpens':
      return refuse('neverOpens', what);
    default:
      return refuse('notConfigured', what);
  }
}
