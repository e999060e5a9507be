import type { ComplaintEvent } from './complaint-event.ts';
import type { ReplayFinding } from './complaint-state.ts';
import { DayOrMoment, Moment } from './moment.ts';

/**
 * The entries whose times can all be read, and a finding for each that is left out: a log that was kept or sent by others
 * may hold anything.
 */
export function readableEvents(events: readonly ComplaintEvent[]): {
  readable: ComplaintEvent[];
  findings: ReplayFinding[];
} {
  const findings: ReplayFinding[] = [];
  const readable = events.filter((event) => {
    const { times, moments } = timesIn(event);
    const unread =
      times.find((time) => !DayOrMoment.safeParse(time).success) ??
      moments.find((moment) => !Moment.safeParse(moment).success);
    if (unread === undefined) return true;
    findings.push({ level: 'error', code: 'unreadableTime', event: event.id, params: { time: unread.slice(0, 40) } });
    return false;
  });
  return { readable, findings };
}

/** `moments` are those of which a day alone is not enough. */
function timesIn(event: ComplaintEvent): { times: string[]; moments: string[] } {
  const [times, moments] = [[event.occurredAt], [event.recordedAt]];
  if (event.kind === 'paused' && event.until !== undefined) times.push(event.until);
  if (event.kind === 'corrected' && event.to !== null) times.push(event.to);
  if (event.kind === 'promised') moments.push(event.dueAt);
  if (event.kind === 'closed') moments.push(...(event.verdicts ?? []).map(({ dueAt }) => dueAt));
  return { times, moments };
}
