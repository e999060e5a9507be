import { STAMPS, type ComplaintEvent, type EventKind } from './complaint-event.ts';
import type { ReplayFinding } from './complaint-state.ts';
import { placeInTime, pointOf } from './point-in-time.ts';

/** An event in its place: corrected, once only, and with its point in time. */
export interface OrderedEvent {
  event: ComplaintEvent;
  point: number;
}

/**
 * The events that hold, in the order in which they happened, then in which they were written down – whatever the order in
 * which they are given. Entries read twice count once. A correction changes when an entry happened, or strikes it out; the
 * last correction of an entry wins, and a correction may itself be struck out by a later one.
 */
export function orderEvents(
  events: readonly ComplaintEvent[],
  zone: string,
): { ordered: OrderedEvent[]; findings: ReplayFinding[] } {
  const findings: ReplayFinding[] = [];
  const unique = onceEach(events, findings);
  const corrected = correct(unique, findings);
  const ordered = corrected
    .map((event) => ({ event, point: placeInTime(event, zone), recorded: pointOf(event.recordedAt) }))
    .toSorted(
      (a, b) =>
        a.point - b.point ||
        a.recorded - b.recorded ||
        compareTexts(a.event.id, b.event.id) ||
        rankOf(a.event) - rankOf(b.event),
    );
  return { ordered, findings };
}

/** Whether an entry of one of these kinds was struck out by a correction that holds. */
export function isStruckOut(events: readonly ComplaintEvent[], kinds: ReadonlySet<EventKind>): boolean {
  if (!events.some(({ kind }) => kind === 'corrected')) return false;
  const held = new Set(correct(events, []).map(({ id }) => id));
  return events.some(({ id, kind }) => kinds.has(kind) && !held.has(id));
}

function onceEach(events: readonly ComplaintEvent[], findings: ReplayFinding[]): ComplaintEvent[] {
  const byId = new Map<string, ComplaintEvent>();
  const clashing = new Set<string>();
  for (const event of events) {
    const known = byId.get(event.id);
    if (!known) {
      byId.set(event.id, event);
      continue;
    }
    const order = compareTexts(textOf(event), textOf(known));
    if (order !== 0) clashing.add(event.id);
    if (order < 0) byId.set(event.id, event);
  }
  for (const id of [...clashing].sort()) findings.push({ level: 'error', code: 'sameIdTwice', event: id, params: {} });
  return [...byId.values()];
}

/** The earlier record first, so that a copy that was tampered with later does not win. */
function textOf(event: ComplaintEvent): string {
  const entries = Object.entries(event).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `${String(pointOf(event.recordedAt)).padStart(16, '0')} ${JSON.stringify(entries)}`;
}

function correct(events: readonly ComplaintEvent[], findings: ReplayFinding[]): ComplaintEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const held = new Map(byId);
  const settled = new Set<string>();
  const corrections = events.filter((event) => event.kind === 'corrected').toSorted((a, b) => byRecord(b, a));
  for (const correction of corrections) {
    // Struck out by a later correction.
    if (!held.has(correction.id)) continue;
    const target = byId.get(correction.corrects);
    if (!target || target.id === correction.id || byRecord(target, correction) > 0) {
      const params = { id: correction.corrects };
      findings.push({ level: 'error', code: 'correctsUnknown', event: correction.id, params });
      continue;
    }
    if (settled.has(target.id)) continue;
    settled.add(target.id);
    if (correction.to === null) held.delete(target.id);
    else held.set(target.id, { ...target, occurredAt: correction.to });
  }
  return [...held.values()].filter(({ kind }) => kind !== 'corrected');
}

function byRecord(a: ComplaintEvent, b: ComplaintEvent): number {
  return pointOf(a.recordedAt) - pointOf(b.recordedAt) || compareTexts(a.id, b.id);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const KINDS_IN_ORDER = Object.keys(STAMPS);

/** Receipt before closing, where nothing else tells. */
function rankOf({ kind }: ComplaintEvent): number {
  return KINDS_IN_ORDER.indexOf(kind);
}
