import type { Locale } from '../../core/policy/localized.ts';

/** The papers that can be printed. The first two are for one complaint each, or empty. */
export const FORM_KINDS = ['record', 'report', 'flowChart', 'timeLimits', 'assessment'] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** The papers that are made for a complaint. */
export function isOfComplaint(kind: FormKind): boolean {
  return kind === 'record' || kind === 'report';
}

export interface FormChoice {
  kind: FormKind;
  /** For which complaints; `empty`: none, to be filled in by hand. */
  rows: 'selected' | 'month' | 'empty';
  /** `YYYY-MM`. */
  month: string;
  /** Null: the language of the register. */
  locale: Locale | null;
}

/** The forms as their card shows them. */
export interface FormsModel {
  choice: FormChoice;
  /** Forms of these names stand already: they are replaced, or kept beside the new ones, as the user says. */
  standing: string[];
  /** What the last time made; null: nothing yet. */
  made: { sheets: string[]; continued: number; left: number } | null;
}

export const NO_FORMS: FormsModel = {
  choice: { kind: 'record', rows: 'selected', month: '', locale: null },
  standing: [],
  made: null,
};

export interface FormsCallbacks {
  chooseForm: (change: Partial<FormChoice>) => void;
  /** `ask` looks first whether forms of these names stand already. */
  makeForms: (standing: 'ask' | 'replace' | 'keep') => void;
  leaveForms: () => void;
}
