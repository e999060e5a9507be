import type { BlankAnswer } from './blank-answer.ts';
import type { AnswerKind } from './policy-blank.ts';
import { amountOf, EMPTY_TARGET, targetFormOf, targetOf, type TargetForm } from './target-form.ts';

/** The units in which a stretch of the clock is typed, in minutes. */
const MINUTES = { minutes: 1, hours: 60, days: 1_440 } as const;
export const SPAN_UNITS = ['hours', 'minutes', 'days'] as const satisfies (keyof typeof MINUTES)[];
export type SpanUnit = (typeof SPAN_UNITS)[number];

/** A warn point as it is typed: so much ahead, or at this share of the time. */
export interface WarnForm {
  grade: string;
  amount: string;
  unit: SpanUnit | 'percent';
}

/** A step of a ladder as it is typed: who is told how long before or after. */
export interface LadderForm {
  tell: string;
  amount: string;
  unit: SpanUnit;
  when: 'before' | 'after';
}

/** An answer as it is typed, whatever kind the question takes. Only the parts of that kind are used. */
export interface AnswerForm {
  target: TargetForm;
  option: string;
  number: string;
  within: string;
  text: string;
  /** Steps of a scale, from worst to best, one a line. */
  scale: string;
  warnings: WarnForm[];
  ladder: LadderForm[];
}

/** The form before anything is typed. */
const EMPTY: AnswerForm = {
  target: EMPTY_TARGET,
  option: '',
  number: '',
  within: '',
  text: '',
  scale: '',
  warnings: [{ grade: 'default', amount: '', unit: 'hours' }],
  ladder: [{ tell: '', amount: '', unit: 'hours', when: 'before' }],
};

/** The form of an answer that was given; an empty one where none was. */
export function answerFormOf(answer: BlankAnswer | null): AnswerForm {
  switch (answer?.kind) {
    case undefined:
    case 'calendar':
      return EMPTY;
    case 'target':
      return { ...EMPTY, target: targetFormOf(answer.target) };
    case 'choice':
      return { ...EMPTY, option: answer.option, number: answer.cutOffDays ? String(answer.cutOffDays) : '' };
    case 'role':
      return { ...EMPTY, option: answer.role };
    case 'number':
      return { ...EMPTY, number: String(answer.number) };
    case 'timesWithinDays':
      return { ...EMPTY, number: String(answer.times), within: String(answer.withinDays) };
    case 'text':
      return { ...EMPTY, text: answer.text };
    case 'scale':
      return { ...EMPTY, scale: answer.steps.map(({ label }) => label['zh-CN']).join('\n') };
    case 'warnPoints':
      return {
        ...EMPTY,
        warnings: Object.entries(answer.points).flatMap(([grade, points]) =>
          points.map((point): WarnForm => {
            if ('share' in point)
              return { grade, amount: String(Number((point.share * 100).toFixed(4))), unit: 'percent' };
            return { grade, ...spanFormOf(point.minutes) };
          }),
        ),
      };
    case 'ladder':
      return {
        ...EMPTY,
        ladder: answer.steps.map(({ minutes, tell }) => ({
          tell,
          ...spanFormOf(Math.abs(minutes)),
          when: minutes < 0 ? 'before' : 'after',
        })),
      };
  }
}

/** Minutes in the unit in which they read well: whole days from two on, whole and half hours, else minutes. */
function spanFormOf(minutes: number): { amount: string; unit: SpanUnit } {
  const isDays = minutes >= 2 * MINUTES.days && minutes % MINUTES.days === 0;
  const unit = isDays ? 'days' : minutes % 30 === 0 ? 'hours' : 'minutes';
  return { amount: String(minutes / MINUTES[unit]), unit };
}

/** The answer that the form gives; null while it is not whole. A calendar is set in a form of its own. */
export function answerOf(form: AnswerForm, asked: AnswerKind): BlankAnswer | null {
  switch (asked.kind) {
    case 'calendar':
      return null;
    case 'target': {
      const target = targetOf(form.target);
      return target && { kind: 'target', target };
    }
    case 'choice':
      return form.option === '' ? null : choiceAnswer(form);
    case 'role':
      return form.option === '' ? null : { kind: 'role', role: form.option };
    case 'number': {
      const number = form.number.normalize('NFKC').trim();
      return /^\d{1,10}(\.\d{1,4})?$/.test(number) ? { kind: 'number', number: Number(number) } : null;
    }
    case 'timesWithinDays': {
      const [times, withinDays] = [amountOf(form.number), amountOf(form.within)];
      return times === null || withinDays === null ? null : { kind: 'timesWithinDays', times, withinDays };
    }
    case 'text':
      return form.text.trim() === '' ? null : { kind: 'text', text: form.text.trim() };
    case 'scale':
      return scaleAnswer(form.scale);
    case 'warnPoints':
      return warnAnswer(form.warnings);
    case 'ladder':
      return ladderAnswer(form.ladder);
  }
}

function choiceAnswer({ option, number }: AnswerForm): BlankAnswer | null {
  if (number.trim() === '') return { kind: 'choice', option };
  const cutOffDays = amountOf(number);
  return cutOffDays === null ? null : { kind: 'choice', option, cutOffDays };
}

function scaleAnswer(typed: string): BlankAnswer | null {
  const names = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (names.length < 2 || new Set(names).size < names.length) return null;
  // One company has one word for a step, in whatever language its clerks read the rest.
  const steps = names.map((name, index) => ({
    id: `step${index + 1}`,
    label: { 'zh-CN': name, 'zh-TW': name, en: name },
  }));
  return { kind: 'scale', steps };
}

function warnAnswer(rows: readonly WarnForm[]): BlankAnswer | null {
  const points: Extract<BlankAnswer, { kind: 'warnPoints' }>['points'] = {};
  for (const { grade, amount, unit } of rows) {
    const number = amountOf(amount);
    if (number === null) return null;
    const point =
      unit === 'percent'
        ? { share: Number((number / 100).toFixed(6)) }
        : { minutes: Math.round(number * MINUTES[unit]) };
    points[grade] = [...(points[grade] ?? []), point];
  }
  return rows.length === 0 ? null : { kind: 'warnPoints', points };
}

function ladderAnswer(rows: readonly LadderForm[]): BlankAnswer | null {
  const steps = rows.map(({ tell, amount, unit, when }) => {
    const number = /^0+$/.test(amount.trim()) ? 0 : amountOf(amount);
    return number === null || tell === ''
      ? null
      : { tell, minutes: Math.round(number * MINUTES[unit]) * (when === 'before' ? -1 : 1) + 0 };
  });
  const whole = steps.filter((step) => step !== null);
  return whole.length === 0 || whole.length < rows.length ? null : { kind: 'ladder', steps: whole };
}
