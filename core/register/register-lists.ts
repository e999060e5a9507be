import type { Locale } from '../policy/localized.ts';
import type { PolicyPack } from '../policy/policy-pack.ts';
import { translate } from '../wording/translate.ts';
import type { RegisterPlan } from './register-plan.ts';

/** Ids of the drop-down lists, by the role of the column that uses them. */
export const LIST_IDS = ['category', 'grade', 'status'] as const;

/**
 * The drop-down lists of a register: the pack's categories, grades and statuses by their labels in the register's
 * language, in the pack's order. Lists without a value are left out.
 */
export function registerLists(pack: PolicyPack, locale: Locale): RegisterPlan['lists'] {
  const choices = { category: pack.categories, grade: pack.grades, status: pack.statuses };
  return LIST_IDS.map((id) => ({
    id,
    title: translate(locale, `register.list.${id}`),
    values: [...new Set(choices[id].map(({ label }) => label[locale]))],
  })).filter(({ values }) => values.length > 0);
}
