import type { Day } from '../../core/complaint/moment.ts';
import type { BlankAnswer } from '../../core/policy/blank-answer.ts';
import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { CompanyPause } from '../../core/policy/policy-answers.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import type { PolicyQuestion } from '../../core/policy/policy-questions.ts';
import type { TeamSettings } from '../../core/register/settings/team-settings.ts';
import type { DayOverrides } from '../../core/working-time/working-calendar.ts';

export type OwnDay = DayOverrides[number];

/** The policy with its blanks, and what the team has settled besides. */
export interface SettingsModel {
  /** Null: the settings are not open. */
  shown: ShownSettings | null;
}

export const NO_SETTINGS: SettingsModel = { shown: null };

export interface ShownSettings {
  policy: string;
  /** With laws and the answers laid over it. */
  pack: PolicyPack;
  company: CompanySettings | null;
  suggestion: CompanySettings;
  team: TeamSettings;
  /** By the register's clock; for the example of a number. */
  today: Day;
  questions: PolicyQuestion[];
  laws: { id: string; label: string; verify: string }[];
  /** Where the settings stand for people to edit; null: only in the workbook's memory. */
  sheet: { name: string; problems: ShownProblem[] } | null;
  /** What a change would do to registered complaints; it waits for the user's word. */
  effects: ShownEffects | null;
}

export interface ShownProblem {
  text: string;
  /** Null: the table as a whole. */
  place: { address: string; row: number; column: number } | null;
}

export interface ShownEffects {
  count: number;
  /** The first ones. */
  first: { number: string; customer: string; changes: { column: string; before: string; after: string }[] }[];
}

export interface SettingsCallbacks {
  openSettings: () => void;
  closeSettings: () => void;
  /** Null takes the answer back. */
  answerQuestion: (question: PolicyQuestion, answer: BlankAnswer | null) => void;
  /** Hours of the company, as the form has them. */
  changeCompany: (company: CompanySettings | null) => void;
  changeTeam: (change: Partial<TeamSettings>) => void;
  /** A reason of the company's own to pause; `id` null: a further one. */
  putPause: (pause: Omit<CompanyPause, 'id'>, id: string | null) => void;
  /** Nobody can choose the reason any more; what was paused for it stays. */
  dropPause: (id: string) => void;
  /** A day of the company's own; of one date the last entry counts. */
  putDay: (day: OwnDay) => void;
  dropDay: (date: Day) => void;
  makeSettingsSheet: () => void;
  readSettingsSheet: () => void;
  takeEffects: () => void;
  dropEffects: () => void;
}
