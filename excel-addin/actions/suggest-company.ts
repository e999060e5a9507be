import type { CompanySettings } from '../../core/policy/company-settings.ts';

const MAINLAND = new Set(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Chongqing', 'Asia/Harbin', 'PRC']);
const DAY = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '18:00' },
];

/** Working hours for the user to confirm: a usual office week. They count for nothing until confirmed. */
export function suggestCompany(policyId: string, zone: string): CompanySettings {
  const inChina = MAINLAND.has(zone);
  return {
    schemaVersion: 1,
    policyId,
    calendar: {
      zone,
      week: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY, 6: [], 7: [] },
      country: inChina ? 'CN' : null,
      makeUpWindows: inChina ? DAY : [],
      overrides: [],
    },
    firstDay: null,
    targets: {},
  };
}
