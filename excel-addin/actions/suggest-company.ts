import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../core/policy/suggested-targets.ts';
import { countryOfZone } from '../../core/working-time/official-zones.ts';
import { SUGGESTED_WINDOWS } from '../../core/working-time/suggested-windows.ts';

const DAY = [...SUGGESTED_WINDOWS];

/**
 * Answers for the user to confirm: a usual office week, the official days of the place that the time zone tells, and the time limits that the pack proposes where it sets none.
 * They count for nothing until confirmed.
 */
export function suggestCompany(pack: PolicyPack, zone: string): CompanySettings {
  const country = countryOfZone(zone);
  return {
    schemaVersion: 1,
    policyId: pack.id,
    calendar: {
      zone,
      week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
      country,
      makeUpWindows: country === null ? [] : DAY,
      overrides: [],
    },
    firstDay: null,
    targets: suggestedTargets(pack),
  };
}
