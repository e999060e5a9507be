import type { Locale } from '../policy/localized.ts';
import { translate } from './translate.ts';

const UNITS = [
  ['days', 1_440, 1_440],
  // Half hours are said in hours.
  ['hours', 60, 30],
] as const;

/** Minutes on the clock in the largest unit that they fill: `1 天`, `2.5 小时`, `45 分钟`. Read back by `readAnswerCells`. */
export function sayMinutes(minutes: number, locale: Locale): string {
  const [unit, each] = UNITS.find(([, , step]) => minutes > 0 && minutes % step === 0) ?? ['minutes', 1];
  return `${minutes / each} ${translate(locale, `settings.sheet.${unit}`)}`;
}
