import type { Deadline } from '../deadline/deadline.ts';
import type { ReplyTemplate } from '../policy/guidance.ts';

/**
 * Of a complaint's deadlines the one whose time a template states; null where it states none, or where its clock does not run
 * for this complaint. Tracked deadlines serve as well.
 */
export function promisedDeadline<D extends Pick<Deadline, 'milestone'>>(
  { milestone: clock }: ReplyTemplate,
  deadlines: readonly D[],
): D | null {
  return deadlines.find(({ milestone }) => milestone === clock) ?? null;
}
