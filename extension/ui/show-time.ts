import { isDay, type DayOrMoment, type Moment } from '../../core/complaint/moment.ts';
import { addDays, dayAt, toEpoch } from '../../core/working-time/zoned-time.ts';
import type { Speech } from './speech.ts';

/** A moment as a clerk says it: 今天 14:30, 11月20日 周五 09:05; the year only when it is another one. */
export function showTime(speech: Speech, time: DayOrMoment, zone: string, asOf: Moment): string {
  const today = dayAt(toEpoch(asOf), zone);
  if (isDay(time)) return showDay(speech, time, today);
  const at = toEpoch(time);
  const clock = new Intl.DateTimeFormat(speech.locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  });
  return `${showDay(speech, dayAt(at, zone), today)} ${clock.format(at)}`;
}

function showDay(speech: Speech, day: string, today: string): string {
  if (day === today) return speech.say('panel.time.today');
  if (day === addDays(today, 1)) return speech.say('panel.time.tomorrow');
  if (day === addDays(today, -1)) return speech.say('panel.time.yesterday');
  return new Intl.DateTimeFormat(speech.locale, {
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const }),
    month: speech.locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(toEpoch(`${day}T00:00:00Z`));
}

/** How long until a moment, or since: 还剩 34 分钟, 已超过 2 小时. */
export function showRest(speech: Speech, due: Moment, asOf: Moment): string {
  const minutes = Math.trunc((toEpoch(due) - toEpoch(asOf)) / 60_000);
  const span = showSpan(speech, Math.abs(minutes));
  return speech.say(toEpoch(due) >= toEpoch(asOf) ? 'panel.time.left' : 'panel.time.over', { span });
}

function showSpan({ say }: Speech, minutes: number): string {
  if (minutes === 0) return say('panel.time.now');
  if (minutes < 60) return say('panel.time.minutes', { count: minutes });
  const hours = Math.trunc(minutes / 60);
  if (hours < 10 && minutes % 60 > 0) return say('panel.time.hoursMinutes', { hours, minutes: minutes % 60 });
  if (hours < 24) return say('panel.time.hours', { count: hours });
  const days = Math.trunc(hours / 24);
  if (days < 10 && hours % 24 > 0) return say('panel.time.daysHours', { days, hours: hours % 24 });
  return say('panel.time.days', { count: days });
}
