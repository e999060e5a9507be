import { isDay, type DayOrMoment } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';

/**
 * A time as it stands in a letter, in the wall time of `zone`: 2026年2月14日09:30, 2026年2月14日 09:30 (zh-TW),
 * 14 February 2026, 09:30. A day without a time of day is given as a day.
 */
export function stateTime(at: DayOrMoment, zone: string, locale: Locale): string {
  const [day = '', time = null] = isDay(at) ? [at] : wallClock(toEpoch(at), zone).split(' ');
  const [year = '', month = '', date = ''] = day.split('-');
  if (locale === 'en') {
    const english = `${Number(date)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
    return time === null ? english : `${english}, ${time}`;
  }
  const chinese = `${year}年${Number(month)}月${Number(date)}日`;
  if (time === null) return chinese;
  return locale === 'zh-TW' ? `${chinese} ${time}` : `${chinese}${time}`;
}

const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
