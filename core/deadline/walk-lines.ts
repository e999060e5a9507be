import type { DayEnd, DayEnds, FirstDay } from '../working-time/end-of-day.ts';
import type { DayPlan } from '../working-time/day-plan.ts';
import type { WalkedDay, WorkingWalk } from '../working-time/working-walk.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { TraceLine } from './deadline.ts';

/** A target in minutes: every span that was used, every break between, every closed date that was passed over. */
export function usedSpanLines({ days }: WorkingWalk, zone: string): TraceLine[] {
  return joinClosedDates(
    days.flatMap((day) => (day.spans.length === 0 ? [unusedLine(day)] : [...openedLine(day), ...spanLines(day, zone)])),
  );
}

/**
 * A target in working days: every date with its number, or why it does not count, and by which rule the last day ends;
 * `dayEnds` null: the company has set none.
 */
export function countedDayLines(
  { days, end, extension }: WorkingWalk,
  { firstDay, dayEnds }: { firstDay: FirstDay; dayEnds: DayEnds | null },
  zone: string,
): TraceLine[] {
  let number = 0;
  const lines = days.map((day): TraceLine => {
    if (day.spans.length === 0) return unusedLine(day);
    number += 1;
    const params = { date: day.plan.date, number };
    return { code: day.plan.reason === 'makeUp' ? 'makeUpDayCounted' : 'dayCounted', params };
  });
  const counted = [
    { code: `${firstDay}IsFirst`, params: {} },
    dayEndsLine(dayEnds, 'workDays'),
    ...joinClosedDates(lines),
    ...(end ? dayEndLines(end, { unit: 'workDays', firstDay }, zone) : []),
  ];
  if (!extension) return counted;
  const { from, minutes, days: more } = extension;
  const without = { code: 'dueWithoutPauses', params: { at: wallClock(toEpoch(from), zone) } };
  const added =
    minutes % 60 === 0
      ? { code: 'pausedHoursAdded', params: { count: minutes / 60 } }
      : { code: 'pausedTimeAdded', params: { count: minutes } };
  // The day on which it would have been due is over when the rest begins.
  const isOver = more[0]?.plan.date === days.at(-1)?.plan.date && more[0]?.spans.length === 0 && !more[0].paused;
  const rest = isOver ? more.slice(1) : more;
  return [...counted, without, added, ...usedSpanLines({ dueAt: from, isProvisional: false, days: rest }, zone)];
}

type DayUnit = 'workDays' | 'calendarDays';

/** By which rule a day ends, and whether the company has set one. */
export function dayEndsLine(dayEnds: DayEnds | null, unit: DayUnit): TraceLine {
  return { code: `dayEnds.${unit}.${dayEnds ?? 'unset'}`, params: {} };
}

/** Why the last day ends when it does, where that is not plain from the rule. */
export function dayEndLines(
  { at, reason, time }: Pick<DayEnd, 'at' | 'reason' | 'time'>,
  { unit, firstDay }: { unit: DayUnit; firstDay: FirstDay },
  zone: string,
): TraceLine[] {
  const params = { time: time.slice(0, 5), at: wallClock(at, zone).slice(11) };
  switch (reason) {
    case 'lastWindow':
    case 'atClockTime':
      return [];
    case 'startedOutside':
      return [{ code: `dayEnd.startedOutside.${firstDay}`, params }];
    case 'noClockTime':
    case 'onlyDay':
      return [{ code: `dayEnd.${reason}.${unit}`, params: {} }];
    default:
      return [{ code: `dayEnd.${reason}`, params }];
  }
}

function spanLines({ plan, spans, paused = [] }: WalkedDay, zone: string): TraceLine[] {
  return spans.flatMap((span, i): TraceLine[] => {
    const [from, to] = [timeOfDay(span.from, zone), timeOfDay(span.to, zone)];
    const count = Math.round((span.to - span.from) / 60_000);
    const line = { code: 'span', params: { date: plan.date, from, to, count } };
    const previous = spans[i - 1];
    if (previous === undefined || previous.to === span.from) return [line];
    const between = { date: plan.date, from: timeOfDay(previous.to, zone), to: from };
    const isPause = paused.some((pause) => pause.from < span.from && pause.to > previous.to);
    return [{ code: isPause ? 'pausedSpan' : 'break', params: between }, line];
  });
}

function timeOfDay(epoch: number, zone: string): string {
  return wallClock(epoch, zone).slice(11);
}

/** A make-up workday or a company's own hours are worth a line of their own before the spans. */
function openedLine({ plan }: WalkedDay): TraceLine[] {
  const { date, reason, note } = plan;
  if (reason === 'makeUp') return [{ code: 'makeUpDay', params: { date } }];
  return reason === 'override' ? [{ code: ownDay('open', plan), params: { date, note } }] : [];
}

/** `openByCompany`, `closedByDepartmentNote` … */
function ownDay(what: 'open' | 'closed', { level, note }: DayPlan): string {
  return `${what}By${LEVEL[level]}${note === '' ? '' : 'Note'}`;
}

const LEVEL = { company: 'Company', department: 'Department', case: 'Case' } as const;

function unusedLine(day: WalkedDay): TraceLine {
  const { date, reason, note, windows, holiday } = day.plan;
  if (day.paused) return { code: 'pausedDay', params: { date } };
  if (windows.length > 0) return { code: 'afterHours', params: { date } };
  switch (reason) {
    case 'holiday':
      if (typeof holiday === 'object' && holiday) return { code: 'namedHoliday', params: { date, name: holiday.name } };
      return { code: `holiday.${holiday ?? 'other'}`, params: { date } };
    case 'override':
      return { code: ownDay('closed', day.plan), params: { date, note } };
    case 'makeUp':
      return { code: 'makeUpClosed', params: { date } };
    case 'week':
      return { code: 'closedWeekday', params: { date } };
  }
}

const CLOSED = /^(?:holiday\.|namedHoliday|closedBy|closedWeekday|pausedDay)/;

/**
 * Neighbouring dates that are closed for one reason become one line: a long holiday is read at a glance.
 * `holiday.nationalDay` of 10-01 … 10-07 → `holidayRange.nationalDay` with `date`, `to`, `count` 7.
 */
function joinClosedDates(lines: readonly TraceLine[]): TraceLine[] {
  const groups: TraceLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group?.[0] && CLOSED.test(line.code) && isSameReason(group[0], line)) group.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group): TraceLine[] => {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last || first === last) return group;
    const params = { ...first.params, to: last.params['date'] ?? '', count: group.length };
    return [{ code: first.code.replace(/^\w+/, '$&Range'), params }];
  });
}

function isSameReason(a: TraceLine, b: TraceLine): boolean {
  return a.code === b.code && a.params['note'] === b.params['note'] && a.params['name'] === b.params['name'];
}
