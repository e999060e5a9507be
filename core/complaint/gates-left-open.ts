import type { ComplaintState, StepTimes } from './complaint-state.ts';
import type { NamingRules } from './names-in-log.ts';

/** Filed after closing: nothing that closing itself could wait for. */
const AFTER_CLOSING: readonly string[] = ['closedAt', 'archivedAt'];

/**
 * The closing gates that hold for every complaint and that the log shows to be unmet: a step that was not taken, a follow-up
 * that did not say satisfied, a confirmation that nobody gave. Gates that look at the record or at the kind of complaint are
 * not for the log to judge: `nextSteps` judges them all.
 */
export function gatesLeftOpen(
  { closingGates = [] }: NamingRules,
  times: StepTimes,
  { satisfied, confirmed }: Pick<ComplaintState, 'satisfied' | 'confirmed'>,
): string[] {
  return closingGates
    .filter(({ id, when, needs: { kind, time } }) => {
      if (Object.keys(when).length > 0) return false;
      if (kind === 'satisfied') return satisfied !== true;
      if (kind === 'confirmed') return !confirmed.includes(id);
      return kind === 'time' && time !== undefined && !AFTER_CLOSING.includes(time) && !Object.hasOwn(times, time);
    })
    .map(({ id }) => id);
}
