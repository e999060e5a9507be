import type { Target } from '../../../core/policy/target.ts';
import type { Speech } from '../speech.ts';

/** A length of time in words: 2 个工作小时; null where it is none (at once, not configured, kind of hours unknown). */
export function saySpan(target: Target, { say }: Speech): string | null {
  switch (target.unit) {
    case 'workMinutes':
    case 'clockMinutes': {
      const kind = target.unit === 'workMinutes' ? 'work' : 'clock';
      const isWholeHours = target.amount % 60 === 0;
      return say(`panel.settings.target.${kind}${isWholeHours ? 'Hours' : 'Minutes'}`, {
        count: isWholeHours ? target.amount / 60 : target.amount,
      });
    }
    case 'workDays':
    case 'calendarDays':
      return say(`panel.settings.target.${target.unit}`, { count: target.amount });
    default:
      return null;
  }
}
