import type { Locale } from '../policy/localized.ts';
import type { Target } from '../policy/target.ts';
import { translate } from './translate.ts';

/** A time limit in words: `8 working hours`, `at once`. */
export function sayTarget(target: Target, locale: Locale): string {
  const say = (name: string, count?: number) =>
    translate(locale, `panel.settings.target.${name}`, count === undefined ? {} : { count });
  switch (target.unit) {
    case 'immediately':
    case 'notConfigured':
      return say(target.unit);
    case 'hoursOfUnknownKind':
      return translate(locale, 'options.target.hoursOfUnknownKind', { count: target.amount });
    case 'workMinutes':
    case 'clockMinutes': {
      const inHours = target.unit === 'workMinutes' ? 'workHours' : 'clockHours';
      return target.amount % 60 === 0 ? say(inHours, target.amount / 60) : say(target.unit, target.amount);
    }
    case 'workDays':
    case 'calendarDays':
      return say(target.unit, target.amount);
  }
}
