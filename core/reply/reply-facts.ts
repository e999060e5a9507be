import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Deadline } from '../deadline/deadline.ts';

/** What a reply may be filled from. */
export interface ReplyFacts {
  values: ComplaintValues;
  /** The deadline whose due time the reply promises: that of its template's clock (`promisedDeadline`); null: none. */
  deadline: Pick<Deadline, 'milestone' | 'dueAt' | 'basis'> | null;
  /** Our own name; null: not set. */
  companyName: string | null;
  /** Who signs. */
  handler: string | null;
  /** Zone in whose wall time moments are stated. */
  zone: string;
}
