import type { ComplaintEvent, ReopenWay } from './complaint-event.ts';
import type { Pause, ReplayFinding, ReplayFindingCode } from './complaint-state.ts';
import type { TimeField } from './field.ts';
import type { NamingRules } from './names-in-log.ts';
import { extentOf, momentAt, pointOf } from './point-in-time.ts';

/** What a replay must know of a policy; a policy pack fits. */
export interface ReplayRules extends NamingRules {
  grades: readonly { id: string }[];
  milestones: readonly { id: string; stopsAt: TimeField }[];
  /** `evidence`: what is wanted as proof, in whatever words; null or absent: nothing. */
  pauseReasons: readonly {
    id: string;
    capDays: number | null;
    noteNeeded: boolean;
    evidence?: object | null | undefined;
  }[];
  reopening: { way: ReopenWay | 'notConfigured'; cutOffDays?: number | null | undefined };
}

type Paused = Extract<ComplaintEvent, { kind: 'paused' }>;

/** A pause while the log is read. `until`: where it ends by itself; Infinity for no such date. */
interface OpenPause extends Omit<Pause, 'from' | 'to' | 'endedBy'> {
  from: number;
  until: number;
}

/** The pauses of one cycle: opened and ended while the log is read, then merged and cut to what the policy allows. */
export interface PauseLog {
  pause: (event: Paused, point: number) => void;
  /** True when something was paused. `reason` null: everything. */
  end: (point: number, endedBy: 'resumed' | 'closed' | 'withdrawn', reason: string | null) => boolean;
  pauses: () => Pause[];
}

/**
 * Reads pauses by the rules of the policy: only for a listed reason, with a note where one is needed, never of the first
 * response. What breaks a rule is a finding and pauses nothing; evidence that is wanted and not named is told.
 */
export function pauseLog(rules: ReplayRules, zone: string, find: (finding: ReplayFinding) => void): PauseLog {
  const open: OpenPause[] = [];
  const ended: (OpenPause & { to: number; endedBy: Pause['endedBy'] })[] = [];

  return {
    pause(event, point) {
      const refuse = (code: ReplayFindingCode, params: ReplayFinding['params'] = {}): void => {
        find({ level: 'error', code, event: event.id, params: { reason: event.reason, ...params } });
      };
      const rule = rules.pauseReasons.find(({ id }) => id === event.reason);
      if (!rule) {
        refuse('unlistedPauseReason');
        return;
      }
      if (rule.noteNeeded && event.note === undefined) {
        refuse('pauseNeedsNote');
        return;
      }
      const until = event.until === undefined ? Infinity : extentOf(event.until, zone).last;
      if (until <= point) {
        refuse('pauseEndsBeforeItStarts');
        return;
      }
      const milestones = event.milestones?.filter((id) => isPausable(id, rules, refuse)) ?? null;
      if (milestones?.length === 0) return;
      if (rule.evidence && event.evidence === undefined) {
        find({ level: 'warning', code: 'pauseWithoutEvidence', event: event.id, params: { reason: event.reason } });
      }
      if (rule.capDays === null && event.until === undefined) {
        find({ level: 'warning', code: 'pauseWithoutCap', event: event.id, params: { reason: event.reason } });
      }
      open.push({ id: event.id, reason: event.reason, note: event.note ?? '', from: point, until, milestones });
    },
    end(point, endedBy, reason) {
      const ending = open.filter((pause) => reason === null || pause.reason === reason);
      for (const pause of ending) {
        open.splice(open.indexOf(pause), 1);
        const isOver = pause.until <= point;
        ended.push({ ...pause, to: Math.min(point, pause.until), endedBy: isOver ? 'until' : endedBy });
      }
      return ending.length > 0;
    },
    pauses() {
      const still = open.map((pause) => ({
        ...pause,
        to: pause.until,
        endedBy: pause.until === Infinity ? null : ('until' as const),
      }));
      return rules.pauseReasons.flatMap(({ id, capDays }) => {
        const ofReason = [...ended, ...still].filter(({ reason }) => reason === id);
        return capped(merged(ofReason), capDays, find).map(
          ({ from, to, endedBy, id: event, reason, note, milestones: only }): Pause => ({
            ...{ id: event, reason, note, endedBy, milestones: only },
            from: momentAt(from, zone),
            to: to === Infinity ? null : momentAt(to, zone),
          }),
        );
      });
    },
  };
}

function isPausable(
  milestone: string,
  { milestones }: ReplayRules,
  refuse: (code: ReplayFindingCode, params: ReplayFinding['params']) => void,
): boolean {
  const known = milestones.find(({ id }) => id === milestone);
  if (known && known.stopsAt !== 'firstResponseAt') return true;
  refuse(known ? 'firstResponseNeverPaused' : 'unknownMilestone', { milestone });
  return false;
}

type Stretch = OpenPause & { to: number; endedBy: Pause['endedBy'] };

/** Overlapping and touching pauses of one reason and the same clocks become one. */
function merged(pauses: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const pause of pauses.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const before = found.findLast((other) => String(other.milestones) === String(pause.milestones));
    if (before && pause.from <= before.to) {
      if (pause.to > before.to) Object.assign(before, { to: pause.to, endedBy: pause.endedBy });
      if (!before.note.includes(pause.note)) before.note = [before.note, pause.note].filter(Boolean).join(' / ');
    } else found.push({ ...pause });
  }
  return found;
}

/** A reason pauses for `capDays` days of 24 hours in all, and no longer: what goes beyond is cut off and told. */
function capped(pauses: Stretch[], capDays: number | null, find: (finding: ReplayFinding) => void): Stretch[] {
  if (capDays === null) return pauses;
  let left = capDays * 86_400_000;
  let covered = -Infinity;
  return pauses.flatMap((pause) => {
    const from = Math.max(pause.from, covered);
    const to = Math.min(pause.to, from + left);
    left -= Math.max(0, to - from);
    covered = Math.max(covered, to);
    if (to >= pause.to) return [pause];
    if (pause.to !== Infinity) {
      const params = { reason: pause.reason, days: capDays };
      find({ level: 'warning', code: 'pauseOverCap', event: pause.id, params });
    }
    return to > pause.from ? [{ ...pause, to, endedBy: 'cap' as const }] : [];
  });
}

/** True when `point` lies in the pause; one without an end goes on. */
export function isPausedAt({ from, to }: Pick<Pause, 'from' | 'to'>, point: number): boolean {
  return pointOf(from) <= point && (to === null || point < pointOf(to));
}
