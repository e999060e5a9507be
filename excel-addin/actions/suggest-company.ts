import type { CompanySettings } from '../../core/policy/company-settings.ts';
import type { PolicyPack } from '../../core/policy/policy-pack.ts';
import { suggestedTargets } from '../../core/policy/suggested-targets.ts';
import { SUGGESTED_WINDOWS } from '../../core/working-time/suggested-windows.ts';

const MAINLAND = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'PRC']);
const DAY = [...SUGGESTED_WINDOWS];

/**
 * Answers for the user to confirm: a usual office week, and the time limits that the pack proposes where it sets none.
 * They count for nothing until confirmed.
 */
export function suggestCompany(pack: PolicyPack, zone: string): CompanySettings {
  const inChina = MAINLAND.has(zone);
  return {
    schemaVersion: 1,
    policyId: pack.id,
    calendar: {
      zone,
      week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
      country: inChina ? 'CN' : null,
      makeUpWindows: inChina ? DAY : [],
      overrides: [],
    },
    firstDay: null,
    targets: suggestedTargets(pack),
  };
}
