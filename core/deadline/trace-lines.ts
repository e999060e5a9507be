import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { FirstDay } from '../working-time/add-working-days.ts';
import type { WalkedDay, WorkingWalk } from '../working-time/working-walk.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { TargetChoice } from './choose-target.ts';
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
  const by = setBy === 'company' ? 'Company' : 'Pack';
  if (target.unit === 'immediately' || target.unit === 'notConfigured') {
    return { code: `target${by}Open`, params: { source } };
  }
  const isMinutes = target.unit === 'workMinutes' || target.unit === 'clockMinutes';
  if (isMinutes && target.amount % 60 === 0) {
    const unit = target.unit === 'workMinutes' ? 'WorkHours' : 'ClockHours';
    return { code: `target${by}${unit}`, params: { count: target.amount / 60, source } };
  }
  const unit = target.unit.charAt(0).toUpperCase() + target.unit.slice(1);
  return { code: `target${by}${unit}`, params: { count: target.amount, source } };
}

/** A target in minutes: every span that was used, every break between, every closed date that was passed over. */
export function usedSpanLines({ days }: WorkingWalk): TraceLine[] {
  return days.flatMap((day): TraceLine[] => {
    if (day.used.length === 0) return day.plan.windows.length === 0 ? [closedLine(day)] : [afterHoursLine(day)];
    return [
      ...openedLine(day),
      ...day.used.flatMap((span, i): TraceLine[] => {
        const from = clock(span.from);
        const previous = day.used[i - 1];
        const pause = previous && clock(previous.to) !== from;
        const used = { date: day.plan.date, from, to: clock(span.to), count: Math.round(span.minutes) };
        return [
          ...(pause ? [{ code: 'break', params: { date: day.plan.date, from: clock(previous.to), to: from } }] : []),
          { code: 'span', params: used },
        ];
      }),
    ];
  });
}

/** A target in working days: every date with its number, or why it does not count. */
export function countedDayLines({ days }: WorkingWalk, firstDay: FirstDay): TraceLine[] {
  let number = 0;
  const lines = days.map((day): TraceLine => {
    if (day.used.length === 0) return day.plan.windows.length === 0 ? closedLine(day) : afterHoursLine(day);
    number += 1;
    const params = { date: day.plan.date, number, ...names(day) };
    return day.plan.reason === 'makeUp' ? { code: 'makeUpDayCounted', params } : { code: 'dayCounted', params };
  });
  return [{ code: `${firstDay}IsFirst`, params: {} }, ...lines];
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

function isBefore(stop: DayOrMoment, start: DayOrMoment | null, zone: string): boolean {
  if (start === null) return false;
  if (!isDay(stop) && !isDay(start)) return toEpoch(stop) < toEpoch(start);
  return dayText(stop, zone) < dayText(start, zone);
}

function dayText(at: DayOrMoment, zone: string): string {
  return isDay(at) ? at : wallClock(toEpoch(at), zone).slice(0, 10);
}

function closedLine(day: WalkedDay): TraceLine {
  const { date, reason, note } = day.plan;
  switch (reason) {
    case 'holiday':
      return { code: 'holiday', params: { date, ...names(day) } };
    case 'override':
      return { code: note === '' ? 'closedByCompany' : 'closedByCompanyNote', params: { date, note } };
    case 'makeUp':
      return { code: 'makeUpClosed', params: { date, ...names(day) } };
    case 'week':
      return { code: 'closedWeekday', params: { date } };
  }
}

function afterHoursLine({ plan }: WalkedDay): TraceLine {
  return { code: 'afterHours', params: { date: plan.date } };
}

function openedLine(day: WalkedDay): TraceLine[] {
  const { date, reason, note } = day.plan;
  if (reason === 'makeUp') return [{ code: 'makeUpDay', params: { date, ...names(day) } }];
  if (reason === 'override')
    return [{ code: note === '' ? 'openByCompany' : 'openByCompanyNote', params: { date, note } }];
  return [];
}

/** The holiday's name in each language; the message takes the one it needs. */
function names({ plan }: WalkedDay): Record<string, string> {
  const { holiday } = plan;
  return holiday === null ? {} : { zhCN: holiday['zh-CN'], zhTW: holiday['zh-TW'], en: holiday.en };
}

/** The time of day of a moment written in the calendar's own zone. */
function clock(moment: Moment): string {
  return moment.slice(11, 16);
}
