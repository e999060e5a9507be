import type { TimeField } from '../../complaint/field.ts';
import type { PolicyPack } from '../policy-pack.ts';
import { finding, type PackFinding } from './pack-finding.ts';

/** Times that need no step: they are there when a complaint is. */
const GIVEN: readonly TimeField[] = ['receivedAt', 'occurredAt'];

/**
 * Clocks whose start no step of the way stamps: where a policy has ways for its grades and none of their steps, fields,
 * gates, approvals or other clocks brings that time, the clock never begins.
 */
export function neverStarted({
  milestones,
  workflow,
  grades,
  closingGates,
  fields,
  approvals,
}: PolicyPack): PackFinding[] {
  if (Object.keys(workflow).length === 0) return [];
  return milestones.flatMap(({ id, label, startsAt, when, source }): PackFinding[] => {
    const own = grades.filter((grade) => when?.grade?.includes(grade.id) ?? true);
    const steps = own.flatMap((grade) => workflow[grade.id] ?? workflow['default'] ?? []);
    const stamped = new Set<string>([
      ...GIVEN,
      ...steps.map(({ done }) => done),
      ...fields.map(({ field }) => field),
      ...closingGates.flatMap(({ needs }) => (needs.kind === 'time' ? [needs.time] : [])),
      ...approvals.flatMap(({ of }) =>
        of === 'plan' ? ['planApprovedAt'] : of === 'transfer' ? ['transferApprovedAt'] : [],
      ),
      ...milestones.filter((other) => other.id !== id).map(({ stopsAt }) => stopsAt),
    ]);
    if (stamped.has(startsAt)) return [];
    const detail = { sources: [source], params: { time: startsAt }, labels: { milestone: label } };
    return [finding('warning', 'neverStarts', `milestones.${id}`, detail)];
  });
}
