import type { TimeField } from '../complaint/field.ts';
import type { DayOrMoment } from '../complaint/moment.ts';
import { matchCondition } from '../grade/match-condition.ts';
import type { Situation } from '../grade/situation.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { Step } from '../policy/workflow.ts';
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
  /** `awaitingApproval`: carried out, but the approval that makes it count is missing. `notNeeded`: its condition does not hold. */
  state: 'done' | 'ready' | 'blocked' | 'awaitingApproval' | 'notNeeded';
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
  /** No gate and no step is left that closing waits for. */
  mayClose: boolean;
  /** The complainant was not satisfied: back to the department, for the how-manieth time. */
  sentBack: { times: number; to: string | null } | null;
}

/**
 * The next steps of a complaint by the way of its grade: a step is ready when the steps before it are done (or not needed),
 * its approvals are granted, and, for closing, all gates are met. Money is neither spent nor promised before approval.
 * A withdrawn complaint needs no further step.
 */
export function nextSteps(situation: Situation, pack: PolicyPack, progress: Progress): NextSteps {
  const gates = closingGates(situation, pack, progress);
  const isWithdrawn = progress.phase === 'withdrawn';
  const isBack = progress.satisfied === false;
  const steps = layOutSteps(situation, pack, progress, gates);
  const closing = steps.filter(({ stamps }) => stamps === 'closedAt');
  const isClosed = timesThatCount(progress).closedAt !== undefined;
  return {
    first: isWithdrawn ? [] : laneTasks(situation, pack, progress).filter(({ isDone }) => !isDone),
    steps,
    gates,
    mayClose:
      !isWithdrawn &&
      !isClosed &&
      gates.every(({ isMet, awaits }) => isMet || AFTER_CLOSING.some((time) => time === awaits)) &&
      closing.every(({ state }) => state === 'ready' || state === 'notNeeded'),
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
  const states = new Map<string, StepState>();
  const visit = (step: Step, path: readonly string[]): StepState => {
    const known = states.get(step.id);
    if (known) return known;
    const before = way
      .filter(({ id }) => step.after.includes(id) && !path.includes(id))
      .map((earlier) => visit(earlier, [...path, step.id]));
    const state = stateOf(step, before, situation, pack, progress, gates);
    states.set(step.id, state);
    return state;
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
  const own = ownApproval(step, progress);
  if (doneAt !== null) return own ? settled('awaitingApproval', [own]) : settled('done');
  if (progress.phase === 'withdrawn') return settled('notNeeded');
  const blockers: Blocker[] = [
    ...before
      .filter(({ state }) => state !== 'done' && state !== 'notNeeded')
      .map((earlier): Blocker => ({ kind: 'step', step: earlier.step })),
    ...missingApprovals(step.done, situation, pack, progress).map((missing): Blocker => ({
      kind: 'approval',
      ...missing,
    })),
    ...(step.done === 'closedAt' ? openGates(gates) : []),
  ];
  return settled(blockers.length > 0 ? 'blocked' : 'ready', blockers);
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
