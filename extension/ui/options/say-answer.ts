import type { BlankAnswer } from '../../../core/policy/blank-answer.ts';
import type { PolicyBlank } from '../../../core/policy/policy-blank.ts';
import type { PolicyPack } from '../../../core/policy/policy-pack.ts';
import type { WarnPoint } from '../../../core/policy/warn-point.ts';
import { translate } from '../../../core/wording/translate.ts';
import { sayTarget } from '../settings/say-target.ts';
import type { Speech } from '../speech.ts';

/** An answer in words, on one line. */
export function sayAnswer(answer: BlankAnswer, blank: PolicyBlank, pack: PolicyPack, speech: Speech): string {
  const { say, label } = speech;
  const role = (id: string) => nameIn(pack.roles, id, speech);
  switch (answer.kind) {
    case 'calendar':
      return say('options.answer.calendar');
    case 'target':
      return sayTarget(answer.target, speech);
    case 'choice': {
      const option = sayOption(answer.option, blank, pack, speech);
      return answer.cutOffDays ? say('options.answer.cutOff', { option, count: answer.cutOffDays }) : option;
    }
    case 'role':
      return role(answer.role);
    case 'number':
      return sayNumber(answer.number, blank, speech);
    case 'timesWithinDays':
      return say('options.answer.timesWithinDays', { times: answer.times, days: answer.withinDays });
    case 'scale':
      return answer.steps.map((step) => label(step.label)).join(' < ');
    case 'text':
      return answer.text;
    case 'warnPoints':
      return Object.entries(answer.points)
        .map(([grade, points]) => {
          const list = points.map((point) => sayWarnPoint(point, speech)).join(say('options.answer.comma'));
          return grade === 'default'
            ? list
            : say('panel.settings.gradeSpan', { grade: nameIn(pack.grades, grade, speech), span: list });
        })
        .join(say('options.answer.comma'));
    case 'ladder':
      return answer.steps
        .map(({ minutes, tell }) =>
          say(minutes < 0 ? 'options.answer.tellBefore' : 'options.answer.tellAfter', {
            role: role(tell),
            hours: Math.round((Math.abs(minutes) / 60) * 100) / 100,
          }),
        )
        .join(say('options.answer.comma'));
  }
}

/** An option of a choice: a step of the satisfaction scale by its name, else by the words of the policy's own questions. */
export function sayOption(option: string, { code }: PolicyBlank, pack: PolicyPack, speech: Speech): string {
  if (code === 'satisfiedFrom') return nameIn(pack.satisfactionScale ?? [], option, speech);
  return translate(speech.locale, `policy.answer.${option}`);
}

function sayNumber(number: number, { answer }: PolicyBlank, { say, locale }: Speech): string {
  const shown = new Intl.NumberFormat(locale).format(number);
  return answer.kind === 'number' ? say(`options.unit.${answer.unit}`, { count: number, number: shown }) : shown;
}

function sayWarnPoint(point: WarnPoint, { say }: Speech): string {
  if ('share' in point) return say('options.answer.atShare', { percent: Math.round(point.share * 100) });
  if (point.minutes % 1_440 === 0) return say('options.answer.daysAhead', { count: point.minutes / 1_440 });
  return point.minutes % 30 === 0
    ? say('options.answer.hoursAhead', { hours: point.minutes / 60 })
    : say('options.answer.minutesAhead', { minutes: point.minutes });
}

function nameIn(list: readonly { id: string; label: PolicyPack['label'] }[], id: string, { label }: Speech): string {
  const found = list.find((each) => each.id === id);
  return found ? label(found.label) : id;
}
