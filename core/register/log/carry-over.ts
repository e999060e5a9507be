import { ComplaintEvent, STAMPS, type EventKind } from '../../complaint/complaint-event.ts';
import type { ComplaintValues } from '../../complaint/complaint-values.ts';
import type { DayOrMoment } from '../../complaint/moment.ts';
import { readTime } from '../../deadline/read-time.ts';
import type { TypedTime } from './typed-times.ts';

/** A time that only the row tells. */
export interface RowTime {
  kind: EventKind;
  at: DayOrMoment;
}

/** The times of steps that stand in the row and have no entry in the log, in the order of a complaint's life. */
export function timesWithoutEntry(values: ComplaintValues, events: readonly ComplaintEvent[]): RowTime[] {
  const logged = new Set<string>(events.map(({ kind }) => kind));
  return Object.entries(STAMPS).flatMap(([kind, field]): RowTime[] => {
    const time = readTime(values[field]);
    return time.kind === 'known' && !logged.has(kind) ? [{ kind: kind as EventKind, at: time.at }] : [];
  });
}

/**
 * Entries for what only the row tells, to be written before a complaint is reopened: from then on the log alone says what
 * was before. One that only its status calls closed was closed by now, at the latest. A time that a person typed over one
 * of the log (`typed`) puts that entry right. Their ids follow from `id`, so that writing them twice is once, and in their
 * order, which decides where two have the same time.
 */
export function carryOver(
  values: ComplaintValues,
  events: readonly ComplaintEvent[],
  {
    id,
    by,
    recordedAt,
    note,
    typed,
  }: { id: string; by: string; recordedAt: string; note: string; typed: readonly TypedTime[] },
): ComplaintEvent[] {
  const inRow = timesWithoutEntry(values, events);
  const isClosed = [...inRow, ...events].some(({ kind }) => kind === 'closed' || kind === 'withdrawn');
  const times: RowTime[] = isClosed ? inRow : [...inRow, { kind: 'closed', at: recordedAt }];
  const idAt = (place: number) => `${id}-${String(place).padStart(2, '0')}`.slice(0, 64);
  const corrections = typed.flatMap(({ field, at, logged }): Pick<Corrected, 'corrects' | 'to'>[] => {
    const meant = events.findLast(
      (event) => STAMPS[event.kind as keyof typeof STAMPS] === field && timeNow(event, events) === logged,
    );
    return meant === undefined ? [] : [{ corrects: meant.id, to: at }];
  });
  const corrected = corrections.map((correction, place) =>
    ComplaintEvent.parse({
      ...{ id: idAt(times.length + place), kind: 'corrected', occurredAt: recordedAt, recordedAt, by },
      ...{ reason: note, ...correction },
    }),
  );
  const carried = times.map(({ kind, at }, place) =>
    ComplaintEvent.parse({
      ...{ id: idAt(place), kind, occurredAt: at, recordedAt, by, note },
      ...(kind === 'received' && values.receivedBy !== undefined ? { receiver: values.receivedBy.slice(0, 200) } : {}),
      ...(kind === 'transferred' ? { department: values.responsibleDept?.slice(0, 200) ?? '—' } : {}),
      ...(kind === 'followedUp' ? { satisfied: null } : {}),
    }),
  );
  return [...carried, ...corrected];
}

type Corrected = Extract<ComplaintEvent, { kind: 'corrected' }>;

/** When an entry happened by the last correction of it. */
function timeNow({ id, occurredAt }: ComplaintEvent, events: readonly ComplaintEvent[]): DayOrMoment | null {
  const last = events.findLast((event) => event.kind === 'corrected' && event.corrects === id);
  return last?.kind === 'corrected' ? last.to : occurredAt;
}
