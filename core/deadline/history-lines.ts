import { isDay, type DayOrMoment, type Moment } from '../complaint/moment.ts';
import type { Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';
import type { TraceLine } from './deadline.ts';
import type { CountedPause, TrackedDeadline } from './tracked-deadline.ts';

/** When the clock stood still, and why. */
export function pauseLines(
  pauses: readonly CountedPause[],
  { pack, zone, asOf }: { pack: PolicyPack; zone: string; asOf: Moment },
): TraceLine[] {
  return pauses.flatMap(({ reason, note, from, to, isCapped }): TraceLine[] => {
    const times = { from: show(from, zone), ...(to === null ? {} : { to: show(to, zone) }) };
    if (reason === null) return [{ code: 'closedStretch', params: times }];
    const labels = { reason: labelOf(pack.pauseReasons, reason) };
    const isOver = to !== null && toEpoch(to) <= toEpoch(asOf);
    const line = `${to === null ? 'pausedSince' : isOver ? 'paused' : 'pausedUntil'}${note === '' ? '' : 'Note'}`;
    const capped = isCapped && isOver ? [{ code: 'pauseCapped', params: {}, labels }] : [];
    return [{ code: line, params: { ...times, ...(note === '' ? {} : { note }) }, labels }, ...capped];
  });
}

/** What each regrading did to the due time; nothing where there is none before and after. */
export function regradeLines(history: TrackedDeadline['gradeHistory'], pack: PolicyPack, zone: string): TraceLine[] {
  return history.slice(1).flatMap((now, i): TraceLine[] => {
    const before = history[i];
    const labels = { from: labelOf(pack.grades, before?.grade ?? ''), to: labelOf(pack.grades, now.grade) };
    const at = now.since === null ? '' : show(now.since, zone);
    const [was, is] = [before?.dueAt ?? null, now.dueAt];
    if (was === null && is === null) return [];
    if (was === null || is === null) return [{ code: 'regraded', params: { at }, labels }];
    if (was === is) return [{ code: 'regradedSameDue', params: { at }, labels }];
    return [{ code: 'regradedDue', params: { at, before: show(was, zone), now: show(is, zone) }, labels }];
  });
}

/** The promise beside the deadline: the earlier of the two warns, the later blames. */
export function promiseLines(promisedAt: Moment | null, dueAt: Moment | null, zone: string): TraceLine[] {
  if (promisedAt === null) return [];
  const params = { at: show(promisedAt, zone) };
  if (dueAt === null) return [{ code: 'promisedOnly', params }];
  const difference = toEpoch(promisedAt) - toEpoch(dueAt);
  if (difference === 0) return [{ code: 'promisedSame', params }];
  return [{ code: difference < 0 ? 'promisedEarlier' : 'promisedLater', params }];
}

/** A time as a clerk reads it: a day as it is, a moment as the wall clock shows it. */
export function show(at: DayOrMoment, zone: string): string {
  return isDay(at) ? at : wallClock(toEpoch(at), zone);
}

/** The label of an id; the id itself where the pack does not know it (any more). */
export function labelOf(list: readonly { id: string; label: Localized }[], id: string): Localized {
  return list.find((entry) => entry.id === id)?.label ?? { 'zh-CN': id, 'zh-TW': id, en: id };
}
