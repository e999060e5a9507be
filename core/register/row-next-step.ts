import type { RowDeadline } from './row-deadline.ts';
import type { TimeField } from '../complaint/field.ts';
import type { Moment } from '../complaint/moment.ts';
import type { Situation } from '../grade/situation.ts';
import type { Locale, Localized } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { nextSteps } from '../workflow/next-steps.ts';
import type { Progress } from '../workflow/progress.ts';
import { translate } from '../wording/translate.ts';
import { toEpoch, wallClock } from '../working-time/zoned-time.ts';

/** What is to be done next with a complaint. */
export interface NextAction {
  kind: 'step' | 'approval' | 'reopen';
  label: Localized | null;
  /** Until when; null: no time is set for it. `atOnce`: the policy allows no delay. */
  due: Moment | null;
  atOnce: boolean;
}

/**
 * The next action by the way of the complaint's grade: of the steps that are ready the one whose deadline comes first, an
 * immediate duty before all; where nothing is ready, the approval that is waited for; where the pack describes no way, the
 * milestone that is due first. Null when nothing is left to do.
 */
export function nextAction(
  situation: Situation,
  pack: PolicyPack,
  progress: Progress,
  deadlines: readonly RowDeadline[],
): NextAction | null {
  const { first, steps, isToReopen } = nextSteps(situation, pack, progress);
  if (isToReopen) return { kind: 'reopen', label: null, due: null, atOnce: false };
  if (progress.phase !== undefined && progress.phase !== 'open' && progress.phase !== 'notReceived') return null;
  const [task] = first;
  if (task !== undefined) return { kind: 'step', label: task.text, due: null, atOnce: true };
  const way = new Map(Object.values(pack.workflow).flatMap((list) => list.map((step) => [step.id, step] as const)));
  const ready = steps
    .filter(({ state }) => state === 'ready')
    .map(({ step, stamps }) => ({ label: way.get(step)?.label ?? null, ...dueOf(stamps, deadlines, pack) }));
  const soonest = earliest(ready);
  if (soonest !== null) return { kind: 'step', ...soonest };
  const waiting = steps.find(({ state }) => state === 'awaitingApproval');
  if (waiting !== undefined)
    return { kind: 'approval', label: way.get(waiting.step)?.label ?? null, due: null, atOnce: false };
  if (steps.length > 0) return null;
  const open = deadlines.flatMap(({ milestone, stoppedAt, dueAt, warnedFor, basis }) => {
    const label = pack.milestones.find(({ id }) => id === milestone)?.label ?? null;
    return stoppedAt === null ? [{ label, due: warnedFor ?? dueAt, atOnce: basis === 'immediately' }] : [];
  });
  const next = earliest(open);
  return next === null ? null : { kind: 'step', ...next };
}

interface Candidate {
  label: Localized | null;
  due: Moment | null;
  atOnce: boolean;
}

function dueOf(stamps: TimeField, deadlines: readonly RowDeadline[], pack: PolicyPack): Omit<Candidate, 'label'> {
  const own = pack.milestones.filter(({ stopsAt }) => stopsAt === stamps).map(({ id }) => id);
  const open = deadlines.filter(({ milestone, stoppedAt }) => own.includes(milestone) && stoppedAt === null);
  const dues = open.flatMap(({ warnedFor, dueAt }) => warnedFor ?? dueAt ?? []);
  const [due = null] = dues.sort((a, b) => toEpoch(a) - toEpoch(b));
  return { due, atOnce: open.some(({ basis }) => basis === 'immediately') };
}

function earliest(candidates: readonly Candidate[]): Candidate | null {
  const order = ({ due, atOnce }: Candidate) => (atOnce ? -Infinity : due === null ? Infinity : toEpoch(due));
  let best: Candidate | null = null;
  for (const candidate of candidates) if (best === null || order(candidate) < order(best)) best = candidate;
  return best;
}

/** The next action in a few words, its deadline first, with its year, for the cell is read in later years as well: `2026-02-14 09:30 前：确认收到并告知时间`. */
export function nextActionText(action: NextAction | null, locale: Locale, zone: string): string {
  if (action === null) return '';
  const step = action.label?.[locale] ?? '';
  if (action.kind !== 'step') return translate(locale, `register.next.${action.kind}`, { step });
  if (action.atOnce) return translate(locale, 'register.next.atOnce', { step });
  if (action.due === null) return step;
  return translate(locale, 'register.next.byTime', { at: wallClock(toEpoch(action.due), zone), step });
}
