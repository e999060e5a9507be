import type { TimeField } from '../core/complaint/field.ts';
import type { HandlingStep } from '../core/policy/guidance.ts';
import type { ComplaintFile } from './complaint-file.ts';

const STEP_OF: Partial<Record<TimeField, HandlingStep>> = {
  ...{ receivedAt: 'receipt', acceptedAt: 'receipt', firstResponseAt: 'acknowledgement', transferredAt: 'assessment' },
  ...{ assignedAt: 'assessment', reportedAt: 'assessment', transferApprovedAt: 'assessment' },
  ...{ investigatedAt: 'investigation', expertReviewedAt: 'investigation', planProposedAt: 'planning' },
  ...{ planSubmittedAt: 'approval', planApprovedAt: 'approval', planFixedAt: 'talking', executedAt: 'execution' },
  ...{ resultToldAt: 'talking', followedUpAt: 'followUp', closedAt: 'closing', archivedAt: 'review' },
};

/** The step of handling at which a complaint is. */
export function stepNow({ steps, isOpen }: ComplaintFile): HandlingStep {
  if (!isOpen) return 'review';
  const ready = steps.steps.find(({ state }) => state === 'ready');
  return (ready && STEP_OF[ready.stamps]) ?? 'talking';
}
