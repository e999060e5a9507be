import type { Day } from '../complaint/moment.ts';

export type PeriodKind = 'week' | 'month' | 'quarter' | 'year';

/** A calendar period of the register's zone; both days belong to it. Weeks are those of ISO 8601. */
export interface Period {
  kind: PeriodKind;
  /** `2026-W07`, `2026-02`, `2026-Q1`, `2026`: sorts as text within its kind. */
  id: string;
  first: Day;
  last: Day;
}
