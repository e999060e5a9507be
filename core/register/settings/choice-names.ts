import { LOCALES, type Localized } from '../../policy/localized.ts';
import type { PolicyBlank } from '../../policy/policy-blank.ts';
import type { PolicyPack } from '../../policy/policy-pack.ts';
import { TARGET_UNITS } from '../../policy/target-form.ts';
import { translate } from '../../wording/translate.ts';
import type { Named } from './name-reader.ts';

/** The words for a code, in all three languages. */
export function inAllLanguages(code: string): Localized {
  const [zhCN, zhTW, en] = LOCALES.map((locale) => translate(locale, code));
  return { 'zh-CN': zhCN ?? '', 'zh-TW': zhTW ?? '', en: en ?? '' };
}

/** The units in which a time limit is written, by name. */
export function unitNames(): Named[] {
  return TARGET_UNITS.map((id) => ({ id, label: inAllLanguages(`options.target.unit.${id}`) }));
}

/** 是 and 否. */
export function yesNoNames(): Named[] {
  return ['yes', 'no'].map((id) => ({ id, label: inAllLanguages(`settings.sheet.${id}`) }));
}

/**
 * What a question can be answered with, by name: options, roles, units of a time limit. `pack`: with the company's answers laid
 * over it, so that a scale of its own is known. Empty for questions that take no choice.
 */
export function choiceNames({ answer, code }: Pick<PolicyBlank, 'answer' | 'code'>, pack: PolicyPack): Named[] {
  if (answer.kind === 'role') return pack.roles;
  if (answer.kind !== 'choice') return [];
  if (code === 'satisfiedFrom') return pack.satisfactionScale ?? [];
  return answer.options.map((id) => ({ id, label: inAllLanguages(`policy.answer.${id}`) }));
}
