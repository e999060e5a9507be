import type { ClosingVerdict, EventKind, ReopenWay } from './complaint-event.ts';
import type { TimeField } from './field.ts';
import type { DayOrMoment, Moment } from './moment.ts';

/** When each step of a cycle happened. */
export type StepTimes = Partial<Record<TimeField, DayOrMoment>>;

/** A stretch during which listed clocks stand still. */
export interface Pause {
  /** The event that began it. */
  id: string;
  reason: string;
  note: string;
  from: Moment;
  /** Null: it has no end yet, neither by resumption nor by a date nor by the cap of its reason. */
  to: Moment | null;
  endedBy: 'resumed' | 'until' | 'cap' | 'closed' | 'withdrawn' | null;
  /** Only these milestones; null: all that the reason pauses. */
  milestones: readonly string[] | null;
}

/** One way of a complaint from receipt (or reopening) to closing. Later cycles never overwrite what an earlier one showed. */
export interface Cycle {
  /** From 1. */
  number: number;
  /** How it came about; null for the first. */
  way: 'continue' | 'newCycle' | null;
  times: StepTimes;
  /** Every progress report of this cycle, for clocks that run again and again. */
  progressTold: DayOrMoment[];
  pauses: Pause[];
  /** Stretches between closing and a reopening that goes on with the same clock: nobody's time. */
  closedFor: { from: Moment; to: Moment }[];
  verdicts: readonly ClosingVerdict[];
  withdrawnAt: DayOrMoment | null;
}

export interface GradeChange {
  from: string | null;
  to: string;
  at: DayOrMoment;
  reason: string;
  by: string;
}

/** An entry that was written down after the day or minute in which it happened (补写). */
export interface LateEntry {
  id: string;
  kind: EventKind;
  occurredAt: DayOrMoment;
  recordedAt: Moment;
  /** How much later; null where only the day is known. */
  minutesLate: number | null;
}

export interface PromisedTime {
  /** The cycle in which it was told. */
  cycle: number;
  milestone: string;
  dueAt: Moment;
  policyVersion: string | null;
  calendarVersion: string | null;
}

/** A remedy that somebody means to give, or has promised. */
export interface MeantRemedy {
  remedy: string;
  /** Pieces, for a remedy by ratio; null: not said. */
  count: number | null;
  /** Yuan; null: not known. */
  money: number | null;
  reason: string | null;
  at: DayOrMoment;
  by: string;
}

export type ReplayFindingCode =
  | 'unreadableTime'
  | 'sameIdTwice'
  | 'correctsUnknown'
  | 'noReceipt'
  | 'receivedTwice'
  | 'beforeReceipt'
  | 'recordedBeforeItHappened'
  | 'closedTwice'
  | 'afterClosing'
  | 'afterWithdrawal'
  | 'closedBeforeGates'
  | 'unsatisfiedAfterClosing'
  | 'unknownVerdict'
  | 'unknownGate'
  | 'unknownApproval'
  | 'unknownRemedy'
  | 'reopenedWhileOpen'
  | 'reopenedOtherWay'
  | 'reopenWayNotConfigured'
  | 'reopenedAfterCutOff'
  | 'unknownGrade'
  | 'regradedFromOther'
  | 'unlistedPauseReason'
  | 'pauseNeedsNote'
  | 'pauseWithoutEvidence'
  | 'pauseWithoutCap'
  | 'pauseEndsBeforeItStarts'
  | 'pausedWhileClosed'
  | 'pauseOverCap'
  | 'firstResponseNeverPaused'
  | 'unknownMilestone'
  | 'resumedWithoutPause';

/** Something odd in the log. An error left the entry out; a warning took it as it stands, for a person to look at. */
export interface ReplayFinding {
  level: 'error' | 'warning';
  /** Words: `deadline.finding.<code>`. */
  code: ReplayFindingCode;
  /** The entry; null when it is about the whole log. */
  event: string | null;
  params: Record<string, string | number>;
}

/** What the log says of a complaint now. Derived, never stored. */
export interface ComplaintState {
  phase: 'notReceived' | 'open' | 'closed' | 'archived' | 'withdrawn';
  /** The running cycle is the last one. Never empty. */
  cycles: Cycle[];
  /** Times of the running cycle. */
  times: StepTimes;
  grade: string | null;
  grades: GradeChange[];
  /** Follow-ups at which the customer was not satisfied, over all cycles (S2-21). */
  unsatisfiedCount: number;
  /** What the last follow-up of the running cycle said; null: not asked, or no answer. */
  satisfied: boolean | null;
  /** The department that has it again because the customer was not satisfied; null otherwise. */
  backWith: string | null;
  /** Who took the complaint; stays responsible towards the customer beside the owner (首问责任). */
  firstReceiver: string | null;
  owner: { department: string | null; person: string | null } | null;
  /** The complaint that goes on in place of this one. */
  linkedCase: { way: ReopenWay; caseId: string | null; at: DayOrMoment } | null;
  promises: PromisedTime[];
  approvals: string[];
  confirmed: string[];
  /** How the complaint turned out, by the policy's verdicts; null: not decided. */
  verdict: string | null;
  /** What somebody means to give, one entry for each remedy, the last. */
  intended: MeantRemedy[];
  /** What was promised to the complainant, one entry for each remedy, the last. */
  promisedRemedies: MeantRemedy[];
  lateEntries: LateEntry[];
  findings: ReplayFinding[];
}
