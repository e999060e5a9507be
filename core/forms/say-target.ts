import type { Target } from '../policy/target.ts';
import type { Say } from './print-text.ts';

/** A length of time in words: `2 个工作日`. What a document leaves open is a blank to fill in. */
export function sayTarget(target: Target, t: Say): string {
  switch (target.unit) {
    case 'immediately':
      return t('target.immediately');
    case 'notConfigured':
      return t('target.notConfigured');
    case 'workMinutes':
      return inHours(target.amount) === null
        ? t('target.workMinutes', { count: target.amount })
        : t('target.workHours', { count: inHours(target.amount) ?? 0 });
    case 'clockMinutes':
      return inHours(target.amount) === null
        ? t('target.clockMinutes', { count: target.amount })
        : t('target.clockHours', { count: inHours(target.amount) ?? 0 });
    default:
      return t(`target.${target.unit}`, { count: target.amount });
  }
}

function inHours(minutes: number): number | null {
  return minutes % 60 === 0 ? minutes / 60 : null;
}
