import type { ComplaintEvent } from '../complaint/complaint-event.ts';
import type { ComplaintState } from '../complaint/complaint-state.ts';
import type { ComplaintValues } from '../complaint/complaint-values.ts';
import type { Moment } from '../complaint/moment.ts';
import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import type { RowEvaluation } from '../register/evaluate-row.ts';

/** All that a form says of one complaint. */
export interface FormComplaint {
  number: string;
  values: ComplaintValues;
  events: readonly ComplaintEvent[];
  log: ComplaintState;
  /** What the register says of it: category, grade, department, deadlines. */
  evaluation: Pick<RowEvaluation, 'category' | 'grade' | 'department' | 'deadlines'>;
}

/** By what a form is made. */
export interface FormFrame {
  pack: PolicyPack;
  locale: Locale;
  zone: string;
  /** Printed as the day of the form. */
  asOf: Moment;
  /** Null: not known, then nothing stands above the title. */
  companyName: string | null;
}
