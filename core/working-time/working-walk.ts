import type { Moment } from '../complaint/moment.ts';
import type { DayEnd } from './end-of-day.ts';
import type { OpenDay, OpenSpan } from './open-windows.ts';

/** A date that a walk through working time passed, with the spans that it used; none where the date was closed. */
export interface WalkedDay extends OpenDay {
  /** Open time of the date that a pause took out; absent for none. */
  paused?: OpenSpan[];
}

/** Where a walk through working time ended, and by which days. */
export interface WorkingWalk {
  dueAt: Moment;
  days: WalkedDay[];
  /** True when a passed date belongs to a year whose official days are not published. */
  isProvisional: boolean;
  /** Of a walk by days: why it ends when it does on its last day, before anything is added for pauses. */
  end?: DayEnd;
  /** Days that were paused: where they would have ended, and the open time that was added for it. */
  extension?: { from: Moment; minutes: number; days: WalkedDay[] };
}
