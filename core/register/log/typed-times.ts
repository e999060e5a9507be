import { STAMPS, type ComplaintEvent, type EventKind } from '../../complaint/complaint-event.ts';
import type { ComplaintState } from '../../complaint/complaint-state.ts';
import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { TimeField } from '../../complaint/field.ts';
import { isDay, type DayOrMoment } from '../../complaint/moment.ts';
import { orderEvents } from '../../complaint/order-events.ts';
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
}

/** A time in the row that lies before its step had to be done again: it belongs to what was before, and counts no more. */
export interface PastTime {
  field: TimeField;
  at: DayOrMoment;
  /** The reopening, or the answer of an unsatisfied customer, that began the step anew. */
  since: DayOrMoment;
}

export const FIELDS_STAMPED = Object.values(STAMPS) as readonly TimeField[];

const MINUTE = 60_000;

/**
 * The times in a row that differ from all that the log ever said of their steps and belong to the present; none of steps on
 * which the log is silent.
 */
export function typedTimes(
  log: ComplaintState,
  row: ComplaintValues,
  events: readonly ComplaintEvent[],
  zone: string,
): TypedTime[] {
  return FIELDS_STAMPED.flatMap((field): TypedTime[] => {
    const said = loggedTimes(field, events);
    const time = readTime(row[field]);
    if (time.kind !== 'known' || (said.length === 0 && log.cycles.length < 2)) return [];
    if (said.some((each) => isSameTime(each, time.at, zone))) return [];
    if (pastSince(field, time.at, { log, events, zone }) !== null) return [];
    return [{ field, at: time.at, logged: log.times[field] ?? null }];
  });
}

/**
 * The times in a row that were written before their step had to be done again, or typed there since though they lie before
 * it; none that the log holds now. The receipt is no step: it stays that of the complaint's first arrival.
 */
export function pastTimes(
  log: ComplaintState,
  row: ComplaintValues,
  events: readonly ComplaintEvent[],
  zone: string,
): PastTime[] {
  return FIELDS_STAMPED.flatMap((field): PastTime[] => {
    const time = readTime(row[field]);
    if (field === 'receivedAt' || time.kind !== 'known') return [];
    const logged = log.times[field];
    if (logged !== undefined && isSameTime(logged, time.at, zone)) return [];
    const since = pastSince(field, time.at, { log, events, zone });
    return since === null ? [] : [{ field, at: time.at, since }];
  });
}

interface LogOfRow {
  log: ComplaintState;
  events: readonly ComplaintEvent[];
  zone: string;
}

/** What began a step anew after this time; null: nothing did. */
function pastSince(field: TimeField, at: DayOrMoment, { log, events, zone }: LogOfRow): DayOrMoment | null {
  const since = doneAgainSince(field, { log, events, zone });
  return since !== null && !isSameTime(at, since, zone) && isBefore(at, since, zone) ? since : null;
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
  const typed = typedTimes(log, row, events, zone);
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

/**
 * The last reopening that began this step anew, or the answer of an unsatisfied customer that did, as the log says now; none
 * that was left out or struck out.
 */
function doneAgainSince(field: TimeField, { log: { findings }, events, zone }: LogOfRow): DayOrMoment | null {
  const isAgain = DONE_AGAIN.includes(field);
  const isOfEnd = isAgain || field === 'closedAt' || field === 'archivedAt';
  const isLeftOut = (id: string) => findings.some(({ level, event }) => level === 'error' && event === id);
  if (!events.some(({ kind }) => kind === 'reopened' || kind === 'followedUp')) return null;
  const again = orderEvents(events, zone).ordered.findLast(
    ({ event }) =>
      ((event.kind === 'reopened' && (event.way === 'newCycle' || (event.way === 'continue' && isOfEnd))) ||
        (event.kind === 'followedUp' && event.satisfied === false && isAgain)) &&
      !isLeftOut(event.id),
  );
  return again?.event.occurredAt ?? null;
}
