import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { TimeField } from '../complaint/field.ts';
import type { Outcome } from '../outcome.ts';
import type { CompanySettings } from '../policy/company-settings.ts';
import { endOfCalendarDays } from '../working-time/calendar-days.ts';
import { addWorkingDays } from '../working-time/add-working-days.ts';
import { addWorkingMinutes } from '../working-time/add-working-minutes.ts';
import { openDayOf, type OpenSpan } from '../working-time/open-windows.ts';
import type { WorkingCalendar } from '../working-time/working-calendar.ts';
import { addByTheClock, lengthOf, within } from '../working-time/span-set.ts';
import type { WorkingWalk } from '../working-time/working-walk.ts';
import { dayAt, toEpoch, toMoment } from '../working-time/zoned-time.ts';
import type { OpenHours, SettledTarget, TargetChoice } from '../policy/choose-target.ts';
import { isReckonable } from '../policy/target.ts';
import type { DeadlineBasis, TraceLine } from './deadline.ts';
import { doubtLines } from './doubt-lines.ts';
import type { RecordedTime } from './read-time.ts';
import { dueLine, startLine, targetLine } from './trace-lines.ts';
import { countedDayLines, dayEndLines, dayEndsLine, usedSpanLines } from './walk-lines.ts';

/** A due time with what it rests on. `dueAt` is null unless the basis is `exact` or `provisional`. */
export interface LaidOut {
  basis: DeadlineBasis;
  dueAt: Moment | null;
  trace: TraceLine[];
}

/** What else bears on a target. */
export interface Circumstances {
  /** The earlier step from whose end the target counts; null or absent where the start is simply to be known. */
  waitsFor?: TimeField | null;
  /** Stretches during which the clock stands still, in order, not overlapping. */
  pauses?: readonly OpenSpan[];
}

/**
 * Lays a target out from its start. What is missing is said, never guessed: no start time or only its day for a target
 * in minutes is `needsInput`; a blank target, a working target without a calendar, a day target without a first-day rule
 * is `notConfigured`; a step that has not happened yet is `notStarted`; a calendar without that much working time is
 * `neverOpens`.
 * A target in days ends as the company has set (`dayEnds`): at the time of day of its start, or, also where nothing is set, with
 * the last window of its last working day, or the last second of its last calendar day. Which rule it was is told.
 */
export function layOutTarget(
  choice: TargetChoice,
  start: RecordedTime,
  company: CompanySettings | null,
  zone: string,
  { waitsFor = null, pauses = [] }: Circumstances = {},
): LaidOut {
  const { target } = choice;
  if (target.unit === 'notConfigured') {
    return without('notConfigured', [
      targetLine(choice),
      choice.hours ? openHours(choice.hours) : blankLine(target.blank),
    ]);
  }
  if (target.unit === 'immediately') {
    const begun = start.kind === 'known' ? [startLine(start.at, zone)] : [];
    return without('immediately', [...begun, targetLine(choice), code('immediately')]);
  }
  if (!isReckonable(target)) return without('notConfigured', [code('targetTooLong')]);
  const blanks = missingSettings(target, company);
  if (blanks.length > 0) return without('notConfigured', [targetLine(choice), ...blanks]);
  if (start.kind === 'missing') {
    return waitsFor === null
      ? without('needsInput', [targetLine(choice), code('missingStart')])
      : without('notStarted', [targetLine(choice), code(`waitsFor.${waitsFor}`)]);
  }
  if (start.kind === 'unreadable') {
    return without('needsInput', [{ code: 'unreadableStart', params: { text: start.text } }, targetLine(choice)]);
  }
  const head = [startLine(start.at, zone), targetLine(choice), ...(choice.hours ? [meantHours(choice.hours)] : [])];
  if (isDay(start.at) && (target.unit === 'workMinutes' || target.unit === 'clockMinutes')) {
    return without('needsInput', [...head, code('needsTimeOfDay')]);
  }
  return walk(target, start.at, company, zone, head, pauses);
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
  pauses: readonly OpenSpan[],
): LaidOut {
  const calendar = company?.calendar ?? null;
  const firstDay = company?.firstDay ?? 'nextDay';
  const dayEnds = company?.dayEnds ?? null;
  switch (target.unit) {
    case 'workMinutes':
      return fromWalk(calendar && addWorkingMinutes(calendar, start, target.amount, pauses), (found) =>
        usedSpanLines(found, zone),
      );
    case 'workDays':
      return fromWalk(
        calendar && addWorkingDays(calendar, start, target.amount, firstDay, pauses, dayEnds ?? 'lastWindow'),
        (found) => countedDayLines(found, { firstDay, dayEnds }, zone),
      );
    case 'clockMinutes':
      return onTheClock(addByTheClock(toEpoch(start), target.amount * 60_000, pauses), []);
    case 'calendarDays': {
      const end = endOfCalendarDays(start, { count: target.amount, firstDay, dayEnds: dayEnds ?? 'lastWindow' }, zone);
      const standstill = lengthOf(within(end.counted, pauses));
      const lines = [code(`${firstDay}IsFirst`), dayEndsLine(dayEnds, 'calendarDays')];
      const due = addByTheClock(end.at, standstill, pauses);
      // A day that ends with midnight ends with its last second.
      const isMidnight = end.reason !== 'atClockTime';
      return onTheClock(isMidnight ? due - 1000 : due, [
        ...lines,
        ...dayEndLines(end, { unit: 'calendarDays', firstDay }, zone),
      ]);
    }
  }

  function fromWalk(outcome: Outcome<WorkingWalk> | null, explain: (found: WorkingWalk) => TraceLine[]): LaidOut {
    if (!outcome?.ok) return without('neverOpens', [...head, code('neverOpens')]);
    const { dueAt, isProvisional } = outcome.value;
    const lines = [...head, ...explain(outcome.value), dueLine(dueAt, zone)];
    return isProvisional
      ? { basis: 'provisional', dueAt, trace: [...lines, ...doubtLines(outcome.value)] }
      : { basis: 'exact', dueAt, trace: lines };
  }

  function onTheClock(due: number, lines: TraceLine[]): LaidOut {
    const dueAt = toMoment(due, zone);
    const closed = calendar !== null && isClosedAt(calendar, dueAt);
    const trace = [...head, ...lines, dueLine(dueAt, zone), ...(closed ? [code('dueWhileClosed')] : [])];
    return { basis: 'exact', dueAt, trace };
  }
}

/** A clock target may end on a holiday: true when the whole due day is closed. */
function isClosedAt(calendar: WorkingCalendar, dueAt: Moment): boolean {
  return openDayOf(calendar, dayAt(toEpoch(dueAt), calendar.zone)).spans.length === 0;
}

/** The blank in the document's own words, where the pack quotes them. */
function blankLine(blank: string | undefined): TraceLine {
  return blank === undefined ? code('missingTarget') : { code: 'missingTargetQuoted', params: { text: blank } };
}

function openHours({ count }: OpenHours): TraceLine {
  return { code: 'openHours', params: { count } };
}

function meantHours({ count, mean }: OpenHours): TraceLine {
  return { code: mean === 'working' ? 'hoursMeanWorking' : 'hoursMeanClock', params: { count } };
}

function without(basis: DeadlineBasis, trace: TraceLine[]): LaidOut {
  return { basis, dueAt: null, trace };
}

function code(name: string): TraceLine {
  return { code: name, params: {} };
}
