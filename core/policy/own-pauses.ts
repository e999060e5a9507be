import type { CompanySettings } from './company-settings.ts';
import type { CompanyPause, PolicyAnswers } from './policy-answers.ts';
import type { PolicyPack } from './policy-pack.ts';
import { withoutKey } from './without-key.ts';

/**
 * The company with these reasons of its own to pause. One that is no longer among them is retired: nobody can choose it any
 * more, and complaints that were paused for it keep their days and its name. One that is taken up again is retired no longer.
 */
export function withOwnPauses(company: CompanySettings, own: readonly CompanyPause[]): CompanySettings {
  const { pauseReasons: before = [], retiredPauses = [] } = company.answers ?? {};
  const ids = new Set(own.map(({ id }) => id));
  const retired = [...retiredPauses, ...before].filter(({ id }) => !ids.has(id));
  const answers: PolicyAnswers = {
    ...withoutKey(withoutKey(company.answers ?? {}, 'pauseReasons'), 'retiredPauses'),
    ...(own.length > 0 && { pauseReasons: [...own] }),
    ...(retired.length > 0 && { retiredPauses: retired }),
  };
  const rest = withoutKey(company, 'answers');
  return Object.keys(answers).length === 0 ? rest : { ...rest, answers };
}

/** An id for a further reason: none that the company has or had, since the log names reasons by it, and none of `taken`. */
export function freePauseId(answers: PolicyAnswers | undefined, taken: Iterable<string> = []): string {
  const { pauseReasons = [], retiredPauses = [] } = answers ?? {};
  const used = new Set([...[...pauseReasons, ...retiredPauses].map(({ id }) => id), ...taken]);
  let number = 1;
  while (used.has(`own${number}`)) number++;
  return `own${number}`;
}

/** The reasons for which a clock may be paused from now on: of the policy and the company, without those given up. */
export function pausesToChoose({ pauseReasons }: Pick<PolicyPack, 'pauseReasons'>): PolicyPack['pauseReasons'] {
  return pauseReasons.filter(({ isRetired }) => isRetired !== true);
}
