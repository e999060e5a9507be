import type { Target } from '../../../core/policy/target.ts';
import type { Speech } from '../speech.ts';

/** A time limit in words: `8 working hours`, `at once`. */
export function sayTarget(target: Target, { say }: Speech): string {
  switch (target.unit) {
    case 'immediately':
    case 'notConfigured':
      return say(`panel.settings.target.${target.unit}`);
    case 'hoursOfUnknownKind':
      return say('options.target.hoursOfUnknownKind', { count: target.amount });
    case 'workMinutes':
    case 'clockMinutes': {
      const inHours = target.unit === 'workMinutes' ? 'workHours' : 'clockHours';
      return target.amount % 60 === 0
        ? say(`panel.settings.target.${inHours}`, { count: target.amount / 60 })
        : say(`panel.settings.target.${target.unit}`, { count: target.amount });
    }
    case 'workDays':
    case 'calendarDays':
      return say(`panel.settings.target.${target.unit}`, { count: target.amount });
  }
}
