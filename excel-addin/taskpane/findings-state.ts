import type { LearnedWord } from '../../core/register/settings/team-settings.ts';
import type { Finding } from '../../core/register/finding.ts';

export type Level = Finding['level'];

/** What is to be looked at in the register, as the screen shows it. */
export interface FindingsModel {
  /** Null: not looked yet. */
  shown: ShownFindings | null;
}

export interface ShownFindings {
  sheet: string;
  rows: number;
  groups: FindingGroup[];
  spellings: SpellingChoice[];
  twins: TwinPair[];
  /** Fixes of this session that can be taken back, newest first. */
  accepted: AcceptedFix[];
  dismissed: DismissedFinding[];
  /** Told after the last action: cells that were left as they are. */
  left: LeftCell[];
}

/** Findings of one kind. */
export interface FindingGroup {
  kind: string;
  level: Level;
  title: string;
  count: number;
  /** So many rows of the ledger they are about. */
  rowsTouched: number;
  /** So many of them have a fix. */
  fixable: number;
  /** The first of them; all stand on the findings sheet. */
  rows: FindingRow[];
}

export interface FindingRow {
  key: string;
  number: string;
  address: string;
  text: string;
  /** What the cell would become; null: nothing is proposed. */
  fix: string | null;
  sheet: string;
  row: number;
  column: number;
  /** A word that the policy does not know: what it can mean. Only beside the first of its rows. */
  word: { of: LearnedWord['of']; word: string; meanings: { id: string; label: string }[] } | null;
}

export interface SpellingChoice {
  key: string;
  header: string;
  /** The first is proposed. */
  spellings: { text: string; rows: number; row: number }[];
  /** The sheet on whose list the first is the name; null: it is the most used. */
  listed: string | null;
  column: number;
}

export interface TwinPair {
  key: string;
  /** Why they look like one. */
  text: string;
  sides: { number: string; row: number; address: string }[];
  column: number;
}

export interface AcceptedFix {
  id: string;
  number: string;
  address: string;
  header: string;
  before: string;
  after: string;
}

export interface DismissedFinding {
  key: string;
  text: string;
  number: string;
}

export interface LeftCell {
  number: string;
  header: string;
  /** Wording: `findings.left.<because>`. */
  because: string;
}

export interface FindingsCallbacks {
  checkFindings: () => void;
  acceptFix: (key: string) => void;
  /** All fixes of one kind. */
  acceptKind: (kind: string) => void;
  undoFix: (id: string) => void;
  /** What a word of the team's own means, from now on. */
  teachWord: (taught: LearnedWord) => void;
  /** It is right so. */
  dismissFinding: (key: string) => void;
  recallFinding: (key: string) => void;
  /** Two rows are one complaint. */
  linkTwins: (key: string) => void;
  /** Writes one spelling in place of the others of its group, but for those that are another name. */
  chooseSpelling: (key: string, text: string, others: readonly string[]) => void;
  makeFindingsSheet: () => void;
}
