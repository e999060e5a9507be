import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';

/** The statuses that packs share, by how far a complaint has come; a pack without one of them skips it. */
const STAGES: readonly { status: string; isReached: (log: ComplaintState) => boolean }[] = [
  {
    status: 'resolving',
    isReached: ({ times }) =>
      [times.planApprovedAt, times.planFixedAt, times.executedAt, times.resultToldAt].some((at) => at !== undefined),
  },
  { status: 'awaitingApproval', isReached: ({ times }) => times.planSubmittedAt !== undefined },
  {
    status: 'investigating',
    isReached: ({ times }) =>
      [times.assignedAt, times.transferredAt, times.investigatedAt, times.planProposedAt].some(
        (at) => at !== undefined,
      ),
  },
];

/**
 * How far an open complaint has come by its log, as a status of the policy; null where the log tells nothing that the policy
 * has a status for. Assigned or looked into → investigating; plan submitted → awaiting approval; plan approved or agreed →
 * resolving.
 */
export function statusByProgress(log: ComplaintState, { statuses }: Pick<PolicyPack, 'statuses'>): string | null {
  const known = (id: string) => statuses.some((status) => status.id === id && status.isOpen);
  return STAGES.find(({ status, isReached }) => known(status) && isReached(log))?.status ?? null;
}
