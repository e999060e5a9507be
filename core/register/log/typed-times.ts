import { STAMPS, type ComplaintEvent, type EventKind } from '../../complaint/complaint-event.ts';
import type { ComplaintState } from '../../complaint/complaint-state.ts';
import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { TimeField } from '../../complaint/field.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import { DONE_AGAIN } from '../../complaint/replay-events.ts';
import { readTime } from '../../deadline/read-time.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { dayAt, toEpoch } from '../../working-time/zoned-time.ts';

/** A step whose time in the row is none of the log's: a person wrote it there. */
export interface TypedTime {
  field: TimeField;
  at: DayOrMoment;
  /** What the log says now; null: nothing (any more). */
  logged: DayOrMoment | null;
  /** It lies before the step had to be done again, so it belongs to what was before. */
  isPast: boolean;
}

export const FIELDS_STAMPED = Object.values(STAMPS) as readonly TimeField[];

const MINUTE = 60_000;

/** The times in a row that differ from all that the log ever said of their steps; none of steps on which it is silent. */
export function typedTimes(
  { times, cycles }: ComplaintState,
  row: ComplaintValues,
  events: readonly ComplaintEvent[],
  zone: string,
): TypedTime[] {
  return FIELDS_STAMPED.flatMap((field): TypedTime[] => {
    const said = loggedTimes(field, events);
    const time = readTime(row[field]);
    if (time.kind !== 'known' || (said.length === 0 && cycles.length < 2)) return [];
    if (said.some((each) => isSameTime(each, time.at, zone))) return [];
    const since = doneAgainSince(field, events);
    const isPast = since !== null && !isSameTime(time.at, since, zone) && isBefore(time.at, since, zone);
    return [{ field, at: time.at, logged: times[field] ?? null, isPast }];
  });
}

/**
 * What a person typed into a row goes before the log, so that sheet, pane and statistics count the same time; it takes its
 * verdict at closing along. What lies before a reopening stays behind.
 */
export function withTypedTimes(
  log: ComplaintState,
  row: ComplaintValues,
  events: readonly ComplaintEvent[],
  { pack, zone }: { pack: PolicyPack; zone: string },
): ComplaintState {
  const typed = typedTimes(log, row, events, zone).filter(({ isPast }) => !isPast);
  const last = log.cycles.at(-1);
  if (typed.length === 0 || last === undefined) return log;
  const fields = new Set<string>(typed.map(({ field }) => field));
  const times = { ...last.times, ...Object.fromEntries(typed.map(({ field, at }) => [field, at])) };
  const judgedAnew = new Set(pack.milestones.filter(({ stopsAt }) => fields.has(stopsAt)).map(({ id }) => id));
  const verdicts = last.verdicts.filter(({ milestone }) => !judgedAnew.has(milestone));
  return { ...log, times, cycles: log.cycles.with(-1, { ...last, times, verdicts }) };
}

/** Every time at which the log ever put this step, also where it was corrected since. */
export function loggedTimes(field: TimeField, events: readonly ComplaintEvent[]): DayOrMoment[] {
  const kinds = Object.keys(STAMPS).filter((kind) => STAMPS[kind as keyof typeof STAMPS] === field) as EventKind[];
  const of = events.filter(({ kind }) => kinds.includes(kind));
  const ids = new Set(of.map(({ id }) => id));
  const moved = events.flatMap((event) =>
    event.kind === 'corrected' && ids.has(event.corrects) && event.to !== null ? [event.to] : [],
  );
  return [...of.map(({ occurredAt }) => occurredAt), ...moved];
}

/** To the minute; a day and a moment of that day are the same, as a column of days keeps no more. */
export function isSameTime(first: DayOrMoment, second: DayOrMoment, zone: string): boolean {
  if (!isDay(first) && !isDay(second))
    return Math.floor(toEpoch(first) / MINUTE) === Math.floor(toEpoch(second) / MINUTE);
  return dayOf(first, zone) === dayOf(second, zone);
}

function isBefore(first: DayOrMoment, second: DayOrMoment, zone: string): boolean {
  if (!isDay(first) && !isDay(second)) return toEpoch(first) < toEpoch(second);
  return dayOf(first, zone) < dayOf(second, zone);
}

function dayOf(at: DayOrMoment, zone: string) {
  return isDay(at) ? at : dayAt(toEpoch(at), zone);
}

/** The last reopening that began this step anew, or the answer of an unsatisfied customer that did. */
function doneAgainSince(field: TimeField, events: readonly ComplaintEvent[]): DayOrMoment | null {
  const isAgain = DONE_AGAIN.includes(field);
  const isOfEnd = isAgain || field === 'closedAt' || field === 'archivedAt';
  const again = events.findLast(
    (event) =>
      (event.kind === 'reopened' && (event.way === 'newCycle' || (event.way === 'continue' && isOfEnd))) ||
      (event.kind === 'followedUp' && event.satisfied === false && isAgain),
  );
  return again?.occurredAt ?? null;
}
