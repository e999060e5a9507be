import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { Outcome } from '../outcome.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import { addWorkingDays } from '../working-time/add-working-days.ts';
import { addWorkingMinutes } from '../working-time/add-working-minutes.ts';
import { openDayOf } from '../working-time/open-windows.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import type { WorkingWalk } from '../working-time/working-walk.ts';
import { addDays, dayAt, epochOf, toEpoch, toMoment } from '../working-time/zoned-time.ts';
import type { SettledTarget, TargetChoice } from '../policy/choose-target.ts';
import type { DeadlineBasis, TraceLine } from './deadline.ts';
import type { RecordedTime } from './read-time.ts';
import { dueLine, startLine, targetLine } from './trace-lines.ts';
import { countedDayLines, usedSpanLines } from './walk-lines.ts';

/** A due time with what it rests on. `dueAt` is null unless the basis is `exact` or `provisional`. */
export interface LaidOut {
  basis: DeadlineBasis;
  dueAt: Moment | null;
  trace: TraceLine[];
}

/**
 * Lays a target out from its start. What is missing is said, never guessed: no start time or only its day for a target
 * in minutes is `needsInput`; a blank target, a working target without a calendar, a day target without a first-day rule
 * is `notConfigured`. A target in calendar days ends with the last second of its day.
 */
export function layOutTarget(
  choice: TargetChoice,
  start: RecordedTime,
  company: CompanySettings | null,
  zone: string,
): LaidOut {
  const { target } = choice;
  if (target.unit === 'notConfigured') return without('notConfigured', [targetLine(choice), code('missingTarget')]);
  if (target.unit === 'immediately') {
    const begun = start.kind === 'known' ? [startLine(start.at, zone)] : [];
    return without('immediately', [...begun, targetLine(choice), code('immediately')]);
  }
  const blanks = missingSettings(target, company);
  if (blanks.length > 0) return without('notConfigured', [targetLine(choice), ...blanks]);
  if (start.kind === 'missing') return without('needsInput', [targetLine(choice), code('missingStart')]);
  if (start.kind === 'unreadable') {
    return without('needsInput', [{ code: 'unreadableStart', params: { text: start.text } }, targetLine(choice)]);
  }
  const head = [startLine(start.at, zone), targetLine(choice)];
  if (isDay(start.at) && (target.unit === 'workMinutes' || target.unit === 'clockMinutes')) {
    return without('needsInput', [...head, code('needsTimeOfDay')]);
  }
  return walk(target, start.at, company, zone, head);
}

type LaidTarget = Exclude<SettledTarget, { unit: 'immediately' | 'notConfigured' }>;

function missingSettings(target: LaidTarget, company: CompanySettings | null): TraceLine[] {
  const needsCalendar = target.unit === 'workMinutes' || target.unit === 'workDays';
  const needsFirstDay = target.unit === 'workDays' || target.unit === 'calendarDays';
  return [
    ...(needsCalendar && !company?.calendar ? [code('missingCalendar')] : []),
    ...(needsFirstDay && !company?.firstDay ? [code('missingFirstDay')] : []),
  ];
}

function walk(
  target: LaidTarget,
  start: DayOrMoment,
  company: CompanySettings | null,
  zone: string,
  head: TraceLine[],
): LaidOut {
  const calendar = company?.calendar ?? null;
  const firstDay = company?.firstDay ?? 'nextDay';
  switch (target.unit) {
    case 'workMinutes':
      return fromWalk(calendar && addWorkingMinutes(calendar, start, target.amount), (found) =>
        usedSpanLines(found, zone),
      );
    case 'workDays':
      return fromWalk(calendar && addWorkingDays(calendar, start, target.amount, firstDay), (found) =>
        countedDayLines(found, firstDay),
      );
    case 'clockMinutes':
      return onTheClock(toMoment(toEpoch(start) + target.amount * 60_000, zone), []);
    case 'calendarDays': {
      const day = isDay(start) ? start : dayAt(toEpoch(start), zone);
      const dueDay = addDays(day, firstDay === 'nextDay' ? target.amount : target.amount - 1);
      return onTheClock(toMoment(epochOf(dueDay, '24:00', zone) - 1000, zone), [code(`${firstDay}IsFirst`)]);
    }
  }

  function fromWalk(outcome: Outcome<WorkingWalk> | null, explain: (found: WorkingWalk) => TraceLine[]): LaidOut {
    if (!outcome?.ok) return without('notConfigured', [...head, code('neverOpens')]);
    const { dueAt, isProvisional } = outcome.value;
    const lines = [...head, ...explain(outcome.value), dueLine(dueAt, zone)];
    return isProvisional
      ? { basis: 'provisional', dueAt, trace: [...lines, unpublishedLine(outcome.value)] }
      : { basis: 'exact', dueAt, trace: lines };
  }

  function onTheClock(dueAt: Moment, lines: TraceLine[]): LaidOut {
    const closed = calendar !== null && isClosedAt(calendar, dueAt);
    const trace = [...head, ...lines, dueLine(dueAt, zone), ...(closed ? [code('dueWhileClosed')] : [])];
    return { basis: 'exact', dueAt, trace };
  }
}

/** A clock target may end on a holiday: true when the whole due day is closed. */
function isClosedAt(calendar: WorkingCalendar, dueAt: Moment): boolean {
  return openDayOf(calendar, dayAt(toEpoch(dueAt), calendar.zone)).spans.length === 0;
}

function unpublishedLine({ days }: WorkingWalk): TraceLine {
  const first = days.find((day) => day.plan.isProvisional);
  return { code: 'unpublishedYear', params: { date: first?.plan.date ?? '' } };
}

function without(basis: DeadlineBasis, trace: TraceLine[]): LaidOut {
  return { basis, dueAt: null, trace };
}

function code(name: string): TraceLine {
  return { code: name, params: {} };
}
