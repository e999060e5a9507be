import type { CompanySettings } from '../../core/policy/company-settings.ts';

/** A company that has answered nothing: what a single confirmation is laid over. */
export function nothingYet({ schemaVersion, policyId }: CompanySettings): CompanySettings {
  return { schemaVersion, policyId, calendar: null, firstDay: null, targets: {} };
}
