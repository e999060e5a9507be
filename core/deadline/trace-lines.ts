import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { TargetChoice } from '../policy/choose-target.ts';
import type { TraceLine } from './deadline.ts';
import type { RecordedTime } from './read-time.ts';

/** When the clock started, as precisely as it is known. */
export function startLine(at: DayOrMoment, zone: string): TraceLine {
  return isDay(at)
    ? { code: 'startDay', params: { date: at } }
    : { code: 'start', params: { at: wallClock(toEpoch(at), zone), zone } };
}

/** How long the target is and who set it. `hours` where the minutes make whole hours. */
export function targetLine({ target, setBy, source }: TargetChoice): TraceLine {
  if (target.unit === 'immediately' || target.unit === 'notConfigured') {
    return { code: `target.${setBy}.open`, params: { source } };
  }
  const isMinutes = target.unit === 'workMinutes' || target.unit === 'clockMinutes';
  if (isMinutes && target.amount % 60 === 0) {
    const unit = target.unit === 'workMinutes' ? 'workHours' : 'clockHours';
    return { code: `target.${setBy}.${unit}`, params: { count: target.amount / 60, source } };
  }
  return { code: `target.${setBy}.${target.unit}`, params: { count: target.amount, source } };
}

/** The answer. */
export function dueLine(dueAt: Moment, zone: string): TraceLine {
  return { code: 'due', params: { at: wallClock(toEpoch(dueAt), zone) } };
}

/** When it was done, and what is odd about that time. */
export function stopLines(stop: RecordedTime, startedAt: DayOrMoment | null, zone: string): TraceLine[] {
  if (stop.kind === 'missing') return [];
  if (stop.kind === 'unreadable') return [{ code: 'unreadableStop', params: { text: stop.text } }];
  const line = isDay(stop.at)
    ? { code: 'stoppedDay', params: { date: stop.at } }
    : { code: 'stopped', params: { at: wallClock(toEpoch(stop.at), zone) } };
  return isBefore(stop.at, startedAt, zone) ? [line, { code: 'stoppedBeforeStart', params: {} }] : [line];
}

/** True when `stop` surely lies before `start`: where only a day is known, that day itself does not. */
export function isBefore(stop: DayOrMoment, start: DayOrMoment | null, zone: string): boolean {
  if (start === null) return false;
  if (!isDay(stop) && !isDay(start)) return toEpoch(stop) < toEpoch(start);
  return dayText(stop, zone) < dayText(start, zone);
}

function dayText(at: DayOrMoment, zone: string): string {
  return isDay(at) ? at : wallClock(toEpoch(at), zone).slice(0, 10);
}
