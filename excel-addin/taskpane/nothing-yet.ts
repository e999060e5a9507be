import type { CompanySettings } from '../../core/policy/company-settings.ts';

/** A company that has answered nothing: what a single confirmation is laid over. */
export function nothingYet({ schemaVersion, policyId }: CompanySettings): CompanySettings {
  return { schemaVersion, policyId, calendar: null, firstDay: null, targets: {} };
}

/** The company's answers with the suggested time limits where it has given none itself. */
export function withSuggestedTargets(company: CompanySettings | null, suggestion: CompanySettings): CompanySettings {
  const own = company?.targets ?? {};
  const targets = { ...suggestion.targets, ...own };
  for (const [milestone, suggested] of Object.entries(suggestion.targets))
    targets[milestone] = { ...suggested, ...own[milestone] };
  return { ...(company ?? nothingYet(suggestion)), targets };
}
