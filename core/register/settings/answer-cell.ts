import type { BlankAnswer } from '../../policy/blank-answer.ts';
import type { Locale } from '../../policy/localized.ts';
import type { PolicyBlank } from '../../policy/policy-blank.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { targetFormOf } from '../../policy/target-form.ts';
import type { WarnPoint } from '../../policy/warn-point.ts';
import { translate } from '../../wording/translate.ts';
import { sayMinutes } from '../../wording/say-minutes.ts';
import { choiceNames, unitNames } from './choice-names.ts';

/** An answer as two cells hold it. */
export interface AnswerCells {
  answer: string | number;
  unit: string;
}

/** A question, as far as its cells need it. */
export type AskedBlank = Pick<PolicyBlank, 'id' | 'code' | 'answer'>;

/**
 * An answer as people read and edit it in two cells: `3` and `工作日`; `B类` and nothing; `提前 2 小时、50%`. Empty where there is
 * none, but with the unit in which it is asked for. `readAnswerCells` reads it back. Working hours have tables of their own.
 */
export function sayAnswerCells(
  answer: BlankAnswer | null,
  blank: AskedBlank,
  pack: PolicyPack,
  locale: Locale,
): AnswerCells {
  const unit = fixedUnit(blank, locale);
  switch (answer?.kind) {
    case undefined:
    case 'calendar':
      return { answer: '', unit };
    case 'target': {
      const form = targetFormOf(answer.target);
      const name = unitNames().find(({ id }) => id === form.unit)?.label[locale] ?? '';
      return { answer: form.amount === '' ? '' : Number(form.amount), unit: name };
    }
    case 'choice':
      return { answer: labelIn(choiceNames(blank, pack), answer.option, locale), unit };
    case 'role':
      return { answer: labelIn(pack.roles, answer.role, locale), unit };
    case 'number':
      return { answer: answer.number, unit };
    case 'timesWithinDays':
      return { answer: `${answer.times} / ${answer.withinDays}`, unit };
    case 'text':
      return { answer: answer.text, unit };
    case 'scale':
      return { answer: answer.steps.map(({ label }) => label[locale]).join(' < '), unit };
    case 'warnPoints':
      return { answer: sayWarnPoints(answer.points, pack, locale), unit };
    case 'ladder':
      return {
        answer: answer.steps
          .map(({ minutes, tell }) => {
            const when = translate(locale, `settings.sheet.${minutes < 0 ? 'before' : 'after'}`);
            const role = labelIn(pack.roles, tell, locale);
            return `${when} ${sayMinutes(Math.abs(minutes), locale)}${colon(locale)}${role}`;
          })
          .join(semicolon(locale)),
        unit,
      };
  }
}

/** The unit that a question has by itself; a time limit has the one that is chosen. */
function fixedUnit({ answer }: AskedBlank, locale: Locale): string {
  if (answer.kind === 'number') return translate(locale, `options.unit.${answer.unit}Alone`);
  if (answer.kind === 'timesWithinDays') return translate(locale, 'settings.sheet.timesPerDays');
  return '';
}

function sayWarnPoints(
  points: Readonly<Record<string, readonly WarnPoint[]>>,
  pack: PolicyPack,
  locale: Locale,
): string {
  const comma = locale === 'en' ? ', ' : '、';
  return Object.entries(points)
    .map(([grade, list]) => {
      const said = list.map((point) =>
        'share' in point ? `${Number((point.share * 100).toFixed(6))}%` : sayMinutes(point.minutes, locale),
      );
      const whose = grade === 'default' ? '' : `${labelIn(pack.grades, grade, locale)}${colon(locale)}`;
      return `${whose}${said.join(comma)}`;
    })
    .join(semicolon(locale));
}

function labelIn(list: readonly { id: string; label: Record<Locale, string> }[], id: string, locale: Locale): string {
  return list.find((each) => each.id === id)?.label[locale] ?? id;
}

function colon(locale: Locale): string {
  return locale === 'en' ? ': ' : '：';
}

function semicolon(locale: Locale): string {
  return locale === 'en' ? '; ' : '；';
}
