import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Progress } from './progress.ts';

/** Who stands for a complaint towards the complainant, and who works on it. */
export interface Keepers {
  /** Who took it: stays the contact to the end (首问责任), whoever owns it. Null: not known. */
  firstReceiver: string | null;
  owner: { department: string | null; person: string | null };
}

/** First receiver and owner side by side, by the log, else by the register's columns. Passing a complaint on never changes the first. */
export function keepersOf(values: ComplaintValues, { firstReceiver, owner }: Progress): Keepers {
  return {
    firstReceiver: firstReceiver ?? values.receivedBy ?? null,
    owner: {
      department: owner?.department ?? values.responsibleDept ?? null,
      person: owner?.person ?? values.responsiblePerson ?? null,
    },
  };
}
