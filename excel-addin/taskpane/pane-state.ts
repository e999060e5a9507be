import type { Field } from '../../core/complaint/field.ts';
import type { Day } from '../../core/complaint/moment.ts';
import type { BlankAnswer } from '../../core/policy/blank-answer.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { PolicyPack, Target } from '../../core/policy/policy-pack.ts';
import type { PolicyQuestion } from '../../core/policy/policy-questions.ts';
import type { Locale } from '../../core/policy/localized.ts';
import type { GatheredFrom } from '../../core/register/gathered-from.ts';
import type { LedgerColumn, LedgerReading, LedgerRefusal } from '../../core/register/ledger-reading.ts';
import type { RegisterPlan } from '../../core/register/register-plan.ts';
import type { MessageParams } from '../../core/wording/translate.ts';
import type { ComplaintCallbacks, ComplaintModel } from './complaint-state.ts';
import type { FindingGroup, FindingsCallbacks, FindingsModel } from './findings-state.ts';
import type { FormsCallbacks, FormsModel } from './forms-state.ts';
import type { RefreshCallbacks, RefreshModel } from './refresh-state.ts';
import type { SettingsCallbacks, SettingsModel } from './settings-state.ts';
import type { RestoreCallbacks, RestoreModel } from './restore-state.ts';
import type { SharingCallbacks, SharingModel } from './sharing-state.ts';
import type { StatisticsCallbacks, StatisticsModel } from './statistics-state.ts';

/** What the pane shows. Components get this and callbacks, and know neither workbook nor bridge. */
export interface PaneState {
  locale: Locale;
  /** `noOffice`: its library did not load. `tooOld`: this host lacks what the add-in needs. */
  phase: 'starting' | 'noOffice' | 'tooOld' | 'ready';
  screen: 'today' | 'complaint' | 'findings' | 'statistics' | 'register' | 'import';
  notice: Notice | null;
  busy: Busy | null;
  setup: SetupModel;
  refresh: RefreshModel;
  settings: SettingsModel;
  restore: RestoreModel;
  forms: FormsModel;
  today: TodayModel | null;
  /** Which of today's lists is open; null: what is to be done first. Kept while a complaint is looked at. */
  todayList: TodayList | null;
  findings: FindingsModel;
  statistics: StatisticsModel;
  sharing: SharingModel;
  complaint: ComplaintModel;
  importing: ImportModel;
}

/** Something to say above the view; `code` is a whole wording code. */
export interface Notice {
  tone: 'error' | 'warning' | 'success' | 'info';
  code: string;
  params: MessageParams;
}

export interface Busy {
  /** Whole wording code. */
  code: string;
  done: number;
  of: number;
  /** It may be stopped on the way. */
  canCancel?: boolean;
}

export type SetupStep = 'found' | 'mapping' | 'preview' | 'done';

export interface SetupModel {
  step: SetupStep;
  found: FoundModel | null;
  mapping: MappingModel | null;
  preview: PreviewModel | null;
  done: DoneModel | null;
}

export interface FoundModel {
  /** The ledger that is looked at; null when no sheet is one. */
  ledger: LedgerReading | null;
  /** Where its rows come from, when they stand on several sheets. */
  gathered: GatheredFrom | null;
  /** Other sheets that could be taken. */
  others: { sheet: string; rows: number }[];
  refused: RefusedSheet[];
  /** A register that was begun and broke off. */
  unfinished: { sheet: string } | null;
  /** A register that stands in this workbook already, and the hours by which it counts. */
  register: RegisterModel | null;
}

/** `inRegister`: the register was made of it. */
export interface RefusedSheet {
  code: LedgerRefusal['code'] | 'inRegister';
  sheet: string;
}

export interface RegisterModel {
  sheet: string;
  policy: string;
  company: CompanySettings | null;
  suggestion: CompanySettings;
}

export interface MappingColumn extends LedgerColumn {
  letter: string;
  /** A few values from below the header, as they read. */
  samples: string[];
}

export interface LimitModel {
  milestone: string;
  /** By grade, mildest first. */
  targets: { grade: string; target: Target }[];
}

export interface MappingModel {
  columns: MappingColumn[];
  packs: { id: string; label: string; description: string }[];
  policyId: string;
  company: CompanySettings | null;
  /** Working hours and time limits to confirm; never applied unasked. */
  suggestion: CompanySettings;
  /** The time limits that the policy leaves to the company, as proposed or as confirmed. */
  limits: LimitModel[];
  /** Whether this policy counts days, so that it matters which day is the first. */
  countsDays: boolean;
  /** The policy with the answers so far laid over it, and all that it leaves to the company. */
  pack: PolicyPack;
  questions: PolicyQuestion[];
}

export interface PreviewModel {
  sheet: string;
  gathered: GatheredFrom | null;
  placement: RegisterPlan['placement'];
  backup: string | null;
  rows: number;
  otherRows: number;
  mapped: number;
  unmapped: number;
  added: string[];
  lists: string[];
  /** Sheets that a register which was taken back has left, and whether its complaint numbers are known. */
  left: { sheets: string[]; keepsNumbers: boolean };
  findings: { error: number; warning: number; info: number };
  groups: FindingGroup[];
  /** How the ledger was kept: what holds of so many rows that it is no slip. */
  habits: { text: string; count: number }[];
  /** What the company has not answered yet, so that some deadlines stay unset. */
  unanswered: ('calendar' | 'firstDay' | 'target')[];
  /** Complaints of earlier months of which nothing tells whether they are closed; null: there are none. */
  unsaid: UnsaidStatus | null;
  /** The ledger numbers its complaints itself; null: it does not, or not by a rule. */
  numbers: OwnNumbers | null;
}

/** How new complaints may be numbered. */
export interface OwnNumbers {
  /** The last of the ledger's own. */
  last: string;
  /** The next one, as these go on, and by the day. */
  next: string;
  daily: string;
  /** When numbers begin anew. */
  anew: 'daily' | 'monthly' | 'yearly' | 'never';
  goesOn: boolean;
}

export interface UnsaidStatus {
  count: number;
  /** What a person has said: those received before this day are closed; null: they are open. */
  closedBefore: Day | null;
  /** A day to begin with. */
  suggested: Day;
  hasStatusColumn: boolean;
  hasClosingColumn: boolean;
}

export interface DoneModel {
  sheet: string;
  rows: number;
  columnsAdded: number;
  backup: string | null;
}

export type DeadlineWord = 'overdue' | 'dueSoon' | 'running' | 'unset' | 'closed';

/** `waiting`: it is the customer's turn. */
export type TodayList = 'overdue' | 'dueSoon' | 'new' | 'waiting';

export interface TodayModel {
  /** Whether any complaint can wait for the customer: else no tile counts those that do. */
  canWait: boolean;
  sheet: string;
  rows: number;
  counts: Record<DeadlineWord, number>;
  /** How many of the overdue ones were so long before there was a register; they come last. */
  fromBefore: number;
  /** How many there are, and the first of them, most urgent first. A complaint may stand in several lists. */
  lists: Record<TodayList, { count: number; first: TodayComplaint[] }>;
  policy: string;
}

export interface TodayComplaint {
  /** Empty: it has none yet. */
  number: string;
  customer: string;
  about: string;
  milestone: string;
  word: Exclude<DeadlineWord, 'closed'>;
  /** How late it is, where that is known; else as the register says. */
  state: string;
  grade: string;
  /** With its year, unless that is this one. */
  due: string;
  isFromBefore: boolean;
  row: number;
  column: number;
}

export interface ImportModel {
  bridge: { kind: 'looking' } | { kind: 'absent' } | { kind: 'connected'; version: string; waiting: number };
  hasRegister: boolean;
  /** Files are held over the pane. */
  isOver?: boolean;
  preview: ImportPreview | null;
  result: ImportResult | null;
}

export type ImportWay = 'bridge' | 'file' | 'paste';

export interface ImportPreview {
  way: ImportWay;
  /** Names of the files that were read. */
  files: string[];
  complaints: { id: string; customer: string; about: string; isNew: boolean; twin: ImportTwin | null }[];
  /** Files that gave nothing, each with its trouble as a whole wording code. */
  aside: { name: string; code: string; params: MessageParams }[];
  rejected: number;
  /** New ones, those that look like a row among them. */
  added: number;
  alreadyThere: number;
  /** Stand in these files more than once, and are taken once. */
  repeated: number;
}

/** What becomes of a complaint that looks like a row of the register. */
export type TwinChoice = 'import' | 'skip' | 'link';

export interface ImportTwin {
  kind: 'row' | 'incoming';
  /** What it looks like, as a whole wording code with its parameters. */
  like: { code: string; params: MessageParams };
  /** The number of the row that it may be. */
  number: string;
  canLink: boolean;
  choice: TwinChoice;
}

export interface ImportResult {
  way: ImportWay;
  added: number;
  alreadyThere: number;
  rejected: number;
  /** Of those already there: which the user said to be a row that stood there. */
  linked: number;
  /** Left out by the user's choice. */
  skipped: number;
  /** Complaints that found no place or were not reached: they stay where they came from. */
  left: number;
  isStopped: boolean;
  /** Where the new rows stand, to jump to. */
  place: { sheet: string; row: number; column: number; lastRow: number } | null;
  /** Whether the extension knows that they are registered; null when it did not bring them. */
  acknowledged: boolean | null;
}

/** All that a user can do in the pane. */
export interface PaneCallbacks
  extends
    SettingsCallbacks,
    RefreshCallbacks,
    RestoreCallbacks,
    ComplaintCallbacks,
    FindingsCallbacks,
    FormsCallbacks,
    SharingCallbacks,
    StatisticsCallbacks {
  reload: () => void;
  goTo: (screen: PaneState['screen']) => void;
  chooseLocale: (locale: Locale) => void;
  dismissNotice: () => void;
  lookAgain: () => void;
  chooseSheet: (sheet: string) => void;
  goToStep: (step: SetupStep) => void;
  chooseFields: (column: number, fields: Field[]) => void;
  /** Complaints whose status nothing tells count as closed if they came before this day; null: as open. */
  chooseClosedBefore: (day: Day | null) => void;
  /** New complaints go on behind the ledger's own numbers, or are numbered by the day. */
  chooseNumbers: (goOn: boolean) => void;
  choosePolicy: (policyId: string) => void;
  chooseCompany: (company: CompanySettings | null) => void;
  /** Answers a blank of the policy before the register is made; null takes the answer back. */
  answerBeforehand: (question: PolicyQuestion, answer: BlankAnswer | null) => void;
  buildRegister: () => void;
  resume: () => void;
  forgetUnfinished: () => void;
  showCell: (sheet: string, row: number, column: number) => void;
  /** Selects a complaint of today's lists in the register and opens it. */
  openFromToday: (complaint: TodayComplaint) => void;
  refreshToday: () => void;
  chooseTodayList: (list: TodayList | null) => void;
  findExtension: () => void;
  readQueue: () => void;
  readFiles: (files: readonly File[]) => void;
  chooseTwin: (id: string, choice: TwinChoice) => void;
  readPaste: (text: string) => void;
  confirmImport: () => void;
  cancelImport: () => void;
}

/** The words of the chosen language. */
export type Words = (code: string, params?: MessageParams) => string;
