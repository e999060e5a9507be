import type { TimeField } from '../complaint/field.ts';
import type { DayOrMoment } from '../complaint/moment.ts';
import { matchCondition } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Step } from '../policy/workflow.ts';
import { situationNow } from './as-it-stands.ts';
import { closingGates, type GateState } from './closing-gates.ts';
import { missingApprovals, type MissingApproval } from './missing-approvals.ts';
import { laneTasks, type LaneTask } from './lane-tasks.ts';
import { DONE_AGAIN, timesThatCount, type Progress } from './progress.ts';

/** What a step still waits for. */
export type Blocker =
  | { kind: 'step'; step: string }
  | ({ kind: 'approval' } & MissingApproval)
  | { kind: 'gate'; gate: string; awaits: GateState['awaits']; source: string };

/** Where a step of the grade's way stands. */
export interface StepState {
  step: string;
  /** Role that does it. */
  by: string;
  /**
   * `awaitingApproval`: carried out, but an approval that it needs is missing. `notNeeded`: its condition does not hold.
   * `leftOut`: the complaint was closed without it.
   */
  state: 'done' | 'ready' | 'blocked' | 'awaitingApproval' | 'notNeeded' | 'leftOut';
  stamps: TimeField;
  doneAt: DayOrMoment | null;
  blockers: Blocker[];
  /** To be done anew because the complainant was not satisfied. */
  isAgain: boolean;
  source: string;
}

/** What may happen now, who does it, and what stands in the way of the rest. */
export interface NextSteps {
  /** Open tasks of special lanes; they come before the ordinary steps. */
  first: LaneTask[];
  /** The way of the complaint's grade, in its order. Empty: the pack describes none. */
  steps: StepState[];
  gates: GateState[];
  /** No gate, no approval and no step is left that closing waits for. */
  mayClose: boolean;
  /** What closing still waits for, by name; empty once the complaint is closed or withdrawn. */
  beforeClosing: Blocker[];
  /** What a closed complaint was closed without; empty: it was closed by the rules, or is open. */
  closedWithout: Blocker[];
  /** Closed, and the complainant is not satisfied: it is reopened before the work goes on. */
  isToReopen: boolean;
  /** The complainant was not satisfied: back to the department, for the how-manieth time. */
  sentBack: { times: number; to: string | null } | null;
}

/**
 * The next steps of a complaint by the way of its grade: a step is ready when the steps before it are done (or not needed),
 * its approvals are granted, and, for closing, all gates are met. Money is neither spent nor promised before approval; what
 * was done without is not done, and nothing is closed over it (S0-34). The grade of the log goes before that of the
 * assessment. A withdrawn complaint needs no further step; what a closed one was closed without is told (S2-22).
 */
export function nextSteps(assessed: Situation, pack: PolicyPack, progress: Progress): NextSteps {
  const situation = situationNow(assessed, progress);
  const gates = closingGates(situation, pack, progress);
  const isWithdrawn = progress.phase === 'withdrawn';
  const isBack = progress.satisfied === false;
  const steps = layOutSteps(situation, pack, progress, gates);
  const isClosed = timesThatCount(progress).closedAt !== undefined;
  const missing = leftBeforeClosing(situation, pack, progress, { steps, gates, isClosed });
  const beforeClosing = isWithdrawn || isClosed ? [] : missing;
  return {
    first: isWithdrawn ? [] : laneTasks(situation, pack, progress).filter(({ isDone }) => !isDone),
    steps,
    gates,
    mayClose: !isWithdrawn && !isClosed && beforeClosing.length === 0,
    beforeClosing,
    closedWithout: isClosed ? missing : [],
    isToReopen: isClosed && isBack,
    sentBack: isBack ? { times: progress.unsatisfiedCount, to: backTo(situation, progress) } : null,
  };
}

/** Filed after closing: no gate that closing itself could wait for. */
const AFTER_CLOSING: readonly TimeField[] = ['closedAt', 'archivedAt'];

function layOutSteps(
  situation: Situation,
  pack: PolicyPack,
  progress: Progress,
  gates: readonly GateState[],
): StepState[] {
  const way = wayOf(situation.grade(), pack);
  const isClosed = timesThatCount(progress).closedAt !== undefined;
  const states = new Map<string, StepState>();
  /** What a step really waits for: through one that is not needed it waits for what comes before that. */
  const openBefore = (step: Step, path: readonly string[]): StepState[] =>
    way
      .filter(({ id }) => step.after.includes(id) && !path.includes(id))
      .flatMap((earlier) => {
        const state = visit(earlier, [...path, step.id]);
        return state.state === 'notNeeded' ? openBefore(earlier, [...path, step.id]) : isOpen(state) ? [state] : [];
      })
      .filter((state, at, all) => all.indexOf(state) === at);
  const visit = (step: Step, path: readonly string[]): StepState => {
    const known = states.get(step.id);
    if (known) return known;
    const state = stateOf(step, openBefore(step, path), situation, pack, progress, gates);
    const isLeftOut = isClosed && isOpen(state) && state.doneAt === null && !comesAfterClosing(step, way);
    const settled: StepState = isLeftOut ? { ...state, state: 'leftOut', blockers: [] } : state;
    states.set(step.id, settled);
    return settled;
  };
  return way.map((step) => visit(step, []));
}

function stateOf(
  step: Step,
  before: readonly StepState[],
  situation: Situation,
  pack: PolicyPack,
  progress: Progress,
  gates: readonly GateState[],
): StepState {
  const doneAt = timesThatCount(progress)[step.done] ?? null;
  const named = { step: step.id, by: step.by, stamps: step.done, doneAt, source: step.source };
  const isAgain = progress.satisfied === false && doneAt === null && DONE_AGAIN.includes(step.done);
  const settled = (state: StepState['state'], blockers: Blocker[] = []): StepState => ({
    ...{ ...named, state, blockers, isAgain },
  });
  const isNeeded = step.when === null || matchCondition(step.when, situation) !== null;
  if (!isNeeded) return settled(doneAt === null ? 'notNeeded' : 'done');
  if (doneAt !== null) {
    const lacking = lackingApprovals(step, situation, pack, progress);
    return lacking.length > 0 ? settled('awaitingApproval', lacking) : settled('done');
  }
  if (progress.phase === 'withdrawn') return settled('notNeeded');
  const blockers: Blocker[] = [
    ...before.map(({ step: earlier }): Blocker => ({ kind: 'step', step: earlier })),
    ...missingApprovals(step.done, situation, pack, progress).map(asBlocker),
    ...(step.done === 'closedAt' ? openGates(gates) : []),
  ];
  return settled(blockers.length > 0 ? 'blocked' : 'ready', blockers);
}

function isOpen({ state }: StepState): boolean {
  return state !== 'done' && state !== 'notNeeded';
}

/** Whether a step waits, by itself or over others, for the closing; filing does. */
function comesAfterClosing(step: Step, way: readonly Step[], path: readonly string[] = []): boolean {
  if (AFTER_CLOSING.includes(step.done)) return true;
  return way.some(
    (before) =>
      step.after.includes(before.id) &&
      !path.includes(before.id) &&
      comesAfterClosing(before, way, [...path, before.id]),
  );
}

/** Of an open complaint what its closing steps wait for; of a closed one every step that was left out; of both gates and approvals. */
function leftBeforeClosing(
  situation: Situation,
  pack: PolicyPack,
  progress: Progress,
  { steps, gates, isClosed }: { steps: readonly StepState[]; gates: readonly GateState[]; isClosed: boolean },
): Blocker[] {
  const named = isClosed
    ? steps.filter(({ state }) => state === 'leftOut').map(({ step }): Blocker => ({ kind: 'step', step }))
    : steps.filter((step) => step.stamps === 'closedAt' && isOpen(step)).flatMap(({ blockers }) => blockers);
  const unapproved = steps.filter(({ state }) => state === 'awaitingApproval').flatMap(({ blockers }) => blockers);
  return onceEach([
    ...named,
    ...unapproved,
    ...missingApprovals('closedAt', situation, pack, progress).map(asBlocker),
    ...openGates(gates),
  ]);
}

function asBlocker(missing: MissingApproval): Blocker {
  return { kind: 'approval', ...missing };
}

function onceEach(blockers: readonly Blocker[]): Blocker[] {
  const nameOf = (blocker: Blocker) =>
    blocker.kind === 'step' ? blocker.step : blocker.kind === 'approval' ? blocker.approval : blocker.gate;
  const key = (blocker: Blocker) => `${blocker.kind} ${nameOf(blocker)}`;
  return blockers.filter((blocker, at) => blockers.findIndex((other) => key(other) === key(blocker)) === at);
}

/** Its own approval, and those of plan, transfer, money and promise that should have come before. */
function lackingApprovals(step: Step, situation: Situation, pack: PolicyPack, progress: Progress): Blocker[] {
  const own = ownApproval(step, progress);
  const before = step.done === 'closedAt' ? [] : missingApprovals(step.done, situation, pack, progress).map(asBlocker);
  return [...(own ? [own] : []), ...before];
}

function openGates(gates: readonly GateState[]): Blocker[] {
  return gates
    .filter(({ isMet, awaits }) => !isMet && !AFTER_CLOSING.some((time) => time === awaits))
    .map(({ gate, awaits, source }) => ({ kind: 'gate', gate, awaits, source }));
}

/** The approval that makes a step count, while it is missing. The log's own stamp of approval serves as well. */
function ownApproval(step: Step, { approvals, times }: Progress): Blocker | null {
  if (step.approvedBy === null || approvals.includes(step.id)) return null;
  const stamp = APPROVED_WHEN[step.done];
  if (stamp !== undefined && times[stamp] !== undefined) return null;
  return { kind: 'approval', approval: step.id, by: step.approvedBy, source: step.source };
}

const APPROVED_WHEN: Partial<Record<TimeField, TimeField>> = {
  planProposedAt: 'planApprovedAt',
  planSubmittedAt: 'planApprovedAt',
  transferredAt: 'transferApprovedAt',
};

function wayOf(grade: string | null, pack: PolicyPack): readonly Step[] {
  const own = grade !== null && Object.hasOwn(pack.workflow, grade) ? pack.workflow[grade] : undefined;
  return own ?? pack.workflow['default'] ?? [];
}

function backTo({ values }: Situation, { backWith, owner }: Progress): string | null {
  return backWith ?? owner?.department ?? values.responsibleDept ?? null;
}
