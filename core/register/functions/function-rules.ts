import type { CompanySettings } from '../../policy/company-settings.ts';
import type { Locale } from '../../policy/localized.ts';
import { moveCompany } from '../../policy/move-company.ts';
import { PACK_HEADS } from '../../policy/packs.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { done, refuse, type Outcome } from '../../outcome.ts';
import { choiceReader } from '../recognise-choice.ts';
import { registerPolicy } from '../settings/register-policy.ts';
import type { TeamSettings } from '../settings/team-settings.ts';
import type { CellValue } from '../sheet-reading.ts';

/** A cell as a worksheet function gets it; an argument that was left out is null or not there. */
export type Argument = CellValue | null | undefined;

/** What a worksheet function goes by: the register of its workbook, or the default policy without a company's answers. */
export interface FunctionBase {
  policy: { id: string };
  company: CompanySettings | null;
  team?: TeamSettings | undefined;
  locale: Locale;
  zone: string;
  date1904: boolean;
}

export interface FunctionRules extends Omit<FunctionBase, 'policy'> {
  pack: PolicyPack;
}

/** Why a worksheet function has no answer; words: `functions.error.<code>`. */
export type FunctionRefusal =
  | 'unknownPolicy'
  | 'unknownGrade'
  | 'unknownMilestone'
  | 'timeMissing'
  | 'timeUnreadable'
  | 'textMissing'
  | 'tooLong'
  | 'dayOnly'
  | 'notConfigured'
  | 'startsLater'
  | 'neverOpens'
  | 'noHours';

/**
 * The rules for one call: the register's policy, or the one that is named by its id or its label in any language. Working
 * hours are the company's whatever the policy; time limits count only for the policy that they were settled for.
 */
export function functionRules(base: FunctionBase, policy: Argument): Outcome<FunctionRules, 'unknownPolicy'> {
  const wanted = textOf(policy);
  const named = PACK_HEADS.map((head) => ({ ...head, synonyms: [] }));
  const id = wanted === '' ? base.policy.id : choiceReader(named, { exactly: true })(wanted);
  const company =
    base.company !== null && id !== null && id !== base.policy.id ? moveCompany(base.company, id) : base.company;
  const found = id === null ? null : registerPolicy({ policy: { id }, company, team: base.team });
  if (found === null) return refuse('unknownPolicy', { value: wanted, list: listed(PACK_HEADS, base.locale) });
  return done({ ...base, pack: found.pack, company });
}

/** The text of an argument; `''` when it was left out. */
export function textOf(value: Argument): string {
  return String(value ?? '').trim();
}

/** What may be asked for, in the user's language. */
export function listed(choices: readonly { label: Record<Locale, string> }[], locale: Locale): string {
  return choices.map(({ label }) => label[locale]).join(' / ');
}
