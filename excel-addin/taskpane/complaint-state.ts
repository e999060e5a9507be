import type { EventKind } from '../../core/complaint/complaint-event.ts';
import type { Locale } from '../../core/policy/localized.ts';

/** What the complaint screen shows; all words are in the pane's language already. */
export interface ComplaintModel {
  search: { text: string; hits: ComplaintHit[]; more: number; isDone: boolean };
  /** Who writes entries: asked once, kept as long as the pane lives. */
  who: string;
  /** Names that stand in the log or the row already. */
  names: string[];
  companyName: string;
  shown: ShownComplaint | null;
  /** Another row was selected while a form was open. */
  selected: string | null;
  /** What is wrong with the log; null: not looked at yet. */
  logCheck: { count: number; findings: { text: string; row: number | null }[] } | null;
}

export interface ComplaintHit {
  number: string;
  customer: string;
  about: string;
  status: string;
}

export type DeadlineTone = 'overdue' | 'dueSoon' | 'running' | 'unset' | 'closed';

export interface ShownComplaint {
  number: string;
  sheet: string;
  /** Row and column of its number on the sheet, from 0. */
  row: number;
  column: number;
  customer: string;
  product: string;
  category: string;
  grade: string;
  gradeReason: string;
  status: string;
  isOpen: boolean;
  department: string;
  firstReceiver: string;
  about: string;
  demand: string;
  /** Odd things about log and row; `cell` is the one to be put right, from 0. */
  notices: { level: 'error' | 'warning'; text: string; cell?: { row: number; column: number; address: string } }[];
  deadlines: ShownDeadline[];
  /** The team's own deadline in its ledger; null: it names none. */
  ownDeadline: OwnDeadline | null;
  offers: Offer[];
  timeline: TimelineEntry[];
  guidance: ShownGuidance;
  remedies: ShownRemedy[];
  responsibility: { department: string; share: string; reason: string }[];
  responsibilityNotes: string[];
  replies: ShownReply[];
}

export interface OwnDeadline {
  at: string;
  /** How it stands to the policy's. */
  note: string;
  /** The complaint is open, and this deadline comes first or has passed. */
  isUrgent: boolean;
}

export interface ShownDeadline {
  milestone: string;
  label: string;
  state: string;
  tone: DeadlineTone;
  due: string;
  /** What the customer was told, where it differs from what is computed now. */
  promised: string;
  /** What makes it unsure. */
  doubt: string;
  trace: string[];
}

/** Something that can be recorded, with its short form. */
export interface Offer {
  id: string;
  kind: EventKind;
  /** Gate, approval or milestone that the entry is about. */
  about: string | null;
  label: string;
  /** Who does it, by the policy. */
  by: string;
  source: string;
  due: string;
  group: 'first' | 'steps' | 'approvals' | 'gates' | 'more' | 'correct' | 'check';
  /** `isHard`: it cannot be recorded before. */
  blockers: { text: string; isHard: boolean }[];
  fields: OfferField[];
  /** What the form says above its fields. */
  hint: string;
}

export interface OfferField {
  name: string;
  kind: 'text' | 'choice' | 'time' | 'number';
  label: string;
  required: boolean;
  value: string;
  options: { id: string; label: string; hint: string }[];
  suggestions: string[];
}

export interface TimelineEntry {
  /** Null: it stands in the row only. */
  id: string | null;
  when: string;
  what: string;
  details: string;
  by: string;
  /** Filled in afterwards: how much later. */
  late: string;
  /** The correction that struck it out or moved it; empty: none. */
  corrected: string;
  isStruck: boolean;
}

export interface ShownGuidance {
  /** The step it is for. */
  step: string;
  texts: { text: string; source: string }[];
  checklists: { label: string; items: { id: string; label: string; isDone: boolean }[] }[];
  say: string[];
  avoid: { text: string; instead: string }[];
}

export interface ShownRemedy {
  id: string;
  label: string;
  state: 'proposed' | 'open' | 'onOffer';
  stateWord: string;
  lines: string[];
  source: string;
}

export interface ShownReply {
  id: string;
  label: string;
  language: Locale;
  text: string;
  checks: { tone: 'good' | 'warning'; text: string }[];
}

/** A filled form. `when` empty: now; else wall time in the register's zone, `2026-11-22T10:00`, or a day. */
export interface RecordForm {
  offer: string;
  when: string;
  note: string;
  who: string;
  fields: Record<string, string>;
}

export interface ComplaintCallbacks {
  searchComplaints: (text: string) => void;
  openComplaint: (number: string) => void;
  /** Answers whether it was recorded. */
  recordEvent: (form: RecordForm) => Promise<boolean>;
  /** While a form is open the screen stays with its complaint, whatever is selected. */
  holdComplaint: (isHeld: boolean) => void;
  changeWho: (who: string) => void;
  changeCompanyName: (name: string) => void;
  refreshComplaint: () => void;
  checkLog: () => void;
}

export const NO_COMPLAINT: ComplaintModel = {
  search: { text: '', hits: [], more: 0, isDone: false },
  who: '',
  names: [],
  companyName: '',
  shown: null,
  selected: null,
  logCheck: null,
};
