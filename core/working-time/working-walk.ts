import type { Moment } from '../complaint/moment.ts';
import type { OpenDay } from './open-windows.ts';

/** A date that a walk through working time passed, with the spans that it used; none where the date was closed. */
export type WalkedDay = OpenDay;

/** Where a walk through working time ended, and by which days. */
export interface WorkingWalk {
  dueAt: Moment;
  days: WalkedDay[];
  /** True when a passed date belongs to a year whose official days are not published. */
  isProvisional: boolean;
}
