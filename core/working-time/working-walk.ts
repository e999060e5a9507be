import type { Moment } from '../complaint/moment.ts';
import type { DayPlan } from './day-plan.ts';

/** A date that a walk through working time passed: the spans it used, or none where the date was closed. */
export interface WalkedDay {
  plan: DayPlan;
  used: { from: Moment; to: Moment; minutes: number }[];
}

/** Where a walk through working time ended, and by which days. */
export interface WorkingWalk {
  dueAt: Moment;
  days: WalkedDay[];
  /** True when a passed date belongs to a year whose official days are not published. */
  isProvisional: boolean;
}
